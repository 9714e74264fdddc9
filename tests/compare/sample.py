"""What the tests of terms share: the sample site, glossaries of a few lines, and blocks of a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from changlai import markdown, translate
from changlai.compare.case import Side, Terms, compiled
from changlai.gather import look
from changlai.model import Date, Finding, Key, Language, Library, Pair, Place
from changlai.problems import Problem, problem
from changlai.progress import Progress
from changlai.read.entries import read_fields
from changlai.read.glossary import read_glossary
from changlai.read.values import Tongues
from changlai.store import Store
from tests.conftest import ROOT

DAY = Date(2026, 1, 15)
CASES = Path(__file__).parent / "terms"
REFS = frozenset({"city", "story", "figure", "place", "page"})


@cache
def library() -> Library:
    found = look(ROOT, 0, Store(None), "", Progress()).library
    assert found is not None
    return found


@cache
def terms() -> Terms:
    """The glossary of the sample site."""
    return compiled(library(), translate.Speaker(library()))


def languages() -> Mapping[str, Language]:
    return library().settings.languages


def glossary(text: str) -> Terms:
    """A glossary of its own, beside the partners of the sample site."""
    problems: list[Problem] = []
    node = read_fields(text.encode(), "glossary.yaml", problems)
    assert node is not None
    concepts = read_glossary(node, "glossary.yaml", problems, Tongues("zh", languages()))
    assert problems == []
    return compiled(library()._replace(glossary=concepts), translate.Speaker(library()))


def side(lang: str, body: str, head: str = "") -> Side:
    document = markdown.parse(body, languages()[lang].typography, REFS)
    return Side(lang, document.blocks, lambda: body, head)


def shown(found: Finding) -> str:
    params = dict(found.params)
    words = problem(found.code, Place("x"), **params)
    assert params["word"] in words.message(str) and words.hint(str)
    told = f"{params['found']} / " if "found" in params else ""
    return f"{found.code} {found.line}:{found.column} {told}{params['word']} → {params.get('right', '')}"


def editions() -> Iterator[tuple[Key, Side, Side | None, list[Pair]]]:
    """Every text of the sample site beside its source: block for block where there are as many, else as a whole."""
    for key, entry in library().entries.items():
        sides = {}
        for lang, edition in entry.editions.items():
            name = entry.profile.name.words.get(lang, "") if entry.profile else ""
            sides[lang] = side(lang, edition.body, f"{edition.title}\n{edition.summary}\n{name}")
        for lang, target in sides.items():
            source = sides.get("zh") if lang != "zh" else None
            yield key, target, source, pairs(source, target) if source else []


def pairs(source: Side, target: Side) -> list[Pair]:
    told, here = range(len(source.blocks)), range(len(target.blocks))
    if len(told) == len(here):
        return [Pair((at,), (at,), 1.0) for at in told]
    return [Pair(tuple(told), tuple(here), 0.0, "section")]
