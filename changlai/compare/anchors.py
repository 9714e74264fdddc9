"""Pairs that are known before anything is weighed, and those of them that keep the order."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from changlai.model import Traits


class Anchor(NamedTuple):
    source: int
    target: int
    fixed: bool  # exactly these two; else they and perhaps a neighbour


def anchors(source: Sequence[Traits], target: Sequence[Traits]) -> list[Anchor]:
    """Pairs of blocks that share what no other block has: an id, else a picture, code or label."""
    found = _unique([block.id for block in source], [block.id for block in target])
    taken_s, taken_t = {s for s, _ in found}, {t for _, t in found}
    marks = _unique([_mark(block) for block in source], [_mark(block) for block in target])
    found += [(s, t) for s, t in marks if s not in taken_s and t not in taken_t]
    return [Anchor(s, t, True) for s, t in found]


def _mark(block: Traits) -> str:
    return block.shape if block.kind in ("figure", "code", "footnote") and " " in block.shape else ""


def _unique(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int]]:
    counts, others = Counter(ours), Counter(theirs)
    places = {value: place for place, value in enumerate(theirs)}
    return [(place, places[value]) for place, value in enumerate(ours) if value and counts[value] == 1 == others.get(value, 0)]


def chain(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most pairs of which none crosses another."""
    ordered = sorted(set(pairs), key=lambda pair: (pair[0], -pair[1]))
    ends: list[int] = []
    rows: list[int] = []
    before: list[int] = []
    for index, (_, target) in enumerate(ordered):
        at = bisect_left(ends, target)
        if at == len(ends):
            ends.append(target)
            rows.append(index)
        else:
            ends[at], rows[at] = target, index
        before.append(rows[at - 1] if at else -1)
    kept = []
    index = rows[-1] if rows else -1
    while index >= 0:
        kept.append(ordered[index])
        index = before[index]
    return kept[::-1]
