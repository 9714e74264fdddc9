"""Data that share a word: 9–10 February, 2月9日至10日, 5 to 10 km, 1至2万, 2019–21."""

from __future__ import annotations

import re

from changlai.compare.amounts import multiply
from changlai.compare.dates import Fields, fields
from changlai.model import Datum

_RANGE = re.compile(r"\.?\s?(?:[-–—−~～〜至到]|から|부터|to|until|till|through|bis)\s?(?:the\s)?", re.IGNORECASE)
_LIST = re.compile(r"\s?(?:[和及与、，・·]|and|und|or|oder|및|와|과|,|, and)\s?(?:the\s)?", re.IGNORECASE)
_FIGURES = re.compile("[0-9.,]+(?:st|nd|rd|th)?")
_SCALES = {
    "hundred": 100,
    "thousand": 10**3,
    "tausend": 10**3,
    "million": 10**6,
    "mio": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "milliard": 10**9,
}
_SCALES |= {"mrd": 10**9, "trillion": 10**12, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
_SCALES |= {"백": 100, "천": 1000, "만": 10**4, "억": 10**8, "조": 10**12}
_SCALE = re.compile("|".join(_SCALES), re.IGNORECASE)
_AMOUNT = re.compile("-?[0-9./]+")


def joined(data: list[Datum], text: str) -> list[Datum]:
    """What only one of two neighbours says belongs to both: the unit, the month, the million."""
    for at in range(len(data) - 1, 0, -1):  # from the end, since "9, 10 and 11 February" hands on from there
        if _joins(data[at - 1], data[at], text):
            data[at - 1] = _like(data[at - 1], data[at])
    for at in range(1, len(data)):
        if data[at - 1].kind in ("date", "number") and _joins(data[at - 1], data[at], text):
            data[at] = _after(data[at - 1], data[at])
    return data


def _joins(first: Datum, second: Datum, text: str) -> bool:
    end, begin = first.start + len(first.text), second.start
    if not 0 < begin - end < 12:
        return False
    listed = first.kind == "date" or _FIGURES.fullmatch(first.text)
    return bool(_RANGE.fullmatch(text, end, begin) or (listed and _LIST.fullmatch(text, end, begin)))


def _may_be(datum: Datum, readings: list[str]) -> Datum:
    return datum._replace(value="|".join(dict.fromkeys([*datum.value.split("|"), *readings]))) if readings else datum


def _like(first: Datum, second: Datum) -> Datum:
    """A bare number before a date, a time or an amount is of the same kind."""
    number, readings = first.value.partition("|")[0], second.value.split("|")
    if first.kind != "number" or not number.replace(".", "").isdecimal():
        return first
    if days := [day for each in readings if second.kind == "date" or each.count("-") > 2 and each[2] != "-" if (day := _ending(each, number))]:
        return _may_be(first, days)._replace(weight=second.weight)
    if second.kind == "time":
        return _may_be(first, [f"{number.zfill(2)}:00", f"{int(number) + 12:02}:00"]) if number.isdecimal() and int(number) < 12 else first
    scale = _SCALE.search(second.text)
    numbers = [number, multiply(number, _SCALES[scale.group().lower()])] if scale and not _SCALE.search(first.text) else [number]
    units = dict.fromkeys(_AMOUNT.sub("", each, count=1) for each in readings) if second.kind in ("percent", "money", "measure") else [""]
    return _may_be(first, [each + unit for each in numbers for unit in units])


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
