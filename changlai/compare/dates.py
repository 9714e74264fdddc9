"""Dates, as each language writes them.

Readings: "2021-12-08", "2021-12", "2021", "--12-08", "--12", "---08", "1940s", "C21" (a century), "-221" (before Christ).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from changlai.compare.eras import ERAS
from changlai.compare.grammar import Rule, gated, said
from changlai.compare.numerals import eastern, row
from changlai.compare.words import ORDINAL, spelled
from changlai.model import Datum, Weight


class Fields(NamedTuple):
    """Year, month and day of a reading, each empty where it is not said."""

    year: str
    month: str = ""
    day: str = ""

    def __str__(self) -> str:
        if not self.month and not self.day:
            return self.year
        return f"{self.year or '-'}-{self.month}" + (f"-{self.day}" if self.day else "")


_FIELDS = re.compile("(?P<year>-?[0-9]{3,4}|-)(?:-(?P<month>[0-9]{2}|)(?:-(?P<day>[0-9]{2}))?)?")


def fields(reading: str) -> Fields | None:
    """None for what is no date. A number of three or four digits may be a year."""
    match = _FIELDS.fullmatch(reading)
    return Fields(match["year"] if match["year"] != "-" else "", match["month"] or "", match["day"] or "") if match else None


def _date(year: str, month: int, day: int = 0) -> str:
    return str(Fields(year, f"{month:02}", f"{day:02}" if day else ""))


def _decade(digits: str) -> str:
    if len(digits) > 2:
        return f"{digits}s"
    return f"19{digits}s" if digits > "20" else f"20{digits}s|19{digits}s"


# ---- Chinese, Japanese, Korean

_BEFORE_CHRIST, _LUNAR = ("公元前", "紀元前", "기원전", "기원전 "), ("农历", "阴历", "旧历", "旧暦", "음력", "음력 ")
_BEFORE_DATES = (*_BEFORE_CHRIST, *_LUNAR, *ERAS, *(f"{era} " for era in ERAS))

_MONTH, _DAY = "(?:1[0-2]|0?[1-9])", "(?:3[01]|[12][0-9]|0?[1-9])"
_HAN_MONTH, _HAN_DAY = "(?:十[一二]?|[一二三四五六七八九])", "(?:[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"


def _calendar(years: str, months: str, days: str, words: tuple[str, str, str, str]) -> tuple[Rule, ...]:
    """A day of any month; a year with or without more; a month with or without more: 2月9-10日 is two days."""
    year, month, day, alone = words
    last = rf"(?P<begin>(?P<first>{days})(?:[ ]?{day})?)[ ]?(?:[-–—~～〜至到]|부터|から)[ ]?(?P<last>{days})[ ]?{day}"
    within = rf"(?P<month>{months})[ ]?{month}(?:[ ]?(?:{last}|(?P<day>{days})[ ]?{day}))?"
    return (
        Rule(rf"(?P<only>{days})[ ]?{alone}", _only),
        Rule(rf"(?P<year>{years})[ ]?{year}(?:[ ]?{within})?", _year, _BEFORE_DATES),
        Rule(within, _month, _BEFORE_DATES),
    )


def _only(match: re.Match[str]) -> list[Datum]:
    number = int(eastern(match["only"]))
    value = f"---{number:02}|{number} day" + (f"|{number}" if match.group()[-1] in "号號" else "")
    return said(match, "date", value, "hard" if match["only"].isascii() and number > 1 else "light")


def _month(match: re.Match[str]) -> list[Datum]:
    return _days(match, [""], "soft" if match["before"] in _LUNAR else "hard")


def _year(match: re.Match[str]) -> list[Datum]:
    words = match["year"]
    number = "1" if words == "元" else row(words) if _is_row(words) else eastern(words)
    years = _years(number, match["before"] or "", words.isascii() or _is_row(words))
    if match["month"]:
        return _days(match, years or [number], "hard")
    if words not in "百千" and len(years) == 1 and (match["before"] or (len(number) == 4 and number < "2200")):
        return said(match, "date", f"{number}|{number} year" if number.endswith("00") else years[0])
    weight: Weight = "soft" if words in "百千元" or (_is_row(words) and len(words) == 2) else "light" if number == "1" else "hard"
    return said(match, "measure", "|".join([f"{number} year", *years]), weight)  # a span of time, or '47


def _is_row(words: str) -> bool:
    return not words.isascii() and len(words) in (2, 4) and not set(words) & set("十百千两")


def _years(number: str, before: str, short: bool) -> list[str]:
    """Which may be meant: one, or two for '47 (`short`), or none where it can only be a span of time."""
    if before in _BEFORE_CHRIST:
        return [f"-{number}"]
    era = ERAS.get(before.strip())
    if era and len(number) < 3:
        return [str(era + int(number) - 1)]
    if len(number) == 2:
        return [f"20{number}", f"19{number}"] if short else []
    return [number] if len(number) > 2 else []


