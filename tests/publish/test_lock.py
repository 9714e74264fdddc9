"""The file of promised addresses."""

from __future__ import annotations

from pathlib import Path

import pytest

from changlai import publish


def test_addresses_are_written_sorted_and_once(tmp_path: Path) -> None:
    publish.lock(tmp_path, ["/zh/", "/en/", "/zh/", "/zh/园/"])
    assert (tmp_path / "urls.lock").read_bytes() == "/en/\n/zh/\n/zh/园/\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["urls.lock"]


def test_the_old_file_stands_until_the_new_one_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish.lock(tmp_path, ["/zh/"])

    def full(path: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        publish.lock(tmp_path, ["/en/"])
    assert (tmp_path / "urls.lock").read_text() == "/zh/\n"
