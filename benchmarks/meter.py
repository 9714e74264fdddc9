"""What one command costs, with all the processes that it starts: seconds, seconds of processor, memory. For Linux, by /proc."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

PAUSE = 0.010  # seconds between two looks at the memory
SHARE = 0.03  # of one processor at most goes into looking
PROC = Path("/proc")


class Cost(NamedTuple):
    wall: float  # seconds
    cpu: float  # seconds, of all processes
    memory: float  # MiB of all processes together, pages that they share counted once
    largest: float  # MiB of the largest of them
    status: int  # exit status; -signal where one ended it
    late: bool = False  # ended by us at the limit


def measure(command: list[str], folder: Path, log: Path, limit: float, env: Mapping[str, str] | None = None) -> Cost:
    """Runs `command` in `folder` to its end or to `limit` seconds; what it prints goes to `log`."""
    with log.open("wb") as out:
        began = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **(env or {})}, stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True
        )
        try:
            memory, largest, late = _watch(process.pid, began, limit)
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)  # a race that is stopped leaves no build behind
            raise
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    # Less than its largest process a family never takes; single looks may have missed the moment.
    return Cost(wall, usage.ru_utime + usage.ru_stime, max(memory, largest), largest, process.returncode, late)


def _watch(pid: int, began: float, limit: float) -> tuple[float, float, bool]:
    """Looks at the family of `pid` until it ends: the largest sum, the largest process, and whether the limit ended it."""
    handle = os.pidfd_open(pid)
    poll = select.poll()
    poll.register(handle, select.POLLIN)
    memory = largest = pause = 0.0
    late = False
    try:
        while not poll.poll(pause * 1000):
            looked = time.thread_time()
            together, one = _memory(pid)
            memory, largest = max(memory, together), max(largest, one)
            now = time.perf_counter()
            pause = max(PAUSE, (time.thread_time() - looked) / SHARE)
            if now - began > limit and not late:
                late = True
                os.killpg(pid, signal.SIGKILL)
    finally:
        os.close(handle)
    return memory, largest, late


def _memory(pid: int) -> tuple[float, float]:
    """MiB: the proportional set sizes of a family, summed, and the highest resident size that one of them has had.

    A process alone shares with nobody: its highest size is both, and walking its page tables is saved.
    """
    family = _family(str(pid))
    largest = max(_field(PROC / name / "status", "VmHWM:") for name in family)
    together = sum(_field(PROC / name / "smaps_rollup", "Pss:") for name in family) if len(family) > 1 else largest
    return together / 1024, largest / 1024


def _family(pid: str) -> list[str]:
    family = [pid]
    for member in family:
        for children in (PROC / member / "task").glob("*/children"):
            try:
                family += children.read_text().split()
            except OSError:
                continue  # the thread has ended meanwhile
    return family


def _field(file: Path, name: str) -> int:
    """Kilobytes; 0 of a process that has ended meanwhile."""
    try:
        lines = file.read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith(name)), 0)
