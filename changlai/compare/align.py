"""Which blocks of two editions say the same: the engine under status, packets, parallel text, terms and facts.

What is certain beforehand comes first, then a lattice over all that keeps the order, then what was moved. A pair is asserted where it is
as good as certain; whatever is not becomes a section, to be listed and never guessed. docs/design.md has the model and what was measured.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from math import log

from changlai.compare import lengths
from changlai.compare.anchors import anchors, chain
from changlai.compare.evidence import SINGLE, Evidence, gather, join, one, split
from changlai.compare.lattice import Likely, Weights, band, likely
from changlai.compare.repair import linked, repaired
from changlai.compare.shared import data, words
from changlai.compare.straight import straight
from changlai.model import Pair, Traits, Typography

PLAIN = 0.999  # what is at least so probable by numbers and lengths alone needs no more
CERTAIN = 0.93  # what is less probable is not asserted
_SURE = 0.97  # what is at least so probable tells how the translator writes
_ENOUGH, _MARGIN = 6.0, 7.0  # logarithms of what speaks for two blocks, and how much more than for any other, to be led by them
_CELLS = 40_000  # nodes of a lattice; half a second
_ROUNDS = 3

Places = Sequence[int]
Link = tuple[int, int]


def align(
    source: Sequence[Traits], target: Sequence[Traits], languages: tuple[Typography, Typography], known: Sequence[Link] = ()
) -> tuple[Pair, ...]:
    """Every block of both editions in exactly one pair, by source and then target; what was added stands behind what it follows.

    `known` are places that were recorded to go together. Never fails: what contradicts itself, or points nowhere, is left out of account.
    """
    model = lengths.between(*languages)
    if plain := straight(source, target, model, known):
        return plain
    exact, shared = anchors(source, target, known), [data(source, target)]
    # Words are read only where what is quick to see leaves a doubt.
    pairs = _searched(gather(source, target, model, shared), exact)
    if any(pair.confidence < PLAIN or not linked(pair) for pair in pairs):
        model = lengths.fitted(model, _measured(source, target, pairs))
        pairs = _searched(gather(source, target, model, [*shared, *words(source, target, languages)]), exact)
    return _sections(_ordered([pair if pair.confidence >= CERTAIN else pair._replace(how="section") for pair in pairs]))


def _measured(source: Sequence[Traits], target: Sequence[Traits], pairs: Sequence[Pair]) -> list[tuple[float, float]]:
    """The lengths of blocks that go together for sure."""
    sure = [pair for pair in pairs if pair.confidence >= _SURE and len(pair.source) == len(pair.target) == 1]
    return [(source[pair.source[0]].length, target[pair.target[0]].length) for pair in sure]


def _searched(evidence: Evidence, exact: Sequence[Pair]) -> list[Pair]:
    """What was moved is found only once the rest is in order, and the rest is told better once it is known what was moved."""
    telling = _telling(evidence)
    cuts = chain((pair.source[0], pair.target[0]) for pair in exact)
    moved: list[Pair] = []
    pairs: list[Pair] = []
    for _ in range(_ROUNDS):
        pairs = repaired(evidence, list(_in_order(evidence, [*exact, *moved], cuts, telling)))
        links = [pair for pair in pairs if linked(pair)]
        line = set(chain((pair.source[0], pair.target[0]) for pair in links))
        found = [pair for pair in links if _is_moved(pair, line) and pair not in exact]
        if {pair[:2] for pair in found} <= {pair[:2] for pair in moved}:
            break
        moved = found
    return pairs


def _is_moved(pair: Pair, line: set[Link]) -> bool:
    return (pair.source[0], pair.target[0]) not in line and pair.confidence >= CERTAIN and len(pair.source) == len(pair.target) == 1


def _telling(evidence: Evidence) -> list[Link]:
    """Blocks that share so much, and with no other block anything like it, that they must go together."""
    rows: dict[int, list[tuple[float, int]]] = {}
    columns: dict[int, list[tuple[float, int]]] = {}
    for s, row in enumerate(evidence.shared):
        for t in row:
            if weight := one(evidence, s, t):
                rows.setdefault(s, []).append((log(weight), t))
                columns.setdefault(t, []).append((log(weight), s))
    best = {s: _first(found) for s, found in rows.items()}
    other = {t: _first(found) for t, found in columns.items()}
    return [(s, t) for s, t in best.items() if t >= 0 and other[t] == s]


def _first(found: list[tuple[float, int]]) -> int:
    """The best by far; -1 where there is none."""
    found.sort(reverse=True)
    second = found[1][0] if len(found) > 1 else 0.0
    return found[0][1] if found[0][0] > max(_ENOUGH, second + _MARGIN) else -1


def _in_order(evidence: Evidence, fixed: Sequence[Pair], cuts: Sequence[Link], telling: Sequence[Link]) -> Iterator[Pair]:
    """The fixed pairs, and what the lattices say of the stretches between those of them that keep the order."""
    yield from fixed
    ours, theirs = {s for pair in fixed for s in pair.source}, {t for pair in fixed for t in pair.target}
    source = [s for s in range(len(evidence.source.logs)) if s not in ours]
    target = [t for t in range(len(evidence.target.logs)) if t not in theirs]
    leads = [link for link in telling if link[0] not in ours and link[1] not in theirs]
    start, first = 0, 0
    for cut in [*cuts, (len(evidence.source.logs), len(evidence.target.logs))]:
        end, last = bisect_left(source, cut[0]), bisect_left(target, cut[1])
        yield from _stretch(evidence, source[start:end], target[first:last], leads)
        start, first = end, last


def _stretch(evidence: Evidence, source: Places, target: Places, leads: Sequence[Link]) -> Iterator[Pair]:
    if not source or not target:
        yield from [Pair((s,), (), 1.0) for s in source] + [Pair((), (t,), 1.0) for t in target]
        return
    ours, theirs = {s: row for row, s in enumerate(source)}, {t: column for column, t in enumerate(target)}
    corners = chain((ours[s], theirs[t]) for s, t in leads if s in ours and t in theirs)

    def weigh(row: int, low: int, high: int) -> Weights:
        return _weights(evidence, source[row : row + 2], target, low, high)

    nodes = band(len(source), len(target), [(row, column, 1) for row, column in corners], _CELLS)
    found = likely(nodes, weigh, SINGLE) or likely(band(len(source), len(target), [], _CELLS), weigh, SINGLE)
    if found:
        yield from _asserted(found, source, target)
    else:
        yield Pair(tuple(source), tuple(target), 0.0, "section")


def _weights(evidence: Evidence, rows: Places, target: Places, low: int, high: int) -> Weights:
    s, many = rows[0], len(target)
    columns = range(low, min(high + 1, many))
    ones = [one(evidence, s, target[column]) for column in columns]
    splits = [split(evidence, s, target[column], target[column + 1]) if column + 1 < many else 0.0 for column in columns]
    joins = [join(evidence, s, rows[1], target[column]) if len(rows) > 1 else 0.0 for column in columns]
    nothing = [0.0] * (high + 1 - low - len(columns))
    return ones + nothing, splits + nothing, joins + nothing


def _asserted(found: Likely, source: Places, target: Places) -> Iterator[Pair]:
    """What is certain; of what lies between two certain beads and is not, one section."""
    row = column = 0
    sure = [bead for bead in found.beads if bead.probability >= CERTAIN]
    ends = [(bead.source, bead.target, bead.probability) for bead in sure]
    for rows, columns, probability in [*ends, ((len(source), len(source)), (len(target), len(target)), 0.0)]:
        ours, theirs = range(row, rows[0]), range(column, columns[0])
        yield from [Pair((source[at],), (), min(1.0, found.alone[0][at])) for at in ours if found.alone[0][at] >= CERTAIN]
        yield from [Pair((), (target[at],), min(1.0, found.alone[1][at])) for at in theirs if found.alone[1][at] >= CERTAIN]
        left = tuple(source[at] for at in ours if found.alone[0][at] < CERTAIN)
        right = tuple(target[at] for at in theirs if found.alone[1][at] < CERTAIN)
        if left or right:
            yield Pair(left, right, 0.0, "section")
        if probability:
            yield Pair(tuple(source[slice(*rows)]), tuple(target[slice(*columns)]), probability)
        row, column = rows[1], columns[1]


def _sections(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """What is doubtful side by side is one section."""
    found: list[Pair] = []
    for pair in pairs:
        last = found[-1] if found else None
        if last and last.how == pair.how == "section" and _meet(last.source, pair.source) and _meet(last.target, pair.target):
            found[-1] = Pair(last.source + pair.source, last.target + pair.target, min(last.confidence, pair.confidence), "section")
        else:
            found.append(pair)
    return tuple(found)


def _meet(first: Places, second: Places) -> bool:
    return not first or not second or first[-1] + 1 == second[0]


def _ordered(pairs: Sequence[Pair]) -> Iterator[Pair]:
    added = {pair.target[0]: pair for pair in pairs if not pair.source}

    def following(place: int) -> Iterator[Pair]:
        while pair := added.pop(place, None):
            yield pair
            place = pair.target[-1] + 1

    yield from following(0)
    for pair in sorted(pair for pair in pairs if pair.source):
        yield pair
        for t in pair.target:
            yield from following(t + 1)
    yield from [added[place] for place in sorted(added)]
