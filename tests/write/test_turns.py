"""Two runs in one project take turns."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from changlai.write import turn


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
    with turn(tmp_path):
        before = time.monotonic()
        with turn(tmp_path, patience=0.1):
            assert time.monotonic() - before < 5


def test_where_no_lock_can_be_had_the_work_is_done_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "memory").write_text("a file")
    with turn(tmp_path / "memory"):
        pass
