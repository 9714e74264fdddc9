"""Text as wide as a terminal shows it: ideographs, kana and hangul take two columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


def width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def cut(text: str, columns: int) -> str:
    """As much of `text` as fits."""
    while width(text) > columns:
        text = text[:-1]
    return text


def table(lines: Sequence[Sequence[str]], right: int = 0) -> str:
    """Columns that stand straight, two spaces apart; the last `right` of them hold numbers."""
    widths = [max(width(line[column]) for line in lines) for column in range(len(lines[0]))]
    first = len(widths) - right
    return "\n".join("  ".join(padded(cell, widths[at], at >= first) for at, cell in enumerate(line)).rstrip() for line in lines)


def padded(cell: str, columns: int, right: bool) -> str:
    space = " " * (columns - width(cell))
    return space + cell if right else cell + space
