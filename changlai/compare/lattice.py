"""All the ways in which two sequences can go together, and how probable each step of them is: forward–backward over a lattice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

Weights = tuple[Sequence[float], Sequence[float], Sequence[float]]  # of 1-1, 1-2 and 2-1


class Bead(NamedTuple):
    """A step: `source` and `target` are half-open ranges, and `probability` is the share of all ways, by weight, that take it."""

    source: tuple[int, int]
    target: tuple[int, int]
    probability: float


class Band(NamedTuple):
    """Where ways may go: after i blocks of the source, at least `low[i]` and at most `high[i]` of the target. Neither ever falls."""

    low: Sequence[int]
    high: Sequence[int]


def likely(band: Band, weigh: Callable[[int, int, int], Weights], single: float) -> list[Bead] | None:
    """The steps that more than half of all ways take, in order; no two of them can contradict each other. None where there is no way.

    `weigh(i, low, high)` gives the weights of the beads that begin with block i of the source and block j of the target, for
    low ≤ j ≤ high, 0 where there is none. `single` is the weight of a block that stands alone, in either edition.
    """
    low, high = band
    weights = [weigh(row, low[row], high[row]) for row in range(len(low) - 1)]
    forward, scales = _forward(band, weights, single)
    return _backward(band, weights, single, forward, scales) if forward[-1][-1] > 0 else None


def _forward(band: Band, weights: Sequence[Weights], single: float) -> tuple[list[list[float]], list[float]]:
    """By node, the sum over all ways that lead there, each row divided by its scale so that no number grows or vanishes."""
    low, high = band
    rows: list[list[float]] = []
    scales: list[float] = []
    for row in range(len(low)):
        start, width = low[row], high[row] - low[row] + 1
        sums = [0.0] * width
        if row:
            _from_above(sums, start, rows[-1], low[row - 1], weights[row - 1], single)
        else:
            sums[0] = 1.0
        if row > 1:
            joins = weights[row - 2][2]
            shift, scale = low[row - 2] - start + 1, scales[-1]
            for at, reached in enumerate(rows[-2], shift):
                if 0 <= at < width:
                    sums[at] += reached * joins[at - shift] / scale
        for at in range(1, width):
            sums[at] += sums[at - 1] * single
        scale = max(sums) or 1.0
        rows.append([value / scale for value in sums])
        scales.append(scale)
    return rows, scales


def _from_above(sums: list[float], start: int, above: Sequence[float], low: int, weights: Weights, single: float) -> None:
    """Add the ways that come with one block of the source and none, one or two of the target."""
    width = len(sums)
    ones, splits, _ = weights
    for at, (reached, one, split) in enumerate(zip(above, ones, splits, strict=True), low - start):
        if reached:
            if 0 <= at < width:
                sums[at] += reached * single
            if 0 <= at + 1 < width:
                sums[at + 1] += reached * one
            if split and 0 <= at + 2 < width:
                sums[at + 2] += reached * split


def _backward(
    band: Band, weights: Sequence[Weights], single: float, forward: Sequence[Sequence[float]], scales: Sequence[float]
) -> list[Bead]:
    """From the end to the beginning the same sums, each step's share of the whole being what lies before it, itself, and behind it."""
    low, high = band
    last = len(low) - 1
    total = forward[-1][-1]
    empty: Sequence[float] = ()
    below: tuple[Sequence[float], int] = (empty, 0)  # the row below, and where it begins
    second: tuple[Sequence[float], int] = (empty, 0)
    found: list[Bead] = []
    for row in range(last, -1, -1):
        start = low[row]
        sums = [0.0] * (high[row] - start + 1)
        if row == last:
            sums[-1] = 1.0
        for at in range(len(sums) - 1, -1, -1):
            column = start + at
            before = forward[row][at] / total
            steps = [(0, 1, sums[at + 1] * single)] if at + 1 < len(sums) else []
            if row < last:
                steps += _downward(column, at, weights[row], below, second, scales, row, single)
            for down, across, value in steps:
                sums[at] += value
                if value * before > 0.5:
                    found.append(Bead((row, row + down), (column, column + across), min(1.0, value * before)))
        below, second = (sums, start), below
    return found[::-1]


def _downward(
    column: int,
    at: int,
    weights: Weights,
    below: tuple[Sequence[float], int],
    second: tuple[Sequence[float], int],
    scales: Sequence[float],
    row: int,
    single: float,
) -> list[tuple[int, int, float]]:
    """The steps from one node into the rows below: blocks of the source, of the target, and the sum over all ways on from there."""
    sums, start = below
    here, scale = column - start, scales[row + 1]
    steps = []
    for across, weight in ((0, single), (1, weights[0][at]), (2, weights[1][at])):
        if weight and 0 <= here + across < len(sums):
            steps.append((1, across, weight * sums[here + across] / scale))
    if weights[2][at] and 0 <= (there := column + 1 - second[1]) < len(second[0]):
        steps.append((2, 1, weights[2][at] * second[0][there] / scale / scales[row + 2]))
    return steps
