"""Two runs in one project take turns."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from changlai.problems import Stopped
from changlai.write import turn
from tests.conftest import ROOT

HOLDER = """
import sys, pathlib, time
from changlai.write import turn
with turn(pathlib.Path(sys.argv[1])):
    print(flush=True)
    time.sleep(60)
"""


def test_the_second_waits_for_the_first(tmp_path: Path) -> None:
    order, inside = [], threading.Event()

    def first() -> None:
        with turn(tmp_path):
            inside.set()
            time.sleep(0.2)
            order.append("first")

    worker = threading.Thread(target=first)
    worker.start()
    assert inside.wait(5)
    with turn(tmp_path):
        order.append("second")
    worker.join()
    assert order == ["first", "second"]


def test_nobody_waits_for_ever(tmp_path: Path) -> None:
    """Nor does anybody go on beside a run that lives: when that one goes on, it writes what it had begun."""
    with turn(tmp_path):
        before = time.monotonic()
        with pytest.raises(Stopped) as stopped, turn(tmp_path, patience=0.1):
            raise AssertionError("two at once")
        assert time.monotonic() - before < 5
        assert stopped.value.problem.code == "project-busy"
    with turn(tmp_path, patience=0.1):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="no process can be stopped there")
def test_a_run_that_was_killed_holds_nobody_up(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, cwd=ROOT) as other:
        assert other.stdout and other.stdout.readline()
        other.send_signal(signal.SIGSTOP)
        try:
            with pytest.raises(Stopped), turn(tmp_path, patience=0.1):
                pass
        finally:
            other.kill()
    with turn(tmp_path, patience=0.1):
        pass


def test_where_no_lock_can_be_had_the_work_is_done_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "memory").write_text("a file")
    with turn(tmp_path / "memory"):
        pass
