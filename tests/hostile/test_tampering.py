"""Whatever was done to the output folder, the next build mends it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests import history
from tests.conftest import Run


def test_a_page_changed_behind_its_own_times_is_mended(tmp_path: Path) -> None:
    history.make(tmp_path)
    history.run(tmp_path)
    page = tmp_path / "site/zh/stories/s1/index.html"
    right, state = page.read_bytes(), page.stat()
    page.write_bytes(right.replace("开始".encode(), "起始".encode()))
    os.utime(page, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert history.run(tmp_path)[0] == 0
    assert page.read_bytes() == right


@pytest.mark.parametrize("name", ["content", "translations", "site.yaml"])
def test_what_pages_are_made_from_is_never_removed_with_them(tmp_path: Path, changlai: Run, name: str) -> None:
    history.make(tmp_path)
    history.run(tmp_path)
    (tmp_path / name).rename(tmp_path / "site" / name)
    (tmp_path / name).symlink_to(tmp_path / "site" / name)
    before = history.snapshot(tmp_path / "site")
    history.story(tmp_path, "new", "zh", 1)
    done = changlai("--project", tmp_path, "--lang", "en")
    assert done.returncode == 1
    assert "[output-inside]" in done.stdout
    assert history.snapshot(tmp_path / "site").items() >= before.items()


@pytest.mark.parametrize("inside", [".", "..", "content/out", "templates", "translations/site", "site/../content/stories/new"])
def test_pages_are_never_written_among_what_they_are_made_from(tmp_path: Path, changlai: Run, inside: str) -> None:
    history.make(tmp_path)
    done = changlai("--project", tmp_path, "--output", tmp_path / inside, "--lang", "en")
    assert done.returncode == 1
    assert "[output-inside]" in done.stdout
    assert not list(tmp_path.rglob("index.html"))
