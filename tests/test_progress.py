"""How far a run has come: measured in stages, told to whoever listens, shown where somebody sits and nowhere else."""

from __future__ import annotations

import io
import json
import os
import pty
import sys
import termios
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from time import perf_counter

import pytest

from changlai.cli import line as shown_line
from changlai.cli import main
from changlai.cli.columns import cut, width
from changlai.cli.line import Line, named
from changlai.messages import translator
from changlai.progress import Progress, Stage
from tests import history

Sit = Callable[[], Callable[[], str]]
STAGES = ["compare", "load", "read", "media", "parse", "collate", "plan", "draw", "write"]


def busy(seconds: float) -> None:
    until = perf_counter() + seconds
    while perf_counter() < until:
        pass


# ---- measuring


def test_stages_are_measured_and_counted() -> None:
    watch = Progress()
    with watch.stage("read"):
        assert list(watch.each(iter("abc"), 3)) == ["a", "b", "c"]
    with watch.stage("draw"):
        busy(0.05)
    read, draw = watch.stages
    assert (read.name, read.done, read.of, draw.name, draw.done) == ("read", 3, 3, "draw", 0)
    assert draw.wall >= 0.05 > read.wall and draw.cpu > 0.02
    assert watch.total()[0] >= read.wall + draw.wall


def test_processes_that_have_ended_are_counted() -> None:
    watch = Progress()
    with watch.stage("draw"):
        child = os.fork()
        if child == 0:
            busy(0.3)
            os._exit(0)
        os.waitpid(child, 0)
    assert watch.stages[0].cpu >= 0.1


def test_a_stage_that_fails_is_over() -> None:
    told: list[Stage | None] = []
    watch = Progress(told.append)
    with pytest.raises(ValueError), watch.stage("read"):
        raise ValueError
    assert told[-1] is None


def test_items_are_told_one_by_one_when_they_are_done() -> None:
    seen: list[int] = []
    watch = Progress(lambda stage: seen.append(stage.done) if stage else None)
    with watch.stage("draw"):
        for _ in watch.each("ab", 2):
            seen.append(-1)
    assert seen == [0, -1, 1, -1, 2]


# ---- the line


class Screen(io.StringIO):
    """A terminal of so many columns, and a clock that a test moves."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0

    def lines(self) -> list[str]:
        return [text.rstrip() for text in self.getvalue().split("\r") if text.strip()]


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    found = Screen()
    monkeypatch.setattr(shown_line, "monotonic", lambda: found.now)
    return found


def at(screen: Screen, line: Line, stage: Stage | None, now: float) -> None:
    screen.now = now
    line(stage)


def test_a_second_passes_before_a_word_is_said(screen: Screen) -> None:
    line, stage = Line(screen, str), Stage("draw", done=1, of=1240)
    at(screen, line, stage, 0.99)
    at(screen, line, None, 0.999)
    assert screen.getvalue() == ""
    at(screen, line, stage, 2.1)
    assert screen.lines() == ["drawing pages: 1 of 1,240, 2.1 s"]


def test_ten_lines_a_second_are_enough(screen: Screen) -> None:
    line, stage = Line(screen, str), Stage("draw", of=5000)
    for step in range(1000):
        stage.done += 1
        at(screen, line, stage, 1 + step / 1000)
    assert 9 <= len(screen.lines()) <= 11


def test_the_next_stage_is_named_at_once(screen: Screen) -> None:
    line = Line(screen, str)
    at(screen, line, Stage("read"), 1.5)
    at(screen, line, None, 1.51)
    at(screen, line, Stage("plan"), 1.52)
    assert screen.lines() == ["reading files, 1.5 s", "planning pages, 1.5 s"]


def test_nothing_is_left_of_the_line(screen: Screen) -> None:
    line = Line(screen, translator("zh"))
    at(screen, line, Stage("draw", done=4321, of=5000), 2)
    at(screen, line, Stage("plan"), 3)
    at(screen, line, None, 4)
    shown = screen.getvalue()
    assert "生成页面：4,321 / 5,000，2.0 秒" in shown and "\x1b" not in shown and "\n" not in shown
    row: list[str] = []
    for text in shown.split("\r"):
        cells = [cell for sign in text for cell in ([sign, ""] if width(sign) == 2 else [sign])]
        row[: len(cells)] = cells
    assert "".join(row).strip() == ""


def test_the_line_fits_the_terminal(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Line, "_columns", lambda self: 9)
    at(screen, Line(screen, translator("zh")), Stage("draw", done=1, of=2), 2)
    assert screen.lines() == ["生成页面"]
    assert cut("生成页面", 7) == "生成页" and cut("ab", 2) == "ab"


def test_every_stage_has_its_words() -> None:
    assert all(named(stage, str) != stage != named(stage, translator("zh")) for stage in [*STAGES, "wait", "check", "why"])


# ---- in a real terminal


@pytest.fixture
def sit(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sit]:
    """From when it is called, standard error is a terminal of 30 columns, and nobody has patience; it gives what is seen there."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 30))
    os.set_blocking(ours, False)
    stream = os.fdopen(theirs, "w", encoding="utf-8")
    monkeypatch.setattr(shown_line, "PATIENCE", 0.0)
    monkeypatch.setenv("TERM", "xterm")

    def seen() -> str:
        with suppress(BlockingIOError):
            return os.read(ours, 1 << 16).decode()
        return ""

    def begin() -> Callable[[], str]:
        monkeypatch.setattr(sys, "stderr", stream)
        return seen

    yield begin
    monkeypatch.undo()
    stream.close()
    os.close(ours)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    history.make(root)
    return root


