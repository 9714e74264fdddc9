"""Blocks that were moved, or became part of one that stands elsewhere: what keeps no order, and so no lattice can find.

The pairs that the lattice found are taken for a state. A change of it is worth what it adds to the logarithm of the probability of the
whole; the best is made, until none is worth anything. What is left over of changes that are nearly worth it is doubt.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush, nlargest
from math import exp, log
from typing import NamedTuple

from changlai.compare.anchors import chain
from changlai.compare.evidence import SINGLE, Evidence, join, one, split
from changlai.model import Pair

_MOVED = 0.03  # blocks that were moved, to any place
_FOLLOWS = 0.05  # neighbours of a moved block that moved with it
_FAR = 0.00003  # of merged blocks, those that did not stand side by side
_DOUBT = -3.0  # changes that are worth less do not count
_CANDIDATES = 3  # blocks that are looked at for each that has no partner
_FEW = 400  # pairs of blocks that may all be looked at
_ALONE = log(SINGLE)


def linked(pair: Pair) -> bool:
    """Is it asserted that these blocks go together?"""
    return pair.how != "section" and bool(pair.source and pair.target)


def repaired(evidence: Evidence, pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs after all changes that are worth it. An anchor may get another part, and what was recorded stays as it is."""
    adrift = [pair for pair in pairs if not linked(pair)]
    if not adrift:
        return list(pairs)
    state = _State(evidence, pairs)
    heap = [change for pair in adrift for change in state.changes(pair)]
    ours, theirs = [s for pair in adrift for s in pair.source], [t for pair in adrift for t in pair.target]
    if len(ours) * len(theirs) <= _FEW:
        heap += [change for s in ours for t in theirs if t not in evidence.shared[s] for change in state.ways(s, t)]
    heapify(heap)
    doubts: list[_Change] = []
    while heap:
        change = heappop(heap)
        worth = state.worth(change)
        if worth < -change.cost - 1e-9:  # another change came between
            heappush(heap, change._replace(cost=-worth))
        elif worth > 0:
            state.make(change, worth)
            for other in state.around(change):
                heappush(heap, other)
        elif worth > _DOUBT:
            doubts.append(change)
    for change in doubts:
        state.doubt(change)
    return state.pairs()


