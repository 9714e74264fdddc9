"""Documents as a page shows them: their holes filled, blocks marked whose source is another now, or each block by itself."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from html import escape

from markupsafe import Markup

from changlai.model import Body, Document, Span

HOLE = "\0"  # stands for each hole, since no text can hold it
CHANGED = "下面这一段，原文已有改动。"  # msgid of the theme
PICTURE = re.compile("<img [^>]*>")  # in a text a bracket is written as an entity, in the values of attributes too
NAMING = re.compile(' id="|href="#')  # the same holds of quotes
Gettext = Callable[[str], str]


def whole(document: Document, body: Body, gettext: Gettext) -> Markup:
    parts = marked(document, body.marks, gettext) if body.marks else document.parts
    pieces = [parts[0]]
    for hole, fill, after in zip(document.holes, body.fills, parts[1:], strict=True):
        pieces += (escape(gettext(fill)) if hole.kind == "string" else fill, after)
    return Markup("".join(pieces))


def marked(document: Document, spans: Sequence[Span], gettext: Gettext) -> Sequence[str]:
    """The parts of the document with a box around each of the blocks, and words for those who do not see it."""
    html = HOLE.join(document.parts)
    for start, stop in sorted(spans, reverse=True):
        html = f"{html[:start]}{boxed(html[start:stop], gettext)}{html[stop:]}"
    return html.split(HOLE)


def boxed(html: str, gettext: Gettext) -> str:
    return f'<div class="changed"><p class="unseen">{escape(gettext(CHANGED))}</p>{html}</div>\n'


class Passages:
    """Single blocks of a document. Its ids get the prefix of the body, as do the links to them."""

    def __init__(self, document: Document, body: Body, gettext: Gettext) -> None:
        self._body, self._gettext = body, gettext
        self._html = HOLE.join(document.parts)
        self._holes = [place for place, sign in enumerate(self._html) if sign == HOLE]
        filled = zip(document.holes, body.fills, strict=True)
        self._values = [escape(gettext(fill)) if hole.kind == "string" else fill for hole, fill in filled]

    def block(self, start: int, stop: int) -> Markup:
        html, span = self._filled(start, stop), (start, stop)
        if span in self._body.bare:
            html = PICTURE.sub("", html, 1) if "<figcaption>" in html else ""
        return Markup(boxed(html, self._gettext) if html and span in self._body.marks else html)

    def picture(self, start: int, stop: int) -> Markup:
        found = PICTURE.search(self._filled(start, stop))
        return Markup(found[0] if found else "")

    def _filled(self, start: int, stop: int) -> str:
        first, *rest = self._html[start:stop].split(HOLE)
        at = bisect_left(self._holes, start)
        html = first + "".join(value + after for value, after in zip(self._values[at : at + len(rest)], rest, strict=True))
        return NAMING.sub(lambda found: found[0] + self._body.prefix, html) if self._body.prefix else html
