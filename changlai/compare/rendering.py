"""Whether the blocks of a translation say what the blocks of its source say, as far as the glossary knows.

A concept of the source must have a sound rendering in the blocks that say the same, or have moved with its sentence into those beside them.
One that need be said but `once` is known from then on, and from the title: who has read of Chang Lai Yuan may meet “the garden”. But what
stands there and is nearly the name, or was once, or is another's, is always told. Cells and items are compared one by one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from changlai.compare.case import SILENT, Case, Side
from changlai.compare.instead import Line, another, instead, is_name, slip, strangers, wrong_forms
from changlai.compare.matching import SOUND, Use
from changlai.compare.ties import within
from changlai.compare.tongues import forbidden_abroad, unlike
from changlai.model import Block, Concept, Finding, Pair

_WORKS = re.compile(r"《[^《》]*》|『[^『』]*』")  # titles, which are translated as the work is known


class Told(NamedTuple):
    """What says the same in both editions, and what it names."""

    blocks: Sequence[Block]  # of the source
    said: str  # their words
    demanded: Mapping[str, Sequence[str]]  # concepts of the source, each with the words that name it
    lines: Sequence[Line]  # of the translation
    rendered: Counter[str]  # concepts of the translation, and how often


def beside(case: Case, source: Side, pairs: Iterable[Pair], demand: bool = True) -> Iterator[Finding]:
    """Without `demand`, nothing is missing but names that the source has in quotation marks."""
    always = _subjects(case, source)
    told = [part for pair in _whole(case, source, [*pairs]) if pair.source and pair.target for part in _parts(case, source, pair)]
    known = {use.concept for use in case.found(case.edition.head) if use.how in SOUND}
    known = {id for id in known if case.concepts[id].once or not demand}
    for at, part in enumerate(told):
        near = told[max(0, at - 1) : at + 2]
        for id, words in part.demanded.items():
            concept, lacks = case.concepts[id], part.rendered[id] < len(words)
            renders = not lacks or _renders(case, part, concept)
            stead = None if renders else instead(case, concept, words[0], part.lines)
            if not stead and lacks:
                stead = another(case, concept, words[0], part.lines, _surplus(part))
            if not stead and lacks:
                stead = slip(case, concept, words[0], part.lines, part.said, lacks)
            if stead:
                yield stead
            elif (demand or (is_name(concept) and f"“{words[0]}”" in part.said)) and not (
                renders or id in known or _moved(case, concept, near)
            ):
                params = {"word": words[0], "right": concept.words[case.lang.code].right, "id": id}
                yield Finding("term-missing", part.lines[0].block.line, 1, tuple(params.items()))
                known |= {id} if concept.once else set()
        about = {**always, **dict(_named(case, source.lang, near))}
        yield from _slips(case, part, about)
        yield from strangers(case, part.demanded, part.lines, about)
        yield from wrong_forms(case, part.lines, about)
        yield from forbidden_abroad(case, about, part.lines)
        yield from unlike(case, source, part.blocks, part.said, part.lines)
        known |= {id for id in part.rendered if case.concepts[id].once}


def _whole(case: Case, source: Side, pairs: Sequence[Pair]) -> Iterator[Pair]:
    """The pairs, each with the block next to it that stands beside none and names what is missing here."""
    alone = {place for pair in pairs if not pair.source for place in pair.target}
    for pair in pairs:
        beside = {pair.target[0] - 1, pair.target[-1] + 1} & alone if pair.source and pair.target else ()
        if beside:
            asked = {id for place in pair.source for id, _ in _demanded(case, source, source.blocks[place].text)}
            lacks = asked - {id for place in pair.target for id in _sound(case.uses[place])}
            pair = pair._replace(target=tuple(sorted({*pair.target, *(at for at in beside if lacks & _sound(case.uses[at]))})))
        yield pair


def _sound(uses: Iterable[Use]) -> set[str]:
    return {use.concept for use in uses if use.how in SOUND}


def _subjects(case: Case, source: Side) -> dict[str, str]:
    """Names of what an entry is about, with the words of the source for them."""
    found = {use.concept: use.word for use in case.terms.matchers[source.lang].find(source.head)}
    found |= {id: case.concepts[id].words[source.lang].right for id in case.own if source.lang in case.concepts[id].words}
    return {id: word for id, word in found.items() if _says(case, id)}


def _named(case: Case, lang: str, near: Iterable[Told]) -> Iterator[tuple[str, str]]:
    """Concepts that the source names, those inside of others too, with its words."""
    for part in near:
        for id, words in part.demanded.items():
            yield from ((name, word) for name, word in case.terms.inner[lang][id].items() if _says(case, name))
            yield id, words[0]


def _says(case: Case, id: str) -> bool:
    return id in case.concepts and case.lang.code in case.concepts[id].words


def _slips(case: Case, part: Told, about: Mapping[str, str]) -> Iterator[Finding]:
    """Of names that are said often enough, and of those that the source says beside or that the entry is about."""
    for id, word in about.items():
        concept = case.concepts[id]
        if is_name(concept) and part.rendered[id] >= len(part.demanded.get(id, ())):
            found = slip(case, concept, word, part.lines, part.said, False)
            if found:
                yield found


def _parts(case: Case, source: Side, pair: Pair) -> Iterator[Told]:
    """A pair, in as many parts as both sides have cells or items."""
    here, there = [source.blocks[at] for at in pair.source], [case.edition.blocks[at] for at in pair.target]
    said, lines = here[0].text.split("\n"), there[0].text.split("\n")
    if len(here) == len(there) == 1 < len(said) == len(lines):
        at = 0
        for words, text in zip(said, lines, strict=True):
            yield _told(case, source, here, words, [Line(there[0], at, text, case.found(text))])
            at += len(text) + 1
    else:
        yield _told(
            case,
            source,
            here,
            "\n".join(block.text for block in here),
            [Line(block, 0, block.text, case.uses[at]) for block, at in zip(there, pair.target, strict=True)],
        )


def _told(case: Case, source: Side, blocks: Sequence[Block], said: str, lines: Sequence[Line]) -> Told:
    demanded: dict[str, list[str]] = {}
    if not all(block.kind in SILENT for block in blocks):
        for id, word in _demanded(case, source, said):
            demanded.setdefault(id, []).append(word)
    rendered = Counter(use.concept for line in lines for use in line.uses if use.how in SOUND)
    return Told(blocks, said, demanded, lines, rendered)


def _demanded(case: Case, source: Side, text: str) -> Iterator[tuple[str, str]]:
    uses = case.terms.matchers[source.lang].find(text)
    works = [match.span() for match in _WORKS.finditer(text)] if uses else []
    for use in uses:
        if _says(case, use.concept) and use.how not in ("forbidden", "unfit") and not within(use, works):
            yield use.concept, text[use.start : use.end]


def _renders(case: Case, part: Told, concept: Concept) -> bool:
    said = concept.words[case.lang.code]
    return concept.id in part.rendered or any(case.matcher.says(line.text, said) for line in part.lines)


def _moved(case: Case, concept: Concept, near: Iterable[Told]) -> bool:
    """Whether a rendering stands in what is beside, to which nothing but a sentence that moved can have brought it."""
    return any(_renders(case, part, concept) for part in near if concept.once or concept.id not in part.demanded)


def _surplus(part: Told) -> frozenset[str]:
    """What stands there more often than in the source."""
    return frozenset(id for id, number in part.rendered.items() if number > len(part.demanded.get(id, ())))
