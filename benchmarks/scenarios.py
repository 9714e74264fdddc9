"""What happens to a project before each timed run."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.corpus import slug
from benchmarks.peers import Peer

EDITED = slug(7)  # the story whose Chinese edition is edited
LANG = "zh"
MARK = re.compile(r"mark-\d+")
_TITLE = re.compile(r'^(\W*title: "?)(?:mark-\d+ )?', re.MULTILINE | re.IGNORECASE)
_LAST_LINE = re.compile(r"(?:\nmark-\d+\n)?\Z")

Prepare = Callable[[Peer, Path, str], None]  # the project and a mark that no run before has seen


@dataclass(frozen=True, slots=True)
class Scenario:
    name: str
    title: str
    prepare: Prepare
    env: dict[str, str] = field(default_factory=dict)  # of our own run alone
    alone: bool = False  # run by our generator and Hugo only


def clean(peer: Peer, project: Path, mark: str) -> None:
    """Output and caches are moved away, so that the time of deleting them is nobody's."""
    trash = project.with_name(f"{project.name}.trash") / mark
    trash.mkdir(parents=True)
    for name in (peer.output, *peer.caches):
        if (project / name).exists():
            (project / name).rename(trash / name)


def sweep(project: Path) -> None:
    shutil.rmtree(project.with_name(f"{project.name}.trash"), ignore_errors=True)


def nothing(peer: Peer, project: Path, mark: str) -> None:
    del peer, project, mark


def body(peer: Peer, project: Path, mark: str) -> None:
    """One more line at the end of the story; the next round puts another in its place."""
    _change(project / peer.source(LANG, EDITED), _LAST_LINE, lambda _: f"\n{mark}\n")


def title(peer: Peer, project: Path, mark: str) -> None:
    _change(project / peer.source(LANG, EDITED), _TITLE, lambda found: f"{found[1]}{mark} ")


def template(peer: Peer, project: Path, mark: str) -> None:
    _change(project / peer.base, MARK, lambda _: mark)


def _change(file: Path, pattern: re.Pattern[str], change: Callable[[re.Match[str]], str]) -> None:
    text, found = pattern.subn(change, file.read_text("utf-8"), count=1)
    if not found:
        raise ValueError(f"{file.name}: nothing to edit")
    file.write_text(text, "utf-8")


SCENARIOS = {
    scenario.name: scenario
    for scenario in (
        Scenario("clean", "clean build", clean),
        Scenario("nothing", "nothing changed", nothing),
        Scenario("nothing-ci", "nothing changed, `CI=true`", nothing, {"CI": "true"}, alone=True),
        Scenario("body", "one body edited", body),
        Scenario("title", "one title edited", title),
        Scenario("template", "base template edited", template),
    )
}
