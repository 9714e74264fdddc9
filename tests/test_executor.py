"""The same results wherever the work is done, and a plain end where it cannot be."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from changlai import executor, pipeline
from changlai.cli import main
from changlai.executor import PIECE, Here, Processes
from changlai.problems import Stopped
from changlai.render import Renderer
from tests import history
from tests.conftest import ROOT


def square(number: int) -> int:
    return number * number


def in_a_child(act: Callable[[], object], number: int) -> int:
    """Does its worst in a child; the process of the tests stays whole."""
    if multiprocessing.parent_process():
        act()
    return number


class Awkward(Exception):
    """Cannot be made again from what is pickled of it."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one + two)


def full() -> None:
    raise OSError(28, "No space left", "page.html")


def awkward() -> None:
    raise Awkward("odd", "ity")


def slow(number: int) -> int:
    time.sleep(0.001)
    return number


def mark(folder: Path, number: int) -> int:
    """The first child does the first piece, and is slow; the others are not."""
    if number == 0:
        time.sleep(0.5)
    (folder / str(number)).touch()
    return number


@pytest.fixture(autouse=True)
def forking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever threads the libraries of other tests have left in this process."""
    monkeypatch.setattr(executor, "may_fork", lambda: sys.platform == "linux")


@pytest.fixture(params=["fork", "spawn"])
def start(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(executor, "may_fork", lambda: request.param == "fork")
    return str(request.param)


def test_nothing_is_forked_beside_another_thread() -> None:
    script = """
import sys, threading
from changlai.executor import may_fork
alone, stop = may_fork(), threading.Event()
threading.Thread(target=stop.wait).start()
print(alone == (sys.platform == "linux"), may_fork())
stop.set()
"""
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True).stdout == "True False\n"


@pytest.mark.parametrize("length", [0, 1, executor.WORTH - 1, executor.WORTH, 16 * PIECE - 1, 16 * PIECE, 16 * PIECE + 1])
@pytest.mark.parametrize("jobs", [2, 3, 7])
def test_results_come_in_the_order_of_the_items(length: int, jobs: int) -> None:
    assert list(Processes(jobs).map(square, range(length))) == list(Here().map(square, range(length)))
    assert multiprocessing.active_children() == []


inherited: list[str] = []


def seen(number: int) -> tuple[int, int, bool]:
    time.sleep(0.001)
    return number, os.getpid(), bool(inherited)


def test_where_children_are_not_forked_the_results_are_the_same(start: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "inherited", ["a forked child sees what this process holds"])
    results = list(Processes(2).map(seen, range(200)))
    assert [number for number, _, _ in results] == list(range(200))
    assert {seen for _, pid, seen in results if pid != os.getpid()} == {start == "fork"}


def test_all_take_part() -> None:
    assert len(set(Processes(3).map(which, range(300)))) == 3


def which(number: int) -> int:
    time.sleep(0.002)
    return os.getpid()


def test_one_job_needs_no_process() -> None:
    assert isinstance(executor.executor(1), Here)
    assert executor.executor(3).jobs == 3


def test_results_are_not_piled_up(tmp_path: Path) -> None:
    """However long the first result takes, the work goes ahead of it by a few pieces and no more."""
    results = Processes(3).map(partial(mark, tmp_path), range(2000))
    assert next(results) == 0
    assert 3 * PIECE < len([*tmp_path.iterdir()]) <= executor.AHEAD * 3 * PIECE
    assert list(results) == list(range(1, 2000))


def test_nobody_is_left_where_the_results_are_not_wanted(start: str) -> None:
    results = Processes(3).map(slow, range(1000))
    assert next(results) == 0
    results.close()
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("end", [partial(os._exit, 0), partial(os._exit, 3), lambda: os.kill(os.getpid(), signal.SIGKILL)])
def test_the_loss_of_a_child_is_no_endless_wait(end: Callable[[], object]) -> None:
    with pytest.raises(Stopped) as stopped:
        list(Processes(3).map(partial(in_a_child, end), range(500)))
    assert stopped.value.problem.code == "worker-lost"
    assert multiprocessing.active_children() == []


def test_what_the_work_raises_comes_back_with_its_origin() -> None:
    with pytest.raises(OSError) as fault:
        list(Processes(2).map(partial(in_a_child, full), range(500)))
    assert (fault.value.errno, fault.value.filename) == (28, "page.html")
    assert "in full" in fault.value.__notes__[0]


@pytest.mark.parametrize(("act", "kind"), [(awkward, RuntimeError), (partial(sys.exit, 1), Stopped)])
def test_what_cannot_be_sent_is_told(act: Callable[[], Any], kind: type[Exception]) -> None:
    with pytest.raises(kind):
        list(Processes(2).map(partial(in_a_child, act), range(500)))


def test_a_result_that_cannot_be_sent_is_told() -> None:
    with pytest.raises((pickle.PicklingError, AttributeError, TypeError)):
        list(Processes(2).map(lock, range(500)))


def lock(number: int) -> object:
    return threading.Lock() if multiprocessing.parent_process() else number


def test_a_fault_in_this_process_ends_the_children() -> None:
    with pytest.raises(ZeroDivisionError):
        list(Processes(2).map(here_alone, range(500)))
    assert multiprocessing.active_children() == []


def here_alone(number: int) -> int:
    return number if multiprocessing.parent_process() else 1 // 0


SCRIPT = """
import multiprocessing, sys
from changlai.executor import Processes
from tests.test_executor import {work}
try:
    for number, result in enumerate(Processes(3).map({work}, range(100_000))):
        if number == 0:
            print(*(child.pid for child in multiprocessing.active_children()), flush=True)
