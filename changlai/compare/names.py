"""Names that are almost others: a slip of the finger, another name that begins or ends alike.

Looked for in what is left of a text when all that the glossary knows is taken out, and there only where names can stand: in words with a
capital, katakana, words of Korean, characters. Takes a time that grows with the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple, TypeAlias

from changlai.compare.nearly import begun, distances, slipped
from changlai.compare.spelling import even, is_hangul, is_particle

Spans: TypeAlias = "Iterable[tuple[int, int]]"  # starts and ends
Chunks: TypeAlias = "Sequence[tuple[int, str]]"  # starts, and even text
_LATIN = re.compile(r"[a-z]", re.IGNORECASE)
_KANA = re.compile("[ァ-ヺー]")
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ\u2e80-\ud7ff][^\W\u2e80-\ud7ff]*(?:[’'ʻ-][^\W\u2e80-\ud7ff]+)*"
_RUN = re.compile("[ァ-ヺー・＝=]+")
_HAN = "一-龠々"
_PAIR, _SHORT, _LONG, _FULL = 2, 3, 6, 11  # characters
# With which many names begin.
_COMMON = {
    "north",
    "south",
    "east",
    "west",
    "northern",
    "southern",
    "eastern",
    "western",
    "new",
    "great",
    "upper",
    "lower",
    "saint",
    "united",
}
# What may stand behind the short name of a place.
_UNITS = "시군구현도성진촌호강"
# What makes an adjective, a people or a plural of a name: Tongan, Germans, Kiribatian.
_INFLECTED = "(?:i?ans?|n?s|ns?|ish|ese|ers?)"


@cache
def _words() -> re.Pattern[str]:
    """Compiled when it is wanted: to leave out all of the East takes long."""
    return re.compile(rf"{_CAPITAL}(?:,?[ \n](?:(?:and|of|on|the|&)[ \n])*{_CAPITAL})*")


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
        self.words, self.kana = self._chunks(_words()), self._chunks(_RUN) if _KANA.search(text) else []
        self.where = "\n".join(text for _, text in self.words), "\n".join(text for _, text in self.kana), self.small

    def _chunks(self, kind: re.Pattern[str]) -> Chunks:
        return [(found.start(), self.small[found.start() : found.end()]) for found in kind.finditer(self.text)]


class Name(NamedTuple):
    """A word of the glossary as it is looked for."""

    word: str
    small: str
    script: int  # of Rest.where: with capitals, katakana, any other
    wanted: bool  # fewer stand there than should
    most: int  # how many letters may be wrong
    pieces: tuple[str, ...]  # of which one stands wherever no more are

    def may_stand(self, where: str) -> bool:
        if self.script == _OTHER and len(self.small) < _LONG:
            return sum(sign in where for sign in self.small) >= (len(self.small) + 1) // 2
        return any(piece in where for piece in self.pieces)


_CAPITALS, _KATAKANA, _OTHER = range(3)


@lru_cache(maxsize=4096)
def name(word: str, wanted: bool) -> Name:
    """Of eleven letters three may be wrong, and of more no more, of a name that is wanted one more where it is short or long; of characters
    and syllables every third."""
    size, script = len(word), _CAPITALS if _LATIN.match(word) else _KATAKANA if _KANA.match(word) else _OTHER
    most = max(1, min(3, size * 3 // _FULL)) if script != _OTHER else min(4, size // 3)
    if wanted and script != _OTHER:
        most += size >= _FULL or (most == 1 and size >= (_LONG if script == _CAPITALS else _SHORT + 1))
    small, part = even(word), max(1, size // (most + 1))
    return Name(word, small, script, wanted, most, tuple(small[at : at + part] for at in (*range(0, size - part + 1, part), size - part)))


def suspects(name: Name, rest: Rest, around: Rest) -> Spans:
    """What is nearly the name, or begins as it does; where it is wanted, or ends so. `around` has the parts of the name that are known
    too."""
    found: list[Spans] = []
    if name.may_stand(around.where[name.script]):
        found += [_slips(name, around)]
    if name.may_stand(rest.where[name.script]):
        found += [_begun(name, rest), *([_ended(name, rest)] if name.wanted else [])]
    return chain.from_iterable(found) if found else ()


# ---- slips: a letter or a few that are wrong, lost or added, two that changed places


def _slips(name: Name, rest: Rest) -> Spans:
    size = len(name.small)
    if name.script != _OTHER:
        return _in_chunks(name.small, rest.kana if name.script else rest.words, name.most) if size >= _SHORT else ()
    if size >= _LONG:
        return (span for span in slipped(name.small, rest.small, name.most) if not is_hangul(rest.small[span[0] - 1 : span[0]]))
    return _changed(name.small, rest.small) if size >= _SHORT or name.wanted else ()


def _in_chunks(name: str, chunks: Chunks, most: int) -> Iterator[tuple[int, int]]:
    for at, text in chunks:
        ends = _edges(name, text, max(most, 2)) if len(text) + most >= len(name) else []
        for distance, end in ends:
            starts = _edges(name[::-1], text[:end][::-1], distance)
            found = text[end - starts[0][1] : end] if starts else ""
            if distance and found and (distance <= most or sorted(found) == sorted(name)) and not _is_inflected(name, found):
                yield at + end - len(found), at + end
                break


def _edges(name: str, text: str, most: int) -> list[tuple[int, int]]:
    """How far it is from the name, and where, at the ends of words, the nearest first."""
    found = enumerate(distances(name, text), 1)
    return sorted((distance, end) for end, distance in found if distance <= most and not text[end : end + 1].isalnum())


def _is_inflected(name: str, found: str) -> bool:
    stem = name.rstrip("aeiouy")
    return found == stem or re.fullmatch(f"{re.escape(stem)}[aeiouy]*{_INFLECTED}", found) is not None


def _changed(name: str, text: str) -> Iterator[tuple[int, int]]:
    """A short name with another character in it, which in Korean is a word of its own and not the name with a particle."""
    korean = is_hangul(name)
    for match in _wild(name).finditer(text):
        end, found, after = match.end(), match[0], text[match.end() : match.end() + 1]
        ends = not is_hangul(after) or after in _UNITS or is_particle(text, end)
        if not korean or (ends and (found[-1] == name[-1] or not is_particle(found, len(found) - 1))):
            yield match.span()


@lru_cache(maxsize=4096)
def _wild(name: str) -> re.Pattern[str]:
    korean = is_hangul(name)
    sign = "[가-힣]" if korean else f"[{_HAN}]"
    ways = "|".join(f"{re.escape(name[:at])}(?!{re.escape(own)}){sign}{re.escape(name[at + 1 :])}" for at, own in enumerate(name))
    before = "(?<![가-힣])" if korean else f"(?<![{_HAN}])" if len(name) <= _PAIR else ""
    return re.compile(f"{before}(?:{ways})")


# ---- halves


def _begun(name: Name, rest: Rest) -> Spans:
    """Guangyue Pagoda for Guangyue Tower, 광웨루 for 광웨러우."""
    if name.script == _CAPITALS:
        found = begun(name.word, rest.text) if name.small.partition(" ")[0] not in _COMMON else ()
        return (span for span in found if rest.text[span[0] : span[1]].partition(" ")[2][:1].isupper())
    found = begun(name.word, rest.text) if len(name.small) > _SHORT or name.wanted else ()
    half = max(_PAIR, (len(name.small) + 1) // 2)
    if len(name.small) > _SHORT:
        frame = rf"{re.escape(name.word[:_PAIR])}\w{{1,{len(name.word)}}}?{re.escape(name.word[-1])}"
        found = chain(found, (match.span() for match in re.finditer(frame, rest.text)) if name.wanted else ())
    return (span for span in found if span[1] - span[0] > half and not is_hangul(rest.text[span[0] - 1 : span[0]]))


def _ended(name: Name, rest: Rest) -> Spans:
    """Yueyang Tower for Guangyue Tower, 황허러우 for 광웨러우."""
    found: Iterable[re.Match[str]] = ()
    if name.script == _CAPITALS:
        tail = name.word.rpartition(" ")[2]
        if tail[:1].isupper() and tail != name.word:
            found = re.finditer(rf"(?<![\w\0]){_CAPITAL} (?:of )?{re.escape(tail)}(?!\w)", rest.text)
    elif len(name.small) > _SHORT:
        tail = name.word[-(len(name.word) // 2) :]
        found = re.finditer(rf"(?<!\w)\w{{1,{len(name.word)}}}{re.escape(tail)}", rest.text)
    return (match.span() for match in found)
