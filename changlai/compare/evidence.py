"""How much more probable two blocks are as a source and its translation than as blocks that have nothing to do with each other.

Three kinds of evidence are taken to be independent and multiplied: what the blocks are, how long they are, and what they share.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import exp, fsum, log, pi, sqrt
from typing import NamedTuple

from changlai.compare.lengths import Lengths
from changlai.compare.shared import Group, Things
from changlai.model import Traits

Shape = tuple[str, str]  # kind and shape

# What becomes of the blocks of a source, as far as such things happen in the labelled documents.
ONE, SINGLE, MERGED = 0.88, 0.06, 0.05
_CHANGED = {"figure": 0.005, "code": 0.05, "heading": 0.03, "table": 0.15, "list": 0.15}  # of the same kind, with another shape
_LOOSE = frozenset({"paragraph", "list", "quote", "note", "definitions"})  # what a translator may turn into each other
_TURNED = 0.01
_PARTS = _LOOSE | {"heading", "table"}  # what may be one part of two that say what one block says
_ODD = 0.1  # parts of different kinds
_RUN_IN = 0.3  # the same where a heading became the beginning of a paragraph
_SWALLOWED = 0.01  # the same where a list, table or the like holds as many items as before
_STRANGE = 0.01  # translations whose length tells nothing
_MOST, _LEAST = 10.0, -4.0  # logarithms of the most and least that may be told by what two blocks share
# What counts besides for two blocks that hold words which are known: this, and the logarithm of the share of them that is common. Few words
# in common tell little against blocks of few words, and nothing in common tells much against blocks of many.
_WORDY = 3.0
_RARE = 0.4  # a thing in more of the blocks than this tells nothing
_COMMON = 400  # pairs of blocks that one thing may lead to; fewer in editions that are large
_PAIRS = 1_000_000


class Side(NamedTuple):
    """One edition; every field by block."""

    shapes: Sequence[Shape]
    lengths: Sequence[float]
    logs: Sequence[float]
    usual: Sequence[float]  # how dense the logarithms of lengths lie around this one, in blocks of this edition
    things: Sequence[frozenset[str]]  # that occur in both editions
    lost: Sequence[float]  # what it counts if none of them is in the other block
    known: Sequence[int]  # how many of its words can be compared at all


class Evidence(NamedTuple):
    source: Side
    target: Side
    model: Lengths
    affinity: Mapping[Shape, Mapping[Shape, float]]
    shared: Sequence[Mapping[int, float]]  # by block of the source, by block of the target: what their common things count
    common: Sequence[Mapping[int, int]]  # the same: how many words they have in common
    worth: Mapping[str, tuple[float, float]]  # by thing: what it counts if it is in both blocks, and if it is in one alone


def gather(source: Sequence[Traits], target: Sequence[Traits], model: Lengths, groups: Sequence[Group]) -> Evidence:
    worth: dict[str, tuple[float, float]] = {}
    ours: list[set[str]] = [set() for _ in source]
    theirs: list[set[str]] = [set() for _ in target]
    shared: list[dict[int, float]] = [{} for _ in source]
    common: list[dict[int, int]] = [{} for _ in source]
    many, others = len(source) + 1, len(target) + 1
    rare = max(_RARE, 2.5 / len(source)) if source else 0.0
    most = min(_COMMON, max(16, _PAIRS // (len(source) * len(target) + 1)))
    for name, group in enumerate(groups):
        both = frozenset().union(*group.source) & frozenset().union(*group.target)
        homes = _places(group.target, both)
        for thing, here in _places(group.source, both).items():
            there = homes[thing]
            ours_too, theirs_too = (len(here) + 0.5) / many, (len(there) + 0.5) / others
            usual = ours_too if ours_too > theirs_too else theirs_too
            if usual > rare or len(here) * len(there) > most:
                continue
            key = f"{name} {thing}"
            found, lost = group.found * -log(usual), group.lost * (1 - usual)
            worth[key] = found, lost
            value = found + 2 * lost
            for s in here:
                ours[s].add(key)
                row = shared[s]
                for t in there:
                    row[t] = row.get(t, 0.0) + value
                if group.words:
                    words = common[s]
                    for t in there:
                        words[t] = words.get(t, 0) + 1
            for t in there:
                theirs[t].add(key)
    wordy = [group for group in groups if group.words]
    sides = _side(source, ours, [group.source for group in wordy], worth), _side(target, theirs, [group.target for group in wordy], worth)
    return Evidence(*sides, model, _affinities(sides[0].shapes, sides[1].shapes), shared, common, worth)


def _places(blocks: Sequence[frozenset[str]], things: frozenset[str]) -> Mapping[str, Sequence[int]]:
    found: dict[str, list[int]] = {}
    for place, block in enumerate(blocks):
        for thing in sorted(block & things):
            found.setdefault(thing, []).append(place)
    return found


def _side(blocks: Sequence[Traits], things: Sequence[set[str]], words: Sequence[Things], worth: Mapping[str, tuple[float, float]]) -> Side:
    lengths = [max(block.length, 0.5) for block in blocks]
    logs = [log(length) for length in lengths]
    headings = _usual([value for value, block in zip(logs, blocks, strict=True) if block.kind == "heading"], 2.2)
    others = _usual([value for value, block in zip(logs, blocks, strict=True) if block.kind != "heading"], 4.0)
    usual = [_normal(value, *(headings if block.kind == "heading" else others)) for value, block in zip(logs, blocks, strict=True)]
    lost = [fsum([worth[thing][1] for thing in held]) for held in things]
    shapes = [(block.kind, block.shape) for block in blocks]
    known = [sum([len(held) for held in groups]) for groups in zip(*words, strict=True)] if words else [0] * len(blocks)
    return Side(shapes, lengths, logs, usual, [frozenset(held) for held in things], lost, known)


def _usual(logs: Sequence[float], mean: float, variance: float = 0.64, weight: int = 4) -> tuple[float, float]:
    """Mean and variance, starting from what is usual anywhere as if that had been seen `weight` times."""
    here = (sum(logs) + mean * weight) / (len(logs) + weight)
    return here, (sum([(value - here) ** 2 for value in logs]) + ((mean - here) ** 2 + variance) * weight) / (len(logs) + weight)


def _normal(value: float, mean: float, variance: float) -> float:
    return exp(-((value - mean) ** 2) / (2 * variance)) / sqrt(2 * pi * variance)


def _affinities(source: Sequence[Shape], target: Sequence[Shape]) -> Mapping[Shape, Mapping[Shape, float]]:
    shapes, kinds, many = Counter(target), Counter(kind for kind, _ in target), len(target) + 1
    return {
        ours: {theirs: _affinity(ours, theirs, (count + 0.5) / many, (kinds[theirs[0]] + 0.5) / many) for theirs, count in shapes.items()}
        for ours in set(source)
    }


def _affinity(ours: Shape, theirs: Shape, same_shape: float, same_kind: float) -> float:
    changed = _CHANGED.get(ours[0], 0.05)
    if ours == theirs:
        return (1 - changed) / same_shape
    if ours[0] == theirs[0]:
        return changed / same_kind
    return _TURNED / same_kind if ours[0] in _LOOSE and theirs[0] in _LOOSE else 0.0


def one(evidence: Evidence, s: int, t: int) -> float:
    """How much speaks for these two: the weight of a bead 1-1, where a block alone has the weight SINGLE."""
    ours, theirs = evidence.source, evidence.target
    affinity = evidence.affinity[ours.shapes[s]][theirs.shapes[t]]
    if not affinity:
        return 0.0
    length = _length(evidence.model, ours.lengths[s], ours.logs[s], theirs.logs[t], theirs.usual[t])
    return ONE * affinity * length * exp(_bounded(_cue(evidence, s, t)))


def split(evidence: Evidence, s: int, t: int, u: int) -> float:
    """The same for a block of the source and two of the target."""
    ours, theirs = evidence.source, evidence.target
    row = evidence.affinity[ours.shapes[s]]
    affinity = _together(ours.shapes[s], (theirs.shapes[t], theirs.shapes[u]), row[theirs.shapes[t]], row[theirs.shapes[u]])
    if not affinity:
        return 0.0
    first, second = theirs.lengths[t], theirs.lengths[u]
    together = first + second
    # Where one is cut in two is as likely anywhere, so what is usual is the product for both, by the length in which the cut may fall.
    usual = theirs.usual[t] * theirs.usual[u] * together * together / (first * second)
    length = _length(evidence.model, ours.lengths[s], ours.logs[s], log(together), usual)
    return MERGED * affinity * length * exp(_parts(evidence, (s, t), (s, u), _both(evidence, (s, t), (s, u), theirs, t, u) - ours.lost[s]))


def join(evidence: Evidence, s: int, r: int, t: int) -> float:
    """The same for two blocks of the source and one of the target."""
    ours, theirs = evidence.source, evidence.target
    first, second = evidence.affinity[ours.shapes[s]][theirs.shapes[t]], evidence.affinity[ours.shapes[r]][theirs.shapes[t]]
    affinity = _together(theirs.shapes[t], (ours.shapes[s], ours.shapes[r]), first, second)
    if not affinity:
        return 0.0
    length = ours.lengths[s] + ours.lengths[r]
    likely = _length(evidence.model, length, log(length), theirs.logs[t], theirs.usual[t])
    return MERGED * affinity * likely * exp(_parts(evidence, (s, t), (r, t), _both(evidence, (s, t), (r, t), ours, s, r) - theirs.lost[t]))


def _length(model: Lengths, length: float, ours: float, theirs: float, usual: float) -> float:
    variance = model.spread + model.noise / length
    off = theirs - ours - model.shift
    return (1 - _STRANGE) * exp(-off * off / (2 * variance)) / sqrt(2 * pi * variance) / usual + _STRANGE


def _together(whole: Shape, parts: tuple[Shape, Shape], first: float, second: float) -> float:
    """What the kinds of three blocks say of two parts and a whole."""
    kinds = [whole[0], parts[0][0], parts[1][0]]
    if not _PARTS.issuperset(kinds) or kinds[0] == "heading" or kinds[2] == "heading":
        return 0.0
    if kinds[0] == kinds[1] == kinds[2]:
        return min(first, second)
    return (_SWALLOWED if whole[1] and whole in parts else _RUN_IN if kinds[1] == "heading" else _ODD) * max(first, second)


def _both(evidence: Evidence, first: tuple[int, int], second: tuple[int, int], side: Side, one: int, other: int) -> float:
    """What two blocks of a side share with one of the other, each thing counted once."""
    twice = side.things[one] & side.things[other]
    shared = evidence.shared[first[0]].get(first[1], 0.0) + evidence.shared[second[0]].get(second[1], 0.0)
    if twice:
        there = evidence.target.things[first[1]] if side is evidence.source else evidence.source.things[first[0]]
        shared -= fsum([evidence.worth[thing][0] + 2 * evidence.worth[thing][1] for thing in twice & there])
        shared += fsum([evidence.worth[thing][1] for thing in twice])
    # The part that has less in common decides: much of the one must not hide that the other has nothing to do with it.
    return shared - side.lost[one] - side.lost[other] + min(_wordy(evidence, *first), _wordy(evidence, *second))


def _wordy(evidence: Evidence, s: int, t: int) -> float:
    ours, theirs = evidence.source.known[s], evidence.target.known[t]
    known = ours if ours < theirs else theirs
    return log((evidence.common[s].get(t, 0) + 0.5) / (known + 1)) + _WORDY if known else 0.0


def _cue(evidence: Evidence, s: int, t: int) -> float:
    return evidence.shared[s].get(t, 0.0) - evidence.source.lost[s] - evidence.target.lost[t] + _wordy(evidence, s, t)


def _parts(evidence: Evidence, first: tuple[int, int], second: tuple[int, int], together: float) -> float:
    """What one part tells by itself, and what the other adds: much of the one must not hide that the other has nothing to do with it."""
    alone = max(_cue(evidence, *first), _cue(evidence, *second))
    return _bounded(alone) + _bounded(together - alone)


def _bounded(value: float) -> float:
    return _LEAST if value < _LEAST else _MOST if value > _MOST else value
