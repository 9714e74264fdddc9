"""Definition lists: a term, and lines below it that begin with a colon and a space."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, paragraph
from mdit_py_plugins.deflist import deflist_plugin


def plugin(md: MarkdownIt) -> None:
    """The library's, without its second mark: in Korean and Japanese a line may begin with a tilde, as in `~ 9월 30일까지`."""
    md.use(deflist_plugin)
    md.block.ruler.before("deflist", "tilde", _tilde)


def _tilde(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
    line = startLine + 1
    if line < endLine and state.isEmpty(line):
        line += 1
    if silent or line >= endLine or not state.src.startswith("~", state.bMarks[line] + state.tShift[line]):
        return False
    return paragraph(state, startLine, endLine, silent)
