"""Data that share a word: 9–10 February, 2月9日至10日, 5 to 10 km, 1至2万, 2019–21."""

from __future__ import annotations

import re

from changlai.compare.amounts import multiply
from changlai.compare.dates import Fields, fields
from changlai.compare.grammar import any_of
from changlai.compare.numerals import MYRIADS, TENS
from changlai.compare.words import SCALES
from changlai.model import Datum

_RANGE = re.compile(r"\.?[ ]?(?:[-–—−~～〜至到]|から|부터|to|until|till|through|bis)[ ]?(?:the[ ])?", re.IGNORECASE)
_LIST = re.compile(r"[ ]?(?:[和及与、，・·]|and|und|or|oder|및|와|과|,|, and)[ ]?(?:the[ ])?", re.IGNORECASE)
_FIGURES = re.compile("[0-9.,]+(?:st|nd|rd|th)?")
_SCALES = {**SCALES, **TENS, **MYRIADS}
_SCALE = re.compile(any_of(_SCALES), re.IGNORECASE)
_AMOUNT = re.compile("-?[0-9./]+")
_NEAR = 12  # characters from one to the next


def joined(data: list[Datum], text: str) -> list[Datum]:
    """What only one of two neighbours says belongs to both: the unit, the month, the million."""
    near = [at for at in range(1, len(data)) if 0 < data[at].start - data[at - 1].start - len(data[at - 1].text) < _NEAR]
    for at in reversed(near):  # from the end, since "9, 10 and 11 February" hands on from there
        if _joins(data[at - 1], data[at], text):
            data[at - 1] = _like(data[at - 1], data[at])
    for at in near:
        if data[at - 1].kind in ("date", "number") and _joins(data[at - 1], data[at], text):
            data[at] = _after(data[at - 1], data[at])
    return data


def _joins(first: Datum, second: Datum, text: str) -> bool:
    end, begin = first.start + len(first.text), second.start
    listed = first.kind == "date" or _FIGURES.fullmatch(first.text)
    return bool(_RANGE.fullmatch(text, end, begin) or (listed and _LIST.fullmatch(text, end, begin)))


def _may_be(datum: Datum, readings: list[str]) -> Datum:
    return datum._replace(value="|".join(dict.fromkeys([*datum.value.split("|"), *readings]))) if readings else datum


def _like(first: Datum, second: Datum) -> Datum:
    """A bare number before a date, a time or an amount is of the same kind."""
    number, readings = first.value.partition("|")[0], second.value.split("|")
    if first.kind not in ("number", "ordinal") or not number.replace(".", "").isdecimal():
        return first
    if days := [day for each in readings if _is_day(second, each) and (day := _ending(each, number))]:
        return _may_be(first, days)._replace(weight=second.weight)
    if second.kind == "time":
        hours = [int(number), int(number) + 12] if number.isdecimal() and len(number) < 3 else []
        return _may_be(first, [f"{hour:02}:00" for hour in hours])
    scale = _SCALE.search(second.text)
    numbers = [number, multiply(number, _SCALES[scale.group().lower()])] if scale and not _SCALE.search(first.text) else [number]
    units = dict.fromkeys(_AMOUNT.sub("", each, count=1) for each in readings) if second.kind in ("percent", "money", "measure") else [""]
    return _may_be(first, [each + unit for each in numbers for unit in units])


def _is_day(datum: Datum, reading: str) -> bool:
    """A date, or a number that has become one; not 9th, which is a day only where a month stands by it."""
    date = fields(reading)
    return datum.kind == "date" or bool(date and date.month and date.day)


def _ending(reading: str, number: str) -> str:
    """The same date or century with another last part; empty where that cannot be."""
    date = fields(reading)
    if not number.isdecimal() or len(number) > 2 or number == "0":
        return ""
    if date and date.day and int(number) < 32:
        return str(date._replace(day=number.zfill(2)))
    if date and date.month and int(number) < 13:
        return str(date._replace(month=number.zfill(2)))
    return f"C{number}" if reading.startswith("C") else ""


def _after(first: Datum, second: Datum) -> Datum:
    """A date without its year or month is of that which goes before; 2019–21 are both years."""
    date, later = fields(first.value.partition("|")[0]), fields(second.value.partition("|")[0])
    number = second.value.partition("|")[0]
    if second.kind == "number" and date and second.text.isdecimal():
        if date.day and first.kind == "date":
            return _may_be(second, [day] if (day := _ending(str(date), number)) else [])
        return _may_be(second, [date.year[:2] + number]) if len(date.year) == 4 and not date.month and len(number) == 2 else second
    if second.kind != "date" or not date or not later or later.year:
        return second
    if later.month:  # of the same year, unless it would lie before
        if later.month < date.month:
            return second
        return second._replace(value=str(later._replace(year=date.year)))
    return second._replace(value=str(Fields(date.year, date.month, later.day))) if date.month else second
