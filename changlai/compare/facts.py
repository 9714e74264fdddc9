"""Numbers, dates, times, percentages, money, measures, telephone numbers and addresses: what a text says that no translation may change.

A value is the same for all spellings in all languages, so that 3.2万人, 32,000 people, 3만 2천 명 and 3万2000人 agree.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import chain

from changlai.compare.agreement import disagreements as disagreements
from changlai.compare.dates import fields
from changlai.compare.east import chinese, korean
from changlai.compare.grammar import Grammar
from changlai.compare.latin import latin
from changlai.compare.ranges import joined
from changlai.model import Datum, Typography

HELD = 2048  # texts of which it is known what they say: what an edit leaves alone was asked before it
_MARKS = (".", ")", "）", "、", "．")
_WIDE = re.compile("[０-９％．＋]")
_WIDE_COMMA = re.compile("(?<=[０-９])，(?=[０-９]{3})")
_NARROW = str.maketrans("０１２３４５６７８９％．＋", "0123456789%.+")
_ADDRESS = re.compile(
    r"(?P<email>[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8})"
    r"|(?P<url>(?:https?://|www\.)[A-Za-z0-9][!-~À-ɏ]+)"
)
_CODE = "(?:zh|en|ko|ja|de|cn|kr|jp)(?:[-_](?:cn|hans|hant|tw|us|gb|kr|jp|de))?"
_LANGUAGE = re.compile(rf"(?<=/){_CODE}/|[._-]{_CODE}(?=[./]|$)|(?<=/){_CODE}$|[?&](?:lang|locale)={_CODE}")
_OWN_HOST = re.compile(rf"//{_CODE}[.]([^/]+).*", re.DOTALL)
_WORK = re.compile("《[^《》]*》|『[^『』]*』|〈[^〈〉]*〉")


@lru_cache(maxsize=HELD)
def data(text: str, typography: Typography) -> tuple[Datum, ...]:
    """What the plain words of a block say, in their order. The time is linear in the length of the text."""
    found = []
    read = _WIDE_COMMA.sub(",", text).translate(_NARROW) if _WIDE.search(text) else text
    if "@" in read or "://" in read or "www." in read:
        found = [_address(match) for match in _ADDRESS.finditer(read)]
        read = _ADDRESS.sub(lambda match: " " * len(match.group()), read)
    numbers = _grammar(typography).data(read)
    if not numbers and not found:
        return ()
    if len(numbers) > 1:
        numbers = joined(numbers, read)
    found = [*found, *_weakened(numbers, text)]
    if read is not text:
        found = [each._replace(text=text[each.start : each.start + len(each.text)]) for each in found]
    return tuple(sorted(found, key=lambda each: each.start))


@cache
def _grammar(typography: Typography) -> Grammar:
    """Made when it is first needed, since that takes long."""
    return latin() if typography == "latin" else korean() if typography == "ko" else chinese() if typography == "zh" else _grammar("zh")


def values(data: Iterable[Datum], *, light: bool = False) -> frozenset[str]:
    """By what blocks of two languages are known to say the same: the readings of hard data, or of all (`light`), dates by year and by day
    in the year."""
    return frozenset(chain.from_iterable([_parts(datum.value) for datum in data if light or datum.weight == "hard"]))


@lru_cache(maxsize=1 << 14)
def _parts(value: str) -> tuple[str, ...]:
    found: list[str] = []
    for reading in value.split("|"):
        date = fields(reading)
        found += (date.year, str(date._replace(year=""))) if date and date.year and date.month else (reading,)
    return tuple(found)


def _mark(datum: Datum, text: str) -> bool:
    """The 12 of "12. " or "12、" where a line begins; the 2 of "（2）" anywhere."""
    start, end = datum.start, datum.start + len(datum.text)
    if text[end : end + 1] not in _MARKS:
        return False
    opened = text[start - 1 : start] in ("", "\n") or (text[start - 1] in "(（" and end - start == 1)
    return opened and datum.text.isdecimal() and not text[end + 1 : end + 2].isdecimal()


def _address(match: re.Match[str]) -> Datum:
    """A page of the same site in another language counts as the same; where each language has a host, only the site does."""
    if match["email"]:
        return Datum("email", match["email"].lower(), match["email"], match.start())
    spelled = match["url"].rstrip(".,;:!?'\")]}*")
    value = re.sub(r"^(?:https?://)?(?:www\.)?", "//", spelled).lower()
    return Datum("url", _LANGUAGE.sub("", _OWN_HOST.sub(r"//\1", value)).rstrip("/") or value, spelled, match.start())


def _weakened(numbers: list[Datum], text: str) -> list[Datum]:
    """Titles of works are cited under other names in other languages; numbers of a list say nothing."""
    works = deque(match.span() for match in _WORK.finditer(text))
    for at, datum in enumerate(numbers):
        while works and works[0][1] < datum.start:
            works.popleft()
        if works and works[0][0] < datum.start and datum.weight == "hard":
            numbers[at] = datum._replace(weight="light")
        elif len(datum.text) < 3 and datum.kind == "number" and _mark(datum, text):
            numbers[at] = datum._replace(weight="soft")
    return numbers
