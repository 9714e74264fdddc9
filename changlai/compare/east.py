"""Data in Chinese, Japanese and Korean text: each begins with a numeral, and what it counts stands right behind.

Digits are hard. Numerals in words are hard from eleven on, and with a unit of measure; from two to ten they are light with a word for
counting. Else they are taken for part of a word (四川, 百货, 一带一路): soft.
"""

from __future__ import annotations

import re

from changlai.compare.amounts import BEFORE_AMOUNTS, CODES, COLD, quantity
from changlai.compare.dates import EASTERN_DATES, KOREAN_DATES
from changlai.compare.dynasties import HAN_BEGIN, HAN_DYNASTIES, KOREAN_BEGIN, KOREAN_DYNASTIES
from changlai.compare.figures import EASTERN_TIME, FIGURES
from changlai.compare.grammar import Grammar, Rule, Rules, Spot, any_of, said
from changlai.compare.numerals import (
    EASTERN_DIGITS,
    HAN,
    HAN_CHARACTERS,
    HAN_PAIR,
    HAN_ROW,
    HAN_SOME,
    KOREAN_DIGITS,
    SINO,
    add_half,
    eastern,
    row,
    share,
    size,
)
from changlai.compare.units import Tail, Tails, tails
from changlai.compare.words import KOREAN, KOREAN_DAYS, KOREAN_SOME, KOREAN_STARTS, native
from changlai.model import Datum, Typography, Weight

_SOME = ("几", "幾", "数", "數", "수")
_BEFORE = (*BEFORE_AMOUNTS, *_SOME)
# Behind a measure of time: 三年半, 두 시간 반.
_HALF = "(?P<half>(?<=[时時間年月周])半(?![个個日年]))?(?P<ban>[ ]반(?![가-힣])|[ ]반(?=[씩에이부까마쯤과을은정만간동]))?"
_EDITION = re.compile("[ ]?(?:[届屆期号版卷章集批]|회|기|호)")
# 第二次世界大战 and 第三者, which other languages say without a number.
_NAME = "[ ]?[次차][ ]?(?:世界大|세계[ ]?대)|[者方]|世界|产业|産業|자(?!리)"
# Words for small units are as often parts of names: 三里屯, 两度, 三分.
_VAGUE = frozenset({" li", " degree", " min", " m", " l"})
_CHINESE_NAMES = {
    "正午": ("time", "12:00"),
    "同年": ("relative", "+0 year"),
    "同じ年": ("relative", "+0 year"),
    "当年": ("relative", "+0 year"),
    "次年": ("relative", "+1 year|1 year"),
    "翌年": ("relative", "+1 year|1 year"),
    "次日": ("measure", "1 day"),
    "半年": ("measure", "6 month"),
    "一刻钟": ("measure", "15 min"),
    "半小时": ("measure", "30 min"),
    "半个小时": ("measure", "30 min"),
    "半个世纪": ("measure", "50 year"),
    "翌日": ("measure", "1 day"),
    "四周": ("measure", "4 week"),
    "半数": ("percent", "50%"),
    "一半": ("percent", "50%"),
    "半分": ("percent", "50%"),
}
_KOREAN_NAMES = {
    "정오": ("time", "12:00"),
    "자정": ("time", "00:00"),
    "같은 해": ("relative", "+0 year"),
    "그해": ("relative", "+0 year"),
    "그 해": ("relative", "+0 year"),
    "이듬해": ("relative", "+1 year|1 year"),
    "다음 해": ("relative", "+1 year|1 year"),
    "이튿날": ("measure", "1 day"),
    "절반": ("percent", "50%"),
    "반년": ("measure", "6 month"),
    "반세기": ("measure", "50 year"),
}
_NAMES = _CHINESE_NAMES | _KOREAN_NAMES
_KANA = {"ふたつ": "2", "みっつ": "3", "よっつ": "4", "むっつ": "6", "ななつ": "7", "やっつ": "8"}
_FIVE = "いつつ"
# Which no other word of Korean looks like.
_WORDS_OF_THEIR_OWN = frozenset({"셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉"})
# Words in which a numeral and a word for counting meet by chance.
_HAN_IDIOMS = "十分(?![钟鐘間间之の])|十字|三审三校|三位一体|三轮车|五台山|六本木|十人十色|四季如春|八分|二元"
_KOREAN_IDIOMS = ("이만 줄", "팔만대장경", "세리", "세 들", "세 놓", "십분 ", "천만에", "백만장자", "세분화", "세분하", "세분되", "세세")


