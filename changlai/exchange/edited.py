"""Answers put into the text of an edition, and what then stands beside what. All that nobody touched stays as it is, byte for byte."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from changlai import markdown
from changlai.exchange.task import Ask, Task
from changlai.model import Answer, Bead, Block, Marked, Pair
from changlai.write.editions import Edit, body_of, rewritten


class Taken(NamedTuple):
    """An answer that may be brought in, with what it answers."""

    ask: Ask
    answer: Answer
    text: str  # empty: what it answers is to go
    parts: tuple[Marked, ...] = ()  # its blocks


class Edited(NamedTuple):
    data: bytes
    blocks: tuple[Block, ...]
    pairs: tuple[Pair, ...]  # of the source with `blocks`
    misfits: tuple[Taken, ...] = ()  # what would run together with its neighbours, and was left out


class _Item(NamedTuple):
    """A block of the new edition, or several that came in one answer."""

    bead: int  # -1: beyond the source
    place: int  # in the edition as it was; -1: it was not there
    text: str = ""  # empty: as it was
    said: tuple[tuple[str, str], ...] = ()  # kind and digest of each block


def edited(made: Task, data: bytes, first: int, taken: Sequence[Taken]) -> Edited:
    """The edition `data`, whose body begins on line `first`, with what was `taken`."""
    found = _edited(made, data, first, taken)
    if found:
        return found
    fitting = [one for one in taken if _edited(made, data, first, [one])]
    found = _edited(made, data, first, fitting)
    if found:
        return found._replace(misfits=tuple(one for one in taken if one not in fitting))
    unchanged = _edited(made, data, first, [])
    assert unchanged is not None
    return unchanged._replace(misfits=tuple(taken))


def _edited(made: Task, data: bytes, first: int, taken: Sequence[Taken]) -> Edited | None:
    """None where the blocks that come of it are not those that were meant."""
    items = _arranged(made, taken)
    data = rewritten(data, first, _edits(made.target, items))
    blocks = markdown.parse(body_of(data, first), made.typography(made.lang), made.refs).blocks
    if [(block.kind, block.digest) for block in blocks] != [said for item in items for said in item.said]:
        return None
    return Edited(data, blocks, tuple(_pairs(made, items, taken)))


def _arranged(made: Task, taken: Sequence[Taken]) -> list[_Item]:
    owner = {place: number for number, bead in enumerate(made.beads) for place in bead.target}
    items = [_Item(owner.get(place, -1), place, "", ((block.kind, block.digest),)) for place, block in enumerate(made.target)]
    for one in sorted(taken, key=lambda one: made.beads.index(one.ask.bead)):
        number, bead = made.beads.index(one.ask.bead), one.ask.bead
        own = [at for at, item in enumerate(items) if item.bead == number]
        if own and one.text == one.ask.request.target and not bead.moves:
            continue  # somebody has looked at it, and that was all
        if one.text and own and not bead.moves:
            new = _in_place(number, [items[at].place for at in own], one)
            items = [new.get(item.place, item) for item in items if item.bead != number or item.place in new]
            continue
        items = [item for item in items if item.bead != number]
        if one.text:
            items.insert(_position(items, number), _Item(number, -1, one.text, _said(one.parts)))
    return items


def _in_place(number: int, places: Sequence[int], one: Taken) -> Mapping[int, _Item]:
    """Block for block where they are as many as before; else all of it where the first one stood."""
    if len(places) != len(one.parts):
        return {places[0]: _Item(number, places[0], one.text, _said(one.parts))}
    lines = one.text.split("\n")
    texts = ["\n".join(lines[part.block.line - 1 : part.block.end - 1]) for part in one.parts]
    return {place: _Item(number, place, text, _said([part])) for place, text, part in zip(places, texts, one.parts, strict=True)}


def _said(parts: Sequence[Marked]) -> tuple[tuple[str, str], ...]:
    return tuple((part.block.kind, part.block.digest) for part in parts)


def _position(items: Sequence[_Item], number: int) -> int:
    """Behind what says the part of the source before it, however far back that is; else before what says the next."""
    before = max((item.bead for item in items if item.bead < number), default=-1)
    if before >= 0:
        return max(at for at, item in enumerate(items) if item.bead == before) + 1
    after = min((item.bead for item in items if item.bead > number), default=-1)
    return next((at for at, item in enumerate(items) if item.bead == after), len(items)) if after >= 0 else len(items)


def _edits(target: Sequence[Block], items: Sequence[_Item]) -> Iterator[Edit]:
    left = {item.place for item in items}
    for place, block in enumerate(target):
        if place not in left:
            yield Edit(block.line - 1, block.end - 1, None)
    waiting: dict[int, list[str]] = {}
    at = min((target[item.place].line - 1 for item in items if item.place >= 0), default=target[0].line - 1 if target else 0)
    for item in items:
        if item.place < 0:
            waiting.setdefault(at, []).append(item.text)
            continue
        block = target[item.place]
        at = block.end - 1
        if item.text:
            yield Edit(block.line - 1, at, item.text)
    yield from (Edit(line, line, "\n\n".join(texts)) for line, texts in waiting.items())


def _pairs(made: Task, items: Sequence[_Item], taken: Sequence[Taken]) -> Iterator[Pair]:
    places: dict[int, list[int]] = {}
    at = 0
    for item in items:
        places.setdefault(item.bead, []).extend(range(at, at + len(item.said)))
        at += len(item.said)
    new = [one.ask.bead for one in taken]
    for number, bead in enumerate(made.beads):
        yield from _beside(bead, [place - made.fields for place in bead.new], places.get(number, []), bead in new)
    yield from (Pair((), (place,), 1.0) for place in places.get(-1, ()))


def _beside(bead: Bead, source: Sequence[int], target: Sequence[int], new: bool) -> Iterator[Pair]:
    if not source or source[0] >= 0:
        if new and len(source) == len(target):
            yield from (Pair((one,), (other,), 1.0, "recorded") for one, other in zip(source, target, strict=True))
        elif source or target:
            yield Pair(tuple(source), tuple(target), 1.0, "recorded" if bead.clear or new else "section")
