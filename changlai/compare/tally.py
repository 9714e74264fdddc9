"""How a translation stands beside its source edition, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from hashlib import blake2b

from changlai.compare.changes import changes
from changlai.model import Block, Change, Freshness, Origin, Pair, Record, Tally, Unit


def unit_of(block: Block, text: str = "") -> Unit:
    """A block as what is translated; `text` as it is written, where that is wanted."""
    leads = "." + hashed("\n".join(block.targets)) if block.targets else ""
    return Unit("", block.digest + leads, block.exact, text)


def field_of(name: str, text: str) -> Unit:
    return Unit(name, hashed(" ".join(text.split())), hashed(text), text)


def hashed(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def tally(source: Sequence[Unit], target: Sequence[Block], pairs: Sequence[Pair], record: Record | None, whole: bool = False) -> Tally:
    """`source`: the fields and blocks of the source edition; `pairs` of its blocks with those of `target`. Without a record nobody has
    said yet what the translation was made from. `whole`: fields count as blocks, as they do in a profile."""
    blocks = [unit for unit in source if whole or not unit.name]
    if record is None:
        return Tally("unverified" if source else "fresh", len(blocks))
    changed = changes([origin.unit for origin in record.origins], source)
    count = Counter(change.kind for change in changed)
    state: Freshness = "fresh"
    if count.keys() - {"same", "cosmetic"}:
        state = "stale"
    elif beyond(target, pairs, record):
        state = "ahead"
    elif count["cosmetic"]:
        state = "cosmetic"
    return Tally(
        state=state,
        blocks=len(blocks),
        stale=count["changed"],
        new=count["new"],
        moved=count["moved"],
        removed=count["removed"],
        marks=marks(changed, record, target, pairs, sum(bool(unit.name) for unit in source)) if state == "stale" else (),
        made_from=record.made_from,
        accepted=record.accepted,
    )


def kept(record: Record, fields: Collection[str], source: Sequence[Block], target: Sequence[Block], pairs: Sequence[Pair]) -> Record:
    """The record without what the translation has lost since: of that nothing is left to have been made from anything. `fields` are the
    names of those that it has."""
    there = {block.digest for block in target}
    gone = {unit.digest for unit, into in record.origins if into and there.isdisjoint(into)}
    alone = {unit_of(source[place]).digest for pair in pairs if not pair.target and pair.how != "section" for place in pair.source}
    lost = gone & alone
    origins = [Origin(unit, into) for unit, into in record.origins if (unit.name in fields if unit.name else unit.digest not in lost)]
    return record._replace(origins=tuple(origins)) if len(origins) < len(record.origins) else record


def beyond(target: Sequence[Block], pairs: Sequence[Pair], record: Record) -> list[int]:
    """Blocks of the translation that nothing of the source says, and that nobody accepted so."""
    known = {digest for origin in record.origins for digest in origin.into} | {*record.added}
    alone = {place for pair in pairs if not pair.source for place in pair.target}
    return [place for place in sorted(alone) if target[place].digest not in known]


def marks(changed: Sequence[Change], record: Record, target: Sequence[Block], pairs: Sequence[Pair], fields: int) -> tuple[int, ...]:
    """The blocks of the translation whose source is another now, or gone: those that the record names; where these were edited
    meanwhile, those that stand beside the source. `fields` come before the blocks among the units."""
    places: dict[str, list[int]] = {}
    for place, block in enumerate(target):
        places.setdefault(block.digest, []).append(place)
    beside: Mapping[int, Sequence[int]] = {one: pair.target for pair in pairs for one in pair.source if pair.how != "section"}
    found: set[int] = set()
    for change in changed:
        if change.kind not in ("changed", "removed") or record.origins[change.old].unit.name:
            continue
        into = record.origins[change.old].into
        named = [place for digest in into for place in places.get(digest, ())]
        found.update(named or beside.get(change.new - fields, ()))
    return tuple(sorted(found))
