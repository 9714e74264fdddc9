"""The words of the corpus: one file for each language, the same lists in the same order, so that all editions tell the same stories."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Words:
    join: str  # between two sentences of a paragraph
    wrap: int  # columns after which a line of the source breaks; 0: each sentence has its own line
    stop: str
    title: str
    alt: str
    link: str
    outside: str
    headings: list[str]
    items: list[str]
    columns: list[str]
    states: list[str]
    cities: list[str]
    country: str
    partner: str
    topics: list[str]
    series: list[str]
    slots: dict[str, list[str]]
    sentences: dict[str, list[str]]
    ui: dict[str, str]


def words(lang: str) -> Words:
    return Words(**tomllib.loads(files(__name__).joinpath(f"{lang}.toml").read_text("utf-8")))


LANGS = ("zh", "en", "ko", "ja")
WORDS = {lang: words(lang) for lang in LANGS}
UI = {lang: WORDS[lang].ui for lang in LANGS}
TAGS = {"zh": "zh-Hans", "en": "en", "ko": "ko", "ja": "ja"}
NAMES = {"zh": "中文", "en": "English", "ko": "한국어", "ja": "日本語"}
