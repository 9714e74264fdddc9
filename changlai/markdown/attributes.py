"""`{#id .class lang=de}`: what may be said of a heading, a span, a block, an image or a link. Everything else is left out and reported.

A block of a translation may say besides why it differs from its source: `{differs="the local custom"}`. It is not printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from changlai.markdown.source import At
from changlai.markdown.work import Work

CLASSES = ("lead", "small", "source", "wide", "portrait", "decorative")
_ID = re.compile(r"(?!fn(?:ref)?-)[A-Za-z][A-Za-z0-9_-]*")  # those of footnotes are taken
_LANG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_ITEM = re.compile(
    r"""[ \t]*(?:\#(?P<id>[^\s{}"\#=]+)|\.(?P<cls>[^\s{}"\#=]+)"""
    r"""|(?P<name>[A-Za-z_][\w:.-]*)=(?:"(?P<quoted>[^"{}\n]*)"|(?P<bare>[^\s{}"]+)))(?=[ \t]|$)"""
)
_LONGEST = 200  # characters between the braces
_TRAILING = re.compile(r"[ \t]*(\{[^{}\n]{1,200}\})[ \t]*$")


class Said(NamedTuple):
    """Attributes as written: pairs of name and value, and the position behind the closing brace."""

    items: tuple[tuple[str, str], ...]
    end: int


def read(text: str, pos: int) -> Said | None:
    """The attributes that begin at `pos`, or None where the brace there means something else."""
    end = text.find("}", pos, pos + _LONGEST)
    if end < 0 or text[pos] != "{":
        return None
    inner, at, items = text[pos + 1 : end].rstrip(" \t"), 0, []
    while at < len(inner):
        found = _ITEM.match(inner, at)
        if not found:
            return None
        value = found["id"] or found["cls"] or found["quoted"] or found["bare"] or ""
        items.append(("id" if found["id"] else "class" if found["cls"] else found["name"], value))
        at = found.end()
    return Said(tuple(items), end + 1) if items else None


def give(token: Token, items: Sequence[tuple[str, str]], work: Work, at: At) -> None:
    """Put what is allowed into `token.attrs`; report the rest."""
    for name, value in items:
        if name == "id":
            _give_id(token, value, work, at)
        elif name == "class":
            for word in value.split():
                _give_class(token, word, work, at)
        elif name == "lang":
            _give_lang(token, value, work, at)
        elif name == "differs" and token.block:
            token.meta["differs"] = value.strip()
            if not value.strip():
                work.found("attribute-reason", at)
        else:
            work.found("attribute-name", at, name=name)


def _give_id(token: Token, value: str, work: Work, at: At) -> None:
    if not _ID.fullmatch(value):
        work.found("attribute-id", at, id=value)
    elif value in work.ids:
        work.found("attribute-id-twice", at, id=value, first=work.ids[value])
    else:
        work.ids[value] = at.line
        token.attrs["id"] = value


def _give_class(token: Token, word: str, work: Work, at: At) -> None:
    if word not in CLASSES:
        work.found("attribute-class", at, name=word, classes=", ".join(CLASSES))
    elif word not in str(token.attrs.get("class", "")).split():
        token.attrJoin("class", word)


def _give_lang(token: Token, value: str, work: Work, at: At) -> None:
    if _LANG.fullmatch(value):
        token.attrs["lang"] = value
    else:
        work.found("attribute-lang", at, lang=value)


def block_rule(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
    """A line of attributes alone: they belong to the block below it."""
    start, end = state.bMarks[startLine] + state.tShift[startLine], state.eMarks[startLine]
    if state.is_code_block(startLine) or start >= end or state.src[start] != "{":
        return False
    said = read(state.src, start)
    if not said or state.src[said.end : end].strip():
        return False
    if not silent:
        state.line = startLine + 1
        token = state.push("attributes", "", 0)
        token.map = [startLine, state.line]
        token.meta["items"] = said.items
        token.hidden = True
    return True


def settle(tokens: list[Token], work: Work) -> list[Token]:
    """Hand the attributes of their own line to the block that follows, and those behind a heading to the heading."""
    if "{" not in work.source.text:
        return tokens
    settled: list[Token] = []
    waiting: list[Token] = []
    for token in tokens:
        if token.type == "attributes":
            waiting.append(token)
            continue
        for attributes in waiting:
            _hand_over(attributes, token, work)
        waiting.clear()
        if token.type == "inline" and settled and settled[-1].type == "heading_open":
            _take_trailing(settled[-1], token, work)
        settled.append(token)
    for attributes in waiting:
        _hand_over(attributes, None, work)
    return settled


def _hand_over(attributes: Token, block: Token | None, work: Work) -> None:
    line = attributes.map[0] if attributes.map else 0
    at = At(line + 1, work.source.lines[line].find("{") + 1)
    if block is None or block.nesting < 0 or block.type in ("footnote_open", "hr"):
        work.found("attribute-lost", at)
        return
    give(block, attributes.meta["items"], work, at)
    if block.map:
        block.meta["first"] = min(line, block.meta.get("first", line))


def _take_trailing(heading: Token, inline: Token, work: Work) -> None:
    found = _TRAILING.search(inline.content)
    said = read(found[1], 0) if found else None
    if found and said and said.end == len(found[1]):
        at = work.source.at(inline, found.start(1))
        inline.content = inline.content[: found.start()]
        give(heading, said.items, work, at)
