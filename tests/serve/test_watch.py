"""A file that is saved is built and shown; what we write ourselves is not."""

from __future__ import annotations

import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest

from changlai.cli import main
from changlai.serve import changes
from tests import history

PATIENCE = 30


@pytest.fixture
def bursts(tmp_path: Path) -> Iterator[Queue[set[str]]]:
    """What the watch tells of `tmp_path`, once it is listening."""
    found: Queue[set[str]] = Queue()
    watch = changes(tmp_path)

    def listen() -> None:
        for touched in watch:
            found.put(touched)
            if "stop" in touched:
                watch.close()
                return

    thread = threading.Thread(target=listen, daemon=True)
    thread.start()
    until = time.monotonic() + PATIENCE
    while found.empty() and time.monotonic() < until:
        (tmp_path / "ready").write_text(str(time.monotonic()))
        time.sleep(0.05)
    time.sleep(0.1)
    while not found.empty():
        found.get()
    yield found
    (tmp_path / "stop").write_text("x")
    thread.join(PATIENCE)


def until(found: Queue[set[str]], path: str) -> set[str]:
    """All that was told up to the burst that names `path`."""
    told: set[str] = set()
    while path not in told:
        told |= found.get(timeout=PATIENCE)
    return told


def test_a_save_is_told_once_it_is_over(tmp_path: Path, bursts: Queue[set[str]]) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text("one")
    assert "content/a.md" in until(bursts, "content/a.md")


def test_an_editor_that_saves_by_renaming_is_heard(tmp_path: Path, bursts: Queue[set[str]]) -> None:
    (tmp_path / "part").write_text("one")
    (tmp_path / "part").replace(tmp_path / "a.md")
    until(bursts, "a.md")
    (tmp_path / "a.md").unlink()
    until(bursts, "a.md")


def test_what_we_write_and_what_is_only_read_is_not_told(tmp_path: Path, bursts: Queue[set[str]]) -> None:
    (tmp_path / "a.md").write_text("one")
    until(bursts, "a.md")
    for name in (".changlai", "site", ".git"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text("x")
    (tmp_path / "a.md").read_bytes()
    (tmp_path / "last.md").write_text("x")
    assert until(bursts, "last.md") <= {"a.md", "last.md"}


def test_a_saved_story_is_built_and_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The whole command: from the first build to a change in the browser."""
    history.make(tmp_path)
    (tmp_path / "site").mkdir()
    thread = threading.Thread(target=main, args=(["serve", "--project", str(tmp_path), "--port", "0", "--lang", "en"],), daemon=True)
    thread.start()
    said, deadline = "", time.monotonic() + PATIENCE
    while "Showing " not in said and time.monotonic() < deadline:
        said += capsys.readouterr().out
        time.sleep(0.05)
    url = said.partition("Showing ")[2].split()[0]
    assert "Ts0zh0" in fetch(f"{url}zh/stories/s0/")
    path = tmp_path / "content/stories/s0/index.zh.md"
    text, number = path.read_text("utf-8"), 0
    while "又一行" not in fetch(f"{url}zh/stories/s0/") and time.monotonic() < deadline:
        number += 1
        path.write_text(f"{text}\n又一行 {number}\n", "utf-8")
        time.sleep(0.5)
    assert "又一行" in fetch(f"{url}zh/stories/s0/")
    assert not any((tmp_path / "site").iterdir()), "the preview is not the site"


def fetch(url: str) -> str:
    with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
        data: bytes = answer.read()
        return data.decode()
