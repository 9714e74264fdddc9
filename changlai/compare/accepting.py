"""What a translation was made from, once somebody has said so."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from changlai.compare.changes import changes, staying
from changlai.model import Block, Change, Origin, Pair, Record, Unit


def numbered(changed: Sequence[Change], source: Sequence[Unit], old: Sequence[Unit]) -> list[str]:
    """What each change is called on a command line: a field by its name, a block by its place in the source, from 1; one that was removed
    by the place that it had, with an x before it."""
    fields, before = (sum(bool(unit.name) for unit in units) for units in (source, old))
    names = []
    for change in changed:
        unit = source[change.new] if change.new >= 0 else old[change.old]
        names.append(unit.name or (str(change.new - fields + 1) if change.new >= 0 else f"x{change.old - before + 1}"))
    return names


def accepted(
    record: Record | None,
    source: Sequence[Unit],
    target: Sequence[Block],
    pairs: Sequence[Pair],
    heads: Record,
    chosen: Collection[str] = (),
) -> Record:
    """The record after the translation was looked through; `heads` says from which language, date and day. `chosen` are the numbers of what
    was looked at: what else has changed stays as it was recorded. Empty: all of it, and what the translation has beyond its source."""
    now = [Origin(unit, into) for unit, into in zip(source, _into(source, target, pairs), strict=True)]
    if not chosen:
        added = tuple(target[place].digest for pair in pairs if not pair.source for place in pair.target)
        return heads._replace(origins=tuple(now), added=added)
    before = list(record.origins) if record else []
    changed = changes([origin.unit for origin in before], source)
    names = numbered(changed, source, [origin.unit for origin in before])
    stays = staying(changed)
    rows: list[tuple[int, Origin]] = [*enumerate(before)]  # by the place of the old unit; -1 for one that is new
    kept = list(record.added) if record else []
    last = -1  # the row behind which what comes next belongs
    for place, (change, name) in enumerate(zip(changed, names, strict=True)):
        at = next((row for row, (old, _) in enumerate(rows) if old == change.old >= 0), -1)
        if place in stays:
            if change.kind != "changed" or name in chosen:
                rows[at] = change.old, now[change.new]
            last = at
        elif name in chosen:
            if at >= 0:
                kept += rows[at][1].into if change.new < 0 else ()  # what was made of what is gone may stay
                del rows[at]
                last -= at <= last
            if change.new >= 0:
                last += 1
                rows.insert(last, (change.old, now[change.new]))
    there = {block.digest for block in target}
    return heads._replace(origins=tuple(origin for _, origin in rows), added=tuple(digest for digest in kept if digest in there))


def _into(source: Sequence[Unit], target: Sequence[Block], pairs: Sequence[Pair]) -> list[tuple[str, ...]]:
    """For each unit the digests of what stands beside it; empty for fields, and where it cannot be told."""
    fields = sum(bool(unit.name) for unit in source)
    beside = {one + fields: pair.target for pair in pairs if pair.how != "section" for one in pair.source}
    return [tuple(target[place].digest for place in beside.get(number, ())) for number in range(len(source))]


def adopted(source: Sequence[Unit], target: Sequence[Block], pairs: Sequence[Pair], heads: Record) -> Record:
    """The record of a translation that was there before any was kept: of all that stands beside something, or cannot be told apart.
    What the one edition has and the other has not is left out, so that it shows."""
    whole = accepted(None, source, target, pairs, heads)
    fields = sum(bool(unit.name) for unit in source)
    alone = {one + fields for pair in pairs if not pair.target for one in pair.source}
    return whole._replace(origins=tuple(origin for place, origin in enumerate(whole.origins) if place not in alone), added=())
