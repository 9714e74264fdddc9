"""Figures that are written alike in all languages: 2021-12-08, 15:30, 0635-8288888, 2/3; and times of day.

A reading of a time is "15:30"; 3:30 without a word for the half of the day is "03:30|15:30".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from changlai.compare.grammar import Rule, gated, said
from changlai.compare.numerals import eastern, share
from changlai.compare.words import native, spelled
from changlai.model import Datum

_MONTH, _DAY = "(?:1[0-2]|0?[1-9])", "(?:3[01]|[12][0-9]|0?[1-9])"
_NUMBER = re.compile("[0-9]+")

_MORNING = ("上午", "早上", "早晨", "清晨", "凌晨", "午前", "早朝", "朝", "오전", "오전 ", "새벽", "새벽 ", "아침", "아침 ")
_EVENING = ("下午", "晚上", "傍晚", "晚", "午後", "夜", "夕方", "오후", "오후 ", "저녁", "저녁 ", "밤", "밤 ")
_NOON = ("中午", "正午", "낮", "낮 ")
_HALVES = (*_MORNING, *_EVENING, *_NOON)


def _ymd(match: re.Match[str]) -> list[Datum]:
    year, *rest = _NUMBER.findall(match.group())
    return said(match, "date", "-".join([year, *(part.zfill(2) for part in rest)]))


def _dmy(match: re.Match[str]) -> list[Datum]:
    """Day first; with slashes, which some write month first, either."""
    first, second, year = (part.zfill(2) for part in _NUMBER.findall(match.group()))
    orders = [(second, first), (first, second)] if "/" in match.group() else [(second, first)]
    value = "|".join(f"{year}-{month}-{day}" for month, day in orders if month <= "12")
    return said(match, "date", value) if value else []


def _share(match: re.Match[str]) -> list[Datum]:
    """2/3, which may be a day as well."""
    part, of = _NUMBER.findall(match.group())
    days = [f"--{m:02}-{d:02}" for m, d in ((int(part), int(of)), (int(of), int(part))) if 0 < m < 13 and 0 < d < 32]
    value = "|".join(dict.fromkeys([share(part, of), f"{int(part)}/{int(of)}", *days]))
    return said(match, "number", value, "soft" if value.startswith("50%") else "hard")


def _anniversary(match: re.Match[str]) -> list[Datum]:
    """5·4운동: a day that has become a name."""
    month, day = _NUMBER.findall(match.group())
    return said(match, "date", f"--{month.zfill(2)}-{day.zfill(2)}", "light")


def _phone(match: re.Match[str]) -> list[Datum]:
    return said(match, "phone", "".join(_NUMBER.findall(match.group().replace("(0)", ""))).lstrip("0"))


def _clock(match: re.Match[str]) -> list[Datum]:
    hour, minute, *_ = _NUMBER.findall(match.group())
    return _at(match, int(hour), int(minute))


def _east(match: re.Match[str]) -> Sequence[Datum]:
    """15点30分, 下午3点半, 오후 3시. The hour alone may be something else: three points, three exhibits."""
    words, quarters = match["hour"], match["quarters"]
    hour = native(words) or int(eastern(words))
    minute = 30 if match["thirty"] else 15 * int(eastern(quarters)) if quarters else int(eastern(match["minutes"] or "0"))
    found = _at(match, hour, minute)
    if match["before"] or match["sure"] or minute or native(words):
        return found
    return [each._replace(value=f"{each.value}|{hour}", weight="hard" if words.isascii() else "soft") for each in found]


def _latin(match: re.Match[str]) -> list[Datum]:
    hour, minute, half = int(match["hour"]), int(match["minutes"] or 0), (match["half"] or "").lower()
    if half and hour <= 12:
        return said(match, "time", f"{hour % 12 + (12 if half == 'p' else 0):02}:{minute:02}")
    return _at(match, hour, minute)


def _past(match: re.Match[str]) -> list[Datum]:
    """Half past seven, a quarter to ten."""
    minutes = {"half": 30, "quarter": 15, "ten": 10, "twenty": 20, "five": 5}[match["minutes"].lower()]
    hour = _number(match["hour"])
    return _at(match, hour, minutes) if match["way"].lower() == "past" else _at(match, (hour - 1) % 24, 60 - minutes)


def _hour(match: re.Match[str]) -> list[Datum]:
    """Five in the morning, eight o’clock."""
    hour, part = _number(match["hour"]) % 12, (match["day"] or match["part"] or match["night"] or "").lower()
    hours = [hour] if part == "morning" else [hour + 12] if part in ("afternoon", "evening") else [hour, hour + 12]
    return said(match, "time", "|".join(f"{each:02}:00" for each in hours))


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else spelled(word)[2]


def _at(match: re.Match[str], hour: int, minute: int) -> list[Datum]:
    half = match["before"]
    if hour > 24 or minute > 59:
        return []
    if half in _EVENING and hour <= 12:
        hours = {hour + 12} if hour < 12 else {0, 12}  # 晚上12点 is midnight, 下午12点 is noon
    elif half in _MORNING and hour <= 12:
        hours = {hour % 12}
    elif half in _NOON and hour < 4:
        hours = {hour + 12}
    else:
        hours = {hour % 24} if half or not 1 <= hour <= 12 or match.group().startswith("0") else {hour, (hour + 12) % 24}
    return said(match, "time", "|".join(f"{each:02}:{minute:02}" for each in sorted(hours)))


FIGURES = gated(
    r"[0-9]{1,4}[-/.:：·ㆍ][ ]?[0-9]|0[0-9]{1,4}[) ]|1[3-9][0-9](?:[0-9]{8}|[- ][0-9]{4}[- ])|\+",
    Rule(rf"[12][0-9]{{3}}(?:(?:-{_MONTH}-|/{_MONTH}/){_DAY}|\.[ ]?{_MONTH}\.[ ]?{_DAY}\.?)(?![0-9])", _ymd),
    Rule(r"[12][0-9]{3}[-/](?:1[0-2]|0[1-9])(?![0-9/-])", _ymd),
    Rule(rf"{_DAY}(?:\.[ ]?{_MONTH}\.[ ]?|/{_DAY}/)[12][0-9]{{3}}(?![0-9])", _dmy),
    Rule("(?<![0-9A-Za-z:])(?:2[0-4]|[01]?[0-9])[:：][0-5][0-9](?:[:：][0-5][0-9])?(?![0-9A-Za-z:])", _clock, _HALVES),
    Rule(
        r"\+[0-9]{1,3}[- ]?(?:\(0\))?[-0-9() ]{6,18}[0-9](?![0-9])|1[3-9][0-9](?:[0-9]{8}|[- ][0-9]{4}[- ][0-9]{4})(?![0-9])"
        r"|0[0-9]{1,4}(?:\)[- ]?|[- ])[0-9]{3,4}[- ]?[0-9]{3,4}(?![0-9])|[48]00-[0-9]{3,4}-[0-9]{3,4}(?![0-9])"
        r"|(?:[3-9][0-9]|2[3-9])[0-9]{2}-[0-9]{4}(?![0-9-])",
        _phone,
    ),
    Rule("[0-9]{1,3}/[0-9]{1,3}(?![0-9/])", _share),
    Rule("[0-9]{1,2}[·ㆍ][0-9]{1,2}[ ]?(?:운동|혁명|전쟁|선언|민주화)", _anniversary),
)
EASTERN_TIME = Rule(
    "(?P<hour>[0-9]{1,2}|十[一二]?|[一二两三四五六七八九]|열(?:한|두)?|한|두|세|네|다섯|여섯|일곱|여덟|아홉)[ ]?"
    "(?:[点點](?P<sure>钟|整)?|时(?![间代期尚候节段区])|時(?![間代期節点])|시(?![간대]|[ ]?정부))"
    "(?:[ ]?(?P<minutes>[0-9]{1,2}|[二三四五]?十[一二三四五六七八九]?)[ ]?[分분]"
    "|(?P<thirty>半|[ ]?반(?![가-힣])|[ ]?반(?=[에이부까마쯤경과을은정]))|(?P<quarters>[一三])刻)?",
    _east,
    _HALVES,
    "(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,2}|[한두세네다섯여일곱덟아홉열]{1,2})[ ]?[点點时時시]",
)
_HOUR = "(?P<hour>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[0-9]{1,2})"
_PART = "[ ]in[ ]the[ ](?P<day>morning|afternoon|evening)"
LATIN_TIME_IN_WORDS = (
    Rule(rf"(?i:(?P<minutes>half|quarter|ten|twenty|five)[ ](?P<way>past|to)[ ]{_HOUR}(?![a-z]))", _past),
    Rule(rf"(?i:{_HOUR}(?:[ ]o['’]clock(?:{_PART}|[ ](?:at[ ])?(?P<night>night))?|{_PART.replace('day', 'part')}))", _hour),
)
LATIN_TIME = Rule(
    r"(?P<hour>[0-9]{1,2})(?:[.:h](?P<minutes>[0-5][0-9]))?[ ]?(?:(?P<half>[AaPp])\.?[ ]?[Mm](?![A-Za-z])\.?|Uhr(?![a-z]))",
    _latin,
    gate=r"[0-9]{1,2}[.:h]?[0-9]{0,2}[ ]?[AaPpU]",
)
