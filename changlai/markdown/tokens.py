"""The library's token, made in a single step: there are a hundred to a page, and most of the cost of one is in its defaults."""

from __future__ import annotations

from typing import Any, Literal

from markdown_it.token import Token


class Piece(Token):
    __slots__ = ()

    def __init__(
        self,
        type: str,
        tag: str,
        nesting: Literal[-1, 0, 1],
        level: int = 0,
        content: str = "",
        markup: str = "",
        *,
        map: list[int] | None = None,
        children: list[Token] | None = None,
        block: bool = False,
        hidden: bool = False,
    ) -> None:
        meta: dict[Any, Any] = {}
        attrs: dict[str, str | int | float] = {}
        self.type, self.tag, self.nesting, self.attrs, self.map, self.level = type, tag, nesting, attrs, map, level
        self.children, self.content, self.markup, self.info, self.meta = children, content, markup, "", meta
        self.block, self.hidden = block, hidden
