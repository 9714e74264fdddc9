"""Dates, lists, numbers and counts as each language writes them."""

from __future__ import annotations

from typing import Any

import pytest

from changlai.model import Language, Typography
from changlai.render.words import filters, numeral

LANGUAGES: dict[str, tuple[str, Typography]] = {
    "zh": ("zh_Hans_CN", "zh"),
    "en": ("en_GB", "latin"),
    "ko": ("ko_KR", "ko"),
    "ja": ("ja_JP", "ja"),
    "de": ("de_DE", "latin"),
}


def words(lang: str) -> dict[str, Any]:
    locale, typography = LANGUAGES[lang]
    return filters(Language(lang, lang, locale, lang, "", typography), lambda context, message: f"{context}: %(number)s")


@pytest.mark.parametrize(
    ("lang", "iso", "text"),
    [
        ("zh", "2022-08-26", "2022年8月26日"),
        ("zh", "2022-08", "2022年8月"),
        ("zh", "2022", "2022年"),
        ("ja", "2022-08-26", "2022年8月26日"),
        ("ja", "2022-08", "2022年8月"),
        ("ja", "2022", "2022年"),
        ("ko", "2022-08-26", "2022년 8월 26일"),
        ("ko", "2022-08", "2022년 8월"),
        ("ko", "2022", "2022년"),
        ("en", "2022-08-26", "26 August 2022"),
        ("en", "2022-08", "August 2022"),
        ("en", "2022", "2022"),
        ("en", "0988-01-01", "1 January 988"),
        ("en", "", ""),
        ("de", "2022-08-26", "26. August 2022"),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(lang: str, iso: str, text: str) -> None:
    assert words(lang)["date"](iso) == text


@pytest.mark.parametrize(
    ("lang", "items", "text"),
    [
        ("zh", ["甲", "乙", "丙"], "甲、乙和丙"),
        ("en", ["A", "B", "C"], "A, B and C"),
        ("ja", ["あ", "い"], "あ、い"),
        ("ko", ["가", "나"], "가 및 나"),
        ("en", ["A"], "A"),
        ("en", [], ""),
    ],
)
def test_lists_are_joined(lang: str, items: list[str], text: str) -> None:
    assert words(lang)["joined"](items) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"), (9, "九"), (10, "十"), (11, "十一"), (18, "十八"), (20, "二十"), (21, "二十一"), (99, "九十九"),
        (100, "一百"), (101, "一百零一"), (105, "一百零五"), (110, "一百一十"), (112, "一百一十二"), (119, "一百一十九"), (120, "一百二十"),
        (1000, "一千"), (1001, "一千零一"),
        (1010, "一千零一十"), (1100, "一千一百"), (2022, "二千零二十二"), (9999, "九千九百九十九"), (10000, "10000"),
    ],
)  # fmt: skip
def test_chinese_numerals(number: int, text: str) -> None:
    assert numeral(number) == text


@pytest.mark.parametrize(
    ("lang", "counter", "number", "text"),
    [
        ("zh", "event", 18, "event other: 十八"),
        ("zh", "issue", 18, "issue other: 18"),
        ("zh", "", 18, "issue other: 18"),
        ("en", "event", 1, "event one: 1"),
        ("en", "event", 2, "event two: 2"),
        ("en", "event", 3, "event few: 3"),
        ("en", "event", 11, "event other: 11"),
        ("en", "event", 21, "event one: 21"),
        ("ja", "event", 18, "event other: 18"),
    ],
)
def test_a_number_in_a_series_asks_for_the_word_of_its_category(lang: str, counter: str, number: int, text: str) -> None:
    assert words(lang)["counter"]({"number": number, "counter": counter}) == text


@pytest.mark.parametrize(
    ("characters", "count", "minutes"), [(0, 0, 1), (400, 0, 1), (800, 0, 2), (0, 400, 2), (400, 200, 2), (40_000, 0, 100)]
)
def test_reading_takes_at_least_a_minute(characters: int, count: int, minutes: int) -> None:
    assert words("zh")["minutes"]({"characters": characters, "words": count}) == minutes


@pytest.mark.parametrize(("lang", "text"), [("zh", "1917—2013"), ("en", "1917–2013"), ("ja", "1917〜2013"), ("ko", "1917~2013")])
def test_years_have_the_dash_of_the_language(lang: str, text: str) -> None:
    assert words(lang)["years"]("1917-2013") == text


@pytest.mark.parametrize(
    ("url", "text"), [("https://www.example.org/a", "example.org"), ("https://a.example.org", "a.example.org"), ("x", "x")]
)
def test_a_host_is_what_readers_know(url: str, text: str) -> None:
    assert words("en")["host"](url) == text
