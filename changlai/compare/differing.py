"""What differs between two versions of a text, word by word, for people to read.

Sentences that stayed are set aside first, so that the rest is short; there the longest common stretches are kept. A few characters in
common between two changes are mostly chance: they are marked along, until what is shown reads as one word, or one sentence, for another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate, groupby
from typing import NamedTuple

from changlai.compare.segments import EASTERN, PARTICLE, sentences, tokens, weight
from changlai.model import Piece, Typography

BOUND = 400_000  # pairs of tokens that are compared; a stretch with more is shown as one replacement
STRONG = 6.0  # characters in common that are no chance, whatever stands around them
SMALL = 0.6  # as much in common, of the smaller of two changes around it, is marked along with them
SCARCE = 0.6  # as much in common beside what changed, between three changes and more, does not keep them apart
LEAST = 0.3  # share of a stretch that must be common for its parts to be shown apart


class Span(NamedTuple):
    """A stretch of both versions; `kept` where they are the same."""

    old: str
    new: str
    kept: bool
    weight: float  # of what is kept; else of the longer of the two


def difference(old: str, new: str, typography: Typography) -> tuple[Piece, ...]:
    """What was kept, removed and added, in reading order; what was removed stands before what was added in its place. Kept and removed
    pieces together are `old`, kept and added ones `new`."""
    spans: list[Span] = []
    for same, one, other in _stretches(sentences(old), sentences(new)):
        before, after = "".join(one), "".join(other)
        spans += [Span(before, after, True, weight(before))] if same else _inside(before, after, typography)
    return tuple(_pieces(part for span in spans for part in _trimmed(span)))


def _stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[bool, Sequence[str], Sequence[str]]]:
    """Runs of items that are the same in both, and what stands between them. What both begin or end with needs no comparing."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    one, other = old[head : len(old) - tail], new[head : len(new) - tail]
    yield True, old[:head], new[:head]
    if len(one) * len(other) > BOUND:
        yield False, one, other
    else:
        matcher = SequenceMatcher(lambda token: not weight(token), one, other, autojunk=False)
        for kind, start, end, begin, stop in matcher.get_opcodes():
            yield kind == "equal", one[start:end], other[begin:stop]
    yield True, old[len(old) - tail :], new[len(new) - tail :]


def _inside(old: str, new: str, typography: Typography) -> list[Span]:
    """What both begin or end with ends where a word ends in one of the two: 聊城的 that becomes 聊城市 has not become 城市."""
    ones, others = tokens(old, typography), tokens(new, typography)
    head = _edge(old, new, ones, others)
    tail = _edge(old[head:][::-1], new[head:][::-1], ones[::-1], others[::-1])
    spans = [Span(old[:head], new[:head], True, weight(old[:head]))]
    for same, one, other in _stretches(_between(ones, head, len(old) - tail), _between(others, head, len(new) - tail)):
        if one or other:
            size = max(sum(map(weight, one)), sum(map(weight, other)))
            spans.append(Span("".join(one), "".join(other), same, size))
    rest = old[len(old) - tail :]
    spans = _gathered(_swallowed([*spans, Span(rest, rest, True, weight(rest))]))
    kept = sum(span.weight for span in spans if span.kept)
    whole = max(weight(old), weight(new))
    return [_joined(spans)] if len(spans) > 3 and kept < LEAST * whole else spans


def _edge(old: str, new: str, ones: Sequence[str], others: Sequence[str]) -> int:
    """How far two texts are the same, up to where a token of either ends; of Western words, one of both."""
    length = _common(old, new)
    here, there = ({end for end in accumulate(map(len, found)) if end <= length} for found in (ones, others))
    eastern = (end for end in here | there if old[end - 1] >= EASTERN)
    return max(*(here & there), *eastern, 0, 0)


def _between(words: Sequence[str], start: int, end: int) -> list[str]:
    """The tokens from one character to another; one that lies across an end is cut there."""
    starts = accumulate(map(len, words), initial=0)
    return [word[max(start - at, 0) : end - at] for at, word in zip(starts, words, strict=False) if at < end and at + len(word) > start]


def _swallowed(spans: Sequence[Span]) -> list[Span]:
    """Without the common stretches that are smaller than both of the changes beside them."""
    spans, place = list(spans), 1
    while place < len(spans) - 1:
        before, span, after = spans[place - 1 : place + 2]
        if span.kept and span.weight < min(before.weight, after.weight, STRONG) * SMALL:
            spans[place - 1 : place + 2] = [_joined([before, span, after])]
            place = max(place - 2, 1)
        else:
            place += 1
    return spans


def _gathered(spans: Sequence[Span]) -> list[Span]:
    """Three or more changes with little between them are one."""
    found: list[Span] = []
    run: list[Span] = []
    for span in [*spans, None]:
        if span and (not span.kept or (run and span.weight < STRONG)):
            run.append(span)
            continue
        rest = [run.pop()] if run and run[-1].kept else []
        changed = sum(not one.kept for one in run)
        common = sum(one.weight for one in run if one.kept)
        scattered = changed > 2 and common < SCARCE * sum(one.weight for one in run if not one.kept)
        found += [_joined(run), *rest] if scattered else [*run, *rest]
        run = []
        found += [span] if span else []
    return found


def _joined(spans: Sequence[Span]) -> Span:
    old, new = "".join(span.old for span in spans), "".join(span.new for span in spans)
    return Span(old, new, False, max(weight(old), weight(new)))


def _trimmed(span: Span) -> Iterator[Span]:
    """Where one version only has more than the other, that; of a Korean word with another particle, the particle."""
    old, new = span.old, span.new
    if span.kept or not old or not new:
        yield span
        return
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    if head and "가" <= old[head - 1] <= "힣" and PARTICLE.fullmatch(old[head:]) and PARTICLE.fullmatch(new[head:]):
        tail = 0
    elif min(len(old), len(new)) > head + tail or (head and old[head - 1] < EASTERN) or (tail and old[-tail] < EASTERN):
        yield span
        return
    yield Span(old[:head], new[:head], True, 0)
    yield Span(old[head : len(old) - tail], new[head : len(new) - tail], False, 0)
    yield Span(old[len(old) - tail :], new[len(new) - tail :], True, 0)


def _common(one: str, other: str) -> int:
    length = 0
    while length < min(len(one), len(other)) and one[length] == other[length]:
        length += 1
    return length


def _pieces(spans: Iterable[Span]) -> Iterator[Piece]:
    """Spans of one kind that follow each other as one piece."""
    for kept, run in groupby((span for span in spans if span.old or span.new), key=lambda span: span.kept):
        parts = [*run]
        old, new = "".join(span.old for span in parts), "".join(span.new for span in parts)
        found = (Piece("kept", old),) if kept else (Piece("removed", old), Piece("added", new))
        yield from (piece for piece in found if piece.text)
