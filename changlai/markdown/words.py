"""The plain words of a text: for excerpts, outlines, alternative texts and for counting."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

from changlai.markdown.scripts import HAN_OR_KANA

SOFT = "\0"  # a soft break inside a text, which is a space unless it joins; no text can hold the character
_NAME = re.compile(r"\{[a-z][a-z0-9_-]*:[^\s{}|]+\}")
_HANS = re.compile(f"{HAN_OR_KANA.pattern}+")
# Of text without underscores. What is said before \w is in it, and found without asking Unicode for the character.
_WORD = re.compile(r"[0-9A-Za-z\uac00-\ud7a3\w]+(?:['’ʻʼ-][0-9A-Za-z\uac00-\ud7a3\w]+)*")
_RARE = re.compile("[^\0-\x7f\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\uac00-\ud7a3“”‘’…—·]")
_KINDS = bytes(ord("w" if byte > 127 or chr(byte).isalnum() else "-" if byte in b"'-" else " ") for byte in range(256))


def plain(children: Sequence[Token] | None) -> str:
    """What a reader would say aloud. A name that the plan will print stands as `{city:paks}`, without its form."""
    return "".join([_said(token) for token in children or () if not token.nesting])


def _said(token: Token) -> str:
    match token.type:
        case "text":
            return token.content.replace(SOFT, " ")
        case "text_special" | "code_inline" | "html_inline":
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
    return _NAME.sub("", text) if "{" in text else text


def count(text: str) -> tuple[int, int]:
    """Ideographs and kana; words of all other scripts, Hangul included."""
    text = without_names(text)
    if text.isascii():
        return 0, _words(text)
    others, runs = _HANS.subn(" ", text)
    return len(text) - len(others) + runs, _words(others)


def _words(text: str) -> int:
    """How often `_WORD` is found. Where each character is known, it is enough to count where words begin."""
    if not text.isascii():
        if _RARE.search(text):
            return len(_WORD.findall(text.replace("_", " ")))
        for mark in "“”‘…—·":
            text = text.replace(mark, " ")
    kinds = b" " + text.replace("’", "'").encode().translate(_KINDS)
    return kinds.count(b" w") + kinds.count(b" -w") + kinds.count(b"--w")
