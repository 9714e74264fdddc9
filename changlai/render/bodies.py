"""Documents as a page shows them: their holes filled, and blocks marked whose source is another now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from markupsafe import Markup

from changlai.model import Body, Document

HOLE = "\0"  # stands for each hole, since no text can hold it
CHANGED = "下面这一段，原文已有改动。"  # msgid of the theme
Gettext = Callable[[str], str]


def whole(document: Document, body: Body, gettext: Gettext) -> Markup:
    parts = marked(document, body.marks, gettext) if body.marks else document.parts
    pieces = [parts[0]]
    for hole, fill, after in zip(document.holes, body.fills, parts[1:], strict=True):
        pieces += (escape(gettext(fill)) if hole.kind == "string" else fill, after)
    return Markup("".join(pieces))


def marked(document: Document, places: Sequence[int], gettext: Gettext) -> Sequence[str]:
    """The parts of the document with a box around each of the blocks at `places`, and words for those who do not see it."""
    html = HOLE.join(document.parts)
    opening = f'<div class="changed"><p class="unseen">{escape(gettext(CHANGED))}</p>'
    spans = [(block.start, block.stop) for place in places if (block := document.blocks[place]).start >= 0]
    for start, stop in sorted(spans, reverse=True):
        html = f"{html[:start]}{opening}{html[start:stop]}</div>\n{html[stop:]}"
    return html.split(HOLE)
