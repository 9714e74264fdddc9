"""Parts of a text file replaced, the rest left byte for byte. Pure: bytes in, bytes out.

Lines count from 0 and from the first line of the body, which is line `first` of the file, counted from 1. Raises UnicodeDecodeError for a
file that is not UTF-8.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_END = re.compile(r"[\r\n]*\Z")


class Edit(NamedTuple):
    """Lines `start` to before `end` become `text`; None takes them out with the empty lines behind them. Where both are the same, the
    text is put between what stands there, with an empty line on both sides."""

    start: int
    end: int
    text: str | None


def rewritten(data: bytes, first: int, edits: Iterable[Edit]) -> bytes:
    """The file after all `edits`, which must not overlap; of those at one place the first comes first. Line ends, a byte order mark and
    whether the last line is ended stay as they are."""
    lines = _LINES.findall(data.decode())
    newline = next((_END.search(line)[0] for line in lines if _END.search(line)[0]), "\n")  # type: ignore[index]
    ended = not lines or bool(_END.search(lines[-1])[0])  # type: ignore[index]
    for start, end, text in sorted(edits, key=lambda edit: edit[:2], reverse=True):
        start, end = start + first - 1, end + first - 1
        if text is None:
            _take_out(lines, start, end, first - 1)
        elif start == end:
            _put_in(lines, start, text.split("\n"), newline, first - 1)
        else:
            lines[start:end] = [line + newline for line in text.split("\n")]
    if lines:
        lines[-1] = lines[-1].rstrip("\r\n") + (newline if ended else "")
    return "".join(lines).encode()


def _take_out(lines: list[str], start: int, end: int, body: int) -> None:
    while end < len(lines) and not lines[end].strip():
        end += 1
    while end == len(lines) and start > body and not lines[start - 1].strip():
        start -= 1
    del lines[start:end]


def _put_in(lines: list[str], at: int, text: list[str], newline: str, body: int) -> None:
    new = [line + newline for line in text]
    if at < len(lines) and lines[at].strip():
        new.append(newline)
    if at > body and lines[at - 1].strip():
        lines[at - 1] = lines[at - 1].rstrip("\r\n") + (_END.search(lines[at - 1])[0] or newline)  # type: ignore[index]
        new.insert(0, newline)
    lines[at:at] = new


def body_of(data: bytes, first: int) -> str:
    """The body as the house reads it."""
    lines = [line.rstrip("\r\n") for line in _LINES.findall(data.decode())]
    ended = data.endswith((b"\n", b"\r"))
    return unicodedata.normalize("NFC", "\n".join([*lines[first - 1 :], *([""] if ended else [])]))
