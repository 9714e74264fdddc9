"""A document as a page shows it."""

from __future__ import annotations

import pytest

from changlai.markdown import parse
from changlai.model import Body, Document
from changlai.render.bodies import CHANGED, Passages, whole

TEXT = "甲{city:paks}[^a]\n\n## 乙\n\n- 丙\n- [丁](x.md)\n\n[^a]: 注[^b]\n\n[^b]: 再"
DOCUMENT = parse(TEXT, "zh", frozenset({"city"}))
FILLS = tuple(f"«{hole.kind}»" for hole in DOCUMENT.holes)


def drawn(document: Document, marks: tuple[int, ...] = ()) -> str:
    spans = tuple((document.blocks[place].start, document.blocks[place].stop) for place in marks)
    return whole(document, Body("", FILLS, spans), lambda words: f"<{words}>")


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


def passages(text: str, marks: tuple[int, ...] = (), bare: tuple[int, ...] = (), prefix: str = "") -> list[tuple[str, str]]:
    """Each block that is shown, and its picture."""
    document = parse(text, "zh", frozenset({"city"}))
    fills = tuple('id="visit"' if hole.kind == "id" else f"«{hole.kind}»" for hole in document.holes)
    spans = [(block.start, block.stop) for block in document.blocks]
    body = Body("", fills, tuple(spans[place] for place in marks), tuple(spans[place] for place in bare), "", prefix)
    sides = Passages(document, body, lambda words: words)
    return [(sides.block(*span).strip(), sides.picture(*span)) for span in spans if span[0] >= 0]


def test_the_blocks_of_a_document_are_what_the_whole_is_made_of() -> None:
    html = drawn(DOCUMENT)
    document = DOCUMENT
    sides = Passages(document, Body("", FILLS), lambda words: f"<{words}>")
    pieces = [sides.block(block.start, block.stop) for block in document.blocks]
    assert len(pieces) == 5 and all(piece and piece in html for piece in pieces)
    assert html.startswith("".join(pieces[:3]))


def test_ids_and_the_links_to_them_get_the_prefix_and_nothing_else_does() -> None:
    text = '## 题\n\n{#own}\n文[^a]`id="x"` [去](x.md) 引 id="y"。\n\n[^a]: 注'
    plain, other = (dict(enumerate(passages(text, prefix=prefix))) for prefix in ("", "zh."))
    assert '<h2 id="zh.visit">' in other[0][0] and '<p id="zh.own">' in other[1][0]
    assert '<a href="#zh.fn-1" id="zh.fnref-1"' in other[1][0] and 'href="#zh.fnref-1"' in other[2][0]
    assert {place: words.replace("zh.", "") for place, (words, _) in other.items()} == {place: words for place, (words, _) in plain.items()}
    assert "".join(words for words, _ in other.values()).count("zh.") == 5


def test_a_picture_can_stand_elsewhere_than_its_caption() -> None:
    text = '![桥 > 水](a.png "图 *一*")\n\n![塔](b.png)'
    (captioned, bridge), (bare, tower) = passages(text, bare=(0, 1))
    assert captioned == "<figure><figcaption>图 <em>一</em></figcaption>\n</figure>"
    assert bridge == '<img «image» alt="桥 &gt; 水" loading="lazy">' and tower.startswith("<img ")
    assert bare == "", "a figure without words is its picture"
    assert passages(text)[0][0].startswith("<figure><img «image»")


def test_a_marked_passage_is_marked_by_itself_too() -> None:
    first, second = passages("甲\n\n乙", marks=(1,))
    assert (
        first[0] == "<p>甲</p>"
        and second[0].startswith('<div class="changed"><p class="unseen">')
        and second[0].endswith("<p>乙</p>\n</div>")
    )
