"""Whether the blocks of a translation say what the blocks of its source say, as far as the glossary knows.

A concept of the source must have a sound rendering in the blocks that say the same, or have moved with its sentence into those beside them.
One that need be said but `once` is known from then on, and from the title: who has read of Chang Lai Yuan may meet “the garden”. But what
stands there and is nearly the name, or was once, or is another's, is always told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from changlai.compare.case import SILENT, Case, Side
from changlai.compare.matching import SOUND, Use
from changlai.compare.nearly import begun, nearly
from changlai.compare.spelling import even
from changlai.compare.ties import claim, within
from changlai.model import Block, Concept, Finding, Pair

FAR = 4000  # characters: in more than that nobody looks for a slip of the finger
_WORKS = re.compile(r"《[^《》]*》|『[^『』]*』")  # titles, which are translated as the work is known


class Told(NamedTuple):
    """A pair, and what it names on both sides."""

    demanded: Mapping[str, Sequence[str]]  # concepts of the source, each with the words that name it
    blocks: Sequence[Block]  # of the translation
    uses: Sequence[Sequence[Use]]  # by block
    rendered: Counter[str]  # concepts of the translation, and how often


def beside(case: Case, source: Side, pairs: Iterable[Pair]) -> Iterator[Finding]:
    told = [_told(case, source, pair) for pair in pairs if pair.source and pair.target]
    known = {use.concept for use in case.found(case.edition.head) if use.how in SOUND and case.concepts[use.concept].once}
    named = {id for pair in told for id in pair.demanded}
    for at, pair in enumerate(told):
        near = told[max(0, at - 1) : at + 2]
        for id, words in pair.demanded.items():
            concept = case.concepts[id]
            renders = _renders(case, pair, concept)
            stead = None if renders else _instead(case, concept, words[0], pair, named)
            if not stead and pair.rendered[id] < len(words):
                stead = _slip(case, concept, words[0], pair)
            if stead:
                yield stead
            elif not (renders or id in known or _moved(case, concept, near)):
                params = {"word": words[0], "right": concept.words[case.lang.code].right, "id": id}
                yield Finding("term-missing", pair.blocks[0].line, 1, tuple(params.items()))
                known |= {id} if concept.once else set()
        known |= {id for id in pair.rendered if case.concepts[id].once}


def _told(case: Case, source: Side, pair: Pair) -> Told:
    uses = [case.uses[at] for at in pair.target]
    demanded: dict[str, list[str]] = {}
    for at in pair.source:
        for id, word in _demanded(case, source, source.blocks[at]):
            demanded.setdefault(id, []).append(word)
    rendered = Counter(use.concept for block in uses for use in block if use.how in SOUND)
    return Told(demanded, [case.edition.blocks[at] for at in pair.target], uses, rendered)


def _demanded(case: Case, source: Side, block: Block) -> Iterator[tuple[str, str]]:
    uses = case.terms.matchers[source.lang].find(block.text) if block.kind not in SILENT else ()
    works = [match.span() for match in _WORKS.finditer(block.text)] if uses else []
    for use in uses:
        known = use.concept in case.concepts and case.lang.code in case.concepts[use.concept].words
        if known and use.how not in ("forbidden", "unfit") and not within(use, works):
            yield use.concept, block.text[use.start : use.end]


def _renders(case: Case, pair: Told, concept: Concept) -> bool:
    said = concept.words[case.lang.code]
    return concept.id in pair.rendered or any(case.matcher.says(block.text, said) for block in pair.blocks)


def _moved(case: Case, concept: Concept, near: Iterable[Told]) -> bool:
    """Whether a rendering stands in the blocks beside, to which nothing but a sentence that moved can have brought it."""
    return any(_renders(case, pair, concept) for pair in near if concept.once or concept.id not in pair.demanded)


def _instead(case: Case, concept: Concept, word: str, pair: Told, named: Collection[str]) -> Finding | None:
    """What stands where a rendering should: what is forbidden, what was right once, or else what is another's."""
    here = [(block, use) for block, uses in zip(pair.blocks, pair.uses, strict=True) for use in uses]
    for block, use in here:
        if use.concept == concept.id and use.how in ("forbidden", "unfit"):
            words = case.written(block)
            again = next((found for found in case.found(words.text) if (found.concept, found.word) == (use.concept, use.word)), None)
            return case.forbidden(again, words) if again else None
        if use.concept == concept.id and use.how == "alias":
            return _other(case, concept, word, block, block.text[use.start : use.end])
    for block, use in here:
        if use.how in SOUND and use.concept not in named and _rivals(case, concept.id, use.concept):
            return _other(case, concept, word, block, block.text[use.start : use.end])
    return None


def _rivals(case: Case, one: str, other: str) -> bool:
    """Whether two concepts are of one kind, so that who names the other has mixed them up."""
    named = case.terms.named
    if one in named and other in named:
        return named[one].kind == named[other].kind
    return bool(claim(case.concepts[one]) and claim(case.concepts[other]))


def _slip(case: Case, concept: Concept, word: str, pair: Told) -> Finding | None:
    """What is nearly a rendering; of a name, what begins as one and goes on otherwise."""
    said = concept.words[case.lang.code]
    for block, uses in zip(pair.blocks, pair.uses, strict=True) if sum(len(block.text) for block in pair.blocks) <= FAR else ():
        typed = even(block.text)
        for right in (said.right, *said.accept):
            for start, end in chain(nearly(even(right), typed), begun(even(right), typed) if concept.once else ()):
                free = not any(use.start < end and start < use.end for use in uses)
                if (
                    free
                    and (not right[:1].isupper() or block.text[start].isupper())
                    and not _is_foreign(case, block, block.text[start:end])
                ):
                    return _other(case, concept, word, block, block.text[start:end])
    return None


def _is_foreign(case: Case, block: Block, word: str) -> bool:
    words = case.written(block)
    at = words.text.find(word)
    return any(start <= at < end for start, end in words.foreign)


def _other(case: Case, concept: Concept, word: str, block: Block, found: str) -> Finding:
    right = concept.words[case.lang.code].right
    params = {"found": found, "word": word, "right": right, "id": concept.id}
    return Finding("term-other", *case.written(block).find(found), tuple(params.items()))