def _days(match: re.Match[str], years: list[str], weight: Weight) -> list[Datum]:
    month = int(eastern(match["month"]))
    if match["last"]:
        end, begin = match.start("last"), int(eastern(match["first"]))
        first, last = ("|".join(_date(year, month, day) for year in years) for day in (begin, int(eastern(match["last"]))))
        text = match.group()
        return [Datum("date", first, text[: match.end("begin")], 0, weight), Datum("date", last, text[end:], end, weight)]
    day = int(eastern(match["day"])) if match["day"] else 0
    if not day and not match["month"].isascii() and not match.groupdict().get("year") and weight == "hard":
        weight = "light"  # 五月 may be a name
    return said(match, "date", "|".join(_date(year, month, day) for year in years), weight)


def _age(match: re.Match[str]) -> list[Datum]:
    if match["century"]:
        century = int(eastern(match["century"]))
        return said(match, "date", f"{century - 1}{eastern(match['of'])}s" if match["of"] else f"C{century}")
    decade = match["decade"]
    return said(match, "date", _decade(decade if decade.isascii() else row(decade) if len(decade) == 4 else eastern(decade)))


_EAST = (
    Rule(
        "(?P<century>[0-9]{1,2}|[一二]?十[一二三四五六七八九]?|[一二三四五六七八九])[ ]?(?:世[纪紀]|세기)"
        "(?:[ ]?(?P<of>[0-9]0|[一二三四五六七八九]十)[ ]?(?:年代|년대))?"
        "|(?P<decade>[0-9]{2,4}|[一二三四五六七八九]十|[一二][〇零一二三四五六七八九]{3})[ ]?(?:年代|년대)",
        _age,
    ),
    *_calendar(
        "(?:[0-9]{1,4}|[〇○零一二两三四五六七八九十百千]{1,8}|元)",
        f"(?:{_MONTH}|{_HAN_MONTH})",
        f"(?:{_DAY}|{_HAN_DAY})",
        ("年(?![间間代级級轮半]|生(?![于在ま]))度?", "月份?", "[日号號]", "(?:日(?![间間月酔市本报報记記程])|号(?![线楼院])|號)"),
    ),
)
EASTERN_DATES = gated("[0-9〇○零一二两三四五六七八九十百千元]{1,8}[ ]?[年月日号號世]", *_EAST)
_KOREA = _calendar("[0-9]{1,4}", _MONTH, _DAY, ("년(?![간대]|[ ]?반(?![가-힣]))도?", "월", "일", "일(?![간째])"))
KOREAN_DATES = gated("[0-9]{1,4}[ ]?[년월일세年月日世]", *_KOREA, *_EAST)


# ---- Latin languages

