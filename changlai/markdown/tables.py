"""What a table loses without a word: cells beyond its header, and a bar inside braces that was taken for the edge of a cell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from changlai.markdown.source import At
from changlai.markdown.work import Work

_BRACES = re.compile(r"\{[^{}|\\\n]{1,80}\|[^{}\n]{1,80}\}")
_EDGE = re.compile(r"^[ \t>]*\|?|\|?[ \t]*$")


def judge(tokens: Sequence[Token], work: Work) -> None:
    if "|" not in work.source.text:
        return
    columns = 0
    for token in tokens:
        if token.type == "table_open":
            columns = 0
        elif token.type == "th_open":
            columns += 1
        elif token.type == "tr_open" and token.map:
            _judge_row(token.map[0], columns, work)


def _judge_row(number: int, columns: int, work: Work) -> None:
    line = work.source.lines[number]
    braces = _BRACES.search(line)
    if braces:
        work.found("table-bar", At(number + 1, braces.start() + 1), text=braces[0], instead=braces[0].replace("|", "\\|"))
    if columns:
        cells = len(escapedSplit(_EDGE.sub("", line)))
        if cells > columns:
            work.found("table-cells", At(number + 1, 1), cells=cells, columns=columns)