def _named(match: re.Match[str]) -> list[Datum]:
    kind, value = _NAMES[match.group()]
    return said(match, kind, value, "light" if kind == "relative" else "soft")


def _kana(match: re.Match[str]) -> list[Datum]:
    return said(match, "number", (_KANA | {_FIVE: "5"})[match.group()], "light")


def _school(match: re.Match[str]) -> list[Datum]:
    """聊城一中 is the first of the middle schools."""
    return said(match, "ordinal", eastern(match["number"]), "light")


def _nothing(match: re.Match[str]) -> list[Datum]:
    return []


def _days(match: re.Match[str]) -> list[Datum]:
    return said(match, "measure", f"{native(match.group())} day")


def _pair(match: re.Match[str]) -> list[Datum]:
    """五四, which may be the fourth of May."""
    month, day = map(row, match.group())
    return said(match, "date", f"--0{month}-0{day}", "soft")


def _ordinal(match: re.Match[str]) -> list[Datum]:
    words, rest = match["number"], match["rest"]
    number, spelled = _reading(words), match.group().removesuffix(rest)
    if number == "2" and rest[:1] in ("天", "年"):
        kind, value = ("measure", "1 day|2") if rest[0] == "天" else ("relative", "+1 year|1 year|2")
        return [Datum(kind, value, spelled, 0, "soft")]
    digits = words[0].isascii()
    weight: Weight = "hard" if digits or _EDITION.match(rest) or size(number) > 10 else "light"
    if number == "1" or re.match(_NAME, rest):
        weight = "light" if digits and number == "1" else "soft"
    return [Datum("ordinal", number, spelled, 0, weight)]


def _amount(match: re.Match[str], known: Tails) -> list[Datum]:
    words = match["number"]
    readings = _reading(words)
    if match["month"]:
        return said(match, "measure", f"{add_half(readings)} month")
    tail = known.of(match)
    if tail and tail.kind == "measure" and (match["half"] or match["ban"] or (match["more"] or "").endswith("半")):
        readings = add_half(readings)
    found = quantity(match, readings, tail)
    if tail and words in ("10", "十", "십") and match["more"]:  # 十多个, 10여 개: as vague as 十几个
        return [each._replace(weight="soft") for each in found]
    if words[0].isascii():
        return [each._replace(weight=_figure_weight(words, tail, each.weight)) for each in found] if tail else found
    return [each._replace(weight=_weight(words, readings, tail, match["before"] or "")) for each in found]


def _share(match: re.Match[str]) -> list[Datum]:
    """三分之二, 5분의 3."""
    of, part = _reading(match["number"]), _reading(match["part"])
    return said(match, "percent", f"{part}%" if of == "100" else share(part, of))


def _figure_weight(digits: str, tail: Tail, weight: Weight) -> Weight:
    """Two is said in many ways: both, twice, double. 3番目 and 8進数 are words elsewhere."""
    if tail.kind == "base":
        return "soft"
    few = {"count": ("2",), "loose": ("2", "3"), "fold": ("2", "3")}.get(tail.kind, ())
    return "light" if digits in few else weight


