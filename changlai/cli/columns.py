"""Text as wide as a terminal shows it: ideographs, kana and hangul take two columns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

Styled = tuple[str, str]  # a piece of text, and what stands before it to colour it; empty: nothing
PLAIN = "\x1b[0m"
# What stays on one line: a word; a mark that opens, a character of a script without spaces, marks that close.
_UNIT = re.compile(
    r"\n|[^\S\n]+|[“‘（《〈「『【]*[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff9f][，。、；：！？”’）》〉」』】…—]*|[^\s\u2e80-\ua4cf\uf900-\ufaff]+"
)


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


def beside(left: Sequence[Styled], right: Sequence[Styled], columns: int) -> list[str]:
    """Two texts side by side, each broken into lines that fit its half."""
    half = (columns - 2) // 2
    ones, others = wrapped(left, half), wrapped(right, half)
    rows = max(len(ones), len(others))
    empty: tuple[str, int] = ("", 0)
    ones, others = ones + [empty] * (rows - len(ones)), others + [empty] * (rows - len(others))
    return [(one + " " * (half + 2 - taken) + other).rstrip() for (one, taken), (other, _) in zip(ones, others, strict=True)]


def wrapped(pieces: Sequence[Styled], columns: int) -> list[tuple[str, int]]:
    """Lines of at most `columns`, each with how many it takes. Colours end with the line and begin again on the next."""
    text = "".join(piece for piece, _ in pieces)
    styles = [style for piece, style in pieces for _ in piece]
    lines = [*_lines(text, columns)]
    return [(_coloured(text[start:end], styles[start:end]), width(text[start:end])) for start, end in lines]


def _lines(text: str, columns: int) -> Iterator[tuple[int, int]]:
    """Where each line begins and ends; what is longer than a line is cut."""
    start = end = taken = 0
    for match in _UNIT.finditer(text):
        unit, size = match[0], width(match[0])
        if unit == "\n" or (taken + size > columns and not unit.isspace()):
            if end > start or unit == "\n":
                yield start, end
            start, taken = match.end() if unit == "\n" else match.start(), 0
        if unit == "\n" or (unit.isspace() and not taken):
            start = end = match.end()
            continue
        while size > columns:
            head = len(cut(unit, columns))
            yield start, start + head
            start, unit = start + head, unit[head:]
            size = width(unit)
        taken += size
        end = match.end() if not unit.isspace() else end
    if end > start:
        yield start, end


def _coloured(text: str, styles: Sequence[str]) -> str:
    found, last = "", ""
    for sign, style in zip(text, styles, strict=True):
        if style != last:
            found += (PLAIN if last else "") + style
            last = style
        found += sign
    return found + (PLAIN if last else "")
