"""The record of one code, and the marker by which Babel finds its texts."""

from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]


class Code(NamedTuple):
    severity: Severity
    message: str  # what is wrong
    hint: str  # how to mend it


def N_(text: str) -> str:
    """Mark `text` for extraction; it is translated when it is printed."""
    return text
