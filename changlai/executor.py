"""Where pure functions are carried out: here, or in several processes of this machine. The one seam is `map`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from typing import Any, Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")

WORTH = 100  # items below which starting processes costs more than it saves
SHARES = 8  # pieces of work for each process, so that none waits long for the last


class Executor(Protocol):
    """Gives the results of `work` for `items`, in their order. `work` is pure and can be pickled, items and results too."""

    def map(self, work: Callable[[T], R], items: Sequence[T]) -> list[R]: ...


class Here:
    """One after another, in this process."""

    def map(self, work: Callable[[T], R], items: Sequence[T]) -> list[R]:
        return [work(item) for item in items]


class Processes:
    """In `jobs` processes, made for each `map` and gone after it."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs

    def map(self, work: Callable[[T], R], items: Sequence[T]) -> list[R]:
        if len(items) < WORTH:
            return Here().map(work, items)
        # Forked children need nothing sent to them; elsewhere than on Linux forking is not safe.
        context = get_context("fork" if sys.platform == "linux" else "spawn")
        with context.Pool(self.jobs, _begin, (work,)) as pool:
            return pool.map(_carry_out, items, chunksize=max(1, len(items) // (self.jobs * SHARES)))


def executor(jobs: int, cluster: str = "") -> Executor:
    """For `jobs` processes; 0 means as many as this process may use cores. `cluster` is an address of other machines."""
    if cluster:
        raise NotImplementedError(cluster)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    wanted = jobs or cores
    return Processes(wanted) if wanted > 1 else Here()


_work: list[Callable[[Any], Any]] = []  # in a child: what it was made for


def _begin(work: Callable[[Any], Any]) -> None:
    _work[:] = [work]


def _carry_out(item: Any) -> Any:
    return _work[0](item)
