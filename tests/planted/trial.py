"""What `check` says of planted errors, and of the site as it is."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from changlai import pipeline
from changlai.codes import terms, translation
from changlai.problems import Problem
from tests.history import NOW, ROOT
from tests.planted.errors import Error

# How a translation stands, not whether it is right: every change of a text may change that.
STANDING = ("status-", "translation-")
JUDGED = frozenset(code for code in (*translation.CODES, *terms.CODES) if not code.startswith(STANDING))


class Trial(NamedTuple):
    error: Error
    line: int  # where the changed words stand in the planted file
    column: int
    found: tuple[str, ...]  # codes of what is new in the lines of its block
    exactly: bool  # whether one of them names a place within the changed words
    elsewhere: tuple[str, ...]  # what is new in other lines of the file: line:column: code


def copied(folder: Path) -> Path:
    """The project of the real site, in a folder of its own."""
    for name in ("content", "translations"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("site.yaml", "urls.lock"):
        if (ROOT / name).exists():
            shutil.copy(ROOT / name, folder / name)
    return folder


def judged(project: Path) -> list[Problem]:
    return list(pipeline.judge(pipeline.Options(project, NOW)).problems)


def rounds(errors: Sequence[Error]) -> Iterator[list[Error]]:
    """One error of each file at a time."""
    waiting = list(errors)
    while waiting:
        now = {error.path: error for error in reversed(waiting)}
        yield [*now.values()]
        waiting = [error for error in waiting if now[error.path] is not error]


def tried(project: Path, errors: Sequence[Error]) -> list[Trial]:
    """Each error planted, judged and taken out again; in the order of `errors`."""
    before, found = Counter(judged(project)), {}
    for some in rounds(errors):
        texts = {error.path: (project / error.path).read_text("utf-8") for error in some}
        for error in some:
            (project / error.path).write_text(error.planted(texts[error.path]), "utf-8")
        problems = [problem for problem in (Counter(judged(project)) - before) if not problem.code.startswith(STANDING)]
        for error in some:
            said = [problem for problem in problems if problem.path == error.path]
            found[error] = trial(error, error.planted(texts[error.path]), said)
            (project / error.path).write_text(texts[error.path], "utf-8")
    return [found[error] for error in errors]


def trial(error: Error, text: str, problems: Sequence[Problem]) -> Trial:
    starts = [0, *(place + 1 for place, character in enumerate(text) if character == "\n")]
    line = text.count("\n", 0, error.start) + 1
    here = [problem for problem in problems if error.first <= problem.line <= error.last]
    places = [starts[problem.line - 1] + problem.column - 1 for problem in here]
    exactly = any(error.start <= place <= error.start + len(error.after) for place in places)
    elsewhere = tuple(f"{problem.line}:{problem.column}: {problem.code}" for problem in sorted(set(problems) - set(here)))
    return Trial(error, line, error.start - starts[line - 1] + 1, tuple(sorted({problem.code for problem in here})), exactly, elsewhere)


def alarms(project: Path) -> tuple[list[Problem], int]:
    """What is said against the translations of the site as it is, and how many blocks of them stand beside a block of their source."""
    found = [problem for problem in judged(project) if problem.code in JUDGED]
    with pipeline.thinking(pipeline.Options(project, NOW)) as (draft, _):
        assert draft, "site.yaml cannot be understood"
        pairs = [pair for part in draft.library.pairs.values() for pair in part if pair.source and pair.target]
    return found, len(pairs)
