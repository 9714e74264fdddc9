"""Numbers with what stands around them: a currency, a unit, letters."""

from __future__ import annotations

import re
from decimal import Decimal

from changlai.compare.grammar import Rule, said
from changlai.compare.numerals import LONGEST, plain
from changlai.compare.units import Tail
from changlai.model import Datum, Weight

_MARKS = "¥ CNY JPY,￥ CNY JPY,$ USD HKD AUD CAD,€ EUR,£ GBP,₩ KRW,₽ RUB,US$ USD,HK$ HKD,A$ AUD,AU$ AUD,C$ CAD,RMB CNY,人民币 CNY"
_CODES = ("CNY", "JPY", "USD", "HKD", "AUD", "CAD", "EUR", "GBP", "KRW", "RUB")
_SIGNS = {sign: codes for sign, *codes in map(str.split, _MARKS.split(","))} | {code: [code] for code in _CODES}  # before a number
_KINDS = {"measure": "measure", "money": "money", "percent": "percent", "floor": "ordinal"}
_BELOW_ZERO = ("零下", "氷点下", "マイナス", "영하", "영하 ", "minus ", "Minus ")
BEFORE_AMOUNTS = (*_SIGNS, *(f"{sign} " for sign in _SIGNS), *_BELOW_ZERO)


def multiply(readings: str, factor: int) -> str:
    """The readings multiplied; what is no number stays."""
    return "|".join(plain(Decimal(each) * factor) if _is_number(each) else each for each in readings.split("|"))


def _is_number(reading: str) -> bool:
    return len(reading) <= LONGEST and reading.count(".") < 2 and reading.replace(".", "").isdecimal()


def quantity(match: re.Match[str], readings: str, tail: Tail | None, weight: Weight = "hard") -> list[Datum]:
    """What is counted, or how often, is a mere number, since languages count with different words. One and none are often not said."""
    before = (match["before"] or "").strip()
    if not tail or (tail.kind == "count" and before in _SIGNS):
        tail = Tail("money", tuple(f" {code}" for code in _SIGNS[before])) if before in _SIGNS else Tail("number", ("",))
    kind = _KINDS.get(tail.kind, "number")
    if "0%" in tail.endings:  # 三成, 三割
        readings, tail = multiply(readings, 10), Tail("percent", ("%",))
    minus = "-" if before in _BELOW_ZERO else ""
    if readings in ("0", "1") and kind in ("number", "ordinal", "measure"):
        weight = "light" if tail.endings != ("",) or tail.kind in ("count", "loose") else "soft"
    elif tail.kind == "floor" and readings.isdecimal():  # 三楼 is the second floor in Britain, the third in America
        readings = f"{readings}|{int(readings) - 1}"
    value = "|".join(minus + each + ending for each in readings.split("|") for ending in tail.endings)
    return said(match, kind, value, weight)


def _code(match: re.Match[str]) -> list[Datum]:
    """Digits among Latin letters, which are a name: FFP2, 5G, COVID-19."""
    spelled = match["code"] or match.group()
    return [Datum("code", f"{spelled.lower()}|{re.sub('[^0-9]', '', spelled)}", spelled, 0, "light")]


def _cold(match: re.Match[str]) -> list[Datum]:
    scales = {"C": ["celsius"], "℃": ["celsius"], "F": ["fahrenheit"], "℉": ["fahrenheit"]}.get(match["scale"][-1], ["degree", "celsius"])
    return said(match, "measure", "|".join(f"-{match['number'].replace(',', '.')} {scale}" for scale in scales))


_DEGREES = "℃|℉|°[ ]?[CF]?|度|도|degrees(?: [CF])?"
# Elsewhere a hyphen before a number joins it to another more often than it makes it less than nothing.
COLD = Rule(rf"(?<![0-9°℃])[-−–](?P<number>[0-9]{{1,3}}(?:[.,][0-9]+)?)[ ]?(?P<scale>{_DEGREES})", _cold, gate="[-−–]")
CODES = Rule("(?P<code>[A-Za-z]{1,12}-?[0-9]+(?:[A-Za-z]{1,12}[0-9]*)?)(?:[^A-Za-z0-9].*)?|[0-9]+[A-Za-z]{1,12}[0-9]*", _code, gate="[0-9]")
