"""The same results wherever the work is done."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from changlai import executor, pipeline
from changlai.executor import Here, Processes
from changlai.render import Renderer
from tests import history


def square(number: int) -> int:
    return number * number


@pytest.mark.parametrize("length", [0, 1, executor.WORTH - 1, executor.WORTH, 1000])
def test_results_come_in_the_order_of_the_items(length: int) -> None:
    assert Processes(2).map(square, range(length)) == Here().map(square, range(length))


def test_one_job_needs_no_process() -> None:
    assert isinstance(executor.executor(1), Here)
    assert executor.executor(3).jobs == 3


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
