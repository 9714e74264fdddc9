"""What became of a text since it was translated, unit by unit."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from changlai.model import Change, Unit

ALIKE = 0.34  # share of neighbouring pairs of letters in common from which on a text is another's new version
ELSEWHERE = 0.6  # the same for one that stands in another place
BOUND = 10_000  # pairs that are compared; beyond, what stands between the same neighbours is taken in order


def changes(old: Sequence[Unit], new: Sequence[Unit]) -> tuple[Change, ...]:
    """In the order of the new units; what was removed stands where it was. Fields are the same where they have one name."""
    found = [*_fields(old, new)]
    before = [place for place, unit in enumerate(old) if not unit.name]
    after = [place for place, unit in enumerate(new) if not unit.name]
    equal = _equal([old[place] for place in before], [new[place] for place in after])
    stayed = set(_longest(equal))
    for one, other in equal:
        kind = "same" if old[before[one]].exact == new[after[other]].exact else "cosmetic"
        found.append(Change(kind if (one, other) in stayed else "moved", before[one], after[other]))  # type: ignore[arg-type]
    left = [place for index, place in enumerate(before) if index not in {one for one, _ in equal}]
    right = [place for index, place in enumerate(after) if index not in {other for _, other in equal}]
    changed = _changed(old, new, left, right, [(before[one], after[other]) for one, other in sorted(stayed)])
    found += [Change("changed", one, other) for one, other in changed]
    gone, come = {one for one, _ in changed}, {other for _, other in changed}
    found += [Change("removed", place, -1) for place in left if place not in gone]
    found += [Change("new", -1, place) for place in right if place not in come]
    return tuple(_in_order(found))


def _fields(old: Sequence[Unit], new: Sequence[Unit]) -> Iterator[Change]:
    before = {unit.name: place for place, unit in enumerate(old) if unit.name}
    after = {unit.name: place for place, unit in enumerate(new) if unit.name}
    for name, place in after.items():
        at = before.get(name, -1)
        if at < 0:
            yield Change("new", -1, place)
        elif old[at].digest != new[place].digest:
            yield Change("changed", at, place)
        else:
            yield Change("same" if old[at].exact == new[place].exact else "cosmetic", at, place)
    yield from (Change("removed", place, -1) for name, place in before.items() if name not in after)


def _equal(old: Sequence[Unit], new: Sequence[Unit]) -> list[tuple[int, int]]:
    """Units that say the same, each once: from both ends first, so that of many that are equal each finds its own; sorted by the new."""
    head = 0
    while head < min(len(old), len(new)) and old[head].digest == new[head].digest:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail].digest == new[-1 - tail].digest:
        tail += 1
    waiting: defaultdict[str, list[int]] = defaultdict(list)
    for place in range(head, len(old) - tail):
        waiting[old[place].digest].append(place)
    found = [(place, place) for place in range(head)]
    for place in range(head, len(new) - tail):
        same = waiting.get(new[place].digest)
        if same:
            found.append((same.pop(0), place))
    return found + [(len(old) - rest, len(new) - rest) for rest in range(tail, 0, -1)]


def _longest(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain of pairs that rises on both sides; `pairs` rise by their second."""
    ends: list[int] = []  # smallest first part that ends a chain of each length
    at: list[int] = []  # the pair that has it
    before: list[int] = []
    for place, (one, _) in enumerate(pairs):
        length = bisect_left(ends, one)
        before.append(at[length - 1] if length else -1)
        ends[length:] = [one, *ends[length + 1 :]]
        at[length:] = [place, *at[length + 1 :]]
    chain, place = [], at[-1] if at else -1
    while place >= 0:
        chain.append(pairs[place])
        place = before[place]
    return chain[::-1]


def staying(changed: Sequence[Change]) -> frozenset[int]:
    """Which of the changes are of units that stand among each other as they did: neither moved nor written anew elsewhere. What says the
    same and was not moved is among them, and what was changed as far as it stands right beside that."""
    same = [change for change in changed if change.kind in ("same", "cosmetic")]
    olds, news = [change.old for change in same], [change.new for change in same]
    beside = [bisect_left(olds, change.old) == bisect_left(news, change.new) for change in changed]
    stood = [at for at, change in enumerate(changed) if change in same or (change.kind == "changed" and beside[at])]
    chain = set(_longest([(changed[at].old, changed[at].new) for at in stood]))
    return frozenset(at for at in stood if (changed[at].old, changed[at].new) in chain)


def _changed(
    old: Sequence[Unit], new: Sequence[Unit], left: Sequence[int], right: Sequence[int], fixed: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Old and new versions of one unit, the most alike first: between the same neighbours a likeness will do; elsewhere it must be great.
    What is left alone between the same neighbours on both sides is another version, however little of it is."""
    gaps: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, places in ((0, left), (1, right)):
        ends = [pair[side] for pair in fixed]
        for place in places:
            gaps[bisect_left(ends, place)][side].append(place)
    if len(left) * len(right) > BOUND:
        return [pair for one, other in gaps.values() for pair in zip(one, other, strict=False)]
    before, after = ({place: _grams(units[place].text) for place in places} for units, places in ((old, left), (new, right)))
    near = {(one, other) for ones, others in gaps.values() for one in ones for other in others}
    scores = ((likeness(before[one], after[other]), one, other) for one in left for other in right)
    likely = [(-score, one, other) for score, one, other in scores if score >= (ALIKE if (one, other) in near else ELSEWHERE)]
    found: dict[int, int] = {}
    for _, one, other in sorted(likely):
        if one not in found and other not in found.values():
            found[one] = other
    for ones, others in gaps.values():
        lone, new_one = [one for one in ones if one not in found], [other for other in others if other not in found.values()]
        if len(lone) == len(new_one) == 1:
            found[lone[0]] = new_one[0]
    return [*found.items()]


def _grams(text: str) -> Counter[str]:
    text = "".join(text.split())
    return Counter(text[place : place + 2] for place in range(max(len(text) - 1, 1)))


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """Share of pairs of neighbouring letters that two texts have in common, 0 to 1 (Dice)."""
    common = sum((one & other).values())
    return 2 * common / max(one.total() + other.total(), 1)


def _in_order(found: Iterable[Change]) -> list[Change]:
    """By the new place; what was removed behind what stood before it."""
    found = list(found)
    now = {change.old: change.new for change in found if change.old >= 0 and change.new >= 0}

    def place(change: Change) -> tuple[int, int, int]:
        if change.new >= 0:
            return change.new, 0, change.old
        return max((new for old, new in now.items() if old < change.old), default=-1), 1, change.old

    return sorted(found, key=place)
