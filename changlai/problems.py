"""What can be wrong in the content, as values. The words of each code are in `codes`."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from typing import NamedTuple

from changlai.codes import CODES
from changlai.codes.code import N_
from changlai.place import Place

Translate = Callable[[str], str]
NEAR = N_(" Did you mean %(near)s?")


class Problem(NamedTuple):
    """One thing to mend. Sorts by file, line and column; its words are chosen when it is printed."""

    path: str
    line: int
    column: int
    code: str
    params: tuple[tuple[str, str], ...] = ()

    @property
    def severity(self) -> str:
        return CODES[self.code].severity

    def message(self, translate: Translate) -> str:
        return translate(CODES[self.code].message) % dict(self.params)

    def hint(self, translate: Translate) -> str:
        """How to mend it; where a parameter `near` holds a known word, that word too."""
        params = dict(self.params)
        tail = translate(NEAR) % params if params.get("near") else ""
        return translate(CODES[self.code].hint) % params + tail


def problem(code: str, place: Place, **params: object) -> Problem:
    """A problem of `code` at `place`; `params` fill the placeholders of its message and hint."""
    if code not in CODES:
        raise KeyError(code)
    return Problem(place.path, place.line, place.column, code, tuple((name, str(value)) for name, value in params.items()))


def suggestion(word: str, known: Iterable[str]) -> str:
    """The known word that `word` was probably meant to be, or an empty string."""
    found = difflib.get_close_matches(word.casefold(), sorted(known), n=1, cutoff=0.6)
    return found[0] if found else ""


def has_errors(problems: Iterable[Problem]) -> bool:
    return any(found.severity == "error" for found in problems)


class Stopped(Exception):
    """The work cannot go on, through no fault of the content; `problem` says why, and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem
