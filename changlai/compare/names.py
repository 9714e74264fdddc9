"""Names that are almost others: a slip of the finger, another name of the same kind, another kind of thing of the same name.

Looked for in what is left of a text when all that the glossary knows is taken out, and there only where names can stand: words with a
capital, katakana, words of Korean, characters. Takes a time that grows with the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from changlai.compare.nearly import begun, distances, is_piece, slipped
from changlai.compare.spelling import even, is_hangul, is_particle

_LATIN = re.compile(r"[a-z]", re.IGNORECASE)
_KANA = re.compile("[ァ-ヺー]")
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ\u2e80-\ud7ff][^\W\u2e80-\ud7ff]*(?:[’'ʻ-][^\W\u2e80-\ud7ff]+)*"
_WORDS = re.compile(rf"{_CAPITAL}(?:[ \n](?:(?:and|of|on|the|&)[ \n])*{_CAPITAL})*")
_RUN = re.compile("[ァ-ヺー・＝=]+")
_HAN = "一-龠々"
_FEWEST, _SHORT, _LONG = 2, 3, 6  # characters
# What may stand behind the short name of a place.
_UNITS = "시군구현도성진촌호강市郡県区町村省府州鎮湖河川"
# What makes an adjective, a people or a plural of a name: Tongan, Germans, Kiribatian.
_INFLECTED = "(?:i?ans?|n?s|ns?|ish|ese|ers?)"
_COMMON = frozenset(
    "north south east west northern southern eastern western new great greater upper lower saint united".split()
)  # begin many names
Spans = Iterator[tuple[int, int]]


class Rest:
    """A text in which what the glossary knows is blank."""

    def __init__(self, text: str, known: Iterable[tuple[int, int]]) -> None:
        pieces, at = [], 0
        for start, end in known:
            if end > at:
                pieces += [text[at:start], "\0" * (end - max(start, at))]
                at = end
        self.text = "".join([*pieces, text[at:]])
        self.small = even(self.text)
        self._chunks: dict[re.Pattern[str], list[tuple[int, str]]] = {}

    def chunks(self, kind: re.Pattern[str]) -> list[tuple[int, str]]:
        if kind not in self._chunks:
            self._chunks[kind] = [(found.start(), self.small[found.start() : found.end()]) for found in kind.finditer(self.text)]
        return self._chunks[kind]


def suspects(name: str, rest: Rest, wanted: bool) -> Spans:
    """What may be the name, and is not; more of it where the name is `wanted`, as fewer stand there than should."""
    ways: list[Callable[[str, Rest, bool], Spans]] = [_slips, _begun]
    if wanted:
        ways.append(_ended)
    return chain.from_iterable(way(name, rest, wanted) for way in ways)


# ---- slips: a letter or a few that are wrong, lost or added, two that changed places


def _slips(name: str, rest: Rest, wanted: bool) -> Spans:
    small = even(name)
    if _LATIN.match(name):
        return _in_chunks(small, rest.chunks(_WORDS), _most(name, wanted and len(name) >= _LONG))
    if _KANA.match(name):
        return _in_chunks(small, rest.chunks(_RUN), _most(name, wanted and len(name) > _SHORT))
    if len(name) >= _LONG:
        there = any(piece in rest.small for piece in (small[:3], small[-3:], small[len(name) // 2 - 1 : len(name) // 2 + 1]))
        return (span for span in slipped(small, rest.small, 2) if not is_hangul(rest.small[span[0] - 1 : span[0]])) if there else iter(())
    return _changed(small, rest.small) if len(name) >= _SHORT or wanted else iter(())


def _most(name: str, more: bool) -> int:
    """How many letters may be wrong: of eleven three."""
    return max(1 + more, len(name) * 3 // 11 + (more and len(name) > _LONG * 5 // 3))


def _in_chunks(name: str, chunks: Sequence[tuple[int, str]], most: int) -> Spans:
    size = max(1, len(name) // (most + 1))
    pieces = [name[at : at + size] for at in range(0, len(name) - size + 1, size)]
    for at, text in chunks if len(name) >= _SHORT else ():
        if len(text) + most >= len(name) and any(piece in text for piece in pieces):
            for start, end in slipped(name, text, max(most, 2)):
                found = text[start:end]
                near = most > 1 or distances(name, found)[-1] == 1 or sorted(found) == sorted(name)
                if near and not is_piece(text, start, end) and not _is_inflected(name, found):
                    yield at + start, at + end


def _is_inflected(name: str, found: str) -> bool:
    stem = name.rstrip("aeiouy")
    return found == stem or re.fullmatch(f"{re.escape(stem)}[aeiouy]*{_INFLECTED}", found) is not None


def _changed(name: str, text: str) -> Spans:
    """A short name with another character in it, which is a word of its own and not the name with a particle."""
    korean = is_hangul(name)
    if sum(sign in text for sign in name) < len(name) - 1:
        return
    for match in _wild(name).finditer(text):
        end, found, after = match.end(), match[0], text[match.end() : match.end() + 1]
        if korean:
            ends = not is_hangul(after) or after in _UNITS or is_particle(text, end)
            if ends and (found[-1] == name[-1] or not is_particle(found, len(found) - 1)):
                yield match.span()
        else:
            yield match.span()


@lru_cache(maxsize=4096)
def _wild(name: str) -> re.Pattern[str]:
    korean = is_hangul(name)
    sign = "[가-힣]" if korean else f"[{_HAN}]"
    ways = "|".join(f"{re.escape(name[:at])}(?!{re.escape(own)}){sign}{re.escape(name[at + 1 :])}" for at, own in enumerate(name))
    before = "(?<![가-힣])" if korean else f"(?<![{_HAN}])" if len(name) <= _FEWEST else ""
    return re.compile(f"{before}(?:{ways})")


# ---- halves


def _begun(name: str, rest: Rest, wanted: bool) -> Spans:
    if _LATIN.match(name):
        head = name.partition(" ")[0].lower()
        found = begun(name, rest.text) if head not in _COMMON else iter(())
        return (span for span in found if rest.text[span[0] : span[1]].partition(" ")[2][:1].isupper())
    least = _SHORT if wanted else _SHORT + 1
    found = begun(name, rest.text) if len(name) >= least else iter(())
    half = max(_FEWEST, (len(name) + 1) // 2)
    return (span for span in found if span[1] - span[0] > half and not is_hangul(rest.text[span[0] - 1 : span[0]]))


def _ended(name: str, rest: Rest, wanted: bool) -> Spans:
    """Yueyang Tower for Guangyue Tower, 황허러우 for 광웨러우."""
    found: Iterable[re.Match[str]] = ()
    if _LATIN.match(name):
        tail = name.rpartition(" ")[2]
        if tail[:1].isupper() and " " in name:
            found = re.finditer(rf"(?<![\w\0]){_CAPITAL} {re.escape(tail)}(?!\w)", rest.text)
    elif len(name) > _SHORT:
        tail = name[-(len(name) // 2) :]
        found = re.finditer(rf"(?<!\w)\w{{1,{len(name)}}}{re.escape(tail)}", rest.text)
    return (match.span() for match in found)
