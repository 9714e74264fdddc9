"""How data are found: rules that say what a group of characters means, tried where a datum may begin.

What a rule says follows from these characters alone, so that it is remembered: the same years and numbers stand in most texts of a site.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from itertools import groupby
from typing import NamedTuple

from changlai.model import Datum, Weight

_LONGEST = 64  # characters of what is remembered
_LETTERS = re.compile(r"(?<![A-Za-z])(?:[A-Za-z]{1,12}|[A-Z][A-Za-z]{0,11}-)\Z")


class Rule(NamedTuple):
    """`read` gets a match of the whole, and gives data whose places count from its beginning.

    `before` are words that may stand in front and change what is meant: 下午, US$. They are the group `before` of the match. The rule is
    worth trying only where `gate` matches.
    """

    pattern: str
    read: Callable[[re.Match[str]], Sequence[Datum]]
    before: tuple[str, ...] = ()
    gate: str = ""


Rules = Sequence[Rule]


def gated(gate: str, *rules: Rule) -> tuple[Rule, ...]:
    return tuple(rule._replace(gate=gate) for rule in rules)


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


class Spot(NamedTuple):
    """Where a word may begin: `first` is a class of its first character, there for speed; `begin` must follow from there."""

    first: str
    begin: str
    letters: str = ""  # a class of those of which words are made, where words are set apart


class Grammar:
    """The rules of one typography: `figures` for what begins with a digit or its sign, `words` for what begins with a word, and `both`.

    Words that stand before a rule are not searched for: they are looked for where something else was found. `marked` are rules that need
    one: 第.
    """

    def __init__(self, spot: Spot, figures: Rules, words: Rules, both: Rules, marked: Rules) -> None:
        whole = rf"(?<![{spot.letters}][{spot.letters}])" if spot.letters else ""
        begin = rf"[-−–+0-9{spot.first}]{whole}(?:(?P<DIGIT>(?<=[-−–+0-9]))|(?<=(?={spot.begin}).))"
        self._search = re.compile(rf"{begin}(?<=(?:(?(DIGIT){_group(figures)}|{_group(words)})|{_group(both)}).)").search
        self._rules = [(_front(rule, rule in marked) + f"(?:{rule.pattern})", rule.read) for rule in (*marked, *figures, *words, *both)]
        self._before = frozenset(word for rule in (*marked, *figures, *words, *both) for word in rule.before)
        self._ends = frozenset(word[-2:] for word in self._before)
        self._lengths = sorted({len(word) for word in self._before}, reverse=True)
        self._compiled = cache(re.compile)
        self._understood = lru_cache(maxsize=1 << 14)(self._understand)

    def data(self, text: str) -> list[Datum]:
        found, end = [], 0
        at = self._search(text)
        while at:
            last, (start, end) = end, at.span(at.lastindex or 0)
            if start > last:
                start = self._beginning(text, start, last)
            token = text[start:end]
            for kind, value, spelled, place, weight in self._understood(token) if len(token) <= _LONGEST else self._understand(token):
                found.append(Datum(kind, value, spelled, start + place, weight))
            at = self._search(text, max(end, at.end()))  # on, even from a rule that matches nothing
        return found

    def _beginning(self, text: str, start: int, last: int) -> int:
        """Where the word or the letters before a number begin that belong to it, after `last`."""
        if text[start - 1] in self._ends or text[max(0, start - 2) : start] in self._ends:
            for length in self._lengths:
                if last + length <= start and text[start - length : start] in self._before:
                    return start - length
        if "0" <= text[start] <= "9" and text[start - 1].isascii():
            letters = _LETTERS.search(text, max(last, start - 13), start)
            return letters.start() if letters else start
        return start

    def _understand(self, token: str) -> Sequence[Datum]:
        for pattern, read in self._rules:
            if match := self._compiled(pattern).fullmatch(token):
                return read(match)
        return ()


def _group(rules: Rules) -> str:
    """What the rules match, as one group without their names for its parts. Neighbours with the same gate have it once."""
    gated = groupby(rules, key=lambda rule: rule.gate)
    patterns = [f"(?={gate})(?:{'|'.join(rule.pattern for rule in same)})" for gate, same in gated]
    return rf"(?=({re.sub(r'[?]P<[a-z]+>', '?:', '|'.join(patterns))}))"


def _front(rule: Rule, needed: bool) -> str:
    return rf"(?P<before>{any_of(rule.before) or '(?!)'})" + ("" if needed else "?")
