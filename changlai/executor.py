"""Where pure functions are carried out: here, in several processes of this machine, or on a cluster. The one seam is `map`."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from changlai.model import Place
from changlai.problems import Stopped, problem

T = TypeVar("T")
R = TypeVar("R")

WORTH = 100  # items below which starting processes costs more than it saves
PIECE = 16  # items that a process is asked for at once
HELD = 2  # pieces that a child is asked for beforehand: one in work, one so that it need not wait
AHEAD = 4  # pieces for each process that may be begun before their turn, so that results do not pile up


class Executor(Protocol):
    """Gives the results of `work` for `items`, in their order, as they are asked for. `work` is pure; it, items and results can be pickled.

    Raises what `work` raises, and Stopped where nobody is left to do it.
    """

    @property
    def shared(self) -> bool:
        """Whether `work` meets the disk of this machine."""

    def map(self, work: Callable[[T], R], items: Sequence[T]) -> Iterator[R]: ...


class Here:
    """One after another, in this process."""

    shared = True

    def map(self, work: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
        return map(work, items)


class Processes:
    """In `jobs` processes: this one, and children that are made for each `map` and gone after it."""

    shared = True

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs

    def map(self, work: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
        return _Crew(work, items, self.jobs).results() if len(items) >= WORTH else map(work, items)


def executor(jobs: int, cluster: str = "") -> Executor:
    """For `jobs` processes; 0 means as many as this process may use cores. `cluster` is the address of one that works instead."""
    if cluster:
        # By name: its libraries take longer to load than a small site to build, and few machines have them.
        found: Executor = import_module("changlai.cluster").connect(cluster)
        return found
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    wanted = jobs or cores
    return Processes(wanted) if wanted > 1 else Here()


def may_fork() -> bool:
    """Whether children may be forked: they need nothing sent to them, but it is safe on Linux alone and where no thread holds a lock."""
    return sys.platform == "linux" and threading.active_count() == 1


class _Child(NamedTuple):
    process: BaseProcess
    held: deque[int]  # pieces that it was asked for, in this order


class _Crew(Generic[T, R]):
    """This process and its children, at one list of items."""

    def __init__(self, work: Callable[[T], R], items: Sequence[T], jobs: int) -> None:
        self.work, self.items, self.jobs = work, items, jobs
        self.pieces = [slice(first, first + PIECE) for first in range(0, len(items), PIECE)]
        self.begun = self.turn = 0
        self.done: dict[int, list[R]] = {}
        self.children: dict[Connection, _Child] = {}

    def results(self) -> Iterator[R]:
        try:
            self.gather()
            while self.turn < len(self.pieces):
                self.confer(0)
                while self.turn not in self.done:
                    if self.may_begin():
                        self.take_part()
                    else:
                        self.confer(None)
                yield from self.done.pop(self.turn)
                self.turn += 1
        finally:
            for wire, child in self.children.items():
                child.process.terminate()
                child.process.join()
                wire.close()

    def gather(self) -> None:
        fork = may_fork()
        context: Any = get_context("fork" if fork else "spawn")
        for _ in range(self.jobs - 1):
            ours, theirs = context.Pipe()
            process = context.Process(target=_serve, args=(theirs, ours if fork else None, self.work, self.items), daemon=True)
            process.start()
            theirs.close()
            self.children[ours] = _Child(process, deque())

    def may_begin(self) -> bool:
        return self.begun < min(len(self.pieces), self.turn + AHEAD * self.jobs)

    def begin(self) -> int:
        self.begun += 1
        return self.begun - 1

    def take_part(self) -> None:
        """Work at a piece of its own, with an ear for the children: each waits until what it has to say is heard."""
        piece, results = self.begin(), []
        for item in self.items[self.pieces[piece]]:
            results.append(self.work(item))
            self.confer(0)
        self.done[piece] = results

    def confer(self, timeout: float | None) -> None:
        """Hear what the children have done, and ask them for more."""
        heard = wait(list(self.children), timeout)
        for wire, child in self.children.items():
            if wire in heard:
                self.done[child.held.popleft()] = _hear(wire, child.process)
            while len(child.held) < HELD and self.may_begin():
                child.held.append(self.begin())
                with suppress(ConnectionError):  # gone: heard next time
                    wire.send(self.pieces[child.held[-1]])


def _hear(wire: Connection, process: BaseProcess) -> list[Any]:
    try:
        answer: tuple[Exception | None, list[Any]] = pickle.loads(wire.recv_bytes())
    except (EOFError, ConnectionError):
        process.join()
        raise Stopped(problem("worker-lost", Place("--jobs"), status=process.exitcode)) from None
    if answer[0]:
        raise answer[0]
    return answer[1]


def _serve(wire: Connection, ours: Connection | None, work: Callable[[T], R], items: Sequence[T]) -> None:
    """A child's life: pieces in, results out, until the parent ends it or is gone itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches all at once; the parent answers it
    gc.freeze()  # what was inherited stays shared: to look through it for garbage would copy it
    if ours:
        ours.close()
    with suppress(EOFError, ConnectionError):
        while True:
            wire.send_bytes(_answer(work, items[wire.recv()]))


def _answer(work: Callable[[T], R], items: Sequence[T]) -> bytes:
    try:
        return pickle.dumps((None, [work(item) for item in items]))
    except Exception as fault:
        return pickle.dumps((_portable(fault), []))


def _portable(fault: Exception) -> Exception:
    """The fault with where it came from; in other words where it cannot be sent as it is."""
    trace = "".join(traceback.format_exception(fault))
    try:
        sent: Exception = pickle.loads(pickle.dumps(fault))
    except Exception:
        sent = RuntimeError(str(fault))
    sent.add_note(trace)
    return sent
