"""Two runs in one project take turns, so that the later one finds what the earlier one left."""

from __future__ import annotations

import errno
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from changlai.place import Place
from changlai.problems import Stopped, problem
from changlai.progress import Progress

PATIENCE = 60.0  # seconds; a run that was stopped halfway (Ctrl+Z) must not hold up the others for ever
PAUSE = 0.05
BUSY = {errno.EAGAIN, errno.EACCES, errno.EDEADLK}  # other refusals mean that this disk knows no locks

if sys.platform == "win32":
    import msvcrt

    def seize(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def seize(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def turn(memory: Path, patience: float = PATIENCE, watch: Progress | None = None) -> Iterator[None]:
    """Wait until no other run works in the project of `memory`. Where a lock cannot be had at all, nothing is waited for.

    Raises Stopped where the other run does not end: it lives, since a lock goes with its holder, and when it goes on it will write what
    it had begun, among what was written meanwhile.
    """
    watch = watch or Progress()
    try:
        memory.mkdir(parents=True, exist_ok=True)
        file = (memory / "lock").open("ab")
    except OSError:
        yield
        return
    with file:
        if not seized(file):
            with watch.stage("wait"):
                until = time.monotonic() + patience
                while not seized(file):
                    if time.monotonic() >= until:
                        raise Stopped(problem("project-busy", Place(f"{memory.name}/lock"), seconds=round(patience)))
                    watch.tick()
                    time.sleep(PAUSE)
        yield


def seized(file: IO[bytes]) -> bool:
    """Whether there is nothing to wait for any more."""
    try:
        seize(file.fileno())
    except OSError as fault:
        return fault.errno not in BUSY
    return True