def _weight(words: str, readings: str, tail: Tail | None, before: str) -> Weight:
    if tail is None and words in _WORDS_OF_THEIR_OWN:
        return "light"
    if tail is None or tail.kind in ("base", "fold") or words in "百千万萬亿億兆백천만억" or before in _SOME:
        return "soft"
    number = size(readings)
    if tail.kind in ("measure", "money", "percent"):
        return "hard" if number > 1 and not _VAGUE.intersection(tail.endings) else "light"
    return "hard" if number > 10 else "light" if number > 1 else "soft"


def _reading(spelled: str) -> str:
    if number := native(spelled):
        return str(number)
    return row(spelled) if re.fullmatch(HAN_ROW, spelled) else eastern(spelled)


def _grammar(typography: Typography, spot: Spot, digits: str, words: str, dates: Rules, special: Rules) -> Grammar:
    known, number = tails(typography), rf"(?:{digits}|{words})"
    ordinal = Rule(rf"(?P<number>{number})(?P<rest>.*)", _ordinal, ("第", "第 ", "제", "제 "))
    virus = Rule("(?P<code>)19", lambda match: said(match, "code", "covid-19|19", "light"), ("코로나", "コロナ"))
    of = "[ ]?(?:分[之の]|분의[ ]?)"
    gate = f"[0-9., {''.join(sorted(set(re.findall('[〇-힣]', number))))}]{{1,32}}{of}"
    share = Rule(rf"(?P<number>{number}){of}(?P<part>{number}|[一일])(?![A-Za-z])", _share, _BEFORE, gate)
    amount = rf"(?P<number>{number})(?:(?P<month>[个個]半月)|(?P<name>{_NAME})|{known.pattern}{_HALF})?(?![A-Za-z])"
    both = (*dates, EASTERN_TIME, share)
    amounts = (Rule(amount, lambda match: _amount(match, known), _BEFORE), CODES)
    return Grammar(spot, (*FIGURES, COLD, *both), (*special, *both), amounts, (ordinal, virus))


def chinese() -> Grammar:
    """Of Japanese, too."""
    begin = (
        rf"[{HAN_CHARACTERS}]|一[{HAN_CHARACTERS}月号日成割世半刻]|一年半|一中|元年|[次翌][年日]|[同当]年|同じ年|正午|半(?:[数分年小]|个[小世])"
        rf"|[ふみよいむなや][たっつな]つ|{HAN_BEGIN}"
    )
    special = (
        Rule(any_of(_CHINESE_NAMES), _named),
        *HAN_DYNASTIES,
        Rule(any_of(_KANA), _kana),
        Rule("(?:(?<=[はがのをと、。「『（])|(?<!.))いつつ", _kana),  # not the end of 思いつつ
        Rule(r"(?P<number>[一二三四五六七八九十]{1,3})中(?=学|[^一-鿿]|[与和的在校]|\Z)", _school),
        Rule(rf"{HAN_SOME}|{_HAN_IDIOMS}", _nothing),
        *EASTERN_DATES,
        Rule(HAN_PAIR, _pair),
    )
    spot = Spot(f"{HAN_CHARACTERS}一元次翌同当正半ふみよいむなや汉漢隋唐宋明清", begin)
    return _grammar("zh", spot, EASTERN_DIGITS, rf"{HAN_ROW}|{HAN}", EASTERN_DATES, special)


def korean() -> Grammar:
    """A numeral in words begins a word."""
    starts = (*_KOREAN_NAMES, *KOREAN_DAYS, *KOREAN_SOME, *_KOREAN_IDIOMS, *KOREAN_STARTS, *KOREAN_BEGIN)
    spot = Spot("".join(sorted({word[0] for word in starts})), any_of(starts), "가-힣")
    special = (
        Rule(any_of(_KOREAN_NAMES), _named),
        *KOREAN_DYNASTIES,
        Rule(any_of((*KOREAN_SOME, *_KOREAN_IDIOMS)), _nothing),
        Rule(any_of(KOREAN_DAYS), _days),
    )
    return _grammar("ko", spot, KOREAN_DIGITS, rf"{KOREAN}|{SINO}", KOREAN_DATES, special)
