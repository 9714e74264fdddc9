"""All the ways in which two sequences can go together, and how probable each step of them is: forward–backward over a lattice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

Weights = tuple[Sequence[float], Sequence[float], Sequence[float]]  # of 1-1, 1-2 and 2-1


class Bead(NamedTuple):
    """Blocks that go together: half-open ranges, and the share of all ways, by weight, that join them."""

    source: tuple[int, int]
    target: tuple[int, int]
    probability: float


class Band(NamedTuple):
    """Where ways may go: after i blocks of the source, at least `low[i]` and at most `high[i]` of the target. Neither ever falls."""

    low: Sequence[int]
    high: Sequence[int]


def band(rows: int, columns: int, corners: Sequence[tuple[int, int, int]], cells: int) -> Band:
    """Between corners (row, column, width) all ways may go that pass each of them: `row` and what is before it stand opposite to what is
    before `column`, and what is behind, after `width` blocks of both, to what is behind. Where that leaves too many nodes, only ways that
    keep near the straight line from corner to corner: about `cells` nodes in all, however large the editions are.
    """
    stops = [(0, 0, 0), *corners, (rows, columns, 0)]
    reach = max(4, cells // (rows + 1))
    low, high = [0] * (rows + 1), [columns] * (rows + 1)
    for (row, column, width), (end, end_column, _) in pairwise(stops):
        start, first = row + width, column + width
        for at in range(start, end + 1):
            middle = first + (end_column - first) * (at - start) // max(1, end - start)
            low[at] = max(first, middle - reach)
            high[at] = min(end_column, middle + reach) if at < end else end_column
    return Band(low, high)


class Likely(NamedTuple):
    """What more than half of all ways do; no two beads can contradict each other."""

    beads: Sequence[Bead]  # in order
    alone: tuple[Sequence[float], Sequence[float]]  # by block of the source and of the target: the share of all ways that leave it alone


def likely(band: Band, weigh: Callable[[int, int, int], Weights], single: float) -> Likely | None:
    """None where there is no way at all.

    `weigh(i, low, high)` gives the weights of the beads that begin with block i of the source and block j of the target, for
    low ≤ j ≤ high, 0 where there is none. `single` is the weight of a block that stands alone, in either edition. Of blocks that stand
    alone in the same place those of the source come first, so that every way is counted once.
    """
    low, high = band
    weights = [weigh(row, low[row], high[row]) for row in range(len(low) - 1)]
    forward = _forward(band, weights, single)
    return _backward(band, weights, single, forward) if forward[-1].all[-1] > 0 else None


class _Row(NamedTuple):
    """Sums over the ways to each node of a row, divided by the row's scale and those of all above, so that no number grows or vanishes."""

    all: list[float]
    down: list[float]  # of those that do not come along the row
    scale: float


def _forward(band: Band, weights: Sequence[Weights], single: float) -> list[_Row]:
    low, high = band
    rows: list[_Row] = []
    for row in range(len(low)):
        start, width = low[row], high[row] - low[row] + 1
        down = [0.0] * width
        if row:
            _one_row(down, low[row - 1] - start, rows[-1], weights[row - 1], single)
        else:
            down[0] = 1.0
        if row > 1:
            shift, scale = low[row - 2] - start + 1, rows[-1].scale
            for at, (reached, join) in enumerate(zip(rows[-2].all, weights[row - 2][2], strict=True), shift):
                if join and 0 <= at < width:
                    down[at] += reached * join / scale
        sums = down[:]
        for at in range(1, width):
            sums[at] += sums[at - 1] * single
        scale = max(sums) or 1.0
        rows.append(_Row([value / scale for value in sums], [value / scale for value in down], scale))
    return rows


def _one_row(down: list[float], shift: int, above: _Row, weights: Weights, single: float) -> None:
    """Add the ways that come with one block of the source and none, one or two of the target."""
    width = len(down)
    for at, (reached, straight, one, split) in enumerate(zip(above.all, above.down, weights[0], weights[1], strict=True), shift):
        if 0 <= at < width:
            down[at] += straight * single
        if 0 <= at + 1 < width:
            down[at + 1] += reached * one
        if split and 0 <= at + 2 < width:
            down[at + 2] += reached * split


class _Onward(NamedTuple):
    """Sums over the ways on from each node of a row that is reached from above, in the scale of the rows below it."""

    sums: Sequence[float]
    start: int  # the first column
    scale: float  # of the row itself

    def at(self, column: int) -> float:
        """In the scale of the row above."""
        here = column - self.start
        return self.sums[here] / self.scale if 0 <= here < len(self.sums) else 0.0


def _backward(band: Band, weights: Sequence[Weights], single: float, forward: Sequence[_Row]) -> Likely:
    """The same from the end. The share of a step in the whole is what lies before it, times itself, times what lies behind."""
    low, high = band
    last = len(low) - 1
    total = forward[-1].all[-1]
    below = second = _Onward((), 0, 1.0)
    found: list[Bead] = []
    alone = [0.0] * last, [0.0] * high[-1]
    for row in range(last, -1, -1):
        start, width = low[row], high[row] - low[row] + 1
        along, down = [0.0] * width, [0.0] * width  # ways on from a node that was reached along the row, and from above
        if row == last:
            along[-1] = 1.0
        for at in range(width - 1, -1, -1):
            column, before = start + at, forward[row].all[at] / total
            if at + 1 < width:
                along[at] += along[at + 1] * single
                alone[1][column] += before * along[at + 1] * single
            for down_by, across, value in _beads(weights[row], at, column, below, second) if row < last else ():
                along[at] += value
                if value * before > 0.5:
                    found.append(Bead((row, row + down_by), (column, column + across), min(1.0, value * before)))
            down[at] = along[at]
            if row < last:
                down[at] += below.at(column) * single
                alone[0][row] += forward[row].down[at] / total * below.at(column) * single
        below, second = _Onward(down, start, forward[row].scale), below
    return Likely(sorted(found), alone)


def _beads(weights: Weights, at: int, column: int, below: _Onward, second: _Onward) -> Iterator[tuple[int, int, float]]:
    """The beads that begin at a node: blocks of the source, of the target, and the sum over all ways that go on with it."""
    one, split, join = weights[0][at], weights[1][at], weights[2][at]
    if one:
        yield 1, 1, one * below.at(column + 1)
    if split:
        yield 1, 2, split * below.at(column + 2)
    if join:
        yield 2, 1, join * second.at(column + 1) / below.scale
