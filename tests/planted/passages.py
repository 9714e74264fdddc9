"""The translations of a project, passage by passage, each beside what its source says in the same place.

The same place is the same field, or the same section between headings with written ids: the blocks within are not matched, so that
nothing here depends on how the program does it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from changlai.markdown import parse
from changlai.model import Typography

TYPOGRAPHIES: dict[str, Typography] = {"en": "latin", "ko": "ko", "ja": "ja"}
SOURCE = "zh"
FIELD = re.compile(r"^(title|summary|image_alt): (.+)$", re.M)
WORDING = re.compile(r"^( +)(zh|en|ko|ja): (.+)$", re.M)  # one line of a map of languages in a profile
SECTION = re.compile(r"^#+ .*\{#([\w-]+)\}$", re.M)


class Passage(NamedTuple):
    """One block or field of a translation."""

    path: str  # from the project
    lang: str
    start: int  # in characters of the file
    text: str
    first: int  # line of the file, from 1
    last: int
    said: str  # what the source edition says there


def passages(project: Path) -> list[Passage]:
    """Those of all texts and profiles under `content/`, in the order of paths and places."""
    found: list[Passage] = []
    for path in sorted((project / "content").glob("*/*/*")):
        name, text = path.relative_to(project).as_posix(), path.read_text("utf-8") if path.suffix in {".md", ".yaml"} else ""
        lang = path.name.split(".")[1]
        source = path.with_name(f"index.{SOURCE}.md")
        if path.suffix == ".md" and lang in TYPOGRAPHIES and source.exists():
            found += edition(name, lang, text, source.read_text("utf-8"))
        elif path.name == "profile.yaml":
            found += wordings(name, text)
    return found


def edition(path: str, lang: str, text: str, source: str) -> Iterator[Passage]:
    head, said = body_of(text), dict(FIELD.findall(source[: body_of(source)]))
    for field in FIELD.finditer(text[:head]):
        yield passage(path, lang, text, field.start(2), field.end(2), said.get(field[1], ""))
    starts = [0, *(line.end() for line in re.finditer("\n", text[head:])), len(text) - head]
    theirs = dict(sections(source[body_of(source) :]))
    ours = [(head + place, theirs.get(name, "")) for name, place in places(text[head:])]
    for block in parse(text[head:], TYPOGRAPHIES[lang]).blocks:
        start, end = head + starts[block.line - 1], head + starts[min(block.end, len(starts)) - 1]
        said_here = [words for place, words in ours if place <= start][-1]
        yield passage(path, lang, text, start, start + len(text[start:end].rstrip()), said_here)


def wordings(path: str, text: str) -> Iterator[Passage]:
    """The source's line stands first in each map."""
    said = ""
    for line in WORDING.finditer(text):
        if line[2] == SOURCE:
            said = line[3]
        else:
            yield passage(path, line[2], text, line.start(3), line.end(3), said)


def passage(path: str, lang: str, text: str, start: int, end: int, said: str) -> Passage:
    return Passage(path, lang, start, text[start:end], text.count("\n", 0, start) + 1, text.count("\n", 0, end) + 1, said)


def body_of(text: str) -> int:
    """Where the Markdown begins behind the front matter."""
    return text.index("\n---\n", 3) + 5 if text.startswith("---\n") else 0


def places(body: str) -> list[tuple[str, int]]:
    """The ids of the sections, and where they begin; what stands before the first heading has none."""
    return [("", 0), *((heading[1], heading.start()) for heading in SECTION.finditer(body))]


def sections(body: str) -> Iterator[tuple[str, str]]:
    found = places(body)
    for (name, start), (_, end) in zip(found, [*found[1:], ("", len(body))], strict=True):
        yield name, body[start:end]
