"""What state each edition is in, and the words that a reader gets."""

from __future__ import annotations

from datetime import date

import pytest

from changlai.model import Date, Gist, Words
from changlai.translate import Speaker, say, standing
from tests.translate.conftest import catalog, city, fixed, library, source, story

DAY = date(2026, 11, 22)


def states(entry, drafts: bool = False, **parts) -> str:
    found = standing(library(entry, **parts), DAY, drafts)
    assert [row.lang for row in found] == ["zh", "en", "ko"]
    return " ".join(row.state for row in found)


STORIES = [
    (story("a", "zh", "en"), "source translated missing"),
    (story("a", "en", "ko"), "missing source translated"),  # the site's source is not there: the first of the table
    (story("a", "zh", "en", drafts=("en",)), "source draft missing"),
    (story("a", "zh", "en", drafts=("zh",)), "draft translated missing"),
    (story("a", "zh", "en", publish_on=Date(2026, 11, 23)), "scheduled scheduled missing"),
    (story("a", "zh", publish_on=Date(2026, 11, 22)), "source missing missing"),
    (story("a", "zh", publish_on=Date(2026, 11)), "source missing missing"),
    (story("a", "zh", publish_on=Date(2027)), "scheduled missing missing"),
    (story("a", "zh", "en", drafts=("en",), publish_on=Date(2027)), "scheduled draft missing"),
    (story("a", "zh", "en", withdrawn=True), "withdrawn withdrawn missing"),
    (story("a", "zh", drafts=("zh",), withdrawn=True), "withdrawn missing missing"),
    (story("a"), "missing missing missing"),
]


@pytest.mark.parametrize(("entry", "expected"), STORIES)
def test_story(entry, expected: str) -> None:
    assert states(entry) == expected


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (story("a", "zh", "en", drafts=("zh", "en"), publish_on=Date(2027)), "source translated missing"),
        (story("a", "zh", "en", withdrawn=True), "withdrawn withdrawn missing"),
        (city("a", fixed(zh="甲", ko="가"), draft=True), "source missing translated"),
    ],
)
def test_drafts_are_shown_when_asked_for(entry, expected: str) -> None:
    assert states(entry, drafts=True) == expected


def test_profile_has_the_editions_of_its_name() -> None:
    paks = source("保克什", "city.name")
    assert states(city("paks", fixed(zh="保克什", ko="퍽시"))) == "source missing translated"
    assert states(city("paks", fixed(en="Paks", ko="퍽시"))) == "missing source translated"
    assert states(city("paks", paks)) == "source missing missing"
    assert states(city("paks", paks), messages={"en": catalog("en", {("city.name", "保克什"): ("Paks",)})}) == "source translated missing"
    assert states(city("paks", paks), messages={"en": catalog("en", {("other", "保克什"): ("Paks",)})}) == "source missing missing"
    assert states(city("paks", paks, draft=True)) == "draft missing missing"
    assert states(city("paks", fixed())) == "missing missing missing"


def test_blocks_are_counted() -> None:
    entry = story("a", "zh")
    held = library(entry)._replace(gists={(entry.key, "zh"): Gist("d", 2, (), ())})
    assert [row.blocks for row in standing(held, DAY, False)] == [2, 0, 0]


def test_words_by_hand_then_catalog_then_source() -> None:
    here = library(
        messages={
            "en": catalog("en", {("topic.title", "园林"): ("Gardens",), ("", "运河"): ("Canal",)}),
            "ko": catalog("ko", {("", "园林"): ("정원",)}),
        }
    )
    garden, canal, other = source("园林", "topic.title"), source("运河", "topic.title"), source("茶", "topic.title")
    spoken = Speaker(here)
    assert spoken(garden, "zh") == Words("园林", "zh")
    assert spoken(garden, "en") == Words("Gardens", "en")
    assert spoken(garden, "ko") == Words("정원", "ko")  # a catalog without contexts serves too
    assert spoken(canal, "en") == Words("Canal", "en")
    assert spoken(other, "en") == Words("茶", "zh")
    # a map is fixed by hand: the catalog has no say in it, even with the same words
    assert say(fixed(zh="园林"), "ko", here) == Words("园林", "zh")
    assert say(fixed(ko="정원", en="Gardens"), "zh", here) == Words("Gardens", "en")
    assert say(fixed(), "en", here) == Words("", "zh")
