"""The output folder becomes what was planned, whatever stood there."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from changlai.write import Manifest, Output, Stage, intact, links, reconcile, tree

PAGES = {"index.html": b"root", "zh/index.html": b"home", "zh/stories/a/index.html": b"a", "media/p.png": b"\x89"}


NO_PIPES = pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes")


def make(folder: Path, pages: dict[str, bytes], manifest: Manifest | None = None, ours: bool = True) -> tuple[Manifest, tree.Change]:
    """One run: what is stale is made, all else is left."""
    before = manifest or {}
    keys = {path: data.hex() for path, data in pages.items()}
    behind = links(folder, pages)
    whole = {path: before[path].key for path in intact(folder, before, behind)}
    with Stage(folder, behind) as stage:
        outputs = [
            Output(path, keys[path], "", kept=True) if whole.get(path) == keys[path] else stage.put(path, keys[path], data)
            for path, data in pages.items()
        ]
        return reconcile(folder, before, outputs, ours, behind)


def held(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_all_is_written_then_nothing_then_only_what_differs(tmp_path: Path) -> None:
    site = tmp_path / "site"
    manifest, change = make(site, PAGES)
    assert (sorted(change.written), held(site)) == (sorted(PAGES), PAGES)
    manifest, change = make(site, PAGES, manifest)
    assert (change.written, change.deleted, change.kept) == ([], [], len(PAGES))
    manifest, change = make(site, {**PAGES, "zh/index.html": b"new!"}, manifest)
    assert change.written == ["zh/index.html"]
    assert (site / "zh/index.html").read_bytes() == b"new!"


def test_a_file_that_holds_the_same_already_is_not_touched(tmp_path: Path) -> None:
    make(tmp_path, PAGES)
    os.utime(tmp_path / "index.html", ns=(0, 0))
    _, change = make(tmp_path, PAGES)
    assert (change.written, change.kept) == ([], len(PAGES))
    assert (tmp_path / "index.html").stat().st_mtime_ns == 0


def test_what_is_no_longer_made_goes_with_the_folders_it_leaves_empty(tmp_path: Path) -> None:
    manifest, _ = make(tmp_path, PAGES)
    _, change = make(tmp_path, {"index.html": b"root"}, manifest)
    assert held(tmp_path) == {"index.html": b"root"}
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]
    assert change.deleted == ["media/p.png", "zh/index.html", "zh/stories/a/index.html"]
    assert change.strange == []


@pytest.mark.parametrize("ours", [True, False])
def test_strangers_are_named_and_removed_only_where_all_is_ours(tmp_path: Path, ours: bool) -> None:
    manifest, _ = make(tmp_path, PAGES)
    (tmp_path / "zh/notes.txt").write_text("mine")
    (tmp_path / "own").mkdir()
    (tmp_path / ".htpasswd").write_text("x")
    _, change = make(tmp_path, PAGES, manifest, ours)
    assert change.strange == [".htpasswd", "zh/notes.txt"]
    assert [(tmp_path / name).exists() for name in ("zh/notes.txt", ".htpasswd", "own")] == [not ours] * 3
    assert held(tmp_path).items() >= PAGES.items()


def test_a_folder_that_a_stranger_keeps_stays_in_another_folder(tmp_path: Path) -> None:
    manifest, _ = make(tmp_path, PAGES, ours=False)
    (tmp_path / "media/theirs.txt").write_text("x")
    make(tmp_path, {"index.html": b"root"}, manifest, ours=False)
    assert held(tmp_path) == {"index.html": b"root", "media/theirs.txt": b"x"}


def test_what_somebody_wrote_under_a_name_of_ours_stays_in_his_folder(tmp_path: Path) -> None:
    manifest, _ = make(tmp_path, PAGES, ours=False)
    (tmp_path / "media/p.png").write_bytes(b"his own")
    manifest = {**manifest, "zh/index.html": tree.COMING}
    _, change = make(tmp_path, {"index.html": b"root"}, manifest, ours=False)
    assert held(tmp_path) == {"index.html": b"root", "media/p.png": b"his own"}
    assert (change.deleted, change.strange) == (["zh/index.html", "zh/stories/a/index.html"], ["media/p.png"])


def spoil_text(path: Path) -> None:
    path.write_bytes(b"b")  # as long as before


def spoil_length(path: Path) -> None:
    path.write_bytes(b"something longer")


def lose(path: Path) -> None:
    path.unlink()


def folder_instead(path: Path) -> None:
    path.unlink()
    (path / "deep/deeper").mkdir(parents=True)
    (path / "deep/file").write_text("x")


def link_instead(path: Path) -> None:
    path.unlink()
    other = path.parents[3] / "outside.txt"
    other.write_bytes(b"a")
    path.symlink_to(other)


def broken_link_instead(path: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere")


def pipe_instead(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def file_above(path: Path) -> None:
    path.unlink()
    path.parent.rmdir()
    path.parent.write_text("a file where a folder must be")


DAMAGE = [spoil_text, spoil_length, lose, folder_instead, link_instead, broken_link_instead, file_above]


@pytest.mark.parametrize("damage", [*DAMAGE, pytest.param(pipe_instead, marks=NO_PIPES)])
def test_whatever_was_done_to_a_file_it_is_mended(tmp_path: Path, damage: object) -> None:
    site = tmp_path / "site"
    manifest, _ = make(site, PAGES)
    assert callable(damage)
    damage(site / "zh/stories/a/index.html")
    for known in (manifest, {}):
        make(site, PAGES, known)
        assert held(site) == PAGES
        assert not (site / "zh/stories/a/index.html").is_symlink()


def test_links_are_replaced_and_what_they_lead_to_is_left_alone(tmp_path: Path) -> None:
    site, outside = tmp_path / "site", tmp_path / "outside"
    outside.mkdir()
    (outside / "index.html").write_bytes(b"theirs")
    site.mkdir()
    (site / "zh").symlink_to(outside)
    (site / "index.html").symlink_to(outside / "index.html")
    (site / "stray").symlink_to(outside)
    _, change = make(site, PAGES)
    assert held(outside) == {"index.html": b"theirs"}
    assert held(site) == PAGES
    assert change.strange == ["stray", "zh"]


def test_a_folder_moved_behind_a_link_is_made_again(tmp_path: Path) -> None:
    """The files behind the link are what they should be, times and all: only the way to them is not ours."""
    site = tmp_path / "site"
    manifest, _ = make(site, PAGES)
    (site / "zh").rename(tmp_path / "moved")
    (site / "zh").symlink_to(tmp_path / "moved")
    make(site, PAGES, manifest)
    assert held(site) == PAGES
    assert not (site / "zh").is_symlink()
    assert (tmp_path / "moved/index.html").read_bytes() == b"home"


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "real")
    manifest, _ = make(tmp_path / "site", PAGES)
    make(tmp_path / "site", {**PAGES, "ko/index.html": b"ko"}, manifest)
    assert (tmp_path / "site").is_symlink()
    assert held(tmp_path / "real") == {**PAGES, "ko/index.html": b"ko"}


def test_a_touched_file_is_read_and_believed(tmp_path: Path) -> None:
    manifest, _ = make(tmp_path, PAGES)
    os.utime(tmp_path / "index.html", ns=(1, 1))
    assert intact(tmp_path, manifest, ()).keys() == set(PAGES)


@NO_PIPES
def test_an_empty_file_is_not_a_pipe(tmp_path: Path) -> None:
    """A pipe is as long as an empty file, and to read it is to wait for ever."""
    pages = {"assets/empty.txt": b""}
    manifest, _ = make(tmp_path, pages)
    pipe_instead(tmp_path / "assets/empty.txt")
    assert intact(tmp_path, manifest, ()) == {}
    make(tmp_path, pages, manifest)
    assert (tmp_path / "assets/empty.txt").is_file()


def test_folders_that_changed_places_are_not_believed(tmp_path: Path) -> None:
    """Their files have the times that they had, and where these were written in one tick of the clock and are of one size, the same."""
    pages = {"a/index.html": b"1", "b/index.html": b"2"}
    manifest, _ = make(tmp_path, pages)
    at = manifest["a/index.html"]
    manifest = {path: record._replace(modified=at.modified, changed=at.changed) for path, record in manifest.items()}
    (tmp_path / "b").rename(tmp_path / "aside")
    (tmp_path / "a").rename(tmp_path / "b")
    assert intact(tmp_path, manifest, ()) == {}


def test_nothing_changes_before_all_is_there(tmp_path: Path) -> None:
    make(tmp_path, PAGES)
    with Stage(tmp_path) as stage:
        stage.put("zh/index.html", "k", b"new")
        stage.put("index.html", "k", b"root")
        assert {path: data for path, data in held(tmp_path).items() if tree.PART not in path} == PAGES
    assert held(tmp_path) == PAGES


@pytest.mark.parametrize("path", ["zh/index.html", "ko/index.html"])
def test_what_does_not_wait_any_more_is_not_taken_for_written(tmp_path: Path, path: str) -> None:
    """Where no locks can be had, another run may have cleared what waited, and put its own pages there."""
    manifest, _ = make(tmp_path, PAGES)
    with Stage(tmp_path) as stage:
        output, other = stage.put(path, "k", b"new"), stage.put("en/index.html", "k", b"en")
        Path(output.part).unlink()
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(b"of the other run")
        before = held(tmp_path)
        with pytest.raises(FileNotFoundError):
            reconcile(tmp_path, manifest, [other, output], True)
        assert held(tmp_path) == before


def test_a_failure_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    manifest, _ = make(tmp_path, PAGES)

    def full(path: str, data: bytes) -> None:
        Path(path).write_bytes(data[:1])
        raise OSError(28, "No space left on device", path)

    monkeypatch.setattr(tree, "lay", full)
    with pytest.raises(OSError, match="No space"):
        make(tmp_path, {**PAGES, "zh/index.html": b"another text"}, manifest)
    assert held(tmp_path) == PAGES


def test_parts_of_a_run_that_was_killed_are_cleared_without_a_word(tmp_path: Path) -> None:
    (tmp_path / tree.PART / "index.html/en").mkdir(parents=True)
    (tmp_path / tree.PART / "zh").write_bytes(b"ha")
    _, change = make(tmp_path, PAGES, ours=False)
    assert held(tmp_path) == PAGES
    assert change.strange == []


@pytest.mark.parametrize("ours", [True, False])
def test_a_file_in_the_place_of_what_waits_is_cleared(tmp_path: Path, ours: bool) -> None:
    manifest, _ = make(tmp_path, PAGES)
    (tmp_path / tree.PART).write_text("of an archive that makes files of empty folders")
    pages = {**PAGES, "zh/index.html": b"another text"}
    make(tmp_path, pages, manifest, ours)
    assert held(tmp_path) == pages


def test_new_files_may_be_read_by_a_web_server(tmp_path: Path) -> None:
    """The permissions are those that the umask gives, not those of a private temporary file."""
    before = os.umask(0o022)
    try:
        make(tmp_path / "site", PAGES)
    finally:
        os.umask(before)
    assert (tmp_path / "site/index.html").stat().st_mode & 0o777 == 0o644
    assert (tmp_path / "site/zh").stat().st_mode & 0o777 == 0o755
