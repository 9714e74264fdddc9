"""Which blocks of two editions say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log

from changlai.compare import evidence, lengths, words
from changlai.compare.anchors import anchors, chain
from changlai.compare.evidence import Evidence, gather, join, one, split
from changlai.compare.lattice import Band, Bead, Likely, Weights, likely
from changlai.compare.repair import loose, repaired
from changlai.model import Pair, Traits, Typography

CERTAIN = 0.9
ENOUGH, MARGIN = 8.0, 5.0


def align(
    source: Sequence[Traits], target: Sequence[Traits], languages: tuple[Typography, Typography], known: Sequence[tuple[int, int]] = ()
) -> tuple[Pair, ...]:
    groups = [words.data(source, target), *words.words(source, target, languages)]
    ev = gather(source, target, lengths.between(*languages), groups)
    hard = [(a.source, a.target) for a in anchors(source, target)]
    line = chain(hard)
    moved = [Pair((s,), (t,), .999, "anchor") for s, t in hard if (s, t) not in line]
    pairs = pass_(ev, hard, line, moved)
    for _ in range(PASSES):
        if not any(loose(p) for p in pairs): break
        again = repaired(ev, pairs)
        mono = chain([(p.source[0], p.target[0]) for p in again if not loose(p)])
        new = [p for p in again if not loose(p) and (p.source[0], p.target[0]) not in mono and p.confidence >= CERTAIN and len(p.source)==len(p.target)==1]
        pairs = again
        if {(p.source, p.target) for p in new} <= {(p.source, p.target) for p in moved}: break
        moved = new
        pairs = pass_(ev, hard, line, moved)
        pairs = repaired(ev, pairs)
    return tuple(sorted(p if p.confidence >= CERTAIN else p._replace(how="section") for p in pairs))

PASSES = 2

def pass_(ev, hard, line, moved):
    ms, mt = {s for p in moved for s in p.source}, {t for p in moved for t in p.target}
    line = [(s,t) for s,t in line if s not in ms and t not in mt]
    soft = [p for p in contents(ev, hard) if p[0] not in ms and p[1] not in mt and all((p[0] - s) * (p[1] - t) > 0 for s, t in line)]
    soft = chain(soft + line)
    S = [s for s in range(len(ev.source.logs)) if s not in ms]
    T = [t for t in range(len(ev.target.logs)) if t not in mt]
    n, m = len(S), len(T)
    low, high = [0] * (n + 1), [m] * (n + 1)
    ps, pt = {s: i for i, s in enumerate(S)}, {t: j for j, t in enumerate(T)}
    for s, t in soft:
        i, j = ps[s], pt[t]
        for r in range(i + 1): high[r] = min(high[r], j)
        for r in range(i + 1, n + 1): low[r] = max(low[r], j + 1)
    weigh = weigher(ev, S, T)
    found = likely(Band(low, high), weigh, evidence.SINGLE)
    if found is None: found = likely(Band([0] * (n + 1), [m] * (n + 1)), weigh, evidence.SINGLE)
    return list(_pairs(found, S, T)) + list(moved)


def weigher(ev, S, T):
    n, m = len(S), len(T)
    def weigh(i, low, high):
        s = S[i]
        ones = [one(ev, s, T[j]) if j < m else 0.0 for j in range(low, high + 1)]
        splits = [split(ev, s, T[j], T[j + 1]) if j + 1 < m else 0.0 for j in range(low, high + 1)]
        joins = [join(ev, s, S[i + 1], T[j]) if j < m and i + 1 < n else 0.0 for j in range(low, high + 1)]
        return ones, splits, joins
    return weigh


def contents(ev, hard):
    hs, ht = {p[0] for p in hard}, {p[1] for p in hard}
    best_s, best_t = {}, {}
    for s, row in enumerate(ev.shared):
        if s in hs: continue
        for t in row:
            if t in ht: continue
            w = one(ev, s, t)
            v = log(w) if w else -99
            for d, k, o in ((best_s, s, t), (best_t, t, s)):
                l = d.setdefault(k, [(-9.0, -1), (-9.0, -1)])
                if v > l[0][0]: l[1] = l[0]; l[0] = (v, o)
                elif v > l[1][0]: l[1] = (v, o)
    return [(s, t) for s, ((v, t), (v2, _)) in best_s.items() if t >= 0 and best_t[t][0][1] == s and v > ENOUGH and v - max(v2, best_t[t][1][0]) > MARGIN]


def _pairs(found, S, T):
    if found is None:
        yield Pair(tuple(S), tuple(T), 0.0, "section"); return
    beads, (alone_s, alone_t) = found
    i = j = 0
    for b in [b for b in sorted(beads) if b.probability >= CERTAIN] + [Bead((len(S), len(S)), (len(T), len(T)), 1)]:
        us = [k for k in range(i, b.source[0])]; ut = [k for k in range(j, b.target[0])]
        ds = tuple(S[k] for k in us if alone_s[k] < CERTAIN); dt = tuple(T[k] for k in ut if alone_t[k] < CERTAIN)
        for k in us:
            if alone_s[k] >= CERTAIN: yield Pair((S[k],), (), min(1, alone_s[k]))
        for k in ut:
            if alone_t[k] >= CERTAIN: yield Pair((), (T[k],), min(1, alone_t[k]))
        if ds or dt: yield Pair(ds, dt, 0.0, "section")
        if b.source[1] > b.source[0]:
            yield Pair(tuple(S[slice(*b.source)]), tuple(T[slice(*b.target)]), b.probability, "length")
        i, j = b.source[1], b.target[1]
