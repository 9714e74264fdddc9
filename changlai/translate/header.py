"""The first entry of a PO file: its encoding, its language, its rule for plurals."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from gettext import c2py

from changlai.pofile import Fault, Message

ONE_FORM = "nplurals=1; plural=0;"

_RULE = re.compile(r"\s*nplurals\s*=\s*([1-9]\d?)\s*;\s*plural\s*=\s*([^;]{1,1000}?)\s*;?\s*")
_CHARSET = re.compile(r"charset=([\w.:-]+)", re.IGNORECASE)
_NUMBERS = (*range(201), 1000, 1001, 1_000_000)  # every rule of CLDR shows all its forms here


@dataclass(frozen=True, slots=True)
class Header:
    plural: str = ""  # the rule as written in one line; empty without one
    forms: int = 1
    single: frozenset[int] = frozenset()  # forms that serve one number alone


def read_header(messages: list[Message], locale: str) -> tuple[Header, list[Fault]]:
    """The header among `messages`, and what is wrong with it for a catalog of `locale`."""
    message = next((message for message in messages if not message.id and not message.context), None)
    if message is None or not message.strings[0]:
        return Header(), [Fault("catalog-header", 1)]
    place = message.lines[0]
    faults = [Fault("catalog-header-fuzzy", message.line)] if message.fuzzy else []
    fields = _fields(message.strings[0])
    charset = _CHARSET.search(fields.get("content-type", ""))
    if not charset or charset[1].lower() not in ("utf-8", "utf8"):
        faults.append(Fault("catalog-charset", place, 1, (("found", charset[1] if charset else "?"),)))
    language = fields.get("language", "")
    if language and _subtag(language) != _subtag(locale):
        faults.append(Fault("catalog-language", place, 1, (("found", language), ("expected", locale))))
    header, fault = _plural(fields.get("plural-forms", ""), place)
    return header, [*faults, *fault]


def plural_rule(text: str) -> Callable[[int], int]:
    """The function behind a Plural-Forms field; the one form for everything where it is empty or wrong."""
    found = _RULE.fullmatch(text)
    try:
        return c2py(found[2]) if found else _always_first
    except (ValueError, RecursionError):
        return _always_first


def _always_first(_: int) -> int:
    return 0


def _fields(text: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in text.split("\n"))
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _subtag(language: str) -> str:
    return re.split(r"[-_@.]", language.strip().lower())[0]


def _plural(text: str, line: int) -> tuple[Header, list[Fault]]:
    if not text:
        return Header(), []
    found = _RULE.fullmatch(text)
    try:
        if not found:
            raise ValueError(text)
        rule, forms = c2py(found[2]), int(found[1])
        served = [rule(number) for number in _NUMBERS]
        if not all(0 <= form < forms for form in served):
            raise ValueError(text)
    except (ValueError, ZeroDivisionError, RecursionError, OverflowError):
        return Header(), [Fault("catalog-plural-rule", line, 1, (("found", text[:80]),))]
    single = frozenset(form for form in range(forms) if served.count(form) == 1)
    return Header(f"nplurals={forms}; plural={found[2]};", forms, single), []
