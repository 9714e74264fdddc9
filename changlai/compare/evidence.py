"""How much more probable two blocks are as a source and its translation than as blocks that have nothing to do with each other.

Three kinds of evidence are taken to be independent and multiplied: what the blocks are, how long they are, and what they share.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import exp, log, pi, sqrt
from typing import NamedTuple

from changlai.compare.lattice import Weights
from changlai.compare.lengths import Lengths
from changlai.model import Traits

# Of the blocks of a source: what becomes of them. Measured on the labelled documents, where more was done to them than happens on a site.
ONE, SINGLE, MERGED = 0.92, 0.02, 0.02
_CHANGED = {"figure": 0.005, "code": 0.05, "heading": 0.03, "table": 0.15, "list": 0.15}  # another shape, of the same kind
_LOOSE = frozenset({"paragraph", "list", "quote", "note", "definitions"})  # what a translator may turn into each other
_TURNED = 0.01
_MERGEABLE = _LOOSE
_STRANGE = 0.02  # translations whose length tells nothing
_KEPT = 0.85  # data and terms of the source that are found in its translation
_MOST, _LEAST = exp(10), exp(-5)  # what is shared or missing counts for no more, since it is not independent
_COMMON = 64  # pairs of blocks that share one thing; more, and it tells nothing


class Side(NamedTuple):
    """One edition; every field by block."""

    shapes: Sequence[tuple[str, str]]
    logs: Sequence[float]  # of lengths
    lengths: Sequence[float]
    usual: Sequence[float]  # how dense the logarithms of lengths lie here in blocks of its kind


class Evidence(NamedTuple):
    source: Side
    target: Side
    model: Lengths
    affinity: Mapping[tuple[str, str], Mapping[tuple[str, str], float]]
    shared: Sequence[Mapping[int, float]]  # by block of the source, then by block of the target
    missing: tuple[Sequence[float], Sequence[float]]  # what a block's things count if none of them is in the other


def gather(source: Sequence[Traits], target: Sequence[Traits], model: Lengths) -> Evidence:
    ours, theirs = _side(source), _side(target)
    shared, missing = _things(source, target)
    return Evidence(ours, theirs, model, _affinities(ours.shapes, theirs.shapes), shared, missing)


def _side(blocks: Sequence[Traits]) -> Side:
    lengths = [max(block.length, 0.5) for block in blocks]
    logs = [log(length) for length in lengths]
    headings = _usual([value for value, block in zip(logs, blocks, strict=True) if block.kind == "heading"], 2.2)
    others = _usual([value for value, block in zip(logs, blocks, strict=True) if block.kind != "heading"], 4.0)
    usual = []
    for value, block in zip(logs, blocks, strict=True):
        mean, variance = headings if block.kind == "heading" else others
        usual.append(exp(-((value - mean) ** 2) / 2 / variance) / sqrt(2 * pi * variance))
    return Side([(block.kind, block.shape) for block in blocks], logs, lengths, usual)


def _usual(logs: Sequence[float], mean: float, variance: float = 0.64, weight: int = 4) -> tuple[float, float]:
    """Mean and variance, starting from what is usual anywhere as if that had been seen `weight` times."""
    here = (sum(logs) + mean * weight) / (len(logs) + weight)
    return here, (sum((value - here) ** 2 for value in logs) + ((mean - here) ** 2 + variance) * weight) / (len(logs) + weight)


def _affinities(
    source: Sequence[tuple[str, str]], target: Sequence[tuple[str, str]]
) -> Mapping[tuple[str, str], Mapping[tuple[str, str], float]]:
    shapes, kinds = Counter(target), Counter(kind for kind, _ in target)
    many = len(target) + 1
    return {
        ours: {theirs: _affinity(ours, theirs, (n + 0.5) / many, (kinds[theirs[0]] + 0.5) / many) for theirs, n in shapes.items()}
        for ours in set(source)
    }


def _affinity(ours: tuple[str, str], theirs: tuple[str, str], same_shape: float, same_kind: float) -> float:
    kind = ours[0]
    if ours == theirs:
        return (1 - _CHANGED.get(kind, 0.05)) / same_shape
    if kind == theirs[0]:
        return _CHANGED.get(kind, 0.05) / same_kind
    return _TURNED / same_kind if kind in _LOOSE and theirs[0] in _LOOSE else 0.0


def _things(
    source: Sequence[Traits], target: Sequence[Traits]
) -> tuple[Sequence[Mapping[int, float]], tuple[Sequence[float], Sequence[float]]]:
    """What each pair of blocks shares, and what each block has that the other may miss, as factors."""
    ours, theirs = [things(block) for block in source], [things(block) for block in target]
    shared: list[dict[int, float]] = [{} for _ in source]
    places, homes = _places(ours), _places(theirs)
    lost = [_lost(thing_set, places, len(source)) for thing_set in ours], [_lost(thing_set, homes, len(target)) for thing_set in theirs]
    for thing, where in places.items():
        there = homes.get(thing, ())
        if there and len(where) * len(there) <= _COMMON:
            usual = (len(there) + 0.5) / (len(target) + 1), (len(where) + 0.5) / (len(source) + 1)
            factor = _KEPT / usual[0] / _miss(usual[0]) / _miss(usual[1])
            for here in where:
                for other in there:
                    shared[here][other] = shared[here].get(other, 1.0) * factor
    return shared, lost


def things(block: Traits) -> frozenset[str]:
    return frozenset([f"{datum.kind} {datum.value}" for datum in block.data]) | frozenset(block.terms) | frozenset(block.targets)


def _places(blocks: Sequence[Iterable[str]]) -> Mapping[str, Sequence[int]]:
    found: dict[str, list[int]] = {}
    for place, block in enumerate(blocks):
        for thing in block:
            found.setdefault(thing, []).append(place)
    return found


def _miss(usual: float) -> float:
    return (1 - _KEPT) / (1 - min(usual, _KEPT))


def _lost(block: Iterable[str], places: Mapping[str, Sequence[int]], many: int) -> float:
    factor = 1.0
    for thing in block:
        factor *= _miss((len(places[thing]) + 0.5) / (many + 1))
    return factor


class Beads:
    """The weights of all beads of a stretch: `source` and `target` are the places of its blocks in the editions."""

    def __init__(self, evidence: Evidence, source: Sequence[int], target: Sequence[int], one: float = ONE) -> None:
        self.evidence, self.source, self.target, self.one = evidence, source, target, one
        side = evidence.target
        self.splits = [_two(side, first, second) for first, second in zip(target, target[1:], strict=False)] + [(0.0, 0.0)]

    def __call__(self, row: int, low: int, high: int) -> Weights:
        one, many = [], len(self.target)
        for column in range(low, high + 1):
            one.append(self._one(row, column) if column < many else 0.0)
        splits = [self._split(row, column) if column + 1 < many else 0.0 for column in range(low, high + 1)]
        joins = [self._join(row, column) if column < many and row + 1 < len(self.source) else 0.0 for column in range(low, high + 1)]
        return one, splits, joins

    def _one(self, row: int, column: int) -> float:
        s, t = self.source[row], self.target[column]
        e = self.evidence
        affinity = e.affinity[e.source.shapes[s]][e.target.shapes[t]]
        if not affinity:
            return 0.0
        return (
            self.one
            * affinity
            * self._length(e.source.logs[s], e.source.lengths[s], e.target.logs[t], e.target.usual[t])
            * self._cue((s,), (t,))
        )

    def _length(self, ours: float, length: float, theirs: float, usual: float) -> float:
        variance = self.evidence.model.spread + self.evidence.model.noise / length
        d = theirs - ours - self.evidence.model.shift
        return (1 - _STRANGE) * exp(-d * d / 2 / variance) / sqrt(2 * pi * variance) / usual + _STRANGE

    def _cue(self, ours: Sequence[int], theirs: Sequence[int]) -> float:
        e = self.evidence
        value = 1.0
        for s in ours:
            value *= e.missing[0][s]
            for t in theirs:
                value *= e.shared[s].get(t, 1.0)
        for t in theirs:
            value *= e.missing[1][t]
        return min(max(value, _LEAST), _MOST)

    def _split(self, row: int, column: int) -> float:
        e, s = self.evidence, self.source[row]
        t, u = self.target[column], self.target[column + 1]
        kind = e.source.shapes[s][0]
        if kind not in _MERGEABLE or not (kind == e.target.shapes[t][0] == e.target.shapes[u][0]):
            return 0.0
        logs, usual = self.splits[column]
        a = e.affinity[e.source.shapes[s]]
        af = min(30.0, a[e.target.shapes[t]] * a[e.target.shapes[u]])
        return MERGED * af * self._length(e.source.logs[s], e.source.lengths[s], logs, usual) * self._cue((s,), (t, u))

    def _join(self, row: int, column: int) -> float:
        e, t = self.evidence, self.target[column]
        s, r = self.source[row], self.source[row + 1]
        kind = e.target.shapes[t][0]
        if kind not in _MERGEABLE or not (kind == e.source.shapes[s][0] == e.source.shapes[r][0]):
            return 0.0
        length = e.source.lengths[s] + e.source.lengths[r]
        af = e.affinity[e.source.shapes[s]][e.target.shapes[t]]
        return MERGED * af * self._length(log(length), length, e.target.logs[t], e.target.usual[t]) * self._cue((s, r), (t,))


def _two(side: Side, first: int, second: int) -> tuple[float, float]:
    """The logarithm of the length of two blocks together, and how dense such lie here; where one is cut in two is as likely anywhere."""
    ours, theirs = side.lengths[first], side.lengths[second]
    together = ours + theirs
    return log(together), side.usual[first] * side.usual[second] * together * together / (ours * theirs)
