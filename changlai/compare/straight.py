"""The short way, for most pages: editions whose blocks plainly go together one by one."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log

from changlai.compare.lengths import Lengths
from changlai.compare.shared import things
from changlai.model import Pair, Traits

_SURE = 0.99
_PLAUSIBLE = 4.0  # the square of how many deviations a length may be off
_OTHER = log(1e-3)  # that a block was dropped and another added, as a logarithm, by what would be usual


def straight(
    source: Sequence[Traits], target: Sequence[Traits], model: Lengths, known: Sequence[tuple[int, int]]
) -> tuple[Pair, ...] | None:
    """One pair for each block, or None where there is any doubt.

    It is safe because it takes only what nothing speaks against: as many blocks on both sides, of the same kinds and shapes in the same
    order; no id, nothing recorded and no number, name or target that points elsewhere; all lengths plausible. What could still be wrong
    is a block that was dropped and another added, between which all others slipped by one place and by chance fit as well as before:
    that is weighed over every stretch, in either direction, and must be improbable.
    """
    if len(source) != len(target) or not source or any(s != t for s, t in known):
        return None
    if any(
        ours.kind != theirs.kind or ours.shape != theirs.shape or ours.id != theirs.id for ours, theirs in zip(source, target, strict=True)
    ):
        return None
    fits = _fits(source, target, model)
    if fits is None or _contradicted(source, target):
        return None
    slipped = max(_slip(source, target, model, fits, step) for step in (1, -1))
    sure = 1 / (1 + exp(_OTHER + slipped))
    if sure < _SURE:
        return None
    recorded = {s for s, _ in known}
    return tuple(
        Pair(
            (place,), (place,), 1.0 if place in recorded else sure, "recorded" if place in recorded else "anchor" if block.id else "length"
        )
        for place, block in enumerate(source)
    )


def _fits(source: Sequence[Traits], target: Sequence[Traits], model: Lengths) -> list[float] | None:
    """The logarithm of how well each length fits its partner's; None where one does not."""
    found = []
    for ours, theirs in zip(source, target, strict=True):
        deviation = _deviation(ours, theirs, model)
        if deviation > _PLAUSIBLE:
            return None
        found.append(-deviation / 2)
    return found


def _deviation(ours: Traits, theirs: Traits, model: Lengths) -> float:
    length = max(ours.length, 0.5)
    difference = log(max(theirs.length, 0.5) / length) - model.shift
    return difference * difference / (model.spread + model.noise / length)


def _contradicted(source: Sequence[Traits], target: Sequence[Traits]) -> bool:
    """Does anything that a block holds stand elsewhere in the other edition, and not in its partner?"""
    ours, theirs = [things(block) for block in source], [things(block) for block in target]
    here, there = frozenset().union(*ours), frozenset().union(*theirs)
    return any((mine ^ other) & here & there for mine, other in zip(ours, theirs, strict=True))


def _slip(source: Sequence[Traits], target: Sequence[Traits], model: Lengths, fits: Sequence[float], step: int) -> float:
    """The most that any stretch would gain, as a logarithm, if each of its blocks went with its partner's neighbour."""
    best = gain = 0.0
    for place in range(max(0, -step), len(source) - max(0, step)):
        ours, theirs = source[place], target[place + step]
        if ours.kind != theirs.kind or ours.shape != theirs.shape or ours.id or theirs.id:
            gain = 0.0
            continue
        gain = max(0.0, gain) - _deviation(ours, theirs, model) / 2 - fits[place]
        best = max(best, gain)
    return best
