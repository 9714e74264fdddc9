"""Whose a folder is, and what is remembered of it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from changlai.store import digest
from changlai.write import Output, announce, claim, is_own, load, save
from changlai.write.target import manifest_path
from changlai.write.tree import Record

RECORDS = {"zh/index.html": Record("key", "digest", 3, 4)}


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    save(tmp_path / "site", tmp_path / "memory", RECORDS)
    assert load(tmp_path / "site", tmp_path / "memory") == RECORDS
    assert load(tmp_path / "other", tmp_path / "memory") == {}


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b"{}",
        b'{"check": "", "files": {}}',
        b'{"check": "x", "files": {"a": ["k", "d", 1, 2]}}',
        b"\xff\xfe",
        b'{"files": {"a": []}}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_or_foreign_manifest_is_no_manifest(tmp_path: Path, damage: bytes) -> None:
    save(tmp_path / "site", tmp_path, RECORDS)
    manifest_path(tmp_path / "site", tmp_path).write_bytes(damage)
    assert load(tmp_path / "site", tmp_path) == {}


def test_one_changed_letter_is_noticed(tmp_path: Path) -> None:
    save(tmp_path / "site", tmp_path, RECORDS)
    path = manifest_path(tmp_path / "site", tmp_path)
    path.write_text(path.read_text("utf-8").replace('"digest"', '"digesT"'), "utf-8")
    assert load(tmp_path / "site", tmp_path) == {}


def test_a_memory_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "memory").write_text("a file where the folder should be")
    save(tmp_path / "site", tmp_path / "memory", RECORDS)
    assert load(tmp_path / "site", tmp_path / "memory") == {}


def test_folders_that_may_be_written_into(tmp_path: Path) -> None:
    memory, empty, foreign, file = tmp_path / "memory", tmp_path / "empty", tmp_path / "foreign", tmp_path / "file"
    empty.mkdir(), foreign.mkdir()
    (foreign / "thesis.doc").write_text("ten years of work")
    file.write_text("x")
    assert claim(foreign, True, memory), "the project's own site/ is taken as it is"
    assert claim(empty, False, memory)
    assert claim(tmp_path / "not/yet", False, memory)
    assert not claim(foreign, False, memory)
    assert not claim(file, False, memory)


def test_a_claim_outlives_a_run_that_was_broken_off(tmp_path: Path) -> None:
    folder = tmp_path / "public"
    assert claim(folder, False, tmp_path / "memory")
    folder.mkdir()
    (folder / "index.html").write_text("written before the disk was full")
    assert claim(folder, False, tmp_path / "memory")


def test_a_folder_that_another_project_wrote_is_foreign(tmp_path: Path) -> None:
    folder = tmp_path / "public"
    assert claim(folder, False, tmp_path / "one")
    folder.mkdir()
    (folder / "index.html").write_text("x")
    assert not claim(folder, False, tmp_path / "two")


def test_site_is_ours_unless_it_was_chosen_or_leads_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "www")
    memory = tmp_path / ".changlai"
    assert is_own(tmp_path / "www", False, memory)
    assert not is_own(tmp_path / "www", True, memory)
    assert not is_own(tmp_path / "site", False, memory)
    assert is_own(memory / "preview", True, memory), "nobody keeps his own files in our memory"


def test_a_manifest_is_json_that_never_executes(tmp_path: Path) -> None:
    save(tmp_path / "site", tmp_path, RECORDS)
    _, _, text = manifest_path(tmp_path / "site", tmp_path).read_bytes().partition(b"\n")
    assert json.loads(text) == [["zh/index.html", ["key", "digest", 3, 4, 0, 0, "", [], ""]]]


def record(path: Path) -> Record:
    found = path.stat()
    return Record("key", digest(path.read_bytes()), found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def test_a_claim_does_not_outlive_the_folder(tmp_path: Path) -> None:
    folder, memory = tmp_path / "public", tmp_path / "memory"
    folder.mkdir()
    (folder / "index.html").write_text("ours")
    (folder / "about.html").write_text("ours too")
    save(folder, memory, {path.name: record(path) for path in folder.iterdir()})
    (folder / "index.html").write_text("ours, made smaller by some other program")
    assert claim(folder, False, memory)
    shutil.rmtree(folder)
    assert claim(folder, False, memory), "what is not there is nobody's"
    folder.mkdir()
    assert claim(folder, False, memory)
    (folder / ".git").mkdir()
    assert claim(folder, False, memory), "nothing is in the place of anything"
    (folder / "index.html").write_text("somebody has made it anew")
    assert not claim(folder, False, memory)
    assert claim(folder, True, memory)


def test_a_folder_whose_pages_were_all_being_replaced_is_known_again(tmp_path: Path) -> None:
    """A run was stopped between its last file and the list of what it left."""
    folder, memory = tmp_path / "public", tmp_path / "memory"
    folder.mkdir()
    (folder / "index.html").write_text("old")
    records = {"index.html": record(folder / "index.html")}
    save(folder, memory, records)
    announce(folder, memory, records, [Output("index.html", "key", "digest", "waits")], False)
    (folder / "index.html").write_text("new")
    assert claim(folder, False, memory)
