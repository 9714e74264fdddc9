"""Filters that print dates, lists and numbers as readers of one language write them (CLDR, through Babel)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal

from changlai.model import Language

DASHES: Mapping[str, str] = {"zh": "—", "ja": "〜", "ko": "~", "latin": "–"}
CHARACTERS, WORDS = 400, 200  # read in a minute: ideographs and kana; words between spaces
DIGITS = "零一二三四五六七八九"
KEPT = 4096  # days and numbers as they were printed: few are told of in many places
Pgettext = Callable[[str, str], str]


def filters(language: Language, pgettext: Pgettext) -> dict[str, Callable[..., Any]]:
    """The filters of one language; `pgettext` gives the theme's words for it."""
    locale = Locale.parse(language.locale)

    def counted(series: Mapping[str, Any]) -> str:
        number, counter = int(series["number"]), series["counter"] or "issue"
        spelled = numeral(number) if language.typography == "zh" and counter == "event" else str(number)
        return pgettext(f"{counter} {locale.ordinal_form(number)}", "第%(number)s期") % {"number": spelled}

    return {
        "date": lru_cache(KEPT)(lambda iso: day(iso, locale)),
        "joined": lambda items: joined(items, locale),
        "number": lru_cache(KEPT, typed=True)(lambda value: format_decimal(value, locale=locale)),
        "minutes": minutes,
        "counter": counted,
        "years": lambda years: years.replace("-", DASHES[language.typography]),
        "host": host,
        "language": lambda row: language_name(row["tag"], locale, language.tag) or row["name"],
    }


def day(iso: str, locale: Locale) -> str:
    """A date as precise as it is known, in its long form: 2022年8月26日, August 2022, 2022년."""
    parts = [int(part) for part in iso.split("-") if part]
    if not parts:
        return ""
    when = date(*[*parts, 1, 1][:3])
    if len(parts) == 3:
        return format_date(when, "long", locale)
    # Babel's own pattern for "yMMMM" loses a character in Chinese; the skeleton is right in all four.
    return str(format_skeleton("yMMMM" if len(parts) == 2 else "y", when, locale=locale))


def joined(items: Iterable[str], locale: Locale) -> str:
    return format_list(list(items), "standard", locale)


def minutes(reading: Mapping[str, int]) -> int:
    """How long a text takes, at least one minute; texts that mix scripts count both."""
    return max(1, round(reading["characters"] / CHARACTERS + reading["words"] / WORDS))


def host(url: str) -> str:
    return (urlsplit(url).hostname or url).removeprefix("www.")


def language_name(tag: str, locale: Locale, own: str) -> str:
    """What readers call a language: Chinese, 중국어; their own in another script by both: 简体中文. Empty where CLDR knows no name."""
    primary, *rest = tag.split("-")
    script = rest[0] if rest and len(rest[0]) == 4 and primary == own.split("-")[0] else ""
    return str(locale.languages.get(f"{primary}_{script}", "") or locale.languages.get(primary, ""))


def numeral(number: int) -> str:
    """A Chinese numeral up to 9999: 十八, 二十, 一百零五."""
    if number < 10:
        return DIGITS[number]
    if number >= 10_000:
        return str(number)
    text, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + name
        gap = not digit
    return text.removeprefix("一") if 10 <= number < 20 else text
