"""The plain words of a text: for excerpts, outlines, alternative texts and for counting."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

from changlai.markdown.scripts import HAN_OR_KANA

_NAME = re.compile(r"\{[a-z][a-z0-9_-]*:[^\s{}|]+\}")
_WORD = re.compile(r"[^\W_]+(?:['’ʻʼ-][^\W_]+)*")


def plain(children: Sequence[Token] | None) -> str:
    """What a reader would say aloud. A name that the plan will print stands as `{city:paks}`, without its form."""
    return "".join(map(_said, children or []))


def _said(token: Token) -> str:
    match token.type:
        case "text" | "text_special" | "code_inline" | "html_inline":
            return token.content
        case "softbreak":
            return "" if token.meta.get("joins") else " "
        case "hardbreak":
            return " "
        case "name":
            return "{" + str(token.meta["target"]) + "}"
        case "ruby":
            return "".join(word for word, _ in token.meta["pairs"])
    return ""


def without_names(text: str) -> str:
    return _NAME.sub("", text)


def count(text: str) -> tuple[int, int]:
    """Ideographs and kana; words of all other scripts, Hangul included."""
    text = without_names(text)
    return len(HAN_OR_KANA.findall(text)), len(_WORD.findall(HAN_OR_KANA.sub(" ", text)))
