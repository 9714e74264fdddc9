"""The words of the theme: those that the program asks for are where the extractor finds them, and every catalog is complete."""

from __future__ import annotations

import re

import pytest

from changlai.markdown import STRINGS
from changlai.plan.words import WORDS
from changlai.render.bodies import CHANGED
from changlai.translate import parse_po
from tests.conftest import ROOT

LOCALES = {"en": "en_GB", "ko": "ko_KR", "ja": "ja_JP"}


def catalog(lang: str, domain: str) -> tuple[set[tuple[str, str]], list[object]]:
    path = f"translations/{LOCALES[lang]}/LC_MESSAGES/{domain}.po"
    found, problems = parse_po((ROOT / path).read_bytes(), path, lang, LOCALES[lang])
    return set(found.texts), list(problems)


def template(domain: str) -> set[str]:
    return set(re.findall(r'^msgid "(.+)"$', (ROOT / f"translations/{domain}.pot").read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize("word", [*WORDS.values(), *STRINGS, CHANGED])
def test_words_that_the_program_asks_for_are_extracted(word: str) -> None:
    assert word in template("theme"), "write it into templates/_words.html and run `messages update`"


@pytest.mark.parametrize("domain", ["theme", "messages"])
@pytest.mark.parametrize("lang", LOCALES)
def test_every_text_is_translated(lang: str, domain: str) -> None:
    texts, problems = catalog(lang, domain)
    assert problems == []
    assert template(domain) - {message for _, message in texts} == set()