_YEAR = "[12][0-9]{3}(?![0-9])"
LATIN_MONTH = (
    "(?:Jan(?:uary|uar)?|Feb(?:ruary|ruar)?|Mar(?:ch)?|März|Apr(?:il)?|May|Mai|June?|Juni|July?|Juli|Aug(?:ust)?|Sept?(?:ember)?"
    r"|O[ck]t(?:ober)?|Nov(?:ember)?|De[cz](?:ember)?)(?![A-Za-z])(?:\.(?=[ ][0-9]))?"
)
_MONTHS = ("jan", "feb", "mar mär", "apr", "may mai", "jun", "jul", "aug", "sep", "oct okt", "nov", "dec dez")
_MONTH_NUMBERS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}


def _day_first(match: re.Match[str]) -> list[Datum]:
    return said(match, "date", _date(match["year"] or "", _month_number(match), int(match["day"])))


def _word_first(match: re.Match[str]) -> list[Datum]:
    day = spelled(match["word"])[2]
    return said(match, "date", _date(match["year"] or "", _month_number(match), day)) if day < 32 else []


def _month_first(match: re.Match[str]) -> list[Datum]:
    text, month, year = match.group(), _month_number(match), match["year"] or match["near"] or match["of"] or ""
    number = spelled(match["word"])[2] if match["word"] else int(match["day"] or 0)
    day = _date(year, month, number)
    if match["last"]:
        begin = match.start("last")
        last = Datum("date", _date(year, month, int(match["last"])), text[begin:], begin)
        return [Datum("date", day, text[: match.end("day")], 0), last]
    common = not year and not number and match["month"] in ("May", "March", "Mar", "Mai")  # which are words of other kinds, too
    return said(match, "date", day, "light" if common else "hard")


def _month_number(match: re.Match[str]) -> int:
    return _MONTH_NUMBERS[match["month"][:3].lower()]


def _latin_decade(match: re.Match[str]) -> list[Datum]:
    return said(match, "date", _decade(match["decade"]))


def _latin_century(match: re.Match[str]) -> list[Datum]:
    number = match["century"]
    return said(match, "date", f"C{number if number.isdecimal() else spelled(number)[2]}")


_AFTER_DAY = rf"[ ](?:day[ ])?(?:of[ ])?(?P<month>{LATIN_MONTH})(?:,?[ ](?P<year>{_YEAR}))?"

LATIN_DATES = gated(
    r"[0-9]{1,2}(?:st|nd|rd|th|\.)?[- ]|[0-9]{2,4}s",
    Rule(rf"(?P<day>{_DAY})(?:st|nd|rd|th|\.(?![ ][A-Za-z]+[ ][0-9]{{1,2}},))?{_AFTER_DAY}", _day_first),
    Rule(r"(?P<decade>(?:[12][0-9])?[0-9]0)s(?![A-Za-z])", _latin_decade),
    Rule(r"(?P<century>[0-9]{1,2})(?:st|nd|rd|th|\.)[- ](?:[Cc]entur|Jahrhundert)[a-z]*", _latin_century),
)
LATIN_WORDED_DATES = (
    Rule(
        rf"(?P<month>{LATIN_MONTH})(?:[ ](?P<day>{_DAY})(?:st|nd|rd|th)?(?![0-9]|[.:][0-9]|,(?!{_YEAR})[0-9])"
        rf"(?:[ ]?[–—-][ ]?(?P<last>{_DAY})(?:st|nd|rd|th)?(?![0-9]))?(?:,?[ ](?P<year>{_YEAR})|,(?P<near>{_YEAR}))?|,?[ ](?P<of>{_YEAR})"
        rf"|[ ](?:the[ ])?(?P<word>{ORDINAL})(?!-))?",
        _month_first,
        gate=LATIN_MONTH,
    ),
    Rule(rf"(?P<word>{ORDINAL}){_AFTER_DAY}", _word_first),
    Rule(rf"(?P<century>{ORDINAL})[- ][Cc]entur(?:y|ies)", _latin_century),
)
