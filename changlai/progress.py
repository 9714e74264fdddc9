"""How far a run has come, and what each of its stages took. Silent by itself: whoever wants to show it is told."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter, process_time
from typing import TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class Stage:
    """One stage of a run. Times in seconds; the processor's are those of this process and of children that have ended."""

    name: str  # also the name in --timings FILE, on which programs rely
    wall: float = 0.0
    cpu: float = 0.0
    done: int = 0
    of: int = 0


class Progress:
    """The stages of one run, one after another. `told` hears of each item that is done, and None when a stage is over."""

    def __init__(self, told: Callable[[Stage | None], None] | None = None) -> None:
        self.stages: list[Stage] = []
        self._told = told
        self._wall, self._cpu = perf_counter(), spent()

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        stage = Stage(name)
        self.stages.append(stage)
        wall, cpu = perf_counter(), spent()
        if self._told:
            self._told(stage)
        try:
            yield
        finally:
            stage.wall, stage.cpu = perf_counter() - wall, spent() - cpu
            if self._told:
                self._told(None)

    def each(self, items: Iterable[T], of: int) -> Iterator[T]:
        """The items, counted for the stage that has begun last as they are asked for; there are `of` of them."""
        stage = self.stages[-1] if self.stages else Stage("")
        stage.of += of
        for item in items:
            yield item
            stage.done += 1
            if self._told:
                self._told(stage)

    def tick(self) -> None:
        """Time goes by, and nothing is done."""
        if self._told:
            self._told(self.stages[-1])

    def total(self) -> tuple[float, float]:
        """Seconds since the run began, by the clock and of the processor."""
        return perf_counter() - self._wall, spent() - self._cpu


def spent() -> float:
    times = os.times()
    return process_time() + times.children_user + times.children_system
