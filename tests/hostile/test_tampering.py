"""Whatever was done to the output folder, the next build mends it."""

from __future__ import annotations

import os
from pathlib import Path

from tests import history


def test_a_page_changed_behind_its_own_times_is_mended(tmp_path: Path) -> None:
    history.make(tmp_path)
    history.run(tmp_path)
    page = tmp_path / "site/zh/stories/s1/index.html"
    right, state = page.read_bytes(), page.stat()
    page.write_bytes(right.replace("开始".encode(), "起始".encode()))
    os.utime(page, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert history.run(tmp_path)[0] == 0
    assert page.read_bytes() == right
