"""What one run of the parser carries along: the text, what is known of the site, and what was found. It travels in the parser's `env`."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass, field
from typing import Any

from markdown_it.token import Token

from changlai.markdown.source import At, Source
from changlai.model import Finding, Hole, Typography

Env = MutableMapping[str, Any]


class TooComplex(Exception):
    """The text would take too long or too much memory, or is nested deeper than a reader's browser follows."""

    def __init__(self, code: str, line: int = 1, **params: int) -> None:
        super().__init__(code)
        self.code, self.line, self.params = code, line, params


@dataclass(slots=True)
class Work:
    source: Source
    typography: Typography
    refs: frozenset[str]
    page: bool = True  # False: the text is by itself, without a site
    inline: Token = field(default_factory=lambda: Token("inline", "", 0))  # the block whose text is being read
    findings: list[Finding] = field(default_factory=list)
    holes: list[Hole] = field(default_factory=list)
    ids: dict[str, int] = field(default_factory=dict)  # written ids → line
    steps: int = 0  # of the search for closing brackets
    marks: int = 0  # inline tokens
    cells: int = 0  # of tables

    def found(self, code: str, at: At, **params: object) -> None:
        self.findings.append(Finding(code, at.line, at.column, tuple((name, str(value)) for name, value in params.items())))


def work_of(env: Env) -> Work:
    work = env["work"]
    assert isinstance(work, Work)
    return work
