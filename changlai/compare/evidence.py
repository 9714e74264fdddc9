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
from changlai.compare.words import data, words
from changlai.model import Traits

# Of the blocks of a source: what becomes of them. Measured on the labelled documents, where more was done to them than happens on a site.
ONE, SINGLE, MERGED = 0.92, 0.02, 0.02
_CHANGED = {"figure": 0.005, "code": 0.05, "heading": 0.03, "table": 0.15, "list": 0.15}  # another shape, of the same kind
_LOOSE = frozenset({"paragraph", "list", "quote", "note", "definitions"})  # what a translator may turn into each other
_TURNED = 0.01
JOINABLE = _LOOSE | {'heading', 'table'}
ODD = 0.2
BIAS, HIT, MISS = 1.2, 1.2, .8
_STRANGE = 0.02  # translations whose length tells nothing
_KEPT = 0.85  # data and terms of the source that are found in its translation
MOST, LEAST = 10, -6  # what is shared or missing counts for no more, since it is not independent
COMMON = 64  # pairs of blocks that share one thing; more, and it tells nothing


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
    bearing: object
    missing: tuple[Sequence[float], Sequence[float]]  # what a block's things count if none of them is in the other


def gather(source: Sequence[Traits], target: Sequence[Traits], model: Lengths, languages) -> Evidence:
    ours, theirs = _side(source), _side(target)
    shared, missing, bearing = _things(source, target, languages)
    return Evidence(ours, theirs, model, _affinities(ours.shapes, theirs.shapes), shared, bearing, missing)


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
    return {ours: {theirs: _affinity(ours, theirs, (n + 0.5) / many, (kinds[theirs[0]] + 0.5) / many) for theirs, n in shapes.items()} for ours in set(source)}


def _affinity(ours: tuple[str, str], theirs: tuple[str, str], same_shape: float, same_kind: float) -> float:
    kind = ours[0]
    if ours == theirs:
        return (1 - _CHANGED.get(kind, 0.05)) / same_shape
    if kind == theirs[0]:
        return _CHANGED.get(kind, 0.05) / same_kind
    return _TURNED / same_kind if kind in _LOOSE and theirs[0] in _LOOSE else 0.0


def _things(
    source: Sequence[Traits], target: Sequence[Traits], languages
) -> tuple[Sequence[Mapping[int, float]], tuple[Sequence[float], Sequence[float]]]:
    """Logarithms of what each pair of blocks shares, and of what each block has that the other may miss."""
    shared: list[dict[int, float]] = [{} for _ in source]
    ours, theirs = [0.0] * len(source), [0.0] * len(target)
    bearing = [False] * len(source), [False] * len(target)
    for i, g in enumerate([data(source, target), *words(source, target, languages)]):
        _compare(g, shared, ours, theirs, bearing if i > 1 else None)
    return shared, (ours, theirs), bearing

RARE=.4
def _compare(g, shared, ours, theirs, bearing):
    places, homes = _places(g.source), _places(g.target)
    n, m = len(g.source) + 1, len(g.target) + 1
    kept, scale, hs = g.kept, (MISS if g.heed<1 else 1), (HIT if g.heed<1 else 1)
    for thing, where in places.items():
        there = homes.get(thing)
        if not there or len(where)*len(there)>COMMON:
            continue
        fs, ft = (len(where) + 0.5) / n, (len(there) + 0.5) / m
        if max(fs, ft) > RARE and n>8:
            continue
        ms = scale * log((1 - kept) / (1 - min(ft, kept)))
        mt = scale * log((1 - kept) / (1 - min(fs, kept)))
        for s in where:
            ours[s] += ms
            if bearing: bearing[0][s] = True
        for t in there:
            theirs[t] += mt
            if bearing: bearing[1][t] = True
        hit = hs*max(0,log(kept / max(fs,ft))) - ms - mt
        for s in where:
            row = shared[s]
            for t in there:
                row[t] = row.get(t, 0.0) + hit


def _places(blocks: Sequence[Iterable[str]]) -> Mapping[str, Sequence[int]]:
    found: dict[str, list[int]] = {}
    for place, block in enumerate(blocks):
        for thing in block:
            found.setdefault(thing, []).append(place)
    return found


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
        return self.one * affinity * self._length(e.source.logs[s], e.source.lengths[s], e.target.logs[t], e.target.usual[t]) * self._cue((s,), (t,))

    def _length(self, ours: float, length: float, theirs: float, usual: float) -> float:
        variance = self.evidence.model.spread + self.evidence.model.noise / length
        d = theirs - ours - self.evidence.model.shift
        return (1 - _STRANGE) * exp(-d * d / 2 / variance) / sqrt(2 * pi * variance) / usual + _STRANGE

    def _cue(self, ours: Sequence[int], theirs: Sequence[int]) -> float:
        e = self.evidence
        value = BIAS if e.bearing[0][ours[0]] and e.bearing[1][theirs[0]] else 0.0
        for s in ours:
            value += e.missing[0][s]
            for t in theirs:
                value += e.shared[s].get(t, 0.0)
        for t in theirs:
            value += e.missing[1][t]
        return exp(min(max(value, LEAST), MOST))

    def _split(self, row: int, column: int) -> float:
        e, s = self.evidence, self.source[row]
        t, u = self.target[column], self.target[column + 1]
        af = self._both(e.source.shapes[s], e.target.shapes[t], e.target.shapes[u], e.affinity[e.source.shapes[s]].get(e.target.shapes[t],0), e.affinity[e.source.shapes[s]].get(e.target.shapes[u],0), True)
        if not af: return 0.0
        logs, usual = self.splits[column]
        return MERGED * af * self._length(e.source.logs[s], e.source.lengths[s], logs, usual) * self._cue((s,), (t, u))

    def _both(self, whole, first, second, a, b, split):
        if whole[0] not in JOINABLE or first[0] not in JOINABLE or second[0] not in JOINABLE or whole[0]=="heading" or second[0] == "heading" and first[0]=="heading": return 0.0
        if whole[0] == first[0] == second[0]:
            return min(30.0, a * b) if split else a
        if not (a or b): return 0.0
        return max(a, b) * ODD

    def _join(self, row: int, column: int) -> float:
        e, t = self.evidence, self.target[column]
        s, r = self.source[row], self.source[row + 1]
        af = self._both(e.target.shapes[t], e.source.shapes[s], e.source.shapes[r], e.affinity[e.source.shapes[s]][e.target.shapes[t]], e.affinity[e.source.shapes[r]][e.target.shapes[t]], False)
        if not af: return 0.0
        length = e.source.lengths[s] + e.source.lengths[r]
        return MERGED * af * self._length(log(length), length, e.target.logs[t], e.target.usual[t]) * self._cue((s, r), (t,))


def _two(side: Side, first: int, second: int) -> tuple[float, float]:
    """The logarithm of the length of two blocks together, and how dense such lie here; where one is cut in two is as likely anywhere."""
    ours, theirs = side.lengths[first], side.lengths[second]
    together = ours + theirs
    return log(together), side.usual[first] * side.usual[second] * together * together / (ours * theirs)
