"""A page's key follows from all that its bytes follow from, and from nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from changlai.model import Body, Page
from tests.render.test_compiler import renderer

TEMPLATES = {"case.html": "{% include 'part.html' %}{{ head.title }}", "part.html": "part", "other.html": "other"}
CARD = {"title": {"text": "昌莱园", "tag": ""}, "number": 1, "share": 0.5, "absent": False, "none": None}
BODY = Body("body", ("fill", "\ud800"), ((1, 5),))
PAGE = Page("a.html", "/a.html", "case.html", "en", {"head": {"title": "T"}, "rows": [CARD, CARD]}, (BODY,))


def key(page: Page = PAGE, version: str = "1", mark: str = "", **templates: str) -> str:
    return renderer({**TEMPLATES, **{f"{name}.html": source for name, source in templates.items()}}, None, version, mark).key(page)


@pytest.mark.parametrize(
    "other",
    [
        lambda: key(version="2"),
        lambda: key(mark="mended words"),
        lambda: key(case="{{ head.title }}"),
        lambda: key(part="another part"),
        lambda: key(replace(PAGE, path="b.html")),
        lambda: key(replace(PAGE, lang="zh")),
        lambda: key(replace(PAGE, template="other.html")),
        lambda: key(replace(PAGE, bodies=())),
        lambda: key(replace(PAGE, bodies=(BODY, BODY))),
        lambda: key(replace(PAGE, bodies=(BODY._replace(digest="another body"),))),
        lambda: key(replace(PAGE, bodies=(BODY._replace(fills=("fill", "another")),))),
        lambda: key(replace(PAGE, bodies=(BODY._replace(marks=((2, 5),)),))),
        lambda: key(replace(PAGE, bodies=(BODY._replace(bare=((2, 5),)),))),
        lambda: key(replace(PAGE, bodies=(BODY._replace(lang="zh"),))),
        lambda: key(replace(PAGE, bodies=(BODY._replace(prefix="zh."),))),
        lambda: key(replace(PAGE, view={"head": {"title": "U"}, "rows": [CARD, CARD]})),
        lambda: key(replace(PAGE, view={"head": {"title": "T"}, "rows": [CARD]})),
        lambda: key(replace(PAGE, view={"head": {"title": "T"}, "rows": [CARD, CARD | {"number": True}]})),
        lambda: key(replace(PAGE, view={"head": {"title": "T"}, "rows": [CARD, CARD | {"number": "1"}]})),
        lambda: key(replace(PAGE, view={"rows": [CARD, CARD], "head": {"title": "T"}})),  # a template can print the order
    ],
)
def test_whatever_is_another_gives_another_key(other: Callable[[], str]) -> None:
    assert other() != key()


def test_equal_values_give_equal_keys() -> None:
    """Which objects are the same one, and who else holds them, is chance."""
    copied: dict[str, Any] = json.loads(json.dumps(PAGE.view))
    held = [copied, copied["rows"], copied["rows"][0]]
    assert key(replace(PAGE, view=copied)) == key() == key(replace(PAGE, view={**copied, "rows": [held[2], held[2]]}))


def common(page: Page, *values: Any) -> Page:
    return replace(page, common={id(value): value for value in values})


def test_what_many_pages_show_is_in_the_key_by_its_value() -> None:
    card, same, other = dict(CARD), dict(CARD), CARD | {"number": True}
    one, again, another = (replace(PAGE, view={"card": found, "cards": [found, {"a": found}]}) for found in (card, same, other))
    assert key(common(one, card)) == key(common(again, same)) != key(common(another, other))
    assert key(common(one, card)) != key(common(replace(one, view={"card": card, "cards": []}), card))


def test_one_renderer_tells_apart_what_comes_after_what_went() -> None:
    """A card that is held by nobody leaves its place in memory to the next."""
    drawing, found = renderer(TEMPLATES), set()
    for number in range(100):
        card = CARD | {"number": number}
        found.add(drawing.key(common(replace(PAGE, view={"card": card}), card)))
    assert len(found) == 100


def test_what_a_page_does_not_need_is_not_in_its_key() -> None:
    assert key(other="changed") == key(unused="new") == key()