except KeyboardInterrupt:
    sys.exit(130)
"""


def big(number: int) -> bytes:
    return bytes(1_000_000)


def running(work: str) -> tuple[subprocess.Popen[str], list[int]]:
    script = SCRIPT.format(work=work)
    command = [sys.executable, "-c", script]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    assert process.stdout
    return process, [int(pid) for pid in process.stdout.readline().split()]


def lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_ctrl_c_ends_all_quietly() -> None:
    process, children = running("slow")
    os.killpg(process.pid, signal.SIGINT)
    said = process.communicate(timeout=30)
    assert (process.returncode, said) == (130, ("", ""))
    assert len(children) == 2 and not any(map(lives, children))


@pytest.mark.parametrize("work", ["slow", "big"])
def test_children_do_not_outlive_a_killed_parent(work: str) -> None:
    """Neither one that waits for more to do, nor one that waits to be heard."""
    process, children = running(work)
    process.kill()
    process.communicate(timeout=30)
    until = time.monotonic() + 20
    while any(map(lives, children)) and time.monotonic() < until:
        time.sleep(0.01)
    assert len(children) == 2 and not any(map(lives, children))


def test_the_user_is_told_that_a_process_was_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    draw = Renderer.draw

    def drawn(self: Renderer, page: Any) -> object:
        return os._exit(9) if multiprocessing.parent_process() else draw(self, page)

    monkeypatch.setattr(Renderer, "draw", drawn)
    monkeypatch.setattr(executor, "WORTH", 1)
    history.make(tmp_path)
    assert main(["--project", str(tmp_path), "--lang", "en", "--jobs", "2"]) == 1
    said = capsys.readouterr().out
    assert "worker-lost" in said and "9" in said and "--jobs 1" in said


def test_a_site_has_the_same_bytes_for_any_number_of_jobs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executor, "WORTH", 1)
    history.make(tmp_path)
    built = []
    for jobs in (1, 2, 5):
        folder = tmp_path / f"out{jobs}"
        outcome = pipeline.build(pipeline.Options(tmp_path, history.NOW, folder, cache=False, jobs=jobs))
        assert outcome.folder == folder
        built.append(history.snapshot(folder))
    assert built[0] == built[1] == built[2]


def test_a_renderer_can_be_sent_to_another_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where processes are not forked, what they work with is pickled."""
    drawn = []
    draw = Renderer.draw

    def both(self: Renderer, page: object) -> object:
        here, there = draw(self, page), draw(pickle.loads(pickle.dumps(self)), pickle.loads(pickle.dumps(page)))
        drawn.append(here == there)
        return here

    monkeypatch.setattr(Renderer, "draw", both)
    history.make(tmp_path)
    pipeline.build(pipeline.Options(tmp_path, history.NOW, cache=False, jobs=1))
    assert len(drawn) > 20 and all(drawn)
