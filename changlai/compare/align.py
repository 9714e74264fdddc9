"""Which blocks of two editions say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log, exp

from changlai.compare import lengths
from changlai.compare.anchors import anchors, chain
from changlai.compare.evidence import ONE, SINGLE, Beads, Evidence, gather
from changlai.compare.lattice import Band, Bead, likely
from changlai.model import Pair, Traits, Typography

CERTAIN = 0.8
MARGIN, ENOUGH = 4.0, 4.0
MOVE_MARGIN = 6.0
MOVE = 1.0


def align(
    source: Sequence[Traits], target: Sequence[Traits], languages: tuple[Typography, Typography], known: Sequence[tuple[int, int]] = ()
) -> tuple[Pair, ...]:
    ev = gather(source, target, lengths.between(*languages), languages)
    S, T = list(range(len(source))), list(range(len(target)))
    hard = [(a.source, a.target) for a in anchors(source, target)]
    content = contents(ev, S, T, hard)
    line = chain(hard)
    soft = chain([p for p in content if all((p[0] - s) * (p[1] - t) > 0 for s, t in line)] + line)
    moved = [(p, 0.999) for p in hard if p not in line] + [(p, .99) for p in content if p not in soft and p[2:] is not None]
    strongmoved = []
    for p, c in moved:
        if p in hard or strong(ev, p, S, T): strongmoved.append((p, c))
    out_s, out_t = {p[0] for p, _ in strongmoved}, {p[1] for p, _ in strongmoved}
    S = [s for s in S if s not in out_s]
    T = [t for t in T if t not in out_t]
    n, m = len(S), len(T)
    low, high = [0] * (n + 1), [m] * (n + 1)
    ps, pt = {s: i for i, s in enumerate(S)}, {t: j for j, t in enumerate(T)}
    beads = Beads(ev, S, T)
    for s, t in soft:
        if s in ps and t in pt:
            i, j = ps[s], pt[t]
            for r in range(i + 1): high[r] = min(high[r], j)
            for r in range(i + 1, n + 1): low[r] = max(low[r], j + 1)
    found = likely(Band(low, high), beads, SINGLE)
    if found is None: found = likely(Band([0] * (n + 1), [m] * (n + 1)), beads, SINGLE) or []
    pairs = list(_pairs(found, S, T)) + [Pair((p[0],), (p[1],), c, "anchor") for p, c in strongmoved]
    pairs = list(extend(ev, pairs))
    pairs = absorb(ev, pairs)
    singles = [p for p in pairs if p.how != "section" and not (p.source and p.target)]
    pairs = [p for p in pairs if p not in singles] + list(_moved(ev, singles))
    return tuple(sorted(pairs))


def score(ev, s, t):
    b = Beads(ev, [s], [t], 1.0)
    w = b._one(0, 0)
    return log(w) if w else -99.0


def contents(ev, S, T, hard):
    hs, ht = {p[0] for p in hard}, {p[1] for p in hard}
    best_s, best_t = {}, {}
    cue = {}
    for s in S:
        if s in hs: continue
        for t in ev.shared[s]:
            if t in ht: continue
            v = score(ev, s, t)
            for d, k, o in ((best_s, s, t), (best_t, t, s)):
                l = d.setdefault(k, [(-9.0, -1), (-9.0, -1)])
                if v > l[0][0]: l[1] = l[0]; l[0] = (v, o)
                elif v > l[1][0]: l[1] = (v, o)
    ev_found = []
    for s, ((v, t), (v2, _)) in best_s.items():
        if t >= 0 and best_t[t][0][1] == s and v > ENOUGH and v - max(v2, best_t[t][1][0]) > MARGIN:
            c = ev.shared[s][t] + ev.missing[0][s] + ev.missing[1][t]
            if c > ENOUGH: ev_found.append((s, t))
    return ev_found


def strong(ev, p, S, T):
    s, t = p
    c = ev.shared[s].get(t, 0) + ev.missing[0][s] + ev.missing[1][t]
    return c > MOVE_MARGIN


def extend(ev, pairs):
    """Neighbours of moved blocks that moved with them."""
    owner_s = {i: p for p in pairs for i in p.source}
    owner_t = {i: p for p in pairs for i in p.target}
    loose = lambda p: p is not None and (p.how == "section" or not (p.source and p.target))
    new = []
    todo = [p for p in pairs if p.how == "anchor"]
    gone = set()
    while todo:
        p = todo.pop()
        for d in (-1, 1):
            s = (p.source[-1] if d > 0 else p.source[0]) + d
            t = (p.target[-1] if d > 0 else p.target[0]) + d
            a, b = owner_s.get(s), owner_t.get(t)
            if loose(a) and loose(b) and s not in gone and t + .5 not in gone:
                w = exp(min(20, score(ev, s, t))) * ONE
                conf = w / (w + 3 * SINGLE)
                if conf > CERTAIN:
                    q = Pair((s,), (t,), conf, "anchor")
                    new.append(q); todo.append(q); gone.add(s); gone.add(t + .5)
    for p in pairs:
        ss = tuple(i for i in p.source if i not in gone or p.how == "anchor"); tt = tuple(i for i in p.target if i + .5 not in gone or p.how == "anchor")
        if (ss, tt) == (p.source, p.target): yield p
        elif ss or tt: yield p._replace(source=ss, target=tt)
    yield from new


FAR = -3.0
def absorb(ev, pairs):
    loose = lambda p: p.how == "section" or not (p.source and p.target)
    xs = [(0, i) for p in pairs if loose(p) for i in p.source] + [(1, i) for p in pairs if loose(p) for i in p.target]
    if not xs: return pairs
    hosts = [p for p in pairs if not loose(p) and len(p.source) == len(p.target) == 1 and p.how != "recorded"]
    cands = []
    for side, x in xs:
        for p in hosts:
            s, t = p.source[0], p.target[0]
            one = Beads(ev, [s], [t])._one(0, 0)
            if not one: continue
            if side == 0: w = Beads(ev, sorted([s, x]), [t])._join(0, 0); near = abs(s - x) == 1
            else: w = Beads(ev, [s], sorted([t, x]))._split(0, 0); near = abs(t - x) == 1
            if w:
                v = log(w) - log(one) - log(SINGLE) + (0 if near else FAR)
                if v > -log(CERTAIN / (1 - CERTAIN)): cands.append((v, side, x, p))
    cands.sort(key=lambda c: -c[0])
    used = set(); hostused = set()
    grown = {}; doubt = []
    for v, side, x, p in cands:
        if (side, x) in used or p in hostused: continue
        used.add((side, x)); hostused.add(p)
        c = 1 / (1 + exp(-v))
        if c > CERTAIN:
            grown[p] = Pair(tuple(sorted(p.source + ((x,) if side == 0 else ()))), tuple(sorted(p.target + ((x,) if side else ()))), c * p.confidence, p.how)
        else:
            grown[p] = Pair(tuple(sorted(p.source + ((x,) if side == 0 else ()))), tuple(sorted(p.target + ((x,) if side else ()))), c, "section")
    out = []
    for p in pairs:
        if p in grown: out.append(grown[p])
        elif loose(p):
            q = p._replace(source=tuple(i for i in p.source if (0, i) not in used), target=tuple(i for i in p.target if (1, i) not in used))
            if q.source or q.target: out.append(q)
        else: out.append(p)
    return out


def _pairs(found: Sequence[Bead], S, T):
    i = j = 0
    for b in [b for b in sorted(found) if b.probability >= CERTAIN] + [Bead((len(S), len(S)), (len(T), len(T)), 1)]:
        if b.source[0] > i or b.target[0] > j:
            p = 0.
            yield Pair(tuple(S[i : b.source[0]]), tuple(T[j : b.target[0]]), p, "section")
        if b.source[1] > b.source[0] or b.target[1] > b.target[0]:
            yield Pair(tuple(S[slice(*b.source)]), tuple(T[slice(*b.target)]), b.probability, "length")
        i, j = b.source[1], b.target[1]


def _moved(ev, singles):
    S = sorted(p.source[0] for p in singles if p.source)
    T = sorted(p.target[0] for p in singles if p.target)
    if not S or not T:
        yield from singles
        return
    conf = {(p.source, p.target): p.confidence for p in singles}
    beads = Beads(ev, S, T, MOVE)
    found = likely(Band([0] * (len(S) + 1), [len(T)] * (len(S) + 1)), beads, 1.0) or []
    for p in _pairs(found, S, T):
        if len(p.source) + len(p.target) == 1:
            c = conf[p.source, p.target]
            yield p._replace(confidence=p.confidence * c, how=p.how if p.confidence * c >= CERTAIN else "section")
        else:
            yield p
