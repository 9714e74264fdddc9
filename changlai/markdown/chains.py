"""Which rules can begin with which character, so that a line of plain words is not asked fourteen questions.

Exact, because it leaves out only rules that look at this character first and give up; their order stays. A rule that looks elsewhere (at
the indent, at the line below) is always asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from changlai.markdown.tokens import piece
from changlai.markdown.work import Env

_FIRST = {
    "fence": "`~",
    "note": ":",
    "attributes": "{",
    "blockquote": ">",
    "hr": "*-_",
    "list": "*-+0123456789",
    "footnote_def": "[",
    "reference": "[",
    "html_block": "<",
    "heading": "#",
    "plain": "",
    "plain_list": "*-+",
}
_MARKS = frozenset("".join(_FIRST.values()))
_DOUBTS = frozenset(":~")  # may turn the line above into a term
_UNDERLINE = re.compile(r"[-=|:> \t]*$")  # may turn it into a heading or a table, or look as if it did
_UNDERLINING = frozenset("-=|>")
_PLAIN = f"[^{re.escape(''.join(sorted(_MARKS | _UNDERLINING)))} \t\n]"  # begins a line that is its words and no more
_LINES = re.compile(rf"(?>(?:\n{_PLAIN}[^\n]*+)*)")
_ITEMS = re.compile(rf"([-*+] ){_PLAIN}[^\n]*+(?>(?:\n\1{_PLAIN}[^\n]*+)*)(?=\n*\Z|\n\n++[^-*+:~ \t\n])")


class Lines(StateBlock):
    """The library's state. It looks for the start of each line character by character; most texts have no line that begins with a space."""

    def __init__(self, src: str, md: MarkdownIt, env: Env, tokens: list[Token]) -> None:
        super().__init__("", md, env, tokens)
        self.src = src
        lines = src.split("\n")
        if not lines[-1].strip(" \t"):
            lines.pop()  # no line of its own
        starts = [*accumulate([len(line) + 1 for line in lines], initial=0)]
        self.bMarks = [*starts[:-1], len(src)]
        self.eMarks = [*[start - 1 for start in starts[1:]], len(src)]
        self.tShift, self.sCount, self.bsCount = ([0] * len(starts) for _ in range(3))
        self.lineMax = len(lines)
        if src.startswith((" ", "\t")) or "\n " in src or "\n\t" in src:
            self.tShift[:-1] = [len(line) - len(line.lstrip(" \t")) for line in lines]
            self.sCount[:-1] = [len(line[:shift].expandtabs(4)) for line, shift in zip(lines, self.tShift, strict=False)]

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        self.level -= nesting < 0
        token = piece(ttype, tag, nesting, self.level, block=True)
        self.level += nesting > 0
        self.tokens.append(token)
        return token


class Chains(Ruler[RuleFuncBlockType]):
    """Each chain is a single rule, which asks those of `whole` in their order."""

    def __init__(self, whole: Ruler[RuleFuncBlockType]) -> None:
        super().__init__()
        self.__rules__ = whole.__rules__
        for name, rule in (("plain_list", plain_list), ("plain", plain)):
            self.before(self.get_all_rules()[0], name, rule)

    def __compile__(self) -> None:
        super().__compile__()
        assert self.__cache__ is not None
        names = dict(zip(self.__cache__[""], self.get_active_rules(), strict=True))
        self.__cache__ = {chain: [_one(rules, names)] for chain, rules in self.__cache__.items()}


def _one(rules: Sequence[RuleFuncBlockType], names: dict[RuleFuncBlockType, str]) -> RuleFuncBlockType:
    by_mark = {mark: [rule for rule in rules if mark in _FIRST.get(names[rule], mark)] for mark in _MARKS}
    markless = [rule for rule in rules if not _FIRST.get(names[rule])]

    def ask(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
        pos = state.bMarks[startLine] + state.tShift[startLine]
        asked = by_mark.get(state.src[pos], markless) if pos < state.eMarks[startLine] else rules
        for rule in asked:  # noqa: SIM110 - a generator for each line costs more than the rules
            if rule(state, startLine, endLine, silent):
                return True
        return False

    return ask


def plain(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
    """A paragraph that begins with no mark, found in one walk over its lines. In any doubt the rules below it walk again."""
    if silent or state.is_code_block(startLine):
        return False
    parent, state.parentType = state.parentType, "paragraph"
    end = _end(state, startLine)
    state.parentType = parent
    if not end:
        return False
    if state.level:
        content = state.getLines(startLine, end, state.blkIndent, False)
    else:  # nothing was taken from the start of lines
        content = state.src[state.bMarks[startLine] : state.eMarks[end - 1]]
    state.line = end
    _paragraph(state, content, startLine, end)
    return True


def _paragraph(state: StateBlock, content: str, start: int, end: int, *, hidden: bool = False) -> None:
    """`hidden` in a list whose items stand close together."""
    level = state.level
    state.tokens += (
        piece("paragraph_open", "p", 1, level, map=[start, end], block=True, hidden=hidden),
        piece("inline", "", 0, level + 1, mdTrim(content), map=[start, end], children=[], block=True),
        piece("paragraph_close", "p", -1, level, block=True, hidden=hidden),
    )


def plain_list(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
    """A list whose items are a plain line each, with nothing below it that could belong to it."""
    found = None if silent or state.level else _ITEMS.match(state.src, state.bMarks[startLine])
    if not found:
        return False
    lines = found[0].split("\n")
    state.line = state.skipEmptyLines(startLine + len(lines))
    state.push("bullet_list_open", "ul", 1).map = [startLine, state.line]
    for line, words in enumerate(lines, startLine):
        state.push("list_item_open", "li", 1).map = [line, line + 1]
        _paragraph(state, words[2:], line, line + 1, hidden=True)
        state.push("list_item_close", "li", -1)
    state.push("bullet_list_close", "ul", -1)
    return True


def _end(state: StateBlock, startLine: int) -> int:
    """The line behind the paragraph, or 0 for a doubt. What interrupts a paragraph is asked as the library's own rule does."""
    src, starts, shifts, ends, last = state.src, state.bMarks, state.tShift, state.eMarks, state.lineMax
    line = startLine + 1
    if not state.level and (found := _LINES.match(src, ends[startLine])):
        line += src.count("\n", *found.span())
    while line < last:
        pos = starts[line] + shifts[line]
        if pos >= ends[line]:
            break
        first = src[pos]
        if first in _DOUBTS or (first in _UNDERLINING and _UNDERLINE.match(src, pos, ends[line])):
            return 0
        if first in _MARKS and 0 <= state.sCount[line] <= state.blkIndent + 3 and _is_interrupted(state, line):
            break
        line += 1
    if line == startLine + 1 and line + 1 < last and src.startswith((":", "~"), starts[line + 1] + shifts[line + 1]):
        return 0
    return line


def _is_interrupted(state: StateBlock, line: int) -> bool:
    return any(rule(state, line, state.lineMax, True) for rule in state.md.block.ruler.getRules("paragraph"))
