"""What somebody put where a page is to go is left alone where the folder is his, and named where it is ours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from changlai import pipeline
from changlai.write.way import in_the_way
from tests import history
from tests.write.test_tree import PAGES, held, make

PAGE = "zh/stories/new/index.html"


def own_file_above(site: Path) -> str:
    history.write(site / "zh/stories/new", "my own file")
    return "zh/stories/new"


def own_page(site: Path) -> str:
    history.write(site / PAGE, "my own page")
    return PAGE


def own_link(site: Path) -> str:
    history.write(site.parent / "mine/index.html", "my own page elsewhere")
    (site / "zh/stories").mkdir(parents=True, exist_ok=True)
    (site / "zh/stories/new").symlink_to(site.parent / "mine")
    return "zh/stories/new"


def own_folder(site: Path) -> str:
    history.write(site / PAGE / "deep/notes.txt", "my own notes")
    (site / PAGE / "empty").mkdir()
    return f"{PAGE}/deep/notes.txt"


OWN = [own_file_above, own_page, own_link, own_folder]


@pytest.mark.parametrize("own", OWN)
def test_in_a_folder_of_somebodys_nothing_is_written_over_what_is_his(tmp_path: Path, own: Callable[[Path], str]) -> None:
    project, public = tmp_path / "project", tmp_path / "public"
    history.make(project)
    assert history.run(project, "--output", str(public))[0] == 0
    path = own(public)
    status, said = history.run(project, "--output", str(public))
    assert status == 0 and f"public/{path}:" in said, "it was named before, and left"
    history.story(project, "new", "zh", 1)
    before = history.snapshot(public)
    status, said = history.run(project, "--output", str(public))
    assert (status, history.snapshot(public)) == (1, before)
    assert f"public/{path}:" in said and "[output-occupied]" in said


def test_what_would_be_the_same_is_not_in_the_way(tmp_path: Path) -> None:
    project, public, other = tmp_path / "project", tmp_path / "public", tmp_path / "other"
    history.make(project)
    assert history.run(project, "--output", str(public))[0] == 0
    history.story(project, "new", "zh", 1)
    assert history.run(project, "--output", str(other))[0] == 0
    (public / PAGE).parent.mkdir()
    (public / PAGE).write_bytes((other / PAGE).read_bytes())
    assert history.run(project, "--output", str(public))[0] == 0
    assert history.snapshot(public) == history.snapshot(other)


def test_where_nothing_is_known_any_more_the_folder_is_nobodys(tmp_path: Path) -> None:
    project, public = tmp_path / "project", tmp_path / "public"
    history.make(project)
    assert history.run(project, "--output", str(public))[0] == 0
    for path in (project / pipeline.MEMORY / "outputs").iterdir():
        path.write_bytes(b"damaged")
    assert history.run(project, "--output", str(public), "--no-cache")[0] == 0, "all is as it would be written"
    for path in (project / pipeline.MEMORY / "outputs").iterdir():
        path.write_bytes(b"damaged")
    (public / "zh/index.html").write_text("whose is this?")
    status, said = history.run(project, "--output", str(public))
    assert status == 1 and said.count("error:") == 1 and "[output-foreign]" in said
    assert (public / "zh/index.html").read_text() == "whose is this?"


@pytest.mark.parametrize("own", OWN)
def test_what_is_replaced_in_our_own_folder_is_named(tmp_path: Path, own: Callable[[Path], str]) -> None:
    manifest, _ = make(tmp_path / "site", PAGES)
    path = own(tmp_path / "site")
    _, change = make(tmp_path / "site", {**PAGES, PAGE: b"new"}, manifest)
    assert held(tmp_path / "site") == {**PAGES, PAGE: b"new"}
    assert change.strange == [path]


def test_what_we_left_is_not_in_the_way(tmp_path: Path) -> None:
    history.write(tmp_path / "a/index.html", "ours")
    history.write(tmp_path / "b", "ours")
    known = {"a/index.html", "b"}
    assert in_the_way(str(tmp_path), known, ["a", "a/index.html", "b/index.html", "c/d/index.html", "c"]) == []
    assert in_the_way(str(tmp_path), (), ["a", "b/c/index.html", "b/d/index.html", "b"]) == ["a/index.html", "b"]
