"""How data are found: rules that say what a group of characters means, tried where a datum may begin.

What a rule says follows from these characters alone, so that it is remembered: the same years and numbers stand in most texts of a site.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import groupby
from typing import NamedTuple

from changlai.model import Datum, Weight

_LONGEST = 64  # characters of what is remembered
_SIGNS = "-−–+0123456789"
_FIGURE = re.compile(f"[{_SIGNS}]")
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
    """Of a pattern: the longest first. What several begin with is looked at once."""
    rest = set(words)
    letters = groupby(sorted(rest - {""}), key=lambda word: word[0])
    found = [re.escape(first) + any_of(word[1:] for word in group) for first, group in letters]
    if "" in rest:
        return f"(?:{'|'.join(found)})?" if found else ""
    return found[0] if len(found) == 1 else f"(?:{'|'.join(found)})" if found else ""


def beginning(words: Iterable[str]) -> str:
    """The same where the first letter may be a capital."""
    letters = groupby(sorted(set(words)), key=lambda word: word[0])
    return "|".join(f"[{first}{first.upper()}]{any_of(word[1:] for word in group)}" for first, group in letters)


class Spot(NamedTuple):
    """Where a word may begin: `first` is a class of its first character, there for speed; `begin` must follow from there."""

    first: str
    begin: str
    letters: str = ""  # a class of those of which words are made, where words are set apart


class Grammar:
    """The rules of one typography: `figures` for what begins with a digit or its sign, `words` for what begins with a word, and `amounts`
    for both, where those say nothing.

    Words that stand before a rule are not searched for: they are looked for where something else was found. `marked` are rules that need
    one: 第.
    """

    def __init__(self, spot: Spot, figures: Rules, words: Rules, amounts: Rules, marked: Rules) -> None:
        every = {rule: _Tried(rule, rule in marked) for rule in (*marked, *figures, *words, *amounts)}
        self._every, self._marked = list(every.values()), [every[rule] for rule in marked]
        self._figures, self._words, self._amounts = (_Table([every[rule] for rule in rules]) for rules in (figures, words, amounts))
        self._before = frozenset(word for rule in every for word in rule.before)
        self._ends = frozenset(word[-2:] for word in self._before)
        self._lengths = sorted({len(word) for word in self._before}, reverse=True)
        apart = f"[^{spot.letters}]" if spot.letters else ""
        self._begin = re.compile(rf"{apart}[{spot.first}](?<=(?={spot.begin}).)")
        self._understood = lru_cache(maxsize=1 << 14)(self._understand)

    def data(self, text: str) -> list[Datum]:
        found, end, free = [], 0, 0
        for spot in self._spots(text):
            if spot < free or not (taken := self._taken(text, spot)):
                continue
            start, last, end = spot, end, taken[1]
            free = max(end, spot + 1)  # on, even from a rule that matches nothing
            if start > last:
                start = self._beginning(text, start, last)
            token = text[start:end]
            understand = self._understood if len(token) <= _LONGEST else self._understand
            for kind, value, spelled, place, weight in understand(token, taken[0], spot - start):
                found.append(Datum(kind, value, spelled, start + place, weight))
        return found

    def _spots(self, text: str) -> list[int]:
        """Where a datum may begin."""
        words = [match.end() - 2 for match in self._begin.finditer(f" {text}")]
        figures = [match.start() for match in _FIGURE.finditer(text)]
        return sorted(words + figures) if figures and words else figures or words

    def _taken(self, text: str, spot: int) -> tuple[_Tried, int] | None:
        """The first rule that matches from here, and where that ends."""
        special = self._figures if text[spot] in _SIGNS else self._words
        return (special.may_match(text, spot) and special.taken(text, spot)) or self._amounts.taken(text, spot)

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

    def _understand(self, token: str, taken: _Tried, front: int) -> Sequence[Datum]:
        """What is said by the rule that was `taken`; by another where that needs what follows, or where `front` characters stand before."""
        if not front:
            if not (match := taken.fullmatch(token)) and (other := self._taken(token, 0)):
                taken, match = other[0], other[0].fullmatch(token)
            return taken.read(match) if match else ()
        # Letters that are no word before amounts are a name with a number: what knows these comes last.
        rules = (*self._marked, taken, *self._every) if token[:front] in self._before else reversed(self._every)
        return next((rule.read(match) for rule in rules if (match := rule.behind.fullmatch(token))), ())


class _Tried:
    """A rule with its patterns, which are compiled when they are first tried: to compile all of them takes longer than most texts do."""

    def __init__(self, rule: Rule, needed: bool) -> None:
        self.rule, self.read, self._needed = rule, rule.read, needed

    @cached_property
    def match(self) -> Callable[[str, int], re.Match[str] | None]:
        return self._alone.match

    @cached_property
    def fullmatch(self) -> Callable[[str], re.Match[str] | None]:
        return self._alone.fullmatch

    @cached_property
    def _alone(self) -> re.Pattern[str]:
        """For what has no word in front."""
        return re.compile(rf"(?P<before>(?!))?(?:{self.rule.pattern})")

    @cached_property
    def behind(self) -> re.Pattern[str]:
        """For what has, or may have."""
        before = any_of(self.rule.before) or "(?!)"
        return re.compile(rf"(?P<before>{before}){'' if self._needed else '?'}(?:{self.rule.pattern})")


class _Table:
    """Rules in their order."""

    def __init__(self, rules: Sequence[_Tried]) -> None:
        self._rules = rules

    @cached_property
    def may_match(self) -> Callable[[str, int], re.Match[str] | None]:
        """Whether one of them may, told at once."""
        patterns = dict.fromkeys(tried.rule.gate or _unnamed(tried.rule.pattern) for tried in self._rules)
        return re.compile("|".join(patterns)).match

    @cached_property
    def _gates(self) -> list[tuple[re.Pattern[str] | None, list[_Tried]]]:
        """Neighbours with the same gate have it once."""
        return [(re.compile(gate) if gate else None, list(same)) for gate, same in groupby(self._rules, key=lambda tried: tried.rule.gate)]

    def taken(self, text: str, spot: int) -> tuple[_Tried, int] | None:
        for gate, rules in self._gates:
            if not gate or gate.match(text, spot):
                for rule in rules:
                    if match := rule.match(text, spot):
                        return rule, match.end()
        return None


def _unnamed(pattern: str) -> str:
    return re.sub("[?]P<[a-z]+>", "?:", pattern)
