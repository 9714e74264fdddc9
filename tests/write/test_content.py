"""The few files that commands write for a writer."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from changlai.write import content


def test_new_files_are_made_together_or_not_at_all(tmp_path: Path) -> None:
    assert content.create(tmp_path, {"a/b.md": b"1", "a/c.md": b"2"}) == ""
    assert content.create(tmp_path, {"a/d.md": b"3", "a/c.md": b"4"}) == "a/c.md"
    assert (tmp_path / "a/c.md").read_bytes() == b"2"
    assert not (tmp_path / "a/d.md").exists()


def test_only_what_differs_is_amended(tmp_path: Path) -> None:
    (tmp_path / "same").write_bytes(b"1")
    assert content.amend(tmp_path, {"same": b"1", "new/other": b"2"}) == ["new/other"]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["new", "other", "same"]


def test_files_are_amended_together_or_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"1")
    (tmp_path / "taken").write_bytes(b"a file where a folder is wanted")
    with pytest.raises(OSError):
        content.amend(tmp_path, {"a.md": b"2", "taken/b.yaml": b"3"})
    assert (tmp_path / "a.md").read_bytes() == b"1"
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.md", "taken"]


def test_what_is_no_file_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    assert content.amend(tmp_path, {"pipe": b"1"}) == ["pipe"]
    assert os.read(reader, 9) == b"1"
    os.close(reader)
    assert [path.is_fifo() for path in tmp_path.iterdir()] == [True]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"1")
    (tmp_path / "link").symlink_to("real")
    content.amend(tmp_path, {"link": b"2"})
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"2"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"---\ntitle: x\n---\nBody\n---\nrule\n", b"---\ntitle: x\nNEW\n---\nBody\n---\nrule\n"),
        (b"---\r\ntitle: x\r\n---\r\nBody\r\n", b"---\r\ntitle: x\r\nNEW\r\n---\r\nBody\r\n"),
        (b"\xef\xbb\xbf---\ntitle: x\n---\n", b"\xef\xbb\xbf---\ntitle: x\nNEW\n---\n"),
        (b"--- \ntitle: x\n---  \nBody", b"--- \ntitle: x\nNEW\n---  \nBody"),
        (b"name: x\n", b"name: x\nNEW\n"),
        (b"name: x", b"name: x\nNEW\n"),
        (b"name: x\r\n", b"name: x\r\nNEW\r\n"),
        (b"---\nname: x\n", b"---\nname: x\nNEW\n"),
    ],
)
def test_a_field_is_added_where_the_fields_are(before: bytes, after: bytes) -> None:
    assert content.insert_field(before, "NEW") == after
