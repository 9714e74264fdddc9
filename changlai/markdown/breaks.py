"""Soft breaks: a new line in the source is a space between words of Latin and Hangul, and nothing between Han, kana and wide marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from markdown_it.token import Token

from changlai.markdown.scripts import AMBIGUOUS, FULL_WIDTH, HAN_OR_KANA, HANGUL, joins
from changlai.markdown.words import SOFT, plain
from changlai.model import Typography

_NATIVE = {"zh": "名", "ja": "名", "ko": "이름", "latin": "name"}  # a name that the plan prints is taken for one in the text's language
_OPAQUE = {"footnote_ref": "", "image": "\ufffc"}
_REACH = 24  # how many tokens a break looks back and ahead

_SHARED = "[" + "".join(sorted(AMBIGUOUS)) + "]"


def _behind(kind: str) -> str:
    return f"(?:(?<={kind}{SOFT})|(?<={kind}{_SHARED}{SOFT}))"


def _ahead(kind: str) -> str:
    return f"(?={_SHARED}{{0,2}}{kind})"


_WIDE, _EAST = FULL_WIDTH.pattern, HAN_OR_KANA.pattern
_NO_HANGUL = f"(?!{_behind(HANGUL.pattern)}|{_ahead(HANGUL.pattern)})"


# `joins` once more, for breaks inside a text: the characters that decide stand beside them, or behind a shared mark or two.
@cache
def _joining(typography: Typography) -> re.Pattern[str]:
    match typography:
        case "ko":
            return re.compile(f"{SOFT}{_behind(_WIDE)}{_ahead(_WIDE)}(?:{_behind(_EAST)}|{_ahead(_EAST)})")
        case "latin":
            return re.compile(f"{SOFT}{_behind(_WIDE)}{_ahead(_WIDE)}")
        case _:
            return re.compile(f"{SOFT}{_NO_HANGUL}(?:{_behind(_WIDE)}|{_ahead(_WIDE)})")


def settle(tokens: Iterable[Token], typography: Typography) -> None:
    for token in tokens:
        if token.children:
            settle_children(token.children, typography)


def settle_children(children: Sequence[Token], typography: Typography) -> None:
    """Decide for each soft break by the nearest characters that the reader sees, through any markup between."""
    shown: list[str] = []
    inside: list[Token] = []
    for index, token in enumerate(children):
        if token.type == "text":
            if SOFT in token.content:
                inside.append(token)
        elif token.type == "softbreak":
            shown = shown or [_shown(token, typography) for token in children]
            _strip_indent(children, index)
            before = "".join(reversed(_near(shown[max(index - _REACH, 0) : index][::-1])))
            after = "".join(_near(shown[index + 1 : index + 1 + _REACH])).lstrip("\u3000")
            token.meta["joins"] = joins(before, after, typography)
        elif token.type == "image" and token.children:
            settle_children(token.children, typography)
    for token in inside:
        if not token.content.isascii():
            token.content = _joining(typography).sub("", token.content)


def _near(shown: Sequence[str]) -> list[str]:
    """The first pieces of text, as many as show more than a shared mark or two."""
    pieces: list[str] = []
    for text in shown:
        pieces.append(text)
        if len(text) > 3 or sum(map(len, pieces)) > 8:
            break
    return pieces


def _shown(token: Token, typography: Typography) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return " "
    if token.type == "name":
        return _NATIVE[typography]
    return _OPAQUE[token.type] if token.type in _OPAQUE else plain([token])


def _strip_indent(children: Sequence[Token], index: int) -> None:
    """U+3000 at the start of a line inside a quotation or a list, where the line itself begins with a mark."""
    if index + 1 < len(children) and children[index + 1].type == "text":
        children[index + 1].content = children[index + 1].content.lstrip("\u3000")
