"""How a case is written down: a title that begins with its language, a dot, the text, a dot, what becomes of it, a dot.

What becomes of it is the HTML, a hole as ⟦kind target form⟧, and below it each finding as `! code line:column name=value …`.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from changlai.markdown import parse
from changlai.markdown.alone import typography_of
from changlai.model import Document, Finding, Hole

REFS = frozenset({"city", "story", "figure", "place", "page"})


class Case(NamedTuple):
    title: str
    text: str
    expected: str

    @property
    def lang(self) -> str:
        return self.title.partition(":")[0]


def read(path: Path) -> list[Case]:
    chunks = ("\n" + path.read_text(encoding="utf-8")).split("\n.\n")
    titles = [chunk.rsplit("\n", 1)[-1] for chunk in chunks[0:-1:3]]
    return [
        Case(*each) for each in zip(titles, (f"{chunk}\n" for chunk in chunks[1::3]), (f"{chunk}\n" for chunk in chunks[2::3]), strict=True)
    ]


def shown(lang: str, text: str) -> str:
    document = parse(text, typography_of(lang), REFS)
    return html(document) + "".join(f"! {_finding(found)}\n" for found in document.findings)


def html(document: Document) -> str:
    holes = map(_hole, document.holes)
    return document.parts[0] + "".join(hole + part for hole, part in zip(holes, document.parts[1:], strict=True))


def _hole(hole: Hole) -> str:
    return "⟦" + " ".join(filter(None, (hole.kind, hole.target, hole.form))) + "⟧"


def _finding(found: Finding) -> str:
    return " ".join((found.code, f"{found.line}:{found.column}", *(f"{name}={value}" for name, value in found.params)))
