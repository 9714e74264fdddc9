"""Emphasis is dots in Chinese and Japanese. Latin words take none: they are set apart there, for the theme to slant them."""

from __future__ import annotations

from collections.abc import Iterable

from markdown_it.token import Token

from changlai.model import Typography


def settle(tokens: Iterable[Token], typography: Typography) -> None:
    """Tell the text of each emphasis (`meta["dotted"]`); code is none."""
    if typography not in ("zh", "ja"):
        return
    for token in tokens:
        depth = 0
        for child in token.children or []:
            if child.tag == "em":
                depth += child.nesting
            elif depth and child.type == "text":
                child.meta["dotted"] = True
