"""Small decisions of the plan that one can read off a table."""

from __future__ import annotations

from datetime import date

import pytest

from changlai.model import Key, Kind
from changlai.plan import urls
from changlai.plan.facts import offset
from changlai.plan.holes import resolve, unique
from changlai.plan.moved import address, cyclic
from changlai.plan.site import excerpt


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("/", "index.html"),
        ("/zh/", "zh/index.html"),
        ("/zh/feed.xml", "zh/feed.xml"),
        ("/zh/%E5%9B%AD/", "zh/园/index.html"),
        ("/zh/100%/", "zh/100%/index.html"),
        ("/zh/%2e%2e/%2e%2e/x/", "zh/%2e%2e/%2e%2e/x/index.html"),
        ("/zh/a%00b/", "zh/a%00b/index.html"),
        ("/zh/a%5Cb/", "zh/a%5Cb/index.html"),
        ("/zh/a%2Fb/", "zh/a/b/index.html"),
    ],
)
def test_the_file_behind_an_address_never_leaves_the_site(url: str, path: str) -> None:
    assert urls.output(url) == path


def test_addresses_of_entries() -> None:
    assert urls.entry("zh", Key("stories", "a"), Kind("stories", "stories", "story")) == "/zh/stories/a/"
    assert urls.entry("zh", Key("pages", "about"), Kind("pages", "pages", "page")) == "/zh/about/"
    assert urls.entry("zh", Key("helps", "print"), Kind("helps", "pages", "help")) == "/zh/print/"
    assert urls.listing("zh", "stories", 1) == "/zh/stories/"
    assert urls.listing("zh", "stories", 2) == "/zh/stories/page/2/"
    assert urls.media(Key("stories", "a"), "照 片.jpg") == "/media/stories/a/%E7%85%A7%20%E7%89%87.jpg"
    assert [urls.base_path(base) for base in ("https://example.org/", "https://example.org/a/b/")] == ["", "/a/b"]


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("photo.jpg", "content/stories/a/photo.jpg"),
        ("./photo.jpg", "content/stories/a/photo.jpg"),
        ("../b/", "content/stories/b"),
        ("../../cities/paks/profile.yaml", "content/cities/paks/profile.yaml"),
        ("%E7%85%A7%20%E7%89%87.jpg", "content/stories/a/照 片.jpg"),
        ("../../../../etc/passwd", "../etc/passwd"),
        ("../../../../../etc/passwd", "../../etc/passwd"),
        ("a//b", "content/stories/a/a/b"),
    ],
)
def test_paths_are_read_as_on_the_writers_disk(target: str, path: str) -> None:
    assert resolve("content/stories/a", target) == path


def test_an_id_is_given_once() -> None:
    assert unique("a", set()) == "a"
    assert unique("a", {"a", "a-2"}) == "a-3"


@pytest.mark.parametrize(("parts", "url"), [(["zh", "old"], "/zh/old/"), (["zh", "rss.xml"], "/zh/rss.xml"), (["old.html"], "/old.html")])
def test_an_address_of_before_ends_as_its_kind_does(parts: list[str], url: str) -> None:
    assert address(parts) == url


def test_circles_are_found_whatever_leads_into_them() -> None:
    targets = {"a": "b", "b": "c", "c": "a", "d": "a", "self": "self", "x": "y"}
    assert [name for name in targets if cyclic(name, targets)] == ["a", "b", "c", "self"]


@pytest.mark.parametrize(
    ("zone", "text"),
    [
        ("Asia/Seoul", "UTC+9"),
        ("Asia/Kathmandu", "UTC+5:45"),
        ("Pacific/Tongatapu", "UTC+13"),
        ("America/Caracas", "UTC-4"),
        ("UTC", "UTC+0"),
        ("Europe/Budapest", ""),
        ("Australia/Sydney", ""),
        ("", ""),
    ],
)
def test_a_zone_whose_clocks_change_has_no_fixed_offset(zone: str, text: str) -> None:
    assert offset(zone, date(2026, 7, 1)) == text


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("短。", "短。"),
        ("字" * 60 + "。" + "字" * 100, "字" * 60 + "。"),
        ("字" * 200, "字" * 120 + "……"),
        (
            "A sentence that is long enough to stand for itself here. " + "And more words follow " * 10,
            "A sentence that is long enough to stand for itself here.",
        ),
        ("word " * 60, ("word " * 24).strip() + "…"),
        ("两\n行", "两 行"),
    ],
)
def test_an_excerpt_ends_where_one_may_stop(text: str, beginning: str) -> None:
    assert excerpt(text) == beginning