def test_a_build_in_a_terminal_shows_its_stages(sit: Sit, project: Path) -> None:
    seen = sit()
    assert main(["--lang", "zh", "--project", str(project)]) == 0
    shown = seen()
    assert "读取文件" in shown and "写入文件" in shown
    assert all(width(text) < 30 for text in shown.split("\r")), "the last column stays free"
    assert shown.endswith("\r")


@pytest.mark.parametrize(
    ("options", "term"), [(["--format", "json"], "xterm"), (["--format", "github"], "xterm"), (["--quiet"], "xterm"), ([], "dumb")]
)
def test_nothing_is_shown_where_it_would_be_in_the_way(
    options: list[str], term: str, sit: Sit, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = sit()
    monkeypatch.setenv("TERM", term)
    assert main(["check", *options, "--project", str(project)]) == 0
    assert "\r" not in seen().replace("\r\n", "\n")


def test_where_nobody_sits_nothing_is_shown(project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shown_line, "PATIENCE", 0.0)
    assert main(["check", "--project", str(project)]) == 0
    assert capsys.readouterr().err == ""


def test_waiting_for_another_build_is_told(sit: Sit) -> None:
    seen = sit()
    watch = shown_line.watching(Namespace(format="text", quiet=False, ui="en"))
    with watch.stage("wait"):
        watch.tick()
    assert "waiting for another build" in seen()


# ---- --timings


def test_timings_for_programs(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    file = tmp_path / "timings.json"
    for stages in (STAGES, ["compare"]):  # the second time there is nothing to do
        assert main(["--format", "json", "--timings", str(file), "--project", str(project)]) == 0
        said = capsys.readouterr()
        assert isinstance(json.loads(said.out), list) and "stage" not in said.err
        found = json.loads(file.read_text("utf-8"))
        assert found.keys() == {"command", "wall", "cpu", "stages"} and found["command"] == "build"
        assert [row["stage"] for row in found["stages"]] == stages
        assert all(row.keys() == {"stage", "wall", "cpu", "count"} for row in found["stages"])
        assert 0 < sum(row["wall"] for row in found["stages"]) <= found["wall"]
    files = [path for path in (project / "site").rglob("*") if path.is_file()]
    assert main(["--no-cache", "--timings", str(file), "--project", str(project)]) == 0
    assert next(row["count"] for row in json.loads(file.read_text("utf-8"))["stages"] if row["stage"] == "write") == len(files)


def test_timings_for_people_go_beside_the_problems(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--timings", "--quiet", "--lang", "en", "--project", str(project)]) == 0
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].split() == ["stage", "seconds", "processor", "count", "share"]
    assert len({len(line) for line in lines}) == 1, "columns stand straight"
    assert [line.split("  ")[0] for line in (lines[1], lines[-1])] == ["starting", "in all"]
    assert lines[-1].endswith("100%")


def test_a_run_with_errors_has_its_timings_too(project: Path, tmp_path: Path) -> None:
    history.write(project / "content/stories/s1/index.zh.md", "---\ntitle: x\ndate: 2022-02-30\n---\n")
    assert main(["--timings", str(tmp_path / "t.json"), "--project", str(project)]) == 1
    assert [row["stage"] for row in json.loads((tmp_path / "t.json").read_text("utf-8"))["stages"]][-1] == "check"


@pytest.mark.parametrize("typed", [["--timings", "timings.txt"], ["--timings", "build"], ["check", "--why"], ["serve", "--timings"]])
def test_what_cannot_be_meant_is_refused(typed: list[str], project: Path) -> None:
    with pytest.raises(SystemExit) as leave:
        main([*typed, "--project", str(project)])
    assert leave.value.code == 2
