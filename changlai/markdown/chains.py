"""Which rules can begin with which character, so that a line of plain words is not asked fourteen questions.

Exact, because it leaves out only rules that look at this character first and give up; their order stays. A rule that looks elsewhere (at
the indent, at the line below) is always asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

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
}
_INDENTED = re.compile(r"(?:\A|\n)[ \t]")
_MARKS = frozenset("".join(_FIRST.values()))
_DOUBTS = frozenset(":~")  # may turn the line above into a term
_UNDERLINE = re.compile(r"[-=|:> \t]*$")  # may turn it into a heading or a table, or look as if it did
_UNDERLINING = frozenset("-=|>")


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
        if _INDENTED.search(src):
            self.tShift[:-1] = [len(line) - len(line.lstrip(" \t")) for line in lines]
            self.sCount[:-1] = [len(line[:shift].expandtabs(4)) for line, shift in zip(lines, self.tShift, strict=False)]


class Chains(Ruler[RuleFuncBlockType]):
    """Each chain is a single rule, which asks those of `whole` in their order."""

    def __init__(self, whole: Ruler[RuleFuncBlockType]) -> None:
        super().__init__()
        self.__rules__ = whole.__rules__
        self.before(self.get_all_rules()[0], "plain", plain)

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
    state.push("paragraph_open", "p", 1).map = [startLine, end]
    token = state.push("inline", "", 0)
    token.content, token.map, token.children = mdTrim(content), [startLine, end], []
    state.push("paragraph_close", "p", -1)
    return True


def _end(state: StateBlock, startLine: int) -> int:
    """The line behind the paragraph, or 0 for a doubt. What interrupts a paragraph is asked as the library's own rule does."""
    src, starts, shifts, ends, last = state.src, state.bMarks, state.tShift, state.eMarks, state.lineMax
    line = startLine + 1
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
