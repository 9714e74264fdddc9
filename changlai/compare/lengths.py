"""How long the translation of a block is likely to be.

Lengths are counted in Chinese characters: what stands in another script counts for as many as say the same in Chinese (`weigh`). The
logarithm of target by source length is then near zero for any two languages, and about normal (Gale and Church 1993, with the logarithm
in place of the difference): its variance is a constant for how freely people translate, and a part that shrinks with the length.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from math import log
from typing import NamedTuple

from changlai.model import Typography

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003fffd]+")
_KANA = re.compile("[\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f]+")
_HANGUL = re.compile("[\uac00-\ud7a3]+")
# Fitted on public manuals and on the sample site: the weights that leave the least variance between editions.
_OTHER, _KANA_MORE, _HANGUL_MORE, _HAN_MORE = 0.3, 0.15, 0.45, 0.7


class Lengths(NamedTuple):
    """How the logarithm of target by source length is distributed in true pairs."""

    shift: float  # its mean
    spread: float  # its variance where blocks are long
    noise: float  # its variance grows by this, divided by the length of the source


# Calibrated on the labelled documents, the sample site and public manuals; docs/design.md has the numbers and how they were found.
_CALIBRATED: Mapping[tuple[Typography, Typography], Lengths] = {
    ("zh", "latin"): Lengths(-0.05, 0.03, 0.35),
    ("zh", "ko"): Lengths(0.0, 0.03, 0.35),
    ("zh", "ja"): Lengths(0.0, 0.03, 0.2),
}
# How much single translations differ: the variance of their means, and how many pairs the spread that is usual weighs.
_HABIT, _USUAL = 0.006, 10
_ANY = Lengths(0.0, 0.06, 0.5)  # the weights alone, and twice the variance


def weigh(text: str) -> float:
    """The length of a text in Chinese characters that say as much. Spaces count for nothing."""
    seen = "".join(text.split())
    length = len(seen) * _OTHER
    if not text.isascii():
        rest = _HAN.sub("", seen)
        other = _KANA.sub("", rest)
        last = _HANGUL.sub("", other)
        length += _HAN_MORE * (len(seen) - len(rest)) + _KANA_MORE * (len(rest) - len(other)) + _HANGUL_MORE * (len(other) - len(last))
    return length


def between(source: Typography, target: Typography) -> Lengths:
    """The model for two editions, in either direction."""
    if back := _CALIBRATED.get((target, source)):
        return back._replace(shift=-back.shift)
    return _CALIBRATED.get((source, target), _ANY)


def fitted(model: Lengths, lengths: Sequence[tuple[float, float]]) -> Lengths:
    """The model for one translation, of which some pairs are known by their lengths of source and target: who translates tersely, or word
    for word, does so throughout.
    """
    found = [(log(max(theirs, 0.5) / max(ours, 0.5)), model.spread + model.noise / max(ours, 0.5)) for ours, theirs in lengths]
    weight = sum([1 / variance for _, variance in found])
    shift = model.shift + sum([(value - model.shift) / variance for value, variance in found]) / (weight + 1 / _HABIT)
    wide = (_USUAL + sum([(value - shift) ** 2 / variance for value, variance in found])) / (_USUAL + len(found))
    return Lengths(shift, model.spread * wide, model.noise * wide)
