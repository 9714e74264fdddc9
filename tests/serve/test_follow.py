"""What the preview does with a build that could not be finished."""

from __future__ import annotations

from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import Mock

import pytest

from changlai import pipeline
from changlai.cli import serve
from changlai.model import Place
from changlai.problems import Problem, Stopped, problem

BROKEN = [
    problem("changed-meanwhile", Place("content/stories/a/index.zh.md")),
    problem("project-busy", Place(".changlai/lock"), seconds=60),  # a build in another terminal was stopped with Ctrl+Z
]


@pytest.mark.parametrize("found", BROKEN)
def test_a_build_that_could_not_be_done_does_not_end_the_preview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, found: Problem) -> None:
    broken = Stopped(found)
    monkeypatch.setattr(pipeline, "build", Mock(side_effect=[broken, pipeline.Outcome(())]))
    for name in ("report", "say", "watching"):
        monkeypatch.setattr(serve, name, Mock())
    server, watch = Mock(), Mock(changes=lambda: iter([{"a"}, {"a"}]), stirred=lambda: False)
    serve.follow(server, watch, pipeline.Options(tmp_path, datetime.now(UTC)), (), Namespace(ui="en"))
    first, second = (call.args[0] for call in server.news.publish.call_args_list)
    assert [error["place"] for error in first] == [f"{found.path}:1:1"]
    assert second == []


def test_a_file_that_is_saved_while_the_first_build_reads_it_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken, whole = Stopped(problem("changed-meanwhile", Place("content/stories/a/index.zh.md"))), pipeline.Outcome(())
    build = Mock(side_effect=[broken, whole])
    monkeypatch.setattr(pipeline, "build", build)
    began = datetime.now(UTC)
    assert serve.first(pipeline.Options(tmp_path, began)) is whole
    assert all(call.args[0].now >= began for call in build.call_args_list)


@pytest.mark.parametrize(("found", "builds"), [*zip(BROKEN, (serve.HOLDS + 1, 1), strict=True)])
def test_what_does_not_end_is_told(found: Problem, builds: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of another run at once: a minute was waited for it already."""
    build = Mock(side_effect=Stopped(found))
    monkeypatch.setattr(pipeline, "build", build)
    with pytest.raises(Stopped):
        serve.first(pipeline.Options(tmp_path, datetime.now(UTC)))
    assert build.call_count == builds
