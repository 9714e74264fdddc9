"""What a translation must keep of its original: placeholders, per cent signs, line breaks at the ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from changlai.pofile import Fault, Message

COUNTS = frozenset({"%(num)s", "%(n)s", "%(count)s", "%(number)s", "%(num)d", "%(n)d", "%(count)d", "%(number)d"})

_NAMED = re.compile(r"%\(\w+\)[a-zA-Z]|\{[A-Za-z_]\w*\}")
_UNNAMED = re.compile(r"%[-0+]*\d*(?:\.\d+)?[sdifr]")
_PERCENT = re.compile(r"%%|%(?:\(\w+\))?[-#0+]*\d*(?:\.\d+)?[a-zA-Z]|%")


def is_format(text: str) -> bool:
    """Whether `text` survives the % operator."""
    return stray(text) < 0


def stray(text: str) -> int:
    """Where the first per cent sign stands that the % operator cannot read; -1 without one."""
    return next((found.start() for found in _PERCENT.finditer(text) if found[0] == "%"), -1) if "%" in text else -1


def compare(message: Message, single: frozenset[int], formatted: bool) -> Iterator[Fault]:
    """What the strings of `message` lose or add. `single`: the plural forms that serve one number alone and need not print it."""
    one, many = _tokens(message.id, formatted), _tokens(message.plural or message.id, formatted)
    for form, string in enumerate(message.strings):
        if not string:
            continue
        alone = bool(message.plural) and form in single
        need = Counter({token: number for token, number in (one & many).items() if token not in COUNTS}) if alone else many
        have = _tokens(string, formatted)
        lost = sorted(need - have)
        for token in lost:
            yield Fault("catalog-placeholder-lost", *message.where(form, 0), (("placeholder", token),))
        for token in sorted(have - (one | many)):
            yield Fault("catalog-placeholder-extra", *message.where(form, string.rfind(token)), (("placeholder", token),))
        if formatted and not lost and not is_format(string):
            yield Fault("catalog-percent", *message.where(form, stray(string)))
        if message.id.startswith("\n") != string.startswith("\n"):
            yield Fault("catalog-newline-start", *message.where(form, 0))
        if message.id.endswith("\n") != string.endswith("\n"):
            yield Fault("catalog-newline-end", *message.where(form, len(string) - 1))


def _tokens(text: str, formatted: bool) -> Counter[str]:
    """Placeholders; a named one counts once, since a language may need the name twice."""
    if "%" not in text and "{" not in text:
        return Counter()
    named = Counter(set(_NAMED.findall(text)))
    return named + Counter(_UNNAMED.findall(_NAMED.sub("", text).replace("%%", ""))) if formatted else named
