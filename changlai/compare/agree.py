"""Whether a translation says the numbers that its source says, and leads where that leads."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from changlai.compare.counted import invented
from changlai.compare.exchanged import exchanged
from changlai.compare.facts import disagreements, values
from changlai.compare.links import lost
from changlai.model import Block, Datum, Finding, Pair

At = tuple[int, int]  # line and column


class Version(NamedTuple):
    """One edition: its blocks and the data of each, and all that it says anywhere, title and summary too."""

    blocks: Sequence[Block]
    data: Sequence[Sequence[Datum]]
    said: frozenset[str]


def everything(data: Iterable[Sequence[Datum]]) -> frozenset[str]:
    return values(chain.from_iterable(data), light=True)


def agree(
    source: Version,
    target: Version,
    pairs: Sequence[Pair],
    find: Callable[[Block, str], At],
    depth: Callable[[Block, str], float] = lambda *_: 0.0,
) -> Iterator[Finding]:
    """What disagrees, pair by pair; `find` gives the place of a word in a block of the translation, `depth` how far down in one of the
    source a target stands. A block that says why it differs is believed."""
    anywhere = {name for block in target.blocks for name in block.targets}
    alone = {place for pair in pairs if not pair.source for place in pair.target}
    for pair in pairs:
        here = [target.blocks[place] for place in pair.target]
        if not here or not pair.source or any(block.differs for block in here):
            continue
        for block, one, other in _facts(source, target, pair, alone):
            if (one and other) or not _moved(source, one, target, other):
                yield finding(one, other, find(block, other.text) if other else (block.line, 1))
        for at, name in lost([source.blocks[place] for place in pair.source], here, anywhere, depth):
            yield Finding("link-lost", here[at].line, 1, (("target", name),))
    yield from pictures(source, target, pairs, anywhere)


def _facts(source: Version, target: Version, pair: Pair, alone: Collection[int]) -> Iterator[tuple[Block, Datum | None, Datum | None]]:
    """What disagrees, each with the block of the translation where it stands or should. `alone` are blocks that stand beside none: one
    next to these that says what is missing here belongs to them."""
    said = [*chain.from_iterable(source.data[place] for place in pair.source)]
    found = _compared(source, target, pair, said)
    if found and alone:
        lacks = values(said) - values(chain.from_iterable(target.data[place] for place in pair.target))
        beside = {place for place in (pair.target[0] - 1, pair.target[-1] + 1) if place in alone and lacks & values(target.data[place])}
        if beside:
            found = _compared(source, target, pair._replace(target=tuple(sorted({*pair.target, *beside}))), said)
    yield from found


def _compared(source: Version, target: Version, pair: Pair, said: Sequence[Datum]) -> list[tuple[Block, Datum | None, Datum | None]]:
    spelled = [(datum, target.blocks[place]) for place in pair.target for datum in target.data[place]]
    data = [datum for datum, _ in spelled]
    found = disagreements(said, data)
    items = max(source.blocks[place].text.count("\n") + 1 for place in pair.source)
    found += [(None, datum) for datum in invented(said, data, items) if all(datum is not other for _, other in found)]
    if not found and len(said) > 1:
        found += exchanged(
            *([(side.blocks[at].text, side.data[at]) for at in some] for side, some in ((source, pair.source), (target, pair.target)))
        )
    blocks = {id(datum): block for datum, block in spelled}
    return [(blocks[id(other)] if other else target.blocks[pair.target[0]], one, other) for one, other in found]


def agree_in_line(source: Version, said: Sequence[Datum], target: Version, here: Sequence[Datum], anew: bool = True) -> Iterator[Finding]:
    """The same for two texts of one line; columns are of the translation. Those that are written `anew` rather than translated, such as
    summaries, may take each from another place, unless they say the same things and only join them otherwise."""
    same = everything([said]) <= everything([here])
    for one, other in disagreements(said, here):
        joined = one and other and (not anew or (same and not everything([[one]]) <= everything([[other]])))
        if joined or not _moved(source, one, target, other):
            yield finding(one, other, (1, other.start + 1 if other else 1))


def pictures(source: Version, target: Version, pairs: Sequence[Pair], anywhere: Collection[str]) -> Iterator[Finding]:
    """Pictures of the source that a translation left out with their block; told at the block before which they belong."""
    line = 1
    for pair in pairs:
        if pair.target:
            line = target.blocks[pair.target[-1]].line
        elif pair.source and source.blocks[pair.source[0]].kind == "figure":
            yield from (
                Finding("link-lost", line, 1, (("target", name),)) for name in source.blocks[pair.source[0]].targets if name not in anywhere
            )


def _moved(source: Version, one: Datum | None, target: Version, other: Datum | None) -> bool:
    """Whether what is missing here is said in another place, and what is too much stands elsewhere in the source."""
    return not (one and not _says(target, one)) and not (other and not _says(source, other))


def _says(version: Version, datum: Datum) -> bool:
    return everything([[datum]]) <= version.said


def finding(source: Datum | None, here: Datum | None, at: At) -> Finding:
    words = {"source": source.text if source else "", "here": here.text if here else ""}
    code = "fact-differs" if source and here else "fact-missing" if source else "fact-extra"
    return Finding(code, *at, tuple((name, text) for name, text in words.items() if text))
