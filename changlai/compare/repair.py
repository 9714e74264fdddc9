"""Blocks that were moved, or became part of one that stands elsewhere: what keeps no order and so no lattice can find.

The pairs that the lattice found are taken for a state. A change of it is worth what it adds to the logarithm of the probability of the
whole; the best is made, until none is worth anything. What is left over of changes that are nearly worth it is doubt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush, nlargest
from math import exp, log
from typing import NamedTuple

from changlai.compare.evidence import SINGLE, Evidence, join, one, split
from changlai.model import Pair

_MOVED = 0.03  # blocks that were moved, to any place
_FOLLOWS = 0.05
_FAR = 0.0001
_CANDIDATES = 3  # that are looked at for each block
_DOUBT = -4.0


_ALONE = log(SINGLE)


class _Change(NamedTuple):
    worth: float  # negative, so that the best comes first in a heap
    source: int
    target: int
    part: bool  # of these, the loose one becomes part of the other's pair


class State:
    """Which pair each block is in; pairs are replaced, never changed."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self.ours = {place: pair for pair in pairs for place in pair.source}
        self.theirs = {place: pair for pair in pairs for place in pair.target}

    def pairs(self) -> list[Pair]:
        return list({id(pair): pair for pair in [*self.ours.values(), *self.theirs.values()]}.values())

    def put(self, pair: Pair) -> None:
        """Blocks that another pair had are taken out of it."""
        touched = [self.ours[s] for s in pair.source if s in self.ours] + [self.theirs[t] for t in pair.target if t in self.theirs]
        for old in {id(old): old for old in touched}.values():
            left = old._replace(
                source=tuple(s for s in old.source if s not in pair.source), target=tuple(t for t in old.target if t not in pair.target)
            )
            if len(left.source) + len(left.target) == 1 and old.how != "section":
                left = left._replace(how="length", confidence=pair.confidence)
            self._set(left)
        self._set(pair)

    def _set(self, pair: Pair) -> None:
        self.ours.update(dict.fromkeys(pair.source, pair))
        self.theirs.update(dict.fromkeys(pair.target, pair))


def linked(pair: Pair) -> bool:
    """Is it asserted that these blocks go together?"""
    return pair.how != "section" and bool(pair.source and pair.target)


def loose(pair: Pair) -> bool:
    return not linked(pair)


def repaired(evidence: Evidence, pairs: Sequence[Pair]) -> list[Pair]:
    state = State(pairs)
    heap = [change for pair in pairs if loose(pair) for change in _changes(evidence, state, pair)]
    heapify(heap)
    doubts: list[_Change] = []
    while heap:
        change = heappop(heap)
        worth = _worth(evidence, state, change)
        if worth is None or worth < _DOUBT:
            continue
        if worth < -change.worth - 1e-9:  # another change has come between
            heappush(heap, change._replace(worth=-worth))
        elif worth > 0:
            _make(state, change, worth)
            for neighbour in _around(evidence, state, change):
                heappush(heap, neighbour)
        else:
            doubts.append(change)
    for change in doubts:
        worth = _worth(evidence, state, change)
        if worth is not None and worth > _DOUBT:
            _doubt(state, change, worth)
    return state.pairs()


def _changes(evidence: Evidence, state: State, pair: Pair) -> Iterator[_Change]:
    for s in pair.source:
        row = evidence.shared[s]
        for t in nlargest(_CANDIDATES, row, key=lambda t: row[t] - evidence.target.lost[t]):
            yield from _both_ways(evidence, state, s, t)
    for t in pair.target:
        column = [(row[t] - evidence.source.lost[s], s) for s, row in enumerate(evidence.shared) if t in row]
        for _, s in nlargest(_CANDIDATES, column):
            yield from _both_ways(evidence, state, s, t)
    if len(pair.source) == 1 and len(pair.target) == 1:
        yield from _both_ways(evidence, state, pair.source[0], pair.target[0])


def _around(evidence: Evidence, state: State, change: _Change) -> Iterator[_Change]:
    for step in (-1, 1):
        s, t = change.source + step, change.target + step
        if s in state.ours and t in state.theirs:
            yield from _both_ways(evidence, state, s, t)
        for s, t in ((change.source + step, change.target), (change.source, change.target + step)):
            if s in state.ours and t in state.theirs:
                yield from _both_ways(evidence, state, s, t)
    for pair in (state.ours[change.source], state.theirs[change.target]):
        if loose(pair):
            yield from _changes(evidence, state, pair)


def _both_ways(evidence: Evidence, state: State, s: int, t: int) -> Iterator[_Change]:
    for part in (False, True):
        change = _Change(0.0, s, t, part)
        worth = _worth(evidence, state, change)
        if worth is not None and worth > _DOUBT:
            yield change._replace(worth=-worth)


def _worth(evidence: Evidence, state: State, change: _Change) -> float | None:
    """None where the change cannot be made, or has been."""
    s, t = change.source, change.target
    mine, other = state.ours[s], state.theirs[t]
    if change.part:
        return _worth_as_part(evidence, s, t, mine, other)
    if not (loose(mine) or loose(other)) or (mine is other and not loose(mine)):
        return None
    weight = one(evidence, s, t)
    before, freed = 0.0, 0
    for pair in (mine, other):
        if loose(pair):
            before += _ALONE
        elif pair.how == "length" and len(pair.source) == len(pair.target) == 1:
            before += log(one(evidence, pair.source[0], pair.target[0]) or 1e-9)
            freed += 1
        else:
            return None
    if not weight:
        return None
    follows = any(state.ours.get(s + step) is state.theirs.get(t + step) is not None for step in (-1, 1))
    order = log(_FOLLOWS) if follows else log(_MOVED / len(evidence.target.logs))
    return log(weight) + order + freed * _ALONE - before


def _worth_as_part(evidence: Evidence, s: int, t: int, mine: Pair, other: Pair) -> float | None:
    if loose(mine) == loose(other):
        return None
    host = other if loose(mine) else mine
    if host.how != "length" or len(host.source) != 1 or len(host.target) != 1:
        return None
    before = one(evidence, host.source[0], host.target[0])
    if loose(mine):
        first, second = sorted((s, host.source[0]))
        after, near = join(evidence, first, second, t), second - first == 1
    else:
        first, second = sorted((t, host.target[0]))
        after, near = split(evidence, s, first, second), second - first == 1
    if not before or not after:
        return None
    return log(after) - log(before) - _ALONE + (0.0 if near else log(_FAR))


def _make(state: State, change: _Change, worth: float) -> None:
    source, target, confidence = (change.source,), (change.target,), 1 / (1 + exp(-worth))
    if change.part:
        mine, other = state.ours[change.source], state.theirs[change.target]
        host = other if loose(mine) else mine
        source, target = tuple(sorted({*source, *host.source})), tuple(sorted({*target, *host.target}))
        confidence *= host.confidence
    state.put(Pair(source, target, confidence, "length"))


def _doubt(state: State, change: _Change, worth: float) -> None:
    """What a change that was not made might have been worth, others may have been worth less."""
    sure = 1 / (1 + exp(worth))
    for pair in {id(pair): pair for pair in (state.ours[change.source], state.theirs[change.target])}.values():
        state.put(pair._replace(confidence=pair.confidence * sure))
