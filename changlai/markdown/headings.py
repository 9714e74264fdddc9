"""Headings: their ids, the outline, and their place below the page's own h1."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from markdown_it.token import Token

from changlai.markdown.scripts import is_latin
from changlai.markdown.source import At
from changlai.markdown.words import plain, without_names
from changlai.markdown.work import Work
from changlai.model import Heading

_APART = re.compile(r"[^\w\u02bb\u02bc]+|_+")


class _Found(NamedTuple):
    token: Token
    closing: Token
    level: int  # as written
    text: str
    line: int


def settle(tokens: Sequence[Token], work: Work, taken: Sequence[str]) -> tuple[Heading, ...]:
    """Number the headings of the top level and name them; ids are unique among themselves, `taken` and the written ones.

    In a page no heading of the text may be an h1: where the text has one, all move down by a level.
    """
    found: list[_Found] = []
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            line = token.map[0] + 1 if token.map else 1
            found.append(_Found(token, tokens[index + 2], int(token.tag[1]), plain(tokens[index + 1].children).strip(), line))
    shift = work.page and any(heading.level == 1 for heading in found)
    outline: list[Heading] = []
    used = dict.fromkeys([*taken, *work.ids], 1)
    positions = _Positions()
    for token, closing, level, text, line in found:
        token.meta["level"] = closing.meta["level"] = min(level + shift, 6)
        if token.level:
            continue
        written = str(token.attrs.pop("id", ""))
        token.meta.update(index=len(outline), written=written)
        position = positions.here(level)
        name = written or _unique(_slug(text) or position, used)
        used.setdefault(name, 1)
        outline.append(Heading(level, name, bool(written), text, line))
    if work.page:
        _judge(found, work)
    return tuple(outline)


class _Positions:
    """Ids by place in the outline: the first part below the second is `h-2-1`. Equal for two languages whose outlines are alike."""

    def __init__(self) -> None:
        self.path = [[0, 0, 0]]  # level, number among its siblings, number of children

    def here(self, level: int) -> str:
        while self.path[-1][0] >= level:
            self.path.pop()
        self.path[-1][2] += 1
        self.path.append([level, self.path[-1][2], 0])
        return "h-" + "-".join(str(number) for _, number, _ in self.path[1:])


def _slug(text: str) -> str:
    """Words of a Latin heading, letters as they are: U+02BB in Vavaʻu is one of them. Empty for any other script."""
    words = [word for word in _APART.split(unicodedata.normalize("NFC", without_names(text)).lower()) if word]
    return "-".join(words) if is_latin("".join(words)) else ""


def _unique(name: str, used: dict[str, int]) -> str:
    """`name`, or `name-2`, `name-3` …; `used` remembers how far the counting went."""
    candidate = name
    while candidate in used:
        used[name] += 1
        candidate = f"{name}-{used[name]}"
    return candidate


def _judge(found: Sequence[_Found], work: Work) -> None:
    before = 0
    for heading in found:
        level, at = heading.level, At(heading.line, 1)
        if level == 1:
            work.found("heading-one", at)
        elif before and level > before + 1:
            work.found("heading-skips", at, level=level, before=before)
        if not heading.text:
            work.found("heading-empty", at)
        before = level
