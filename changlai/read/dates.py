"""Dates as they must be written, and what the other spellings of the world probably meant."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange

from changlai.model import Date

LAST_YEAR = 2100  # a later year is a slip of the finger
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})\D{1,3}(\d{1,2})(?:\D{1,3}(\d{1,2})(?!\d).*)?\D*")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_NAMED = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]{3})[a-z]*\.?\s*(?:(\d{1,2})(?:st|nd|rd|th)?)?,?\s+(\d{4})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_HAN = str.maketrans("〇零一二三四五六七八九", "00123456789")


def parse(text: str) -> Date | None:
    """`2022`, `2022-08` or `2022-08-26`; None for any other form. The day may not exist: see `exists`."""
    match = _ISO.fullmatch(text)
    return Date(int(match[1]), int(match[2] or 0), int(match[3] or 0)) if match else None


def exists(date: Date, parts: int) -> bool:
    """Whether the calendar has this date, of which `parts` (year, month, day) were written."""
    if not 1 <= date.year <= LAST_YEAR or (parts > 1 and not 1 <= date.month <= 12):
        return False
    return parts < 3 or 1 <= date.day <= 28 or 28 < date.day <= monthrange(date.year, date.month)[1]


def last_day(date: Date) -> str:
    """The last day of the month of a date whose month exists, or an empty string."""
    if not 1 <= date.month <= 12 or not 1 <= date.year <= LAST_YEAR:
        return ""
    return str(Date(date.year, date.month, monthrange(date.year, date.month)[1]))


def suggest(text: str) -> str:
    """The right spelling of a date in another form, or an empty string where it can be read two ways."""
    words = unicodedata.normalize("NFKC", text).strip().casefold().translate(_HAN)
    found = _read_otherwise(words)
    if not found:
        return ""
    date = Date(*found)
    return str(date) if exists(date, sum(part > 0 for part in found)) else ""


def _read_otherwise(words: str) -> tuple[int, int, int] | None:
    match = _COMPACT.fullmatch(words) or _YEAR_FIRST.fullmatch(words)
    if match:
        return int(match[1]), int(match[2]), int(match[3] or 0)
    match = _DAY_FIRST.fullmatch(words)
    if match:
        first, second, year = (int(part) for part in match.groups())
        if "." in words or first > 12:
            return year, second, first
        return (year, first, second) if second > 12 else None
    match = _NAMED.fullmatch(words)
    if match and match[2] in _MONTHS:
        return int(match[4]), _MONTHS.index(match[2]) + 1, int(match[1] or match[3] or 0)
    match = re.fullmatch(r"(\d{4})\s*[年년]", words)
    return (int(match[1]), 0, 0) if match else None
