"""How much a text may ask for. Counted, not timed: the same text is refused on every machine, or on none.

The numbers leave an honest text of a hundred pages far behind, and stop a hostile one within seconds and a few hundred megabytes.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block import table as table_rule
from markdown_it.token import Token

from changlai.markdown.chains import Chains, Lines
from changlai.markdown.work import Env, TooComplex, Work, work_of

MAX_LENGTH = 600_000  # characters
MAX_LINES = 15_000
MAX_NESTING = 64  # of blocks in blocks; of brackets in brackets; of emphasis in emphasis
MAX_STEPS = 600_000  # of the search for closing brackets
MAX_MARKS = 60_000  # pieces of text between marks
MAX_CELLS = 20_000  # of all tables together

_RULER = re.compile(r"[ \t>]*[|:-][|:\- \t]*$")


def check_size(text: str) -> None:
    if len(text) > MAX_LENGTH:
        raise TooComplex("too-complex-length", number=len(text), limit=MAX_LENGTH)
    lines = text.count("\n")
    if lines > MAX_LINES:
        raise TooComplex("too-complex-lines", number=lines, limit=MAX_LINES)


class Blocks(ParserBlock):
    """Refuses what the library would skip without a word: blocks nested too deep."""

    def __init__(self, *, quick: bool) -> None:
        super().__init__()
        if quick:
            self.ruler = Chains(self.ruler)
        self.state = Lines if quick else StateBlock

    def parse(self, src: str, md: MarkdownIt, env: Env, outTokens: list[Token]) -> list[Token] | None:
        state = self.state(src, md, env, outTokens)
        self.tokenize(state, state.line, state.lineMax)
        return state.tokens

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:
        if state.level >= MAX_NESTING:
            raise TooComplex("too-complex-nesting", startLine + 1, limit=MAX_NESTING)
        super().tokenize(state, startLine, endLine)


def table(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
    """The library's table, unless it would be too large: a row of one character is filled up to the width of the header."""
    if not silent and startLine + 1 < endLine and _is_ruler(state, startLine + 1):
        columns = state.src.count("|", state.bMarks[startLine], state.eMarks[startLine]) + 1
        rows = 2
        while startLine + rows < endLine and not state.isEmpty(startLine + rows):
            rows += 1
        _spend_cells(work_of(state.env), columns * rows, startLine + 1)
    return table_rule(state, startLine, endLine, silent)


def _is_ruler(state: StateBlock, line: int) -> bool:
    return bool(_RULER.match(state.src, state.bMarks[line], state.eMarks[line]))


def _spend_cells(work: Work, cells: int, line: int) -> None:
    if work.cells + cells > MAX_CELLS:
        raise TooComplex("too-complex-table", line, number=work.cells + cells, limit=MAX_CELLS)
    work.cells += cells
