"""The library's token, made in a single step: there are a hundred to a page, and most of the cost of one is in its defaults."""

from __future__ import annotations

from typing import Literal

from markdown_it.token import Token

_new = object.__new__


def piece(
    type: str,
    tag: str,
    nesting: Literal[-1, 0, 1],
    level: int = 0,
    content: str = "",
    markup: str = "",
    map: list[int] | None = None,
    children: list[Token] | None = None,
    block: bool = False,
    hidden: bool = False,
) -> Token:
    """No class of its own: the interpreter reads a field sooner where all tokens are of one."""
    token = _new(Token)
    token.type = type
    token.tag = tag
    token.nesting = nesting
    token.attrs = {}
    token.map = map
    token.level = level
    token.children = children
    token.content = content
    token.markup = markup
    token.info = ""
    token.meta = {}
    token.block = block
    token.hidden = hidden
    return token
