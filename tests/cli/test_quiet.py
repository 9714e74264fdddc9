"""--quiet: problems and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import STORY, Changlai, write


@pytest.mark.parametrize(
    "typed",
    [
        ["build"],
        ["check"],
        ["release"],
        ["messages", "extract"],
        ["new", "stories/b"],
        ["translate", "stories/a", "--to", "en"],
        ["withdraw", "stories/a"],
    ],
)
@pytest.mark.parametrize("quiet", ["--quiet", "-q"])
def test_what_goes_well_is_not_spoken_of(typed: list[str], quiet: str, cli: Changlai) -> None:
    assert cli(*typed, quiet) == (0, "", "")


@pytest.mark.parametrize("typed", [["build"], ["check"], ["release"]])
def test_problems_are_told_and_the_status_is_as_ever(typed: list[str], cli: Changlai, project: Path) -> None:
    write(project / "content/stories/b/index.zh.md", STORY.replace("2022-08-26", "2022-02-30"))
    loud, quiet = cli(*typed), cli(*typed, "--quiet")
    assert loud.status == quiet.status == 1
    assert quiet.out and loud.out.startswith(quiet.out) and len(quiet.out) < len(loud.out)
    assert all(line.startswith(("content/", "    ")) for line in quiet.out.splitlines())


def test_a_build_with_nothing_to_do_is_quiet_too(cli: Changlai) -> None:
    cli("build")
    assert cli("build", "--quiet") == (0, "", "")


def test_what_was_asked_for_is_told(cli: Changlai) -> None:
    assert cli("status", "--quiet").out == cli("status").out != ""
    assert json.loads(cli("build", "--quiet", "--format", "json").out) == []


@pytest.mark.parametrize("typed", [["new", "nonsense/b"], ["new", "stories/a"], ["translate", "stories/none", "--to", "en"]])
def test_why_something_was_not_done_is_told(typed: list[str], cli: Changlai) -> None:
    done = cli(*typed, "--quiet")
    assert done.status in (1, 2) and done.out
