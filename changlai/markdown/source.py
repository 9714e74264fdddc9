"""The text of one body, made ready for the parser, and the way back from a token to line and column."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from markdown_it.token import Token

UNSEEN = "\u200b\u2060\ufeff"
INVISIBLE = re.compile(f"[{UNSEEN}]")  # pasted from the web and from Word; U+200C and U+200D shape letters and emoji, and stay
WIDE_SPACES = "\u3000\u00a0"
_BLANK = WIDE_SPACES + UNSEEN
_INDENT = re.compile(f"^ {{0,3}}[{_BLANK}][ \t{_BLANK}]*")
_NEWLINE = re.compile("\r\n?")


def holds_any(text: str, characters: str) -> bool:
    """As a search for the class of these would say, many times sooner."""
    return not text.isascii() and any(map(text.__contains__, characters))


class At(NamedTuple):
    """A place in the body, counted from 1."""

    line: int
    column: int


class Source:
    """`text` is what the parser reads; `lines` are as the writer sees them; `indents` is what was taken from the start of which line."""

    def __init__(self, text: str, *, tidy: bool = True) -> None:
        text = text.removeprefix("\ufeff") if tidy else text
        text = (_NEWLINE.sub("\n", text) if "\r" in text else text).replace("\0", "\ufffd")
        self.lines = text.split("\n")
        self.indents: dict[int, str] = {}
        self._mapped: Token | None = None
        self._starts: list[int] = []
        self._rows: list[str] = []
        self._columns: dict[int, int] = {}
        blank = tidy and holds_any(text, _BLANK)
        self.text = "\n".join(map(self._outdent, range(len(self.lines)), self.lines)) if blank else text

    def _outdent(self, number: int, line: str) -> str:
        found = _INDENT.match(line)
        if not found:
            return line
        self.indents[number] = found[0]
        return line[found.end() :]

    def restore(self, token: Token) -> None:
        """Give a fenced block back what was taken from the start of its lines: code stays as it is written."""
        if token.type != "fence" or not token.map:
            return
        first = token.map[0] + 1
        lines = token.content.split("\n")
        token.content = "\n".join(self.indents.get(first + number, "") + line for number, line in enumerate(lines))

    def at(self, inline: Token, offset: int) -> At:
        """The place of the character at `offset` in the content of an inline token, as near as the line still shows it."""
        if self._mapped is not inline:
            self._map(inline)
        row = bisect_right(self._starts, offset) - 1
        number = min((inline.map[0] if inline.map else 0) + row, len(self.lines) - 1)
        column = self._columns.get(row)
        if column is None:
            column = self._columns[row] = self.lines[number].find(self._rows[row])
        if column >= 0:
            return At(number + 1, column + offset - self._starts[row] + 1)
        column = self.lines[number].find(inline.content[offset : offset + 8].split("\n")[0])
        return At(number + 1, max(column, 0) + 1)

    def _map(self, inline: Token) -> None:
        """Where the lines of a token's content begin. Kept for the next question, as is each line's place in the source."""
        self._mapped = inline
        self._rows = inline.content.split("\n")
        self._starts = [0, *accumulate(len(row) + 1 for row in self._rows[:-1])]
        self._columns = {}

    def find(self, inline: Token, fragment: str) -> At:
        """The first place of `fragment` in the lines of an inline token; the first of these lines where it is not to be seen."""
        first, last = inline.map or [0, 1]
        for number in range(first, min(max(last, first + 1), len(self.lines))):
            column = self.lines[number].find(fragment)
            if column >= 0:
                return At(number + 1, column + 1)
        return At(first + 1, 1)
