"""A document as a page shows it."""

from __future__ import annotations

import pytest

from changlai.markdown import parse
from changlai.model import Body, Document
from changlai.render.bodies import CHANGED, marked, whole

TEXT = "甲{city:paks}[^a]\n\n## 乙\n\n- 丙\n- [丁](x.md)\n\n[^a]: 注[^b]\n\n[^b]: 再"
DOCUMENT = parse(TEXT, "zh", frozenset({"city"}))
FILLS = tuple(f"«{hole.kind}»" for hole in DOCUMENT.holes)


def drawn(document: Document, marks: tuple[int, ...] = ()) -> str:
    return whole(document, Body("", FILLS, marks), lambda words: f"<{words}>")


def test_holes_are_filled_and_words_of_the_theme_are_escaped() -> None:
    html = drawn(DOCUMENT)
    assert "<p>甲«name»" in html and "<a «link»>丁</a>" in html and 'aria-label="&lt;«string»&gt; 1"' in html
    assert "changed" not in html


@pytest.mark.parametrize("marks", [(0,), (1, 2), (3,), (0, 1, 2, 3, 4)])
def test_marks_are_around_blocks_and_nothing_else_is_another(marks: tuple[int, ...]) -> None:
    opening = f'<div class="changed"><p class="unseen">&lt;{CHANGED}&gt;</p>'
    html = drawn(DOCUMENT, marks)
    assert html.count(opening) == len(marks)
    assert html.replace(opening, "").replace("</div>\n", "") == drawn(DOCUMENT)
    shown = [piece.split("</div>\n")[0] for piece in html.split(opening)[1:]]
    begins = {0: "<p>甲", 1: "<h2 ", 2: "<ul>", 3: "<p>注", 4: "<p>再"}
    assert [piece[:3] for piece in shown] == [begins[place][:3] for place in marks]


def test_a_note_that_is_not_shown_has_no_mark() -> None:
    document = parse("甲\n\n[^a]: 注", "zh")
    assert marked(document, (1,), str) == list(document.parts)
