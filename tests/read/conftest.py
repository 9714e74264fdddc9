"""A good small project, and what reading it gives when some of its files are other ones."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from changlai.model import Catalog, Language
from changlai.problems import Problem
from changlai.read import Reading, read_project

SITE = """\
title: 聊城外事
base_url: https://example.org/waishi/
source: zh
languages:
  zh: {tag: zh-Hans, locale: zh_Hans_CN, name: 简体中文, og: zh_CN}
  en: {tag: en, locale: en_GB, name: English, og: en_GB}
  ko: {tag: ko, locale: ko_KR, name: 한국어, og: ko_KR}
  ja: {tag: ja, locale: ja_JP, name: 日本語, og: ja_JP}
"""
TERMS = """\
series:
  foreign-eyes: {title: {zh: 外眼看聊城, en: Foreign Eyes on Liaocheng}, counter: event}
topics:
  gardens: {title: 园林, aliases: [花园, 庭园]}
"""
STORY = """\
---
title: 昌莱园：一座园，两座城
summary: 悉尼西郊的中式园林。
date: 2022-08-26
series: foreign-eyes
number: 18
cities: [paks]
topics: [gardens]
---

正文。
"""
CITY = """\
name: {zh: 保克什, en: Paks}
local_name: {text: Paks, lang: hu}
tie: friendly_cooperation
since: 2016
"""
ZH = "content/stories/garden/index.zh.md"
EN = "content/stories/garden/index.en.md"
GOOD = {
    "site.yaml": SITE,
    "content/terms.yaml": TERMS,
    ZH: STORY,
    EN: "---\ntitle: A garden\n---\n\nText.\n",
    "content/cities/paks/profile.yaml": CITY,
}
Files = Mapping[str, "str | bytes | None"]
Read = Callable[[Files], Reading]
Seen = list[tuple[str, int, int]]


def parse_catalog(data: bytes, lang: str, language: Language, path: str) -> tuple[Catalog, list[Problem]]:
    """A stand-in: `msgid=msgstr` lines."""
    pairs = (line.split("=") for line in data.decode().splitlines())
    return Catalog(lang, language.locale, {("", msgid): (text,) for msgid, text in pairs}, digest=hashlib.sha256(data).hexdigest()), []


def write(root: Path, files: Files) -> None:
    for name, content in files.items():
        if content is not None:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())


def read(root: Path, packaged: Path) -> Reading:
    return read_project(root, parse_catalog, packaged)


@pytest.fixture
def packaged(tmp_path: Path) -> Path:
    package = tmp_path / "package"
    write(
        package,
        {
            "templates/base.html": "package",
            "templates/assets/site.css": "package",
            **{f"translations/{locale}/LC_MESSAGES/theme.po": f"主页={locale}" for locale in ("en_GB", "ja_JP", "ko_KR")},
        },
    )
    return package


@pytest.fixture
def project(tmp_path: Path, packaged: Path) -> Read:
    """Reads the good project with some files in place of its own; None leaves a file out."""

    def build(files: Files) -> Reading:
        root = tmp_path / "project"
        write(root, {**GOOD, **files})
        return read(root, packaged)

    return build


def seen(reading: Reading, path: str) -> Seen:
    """What was found in one file: code, line, column."""
    return [(found.code, found.line, found.column) for found in reading.problems if found.path == path]


def elsewhere(reading: Reading, path: str) -> list[Problem]:
    return [found for found in reading.problems if found.path != path]
