"""Which blocks of two editions say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from changlai.compare import lengths
from changlai.compare.evidence import ONE, SINGLE, Beads, Evidence, gather
from changlai.compare.lattice import Band, Bead, likely
from changlai.model import Pair, Traits, Typography

CERTAIN = 0.8


def align(
    source: Sequence[Traits], target: Sequence[Traits], languages: tuple[Typography, Typography], known: Sequence[tuple[int, int]] = ()
) -> tuple[Pair, ...]:
    ev = gather(source, target, lengths.between(*languages))
    S, T = list(range(len(source))), list(range(len(target)))
    n, m = len(S), len(T)
    found = likely(Band([0] * (n + 1), [m] * (n + 1)), Beads(ev, S, T), SINGLE) or []
    pairs = list(_pairs(found, S, T))
    singles = [p for p in pairs if p.how != "section" and not (p.source and p.target)]
    pairs = [p for p in pairs if p not in singles] + list(_moved(ev, singles))
    return tuple(sorted(pairs))


def _pairs(found: Sequence[Bead], S, T):
    i = j = 0
    for b in [b for b in sorted(found) if b.probability >= CERTAIN] + [Bead((len(S), len(S)), (len(T), len(T)), 1)]:
        if b.source[0] > i or b.target[0] > j:
            p = 0.0
            yield Pair(tuple(S[i : b.source[0]]), tuple(T[j : b.target[0]]), p, "section")
        if b.source[1] > b.source[0] or b.target[1] > b.target[0]:
            yield Pair(tuple(S[slice(*b.source)]), tuple(T[slice(*b.target)]), b.probability, "length")
        i, j = b.source[1], b.target[1]


def _moved(ev, singles):
    S = [p.source[0] for p in singles if p.source]
    T = [p.target[0] for p in singles if p.target]
    if not S or not T:
        yield from singles
        return
    conf = {(p.source, p.target): p.confidence for p in singles}
    beads = Beads(ev, S, T, 1.0)
    found = likely(Band([0] * (len(S) + 1), [len(T)] * (len(S) + 1)), beads, 1.0) or []
    for p in _pairs(found, S, T):
        if len(p.source) + len(p.target) == 1:
            c = conf[p.source, p.target]
            yield p._replace(confidence=p.confidence * c, how=p.how if p.confidence * c >= CERTAIN else "section")
        else:
            yield p
