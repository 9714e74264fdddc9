"""Small numbers in words that a translation says and its source does not: “six partners” where five are meant.

Languages leave such numbers out at will, and add them where they can be counted: “the other three” of five, of which two were named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from changlai.compare.agreement import unsaid
from changlai.model import Datum

_LEAST = 3  # one and two are said of too much that has no number


def invented(source: Sequence[Datum], target: Sequence[Datum], items: int) -> Iterator[Datum]:
    """Those of the target that nothing of the source stands for and that nobody can have counted. `items` are lines of the source."""
    few = [datum for datum in target if datum.weight == "light" and datum.kind in ("number", "measure") and _number(datum) >= _LEAST]
    if few:
        there = {_number(datum) for datum in target} - {0}
        hard = sum(datum.weight == "hard" for datum in source)
        for datum in unsaid(target, source):
            number = _number(datum)
            rest = any(one + number in there or abs(one - number) in there - {one} for one in there - {number})
            if datum in few and not rest and number not in (items, hard):
                yield datum


def _number(datum: Datum) -> int:
    """0 where it says none that is whole."""
    number = datum.value.partition("|")[0].partition(" ")[0]
    return int(number) if number.isdecimal() and len(number) < 10 else 0