class _Change(NamedTuple):
    """These two become a pair, with `more` blocks that follow them, one at most; or the one that has no partner becomes a part of the
    other's pair.
    """

    cost: float  # what it is worth, negative, so that the best comes first in a heap
    source: int
    target: int
    part: bool = False
    more: tuple[int, int] = (0, 0)

    def places(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        s, t, (r, u) = self.source, self.target, self.more
        return tuple(range(s, s + r + 1)), tuple(range(t, t + u + 1))


_NEVER = -1e9


class _State:
    """Which pair each block is in."""

    def __init__(self, evidence: Evidence, pairs: Sequence[Pair]) -> None:
        self.evidence = evidence
        self.line = chain((pair.source[0], pair.target[0]) for pair in pairs if linked(pair))
        self.on_line = set(self.line)
        self.ours = {place: pair for pair in pairs for place in pair.source}
        self.theirs = {place: pair for pair in pairs for place in pair.target}
        self.columns: dict[int, list[tuple[float, int]]] = {}  # by target: what it shares with which source, less what that has besides
        for s, row in enumerate(evidence.shared):
            for t, value in row.items():
                self.columns.setdefault(t, []).append((value - evidence.source.lost[s], s))

    def pairs(self) -> list[Pair]:
        return list(dict.fromkeys([*self.ours.values(), *self.theirs.values()]))

    def changes(self, pair: Pair) -> Iterator[_Change]:
        """What may be done with blocks that have no partner, as far as it is worth a thought."""
        for s in pair.source:
            row = self.evidence.shared[s]
            for _, t in nlargest(_CANDIDATES, [(value - self.evidence.target.lost[t], t) for t, value in row.items()]):
                yield from self.ways(s, t)
        for t in pair.target:
            for _, s in nlargest(_CANDIDATES, self.columns.get(t, ())):
                yield from self.ways(s, t)

    def around(self, change: _Change) -> Iterator[_Change]:
        """What has become likelier by a change: that its neighbours moved with it, or are parts of it."""
        s, t = change.source, change.target
        r, u = s + change.more[0], t + change.more[1]
        for beside in ((s - 1, t - 1), (s - 1, t), (s, t - 1), (r + 1, u + 1), (r + 1, u), (r, u + 1)):
            yield from self.ways(*beside)

    def ways(self, s: int, t: int) -> Iterator[_Change]:
        mine, other = self.ours.get(s), self.theirs.get(t)
        if mine is None or other is None or mine is other:
            return
        changes = [_Change(0.0, s, t), _Change(0.0, s, t, True)]
        if not linked(mine) and not linked(other):
            changes += [_Change(0.0, s - at, t, more=(1, 0)) for at in (0, 1)] + [_Change(0.0, s, t - at, more=(0, 1)) for at in (0, 1)]
        for change in changes:
            worth = self.worth(change)
            if worth > _DOUBT:
                yield change._replace(cost=-worth)

    def worth(self, change: _Change) -> float:
        """Very little where a change cannot be made, or has been."""
        mine, other = self.ours.get(change.source), self.theirs.get(change.target)
        if mine is None or other is None or mine == other:
            return _NEVER
        if change.part:
            return self._as_part(change, mine, other)
        if any(change.more):
            return self._as_three(change)
        if (linked(mine) and linked(other)) or not (weight := one(self.evidence, change.source, change.target)):
            return _NEVER
        return log(weight) + self._order(change) - self._had(mine, change) - self._had(other, change)

    def _had(self, pair: Pair, change: _Change) -> float:
        """What is lost where a block is taken out of its pair, whose other blocks stay together, or alone."""
        if not linked(pair):
            return _ALONE
        source, target = [s for s in pair.source if s != change.source], [t for t in pair.target if t != change.target]
        left = one(self.evidence, source[0], target[0]) if source and target else SINGLE ** (len(source) + len(target))
        if pair.how != "length" or len(source) + len(target) > 2 or not left:
            return -_NEVER
        return log(self._whole(pair) / left)

    def _whole(self, pair: Pair) -> float:
        (s, *more), (t, *others) = pair.source, pair.target
        if more:
            return join(self.evidence, s, more[0], t)
        return split(self.evidence, s, t, others[0]) if others else one(self.evidence, s, t)

    def _order(self, change: _Change) -> float:
        after = change.source + change.more[0] + 1, change.target + change.more[1] + 1
        for s, t in ((change.source - 1, change.target - 1), after):
            pair = self.ours.get(s)
            if pair and linked(pair) and t in pair.target:
                return log(_FOLLOWS)
        return log(_MOVED / len(self.evidence.target.logs))

    def _as_part(self, change: _Change, mine: Pair, other: Pair) -> float:
        if linked(mine) == linked(other):
            return _NEVER
        host = mine if linked(mine) else other
        if host.how == "recorded" or len(host.source) + len(host.target) > 2:
            return _NEVER
        if host is other:
            first, second = sorted((change.source, host.source[0]))
            after = join(self.evidence, first, second, change.target)
        else:
            first, second = sorted((change.target, host.target[0]))
            after = split(self.evidence, change.source, first, second)
        before = one(self.evidence, host.source[0], host.target[0])
        if not before or not after:
            return _NEVER
        return log(after / before) - _ALONE + (0.0 if second - first == 1 else log(_FAR))

    def _as_three(self, change: _Change) -> float:
        """A block that was moved and cut in two, or two that became one. What keeps the order the lattice has weighed already."""
        sources, targets = change.places()
        pairs = [self.ours.get(s) for s in sources] + [self.theirs.get(t) for t in targets]
        if any(pair is None or linked(pair) for pair in pairs) or self._keeps_order(change):
            return _NEVER
        s, t = change.source, change.target
        after = join(self.evidence, s, s + 1, t) if change.more[0] else split(self.evidence, s, t, t + 1)
        return log(after) + self._order(change) - 3 * _ALONE if after else _NEVER

    def _keeps_order(self, change: _Change) -> bool:
        at = bisect_left(self.line, (change.source, -1))
        after_last = at == 0 or self.line[at - 1][1] < change.target
        return after_last and (at == len(self.line) or self.line[at][1] > change.target + change.more[1])

    def _rather(self, change: _Change, worth: float) -> float:
        """How much more probable than a change to three blocks it is that only two of them go together."""
        if not any(change.more):
            return 0.0
        sources, targets = change.places()
        return sum([exp(max(self.worth(_Change(0.0, s, t)) - worth, -500.0)) for s in sources for t in targets])

    def make(self, change: _Change, worth: float) -> None:
        mine, other = self.ours[change.source], self.theirs[change.target]
        olds = self._touched(change)
        source, target = map(set, change.places())
        made = Pair(*change.places(), 1 / (1 + exp(-worth) + self._rather(change, worth)))
        if change.part:
            host = mine if linked(mine) else other
            source, target = source.union(host.source), target.union(host.target)
            made = Pair(tuple(sorted(source)), tuple(sorted(target)), made.confidence * host.confidence, host.how)
        for old in olds:
            left = tuple(s for s in old.source if s not in source), tuple(t for t in old.target if t not in target)
            self._set(old._replace(source=left[0], target=left[1], confidence=min(old.confidence, made.confidence)))
        self._set(made)

    def _touched(self, change: _Change) -> set[Pair]:
        sources, targets = change.places()
        return {self.ours[s] for s in sources} | {self.theirs[t] for t in targets}

    def doubt(self, change: _Change) -> None:
        """What might have been done with blocks makes what was done less sure."""
        worth = self.worth(change)
        if worth > _DOUBT and not (change.part and self._weighed(change)):
            for pair in self._touched(change):
                self._set(pair._replace(confidence=pair.confidence / (1 + exp(worth))))

    def _weighed(self, change: _Change) -> bool:
        """Did the lattice look at this already? It knows of parts that stand side by side, in pairs that keep the order."""
        mine, other = self.ours[change.source], self.theirs[change.target]
        host = mine if linked(mine) else other
        apart = change.source - host.source[0] if host is other else change.target - host.target[0]
        return abs(apart) == 1 and (host.source[0], host.target[0]) in self.on_line

    def _set(self, pair: Pair) -> None:
        self.ours.update(dict.fromkeys(pair.source, pair))
        self.theirs.update(dict.fromkeys(pair.target, pair))
