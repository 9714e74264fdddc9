"""Notes: `::: note Title` … `:::`. They may hold any block, other notes too."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

from changlai.markdown.source import At
from changlai.markdown.work import work_of

KINDS = ("note", "warning")
_OPEN = re.compile(r":{3,}[ \t]*([A-Za-z-]+)(?:[ \t]+(.*?))?[ \t]*$")
_FENCE = re.compile(r"`{3}|~{3}")
_CLOSE = re.compile(r":{3,}[ \t]*$")


def rule(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
    found = _line(state, startLine, _OPEN)
    if not found or found[1] not in KINDS or state.is_code_block(startLine):
        return False
    if silent:
        return True
    last = _end(state, startLine, endLine)
    if last is None:
        work_of(state.env).found("note-open", At(startLine + 1, state.tShift[startLine] + 1), kind=found[1])
    end = endLine if last is None else last
    token = state.push("note_open", "div", 1)
    token.map = [startLine, end + (last is not None)]
    token.meta["kind"] = found[1]
    if found[2]:
        _title(state, startLine, found[2])
    parent, state.parentType = state.parentType, "container"
    limit, state.lineMax = state.lineMax, end
    state.md.block.tokenize(state, startLine + 1, end)
    state.parentType, state.lineMax = parent, limit
    state.push("note_close", "div", -1)
    state.line = end + (last is not None)
    return True


def _line(state: StateBlock, line: int, pattern: re.Pattern[str]) -> re.Match[str] | None:
    return pattern.match(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line])


def _end(state: StateBlock, startLine: int, endLine: int) -> int | None:
    """The line that closes the note, past the notes within it; None where there is none."""
    depth, code = 1, False
    for line in range(startLine + 1, endLine):
        code ^= bool(_line(state, line, _FENCE))
        if code:
            continue
        if not state.isEmpty(line) and state.sCount[line] < state.blkIndent:
            return None
        if _line(state, line, _CLOSE):
            depth -= 1
        elif (found := _line(state, line, _OPEN)) and found[1] in KINDS:
            depth += 1
        if not depth:
            return line
    return None


def _title(state: StateBlock, line: int, words: str) -> None:
    state.push("note_title_open", "p", 1)
    token = state.push("inline", "", 0)
    token.content, token.children, token.map = words, [], [line, line + 1]
    state.push("note_title_close", "p", -1)
