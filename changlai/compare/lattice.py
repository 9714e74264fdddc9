"""All the ways in which two sequences can go together, and how probable each step of them is: forward–backward over a lattice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

Weights = tuple[Sequence[float], Sequence[float], Sequence[float]]  # of 1-1, 1-2 and 2-1


class Bead(NamedTuple):
    """Blocks that go together; `source` and `target` are half-open ranges, `probability` the share of all ways, by weight, that join them."""

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
    reach = max(20, cells // (rows + 1))
    low, high = [0] * (rows + 1), [columns] * (rows + 1)
    for (row, column, width), (end, end_column, _) in zip(stops, stops[1:], strict=False):
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


def _backward(band: Band, weights: Sequence[Weights], single: float, forward: Sequence[_Row]) -> Likely:
    """From the end to the beginning the same sums; each step's share of the whole is what lies before it, times itself, times what is behind."""
    low, high = band
    last = len(low) - 1
    total = forward[-1].all[-1]
    nothing: tuple[list[float], int] = ([], 0)
    below, second = nothing, nothing  # sums from the row below and from the one below that, and where they begin
    found: list[Bead] = []
    alone = [0.0] * last, [0.0] * high[-1]
    for row in range(last, -1, -1):
        start, width = low[row], high[row] - low[row] + 1
        along, down = [0.0] * width, [0.0] * width  # ways on from a node that was reached along the row, or not
        if row == last:
            along[-1] = down[-1] = 1.0
        for at in range(width - 1, -1, -1):
            column = start + at
            before = forward[row].all[at] / total
            value = 0.0
            if at + 1 < width:
                value = along[at + 1] * single
                alone[1][column] += before * value
            if row < last:
                for bead, weight in _beads(row, column, at, weights[row], below, second, forward):
                    value += weight
                    if weight * before > 0.5:
                        found.append(Bead(*bead, min(1.0, weight * before)))
            along[at] += value
            down[at] += value
            here = column - below[1]
            if row < last and 0 <= here < len(below[0]):
                value = below[0][here] * single / forward[row + 1].scale
                down[at] += value
                alone[0][row] += forward[row].down[at] / total * value
        below, second = (down, start), below
    return Likely(sorted(found), alone)


def _beads(row: int, column: int, at: int, weights: Weights, below, second, forward):
    """The beads that begin at a node, each with the sum over all ways on from its end."""
    sums, start = below
    here, scale = column - start, forward[row + 1].scale
    steps = []
    for across, weight in ((1, weights[0][at]), (2, weights[1][at])):
        if weight and 0 <= here + across < len(sums):
            steps.append((((row, row + 1), (column, column + across)), weight * sums[here + across] / scale))
    if weights[2][at] and 0 <= (there := column + 1 - second[1]) < len(second[0]):
        steps.append((((row, row + 2), (column, column + 1)), weights[2][at] * second[0][there] / scale / forward[row + 2].scale))
    return steps
