"""Where the fields of a file end and its text begins."""

from __future__ import annotations

import pytest

from changlai.read.frontmatter import split
from tests.read.test_yaml import places, plain

FRONTS = [
    ("---\ntitle: A\n---\n\nText\n", {"title": "A"}, "\nText\n", 4, []),
    ("---\ntitle: A\n---", {"title": "A"}, "", 4, []),
    ("---\n---\nText", {}, "Text", 3, []),
    ("---  \ntitle: A\n--- \nText", {"title": "A"}, "Text", 4, []),
    ("\n\n---\ntitle: A\n---\nText", {"title": "A"}, "Text", 6, []),
    ("---\ntitle: A\n---\na\n\n---\n\nb", {"title": "A"}, "a\n\n---\n\nb", 4, []),
    ("Text", {}, "Text", 1, []),
    ("", {}, "", 1, []),
    ("－－－\ntitle: A\n---\nText", {"title": "A"}, "Text", 4, [("front-matter-fence", 1, 1)]),
    ("———\ntitle: A\n———\nText", {"title": "A"}, "Text", 4, [("front-matter-fence", 1, 1), ("front-matter-fence", 3, 1)]),
    ("----\ntitle: A\n---\nText", {"title": "A"}, "Text", 4, [("front-matter-fence", 1, 1)]),
    ("---\ntitle: A\n----\nText", {"title": "A"}, "Text", 4, [("front-matter-fence", 3, 1)]),
    ("---\ntitle: A\n—-\nText", {"title": "A"}, "Text", 4, [("front-matter-fence", 3, 1)]),
    ("+++\ntitle: A\n+++\nText", {"title": "A"}, "Text", 4, [("front-matter-fence", 1, 1), ("front-matter-fence", 3, 1)]),
    ("---\ntitle: A\n\n正文一段。", {"title": "A"}, "正文一段。", 4, [("front-matter-open", 4, 1)]),
    ("---\ntitle: A\n正文一段。", {"title": "A"}, "正文一段。", 3, [("front-matter-open", 3, 1)]),
    ("---\ntitle: A", {"title": "A"}, "", 3, [("front-matter-open", 2, 1)]),
    ("---\ntitle: A\n----\n一段。\n\n---\n\nText", {"title": "A"}, "一段。\n\n---\n\nText", 4, [("front-matter-fence", 3, 1)]),
    ("---\ntitle: A\n\n一段：话。\n\n---\n\nText", {"title": "A"}, "一段：话。\n\n---\n\nText", 4, [("front-matter-open", 4, 1)]),
    ("---\ntitle: A\n\n# remark\ndate: 1\n---\nText", {"title": "A", "date": "1"}, "Text", 7, []),
    ("---\n- a\n---\nText", {}, "Text", 4, [("yaml-not-fields", 2, 1)]),
    ("---\ntitle：A\n---\nText", {"title": "A"}, "Text", 4, [("yaml-fullwidth-colon", 2, 6)]),
]


@pytest.mark.parametrize(("text", "fields", "body", "line", "expected"), FRONTS)
def test_fields_and_text(text: str, fields: object, body: str, line: int, expected: list[tuple[str, int, int]]) -> None:
    front, problems = split(text, "f")
    assert (plain(front.node), front.body, front.body_line) == (fields, body, line)
    assert places(problems) == expected


@pytest.mark.parametrize("text", [row[0] for row in FRONTS if "Text" in row[0] or "正文" in row[0]])
def test_the_text_begins_in_the_line_that_is_named(text: str) -> None:
    front, _ = split(text, "f")
    assert text.split("\n")[front.body_line - 1 :] == front.body.split("\n")
