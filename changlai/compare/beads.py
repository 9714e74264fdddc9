"""What of an edition is translated together: a unit of the source with the blocks that say it; where two were merged, both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from changlai.compare.accepting import numbered
from changlai.compare.changes import changes, staying
from changlai.model import Bead, Block, Change, Pair, Record, Unit

Kind = Literal["same", "changed", "new", "moved", "removed", "unverified"]


class _Claim(NamedTuple):
    """What says one unit, and whether that is known."""

    target: tuple[int, ...]
    clear: bool = True


def beads(source: Sequence[Unit], target: Sequence[Block], pairs: Sequence[Pair], record: Record | None) -> tuple[Bead, ...]:
    """In the order of the source; each unit of it once, and what was removed from it. `pairs` are of its blocks with those of `target`.

    Where the record knows what a unit was made into, that counts; what nobody has recorded is taken as `pairs` say. Blocks of the
    translation that stand in no bead say more than the source.
    """
    old = [origin.unit for origin in record.origins] if record else []
    changed = changes(old, source)
    names = numbered(changed, source, old)
    claims = _claims(changed, source, target, pairs, record)
    stays = staying(changed)
    found = []
    for group in _groups(claims):
        bead = _bead([(changed[at], names[at], claims[at]) for at in group], record is None)
        found.append(bead._replace(moves=bool(bead.old and bead.new) and not stays.intersection(group)))
    return tuple(found)


def _claims(
    changed: Sequence[Change], source: Sequence[Unit], target: Sequence[Block], pairs: Sequence[Pair], record: Record | None
) -> list[_Claim]:
    recorded = _recorded(target, record)
    known = [recorded.get(change.old, ()) for change in changed]
    taken = {place for claim in known for place in claim}
    fields = sum(bool(unit.name) for unit in source)
    beside = {one + fields: pair for pair in pairs for one in pair.source}
    claims = []
    for change, claim in zip(changed, known, strict=True):
        pair = beside.get(change.new)
        if claim or pair is None or source[change.new].name:
            claims.append(_Claim(claim))
        else:
            claims.append(_Claim(tuple(place for place in pair.target if place not in taken), pair.how != "section"))
    return claims


def _recorded(target: Sequence[Block], record: Record | None) -> dict[int, tuple[int, ...]]:
    """By the place of an origin the blocks that were made from it, as far as they are still there. Of blocks that are equal each origin
    takes its own."""
    waiting: Mapping[str, list[int]] = defaultdict(list)
    for place, block in enumerate(target):
        waiting[block.digest].append(place)
    found = {}
    for at, origin in enumerate(record.origins if record else ()):
        places = [waiting[digest] for digest in origin.into if digest in waiting]
        found[at] = tuple(equal.pop(0) if len(equal) > 1 else equal[0] for equal in places)
    return found


def _groups(claims: Sequence[_Claim]) -> Iterator[list[int]]:
    """Places of claims that share a block, together."""
    groups: list[list[int]] = []
    of_block: dict[int, list[int]] = {}
    for at, claim in enumerate(claims):
        touched = {id(of_block[place]): of_block[place] for place in claim.target if place in of_block}
        group = next(iter(touched.values()), None)
        if group is None:
            group = []
            groups.append(group)
        for other in [*touched.values()][1:]:
            group += other
            groups.remove(other)
        group.append(at)
        of_block.update({place: group for member in group for place in claims[member].target})
    yield from sorted(map(sorted, groups))


def _bead(members: Sequence[tuple[Change, str, _Claim]], unverified: bool) -> Bead:
    return Bead(
        kind=_kind([change.kind for change, _, _ in members], unverified),
        old=tuple(sorted(change.old for change, _, _ in members if change.old >= 0)),
        new=tuple(sorted(change.new for change, _, _ in members if change.new >= 0)),
        target=tuple(sorted({place for _, _, claim in members for place in claim.target})),
        names=tuple(name for _, name, _ in members),
        clear=all(claim.clear for _, _, claim in members),
    )


def _kind(kinds: Iterable[str], unverified: bool) -> Kind:
    found = {"same" if kind == "cosmetic" else kind for kind in kinds}
    if unverified:
        return "unverified"
    for kind in ("same", "new", "removed"):
        if found == {kind}:
            return kind
    return "moved" if found <= {"same", "moved"} else "changed"


def alone(target: Sequence[Block], found: Iterable[Bead]) -> list[int]:
    """The blocks of a translation that stand in no bead."""
    said = {place for bead in found for place in bead.target}
    return [place for place in range(len(target)) if place not in said]
