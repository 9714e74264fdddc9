"""Each generator gets the whole corpus in its own form, and can be edited."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import verify
from benchmarks.peers import CHANGLAI, OTHERS, PEERS, SLOW, Peer
from benchmarks.race import ROOT
from benchmarks.scenarios import EDITED, SCENARIOS, clean, sweep
from benchmarks.words import LANGS

FEW = 3
ENOUGH = 8  # the edited story among them
Laid = Callable[[Peer, int], Path]


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Laid:
    def lay(peer: Peer, count: int) -> Path:
        folder = tmp_path_factory.mktemp(peer.name)
        peer.lay(folder, count)
        return folder

    return lay


def files(folder: Path) -> dict[Path, bytes]:
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("peer", PEERS.values(), ids=list(PEERS))
def test_a_layout_holds_everything_and_is_the_same_each_time(peer: Peer, laid: Laid) -> None:
    found = files(laid(peer, FEW))
    sources = {Path(peer.source(lang, f"story-{number:05d}")) for number in range(FEW) for lang in LANGS}
    assert len(sources) == FEW * len(LANGS) and sources <= found.keys()
    assert len([path for path in found if path.suffix == ".png"]) == FEW
    assert b"mark-0" in found[Path(peer.base)]
    assert [path for path, data in found.items() if b"[[" in data and path.suffix in {".html", ".njk", ".tmpl"}] == []
    assert found == files(laid(peer, FEW))


@pytest.mark.parametrize("peer", PEERS.values(), ids=list(PEERS))
def test_each_edit_changes_one_file_and_takes_the_place_of_the_last(peer: Peer, laid: Laid) -> None:
    folder = laid(peer, ENOUGH)
    before = files(folder)
    for name, edited in (("body", peer.source("zh", EDITED)), ("title", peer.source("zh", EDITED)), ("template", peer.base)):
        for mark in ("mark-1", "mark-22"):
            SCENARIOS[name].prepare(peer, folder, mark)
        after = files(folder)
        assert [path for path in after if after[path] != before[path]] == [Path(edited)]
        assert after[Path(edited)].count(b"mark-22") == 1 and b"mark-1" not in after[Path(edited)].replace(b"mark-22", b"")
        (folder / edited).write_bytes(before[Path(edited)])


def test_a_clean_build_finds_neither_output_nor_caches(tmp_path: Path) -> None:
    project = tmp_path / "project"
    for name in (CHANGLAI.output, *CHANGLAI.caches, "content"):
        (project / name).mkdir(parents=True)
    clean(CHANGLAI, project, "mark-1")
    assert [path.name for path in project.iterdir()] == ["content"]
    sweep(project)
    assert list(tmp_path.iterdir()) == [project]


def test_our_layout_builds_without_errors_and_is_checked(laid: Laid) -> None:
    """Also that the checks see what is missing: a page, a text, an edit."""
    project, mark = laid(CHANGLAI, ENOUGH), "mark-5"
    for name in ("body", "title", "template"):
        SCENARIOS[name].prepare(CHANGLAI, project, mark)
    done = subprocess.run(CHANGLAI.command(project), cwd=project, capture_output=True, text=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    assert [verify.faults(CHANGLAI, project, ENOUGH, name, mark) for name in SCENARIOS] == [[]] * len(SCENARIOS)
    assert verify.made(CHANGLAI, project, ENOUGH).stories == ENOUGH * len(LANGS)
    assert verify.faults(CHANGLAI, project, ENOUGH, "body", "mark-6") == ["the edited page does not show the edit"]
    assert "no list shows the edited title" in verify.faults(CHANGLAI, project, ENOUGH, "title", "mark-6")
    assert "old template" in verify.faults(CHANGLAI, project, ENOUGH, "template", "mark-6")[0]
    page = project / "site/ko/stories/story-00003/index.html"
    page.write_text("x" * 3000, "utf-8")
    assert verify.faults(CHANGLAI, project, ENOUGH, "nothing", mark) == ["the text of story-00003 is not in its ko page"]
    page.unlink()
    assert "1 of 32 pages are missing" in verify.faults(CHANGLAI, project, ENOUGH, "nothing", mark)[0]


def test_our_build_is_the_one_of_this_checkout_with_nothing_turned_off() -> None:
    assert CHANGLAI.command(Path()) == [sys.executable, str(ROOT / "build.py"), "build"]
    assert not CHANGLAI.env


def test_the_peers_that_were_promised_are_there() -> None:
    assert {"eleventy", "hexo", "pelican", "mkdocs", "nikola"} <= set(OTHERS)
    assert set(SLOW) <= set(OTHERS)
