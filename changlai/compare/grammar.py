"""How data are found: rules that say what a group of characters means, tried where a datum may begin.

What a rule says follows from these characters alone, so that it is remembered: the same years and numbers stand in most texts of a site.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from changlai.model import Datum, Weight

_LONGEST = 64  # characters of what is remembered
_LETTERS = re.compile("(?<![A-Za-z])[A-Z][A-Za-z]{0,11}-?$")


class Rule(NamedTuple):
    """`read` gets a match of the whole, and gives data whose places count from its beginning.

    `before` are words that may stand in front and change what is meant: 下午, US$. They are the group `before` of the match.
    """

    pattern: str
    read: Callable[[re.Match[str]], Sequence[Datum]]
    before: tuple[str, ...] = ()


class Rules(NamedTuple):
    """Rules that are worth trying only where `gate` matches."""

    gate: str
    rules: tuple[Rule, ...]


def said(match: re.Match[str], kind: str, value: str, weight: Weight = "hard") -> list[Datum]:
    """All that was matched, as one datum."""
    return [Datum(kind, value, match.group(), 0, weight)]


def any_of(words: Iterable[str]) -> str:
    """Of a pattern: the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def beginning(words: Iterable[str]) -> str:
    """The same, sorted by the first letter, which may be a capital: what is wrong from the first letter is quickly left."""
    letters = groupby(sorted(set(words)), key=lambda word: word[0])
    return "|".join(f"[{first}{first.upper()}](?:{any_of(word[1:] for word in group)})" for first, group in letters)


class Grammar:
    """The rules of one typography: `figures` for what begins with a digit or its sign, `words` for what begins otherwise.

    `spot` is a pattern of where data may begin. It has the words FIGURES and WORDS where these are tried, and is searched for in the text
    with a blank before it. Words that stand in front are not searched for: they are looked for where something else was found. `marked`
    are rules that need one: 第.
    """

    def __init__(self, spot: str, figures: Sequence[Rules], words: Sequence[Rules], marked: Sequence[Rule]) -> None:
        for name, groups in (("FIGURES", figures), ("WORDS", words)):
            spot = spot.replace(name, rf"(?=(?P<{name}>{'|'.join(map(_token, groups))}))")
        self._search = re.compile(spot).search
        rules = [*marked, *(rule for group in (*figures, *words) for rule in group.rules)]
        before = frozenset(word for rule in rules for word in rule.before)
        self._before = before
        self._ends = frozenset(word[-2:] for word in before)
        self._lengths = sorted({len(word) for word in before}, reverse=True)
        self._rules = [(re.compile(f"{_front(rule, rule in marked)}(?:{rule.pattern})"), rule.read) for rule in rules]
        self._understood = lru_cache(maxsize=1 << 14)(self._understand)

    def data(self, text: str) -> list[Datum]:
        found = []
        text = f" {text}"
        at = self._search(text)
        while at:
            start, end = at.span(at.lastgroup or 0)
            start = self._beginning(text, start)
            token = text[start:end]
            start -= 1
            for kind, value, spelled, place, weight in self._understood(token) if len(token) <= _LONGEST else self._understand(token):
                found.append(Datum(kind, value, spelled, start + place, weight))
            at = self._search(text, end)
        return found

    def _beginning(self, text: str, start: int) -> int:
        if text[start - 1] in self._ends or text[start - 2 : start] in self._ends:
            for length in self._lengths:
                if text[max(0, start - length) : start] in self._before:
                    return start - length
        if text[start - 1].isascii():
            letters = _LETTERS.search(text, max(0, start - 13), start)
            return letters.start() if letters else start
        return start

    def _understand(self, token: str) -> Sequence[Datum]:
        for pattern, read in self._rules:
            if match := pattern.fullmatch(token):
                return read(match)
        return ()


def _token(group: Rules) -> str:
    """What the rules match, without their names for its parts."""
    patterns = "|".join(re.sub(r"\?P<\w+>", "?:", rule.pattern) for rule in group.rules)
    return f"(?={group.gate})(?:{patterns})"


def _front(rule: Rule, needed: bool) -> str:
    return rf"(?P<before>{any_of(rule.before) or '(?!)'})" + ("" if needed else "?")
