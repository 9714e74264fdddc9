"""A build with nothing to do says what the last one said, and does nothing; one with something to do is never skipped."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from changlai import pipeline
from tests import history


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("CI", raising=False)  # there all files are read, which one of these tests is about
    root = tmp_path / "project"
    history.make(root)
    history.write(root / "content/terms.yaml", history.TERMS + "  empty: {title: {zh: 空, en: Empty}}\n")
    assert history.run(root)[0] == 0
    return root


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[pipeline.Options]:
    """The real builds that happen."""
    done: list[pipeline.Options] = []
    build = pipeline.build
    monkeypatch.setattr(pipeline, "build", lambda options: (done.append(options), build(options))[1])
    return done


def test_nothing_changed_is_not_built_again_and_says_the_same(built: Path, builds: list[pipeline.Options]) -> None:
    status, said = history.run(built)
    assert (status, builds) == (0, [])
    assert "list-empty" in said
    assert "0 files written" in said


def story(root: Path) -> Path:
    return root / "content/stories/s1/index.zh.md"


def same_size_same_time(root: Path) -> None:
    """An edit that a look at size and time alone would miss."""
    path = story(root)
    before = path.stat()
    history.write(path, path.read_text("utf-8").replace("开始", "起始"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


CHANGES: list[Callable[[Path], object]] = [
    same_size_same_time,
    lambda root: history.story(root, "another", "zh", 1),
    lambda root: shutil.rmtree(root / "content/stories/s2"),
    lambda root: (root / "content/stories/s2").rename(root / "content/stories/s7"),
    lambda root: history.write(root / "templates/extra.html", "x"),
    lambda root: history.write(root / "urls.lock", "/zh/\n"),
    lambda root: history.write(root / "translations/en_GB/LC_MESSAGES/messages.po", history.CATALOG % "Other"),
    lambda root: history.write(root / "site/zh/index.html", "spoilt"),
    lambda root: (root / "site/zh/index.html").unlink(),
    lambda root: history.write(root / "site/stray.html", "stray"),
    lambda root: (root / "content/stories/s1/empty").mkdir(),
    lambda root: (root / "site/stray").symlink_to(root / "content"),
]


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_is_built(change: Callable[[Path], object], built: Path, builds: list[pipeline.Options], tmp_path: Path) -> None:
    change(built)
    history.run(built)
    assert len(builds) == 1
    assert history.snapshot(built / "site") == history.clean(built, tmp_path / "clean")


def test_an_editors_lock_is_no_hindrance(built: Path, builds: list[pipeline.Options]) -> None:
    (built / "content/stories/s1/.#index.zh.md").symlink_to("nowhere")  # as Emacs does
    assert [history.run(built)[0], history.run(built)[0]] == [0, 0]
    assert len(builds) == 1


def test_links_between_folders_are_not_followed_round_and_round(built: Path, builds: list[pipeline.Options]) -> None:
    (built / "content/stories/s1/.up").symlink_to("..")
    (built / "content/stories/s2/.up").symlink_to("..")
    assert [history.run(built)[0], history.run(built)[0]] == [0, 0]
    assert len(builds) == 2, "such a project is built each time"


def test_another_day_is_built(built: Path, builds: list[pipeline.Options], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "NOW", history.NOW.replace(day=9))
    history.run(built)
    assert len(builds) == 1


def test_ci_reads_every_file_since_restored_times_deceive(
    built: Path, builds: list[pipeline.Options], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    history.run(built)
    history.run(built)
    assert len(builds) == 1, "the first run under CI has no record that it may believe; the second has"


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"inputs": 1}', b"\xff\xfe"])
def test_a_damaged_record_is_no_record(damage: bytes, built: Path, builds: list[pipeline.Options]) -> None:
    for path in (built / ".changlai").glob("last-*.json"):
        path.write_bytes(damage)
    assert history.run(built)[0] == 0
    assert len(builds) == 1


def test_a_build_with_errors_is_never_taken_for_done(built: Path, builds: list[pipeline.Options]) -> None:
    history.write(story(built), "---\ntitle: x\ndate: 2022-02-30\n---\n")
    assert [history.run(built)[0], history.run(built)[0]] == [1, 1]
    assert len(builds) == 2
