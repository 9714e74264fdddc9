"""Pairs that are known before anything is weighed, and those of them that keep the order."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from changlai.model import Pair, Traits

_MARKED = frozenset({"figure", "code", "footnote"})  # kinds whose shape holds what no translator changes: a file, a digest, a label


def anchors(source: Sequence[Traits], target: Sequence[Traits], known: Iterable[tuple[int, int]]) -> list[Pair]:
    """An id wins over what was recorded, and both over a picture, code or label. What stands twice in an edition is no anchor."""
    found: list[Pair] = []
    ours, theirs = set[int](), set[int]()
    for s, t in _unique([block.id for block in source], [block.id for block in target]):
        ours.add(s)
        theirs.add(t)
        found.append(Pair((s,), (t,), 1.0, "anchor"))
    for pair in _recorded((s, t) for s, t in known if 0 <= s < len(source) and 0 <= t < len(target) and s not in ours and t not in theirs):
        ours.update(pair.source)
        theirs.update(pair.target)
        found.append(pair)
    for s, t in _unique([_mark(block) for block in source], [_mark(block) for block in target]):
        if s not in ours and t not in theirs:
            found.append(Pair((s,), (t,), 0.999, "anchor"))
    return found


def _mark(block: Traits) -> str:
    return block.shape if block.kind in _MARKED and " " in block.shape else ""


def _unique(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int]]:
    """The places of what stands once on either side."""
    counts, others = Counter(ours), Counter(theirs)
    places = {value: place for place, value in enumerate(theirs)}
    return [(place, places[value]) for place, value in enumerate(ours) if value and counts[value] == 1 == others[value]]


def _recorded(known: Iterable[tuple[int, int]]) -> list[Pair]:
    """A block that was recorded with two makes one pair with both."""
    groups: list[tuple[set[int], set[int]]] = []
    homes: dict[tuple[int, int], int] = {}  # (side, place) → place in `groups`
    for s, t in sorted(set(known)):
        found = sorted({homes[key] for key in ((0, s), (1, t)) if key in homes})
        at = found[0] if found else len(groups)
        if not found:
            groups.append((set(), set()))
        for other in found[1:]:
            for side in (0, 1):
                groups[at][side].update(groups[other][side])
                homes.update({(side, place): at for place in groups[other][side]})
            groups[other] = (set(), set())
        groups[at][0].add(s)
        groups[at][1].add(t)
        homes[0, s] = homes[1, t] = at
    return [Pair(tuple(sorted(ours)), tuple(sorted(theirs)), 1.0, "recorded") for ours, theirs in groups if ours]


def chain(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most pairs of which none crosses another and none shares a place, in order."""
    ordered = sorted(set(pairs), key=lambda pair: (pair[0], -pair[1]))
    ends: list[int] = []  # the least target with which a chain of each length can end, and the pair that does
    last: list[int] = []
    before: list[int] = []
    for index, (_, target) in enumerate(ordered):
        at = bisect_left(ends, target)
        ends[at : at + 1] = [target]
        last[at : at + 1] = [index]
        before.append(last[at - 1] if at else -1)
    kept = []
    index = last[-1] if last else -1
    while index >= 0:
        kept.append(ordered[index])
        index = before[index]
    return kept[::-1]
