"""What stands where a rendering should: what is forbidden, what was right once, what is another's, or nearly the word."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from changlai.compare.case import Case
from changlai.compare.matching import SOUND, Use
from changlai.compare.names import Rest, name, suspects
from changlai.compare.nearly import nearly
from changlai.compare.spelling import even, japanese
from changlai.compare.ties import claim
from changlai.model import Block, Concept, Finding

FAR = 4000  # characters: in more than that nobody looks for a slip of the finger
_END = re.compile("[.。!?！？;；:：,，、()（）]")
_HAN = re.compile("[一-龠々]+")


class Line:
    """Words of the translation: a block, or one cell or item of it, which starts at `start` in the text of its block."""

    def __init__(self, block: Block, start: int, text: str, uses: Sequence[Use]) -> None:
        self.block, self.start, self.text, self.uses = block, start, text, uses  # their places are in this text
        self._rest: Rest | None = None

    @property
    def rest(self) -> Rest:
        self._rest = self._rest or Rest(self.text, ((use.start, use.end) for use in self.uses))
        return self._rest


def is_name(concept: Concept) -> bool:
    return concept.once or any(said.right[:1].isupper() for said in concept.words.values())


def instead(case: Case, concept: Concept, word: str, lines: Iterable[Line]) -> Finding | None:
    """What may not stand for a concept that is not named."""
    for line in lines:
        for use in line.uses:
            if use.concept == concept.id and use.how in ("forbidden", "unfit"):
                return _forbidden(case, line, use)
            if use.concept == concept.id and use.how == "alias":
                return _other(case, concept, word, line, use.start, use.end)
    return None


def _forbidden(case: Case, line: Line, use: Use) -> Finding | None:
    words = case.written(line.block)
    again = [found for found in case.found(words.text) if (found.concept, found.word) == (use.concept, use.word)]
    before = line.block.text.count(line.text[use.start : use.end], 0, line.start + use.start)
    return case.forbidden(again[min(before, len(again) - 1)], words) if again else None


def another(case: Case, concept: Concept, word: str, lines: Iterable[Line], surplus: Collection[str]) -> Finding | None:
    """What is another's, where this is named less often than in the source, and the other more often."""
    for line in lines:
        for use in line.uses:
            if use.how in SOUND and use.concept in surplus and _rivals(case, concept.id, use.concept):
                return _other(case, concept, word, line, use.start, use.end)
    return None


def _first(uses: Iterable[Use]) -> Iterable[Use]:
    """Of each concept the first."""
    return {use.concept: use for use in reversed([*uses])}.values()


def strangers(case: Case, demanded: Mapping[str, Sequence[str]], lines: Iterable[Line], about: Collection[str]) -> Iterator[Finding]:
    """Names that the source has nowhere near, beside one of their kind that it has."""
    for line in lines:
        for use in _first(line.uses):
            if use.how in SOUND and use.concept in case.terms.named and use.concept not in about:
                id = next((id for id in demanded if _rivals(case, id, use.concept)), "")
                if id:
                    yield _other(case, case.concepts[id], demanded[id][0], line, use.start, use.end)


def _rivals(case: Case, one: str, other: str) -> bool:
    """Whether two concepts are of one kind, so that who names the other has mixed them up."""
    named = case.terms.named
    if one in named and other in named:
        return named[one].kind == named[other].kind
    return bool(claim(case.concepts[one]) and claim(case.concepts[other]))


def slip(case: Case, concept: Concept, word: str, lines: Sequence[Line], said: str, lacks: bool) -> Finding | None:
    """What is nearly a rendering; of a name, what begins or ends as one and goes on otherwise. What the source has too is no slip."""
    for line in lines if sum(len(line.text) for line in lines) <= FAR else ():
        for start, end in _suspects(concept, case.lang.code, line, lacks):
            found = line.text[start:end]
            if found and not (_HAN.fullmatch(found) and japanese(found) in japanese(said)) and not _is_foreign(case, line, start, end):
                return _other(case, concept, word, line, start, end)
    return None


def _suspects(concept: Concept, lang: str, line: Line, lacks: bool) -> Iterator[tuple[int, int]]:
    said = concept.words[lang]
    for right in (said.right, *said.accept):
        if is_name(concept):
            yield from suspects(name(right, lacks), line.rest, _around(concept, right, line))
        else:
            yield from nearly(even(right), line.rest.small)


def _around(concept: Concept, right: str, line: Line) -> Rest:
    """What is left of a line; of a name of several words, each that is known too: Eunice Mae Brock."""
    if " " in right or "・" in right:
        own = [use for use in line.uses if use.concept == concept.id and use.word in right and use.word != right]
        if own:
            return Rest(line.text, ((use.start, use.end) for use in line.uses if use not in own))
    return line.rest


def wrong_forms(case: Case, lines: Iterable[Line]) -> Iterator[Finding]:
    """Short names with the word for another kind of thing, Yanggu City for Yanggu County, or behind another long one: the Refugee Agency
    (UNRRA)."""
    for line in lines:
        wrong: dict[str, tuple[int, int]] = {}  # one of each concept
        for use in line.uses:
            if use.how == "accepted" and use.concept not in wrong and is_name(case.concepts[use.concept]):
                right = case.concepts[use.concept].words[case.lang.code].right
                found = _other_kind(case, right, use, line) or _other_long(right, use, line)
                wrong |= {use.concept: found} if found else {}
        for id, (start, end) in wrong.items():
            yield _other(case, case.concepts[id], case.concepts[id].words[case.lang.code].right, line, start, end)


def _other_kind(case: Case, right: str, use: Use, line: Line) -> tuple[int, int] | None:
    found = case.terms.kinds[case.lang.code].match(line.text, use.end)
    return (use.start, found.end()) if found and right.removeprefix(use.word) not in (right, found[0]) else None


def _other_long(right: str, use: Use, line: Line) -> tuple[int, int] | None:
    """What begins as the long name and ends before the brackets that the short one stands in."""
    if not use.word.isupper() or line.text[use.start - 1 : use.start] not in ("(", "（"):
        return None
    far = max(0, use.start - 2 * len(right))
    before = line.text[far : use.start - 1].rstrip()
    start = before.rfind(right.partition(" ")[0] if right[:1].isascii() else right[:2])
    right_before = even(before).endswith(even(right))
    return (far + start, far + len(before)) if start >= 0 and not right_before and not _END.search(before, start) else None


def _place(case: Case, line: Line, start: int, end: int) -> tuple[int, int]:
    found = line.text[start:end]
    return case.written(line.block).find(found, line.block.text.count(found, 0, line.start + start))


def _is_foreign(case: Case, line: Line, start: int, end: int) -> bool:
    words, found = case.written(line.block), line.text[start:end]
    at = words.text.find(found)
    return any(start <= at < end for start, end, _ in words.foreign)


def _other(case: Case, concept: Concept, word: str, line: Line, start: int, end: int) -> Finding:
    found, right = line.text[start:end], concept.words[case.lang.code].right
    params = {"found": found, "word": word, "right": right, "id": concept.id}
    return Finding("term-other", *_place(case, line, start, end), tuple(params.items()))
