"""Numerals of four writings, read as one: 3.2万, 三万二千, 3만 2천, 1.374.

A reading is a number in plain digits: "32000", "6.5". Where a spelling has several (1.374 may be a thousand or a fraction) they are joined
by "|". A numeral longer than `LONGEST` stands for itself: no such number is ever translated, and reading it would take long.
"""

from __future__ import annotations

import re
from decimal import Decimal
from math import inf

LONGEST = 24

_SPELLED_ONES = ("零〇○", "一일", "二两兩이", "三삼", "四사", "五오", "六육", "七칠", "八팔", "九구")
_ONES = {spelled: Decimal(one) for one, spellings in enumerate(_SPELLED_ONES) for spelled in spellings}
TENS = {"十": 10, "百": 100, "千": 1000, "십": 10, "백": 100, "천": 1000}
MYRIADS = {"万": 10**4, "萬": 10**4, "만": 10**4, "亿": 10**8, "億": 10**8, "억": 10**8, "兆": 10**12, "조": 10**12}
_PLACES = TENS | MYRIADS
_PIECE = re.compile(r"[0-9.]+|[^0-9. ]")

_ARABIC = r"(?>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)*)"
_ONE = "[一二两兩三四五六七八九]"
_PLACE = "[十百千万萬亿億兆]"
_SECTION = rf"(?:{_ONE}?千[零〇]?)?(?:{_ONE}?百[零〇]?)?(?:{_ONE}?十)?{_ONE}?"

HAN_CHARACTERS = "〇二两兩三四五六七八九十百千万萬亿億"  # with which a numeral may begin; 一 begins too many other words
# Digits with 万, 千; digits one after another, 一九四七; places, 三万二千.
EASTERN_DIGITS = rf"(?>{_ARABIC}(?:[ ]?{_PLACE}+(?:{_ARABIC}{_PLACE}*)*)?)"
HAN_ROW = rf"[一二三四五六七八九][〇○](?!{_PLACE})|[一二三四五六七八九〇○零]{{3,{LONGEST}}}(?!{_PLACE})"
HAN = rf"(?>(?=[一二两兩三四五六七八九十百千万萬亿億兆]){_SECTION}(?:[万萬亿億兆][零〇]?{_SECTION})*)"
# Which say no number: 三四百, 十几, 数十, 两三.
HAN_SOME = rf"{_ONE}{_ONE}{_PLACE}{{1,3}}|[十百千万萬亿億]{{1,3}}[几幾数數]|[一二两]两"
HAN_PAIR = rf"{_ONE}{_ONE}"  # 五四, which may be the fourth of May

_SINO = r"(?:[일이삼사오육칠팔구]?천)?(?:[일이삼사오육칠팔구]?백)?(?:[일이삼사오육칠팔구]?십)?[일이삼사오육칠팔구]?"
KOREAN_DIGITS = (
    rf"(?>{_ARABIC}(?:[십백천만억조]+(?:[ ]?{_ARABIC}[십백천만억]+)*"
    r"(?:[ ]?[0-9]{1,3}(?:,?[0-9]{3})?(?![0-9]|[ ]?[년월일시회]))?)?)"
)
SINO = rf"(?=[일이삼사오육칠팔구]?[십백천만억]|[삼사오육칠팔구][ ]년)(?>{_SINO}(?:[만억](?:[ ]?(?=[일이삼사오육칠팔구십백천]){_SINO})?)*)"

WESTERN = (
    r"(?>(?:[0-9]{1,3}(?:[.,'’\u00a0\u2009\u202f][0-9]{3})+(?![0-9])(?:[.,][0-9]+)?|[0-9]+[.,][0-9]+)(?![.,]?[0-9])"
    r"|[0-9]+(?:\.[0-9]+)*)"
)
_BLANKS = str.maketrans("", "", "'’\u00a0\u2009\u202f")


def plain(amount: Decimal) -> str:
    text = format(amount, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def whole(digits: str) -> str:
    return digits.lstrip("0") or "0"


def eastern(text: str) -> str:
    """The reading of Arabic, Chinese or Sino-Korean numerals, or of a mixture; what is no number stands for itself."""
    if len(text) > LONGEST or text.count(".") > 1:
        return text
    if text.isascii() and text.isdecimal():
        return whole(text)
    exact = _amount(text)
    place, last = _PLACES.get(text[-2:-1], 1), _ONES.get(text[-1])
    if place <= 10 or not last or len(text) < 3:
        return plain(exact)
    return f"{plain(exact + last * (place // 10 - 1))}|{plain(exact)}"  # 三万二 is 32,000 in China; 三百二 is 302 in Japan


def _amount(text: str) -> Decimal:
    """Sections of up to four places, each with its 万 or 亿."""
    total, section = Decimal(0), Decimal(0)
    number: Decimal | None = None
    for piece in _PIECE.findall(text.replace(",", "")):
        if piece in TENS:
            place = TENS[piece]
            section += Decimal(place) if number is None else number * place
            number = None
        elif piece in MYRIADS:
            place = MYRIADS[piece]
            section += number or 0
            total = total + section * place if section else (total or Decimal(1)) * place
            section, number = Decimal(0), None
        else:
            number = _ONES[piece] if piece in _ONES else Decimal(piece)
    return total + section + (number or 0)


def add_half(readings: str) -> str:
    return "|".join(f"{each}.5" if each.isdecimal() else each for each in readings.split("|"))


def size(readings: str) -> float:
    """Of the first reading; of what is no number, more than any."""
    first = readings.partition("|")[0]
    return float(first) if first.replace(".", "", 1).isdecimal() else inf


def row(text: str) -> str:
    """一九四七 → 1947."""
    return "".join(str(_ONES[han]) for han in text)


def western(text: str) -> str:
    """The readings of Arabic numerals in a language that may group with commas or with points."""
    text = text.translate(_BLANKS)
    if text.isdecimal():
        return whole(text)
    mark = "." if text.rfind(".") > text.rfind(",") else ","
    head, _, tail = text.rpartition(mark)
    first, *rest = head.split(mark)
    grouped = len(first) <= 3 and all(len(group) == 3 for group in [*rest, tail])
    digits = re.sub("[.,]", "", head)
    if len(text) > LONGEST or (rest and not grouped):
        return text
    if rest:
        return digits + tail
    fraction = plain(Decimal(f"{digits}.{tail}"))
    if not grouped or first == "0":
        return fraction
    return digits + tail if tail == "000" else f"{digits}{tail}|{fraction}"


def share(part: str, of: str) -> str:
    """The reading of a fraction: a percentage where that is exact to a tenth, else as it is."""
    if not part.isdecimal() or not of.isdecimal() or len(part + of) > LONGEST or not int(of):
        return f"{part}/{of}"
    percent = Decimal(part) * 100 / Decimal(of)
    return f"{plain(percent)}%" if percent * 10 % 1 == 0 else f"{int(part)}/{int(of)}"
