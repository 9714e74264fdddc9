"""--why: what of a page's key changed, for every part that a key has."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from changlai import pipeline
from changlai.cli import main
from changlai.why import Cause, differences
from tests import history
from tests.conftest import ROOT

Why = Callable[..., list[str]]
STORY = "zh/stories/s1/index.html"
NOTHING = "No page was drawn: nothing that one follows from changed."


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    history.make(tmp_path / "project")
    return tmp_path / "project"


@pytest.fixture
def why(root: Path, capsys: pytest.CaptureFixture[str]) -> Why:
    """What `--why ARGS` says, without the problems."""

    def run(*args: str) -> list[str]:
        assert main(["--why", *args, "-q", "--format", "github", "--project", str(root), "--today", "2026-01-02"]) == 0
        return capsys.readouterr().err.splitlines()

    return run


@pytest.fixture
def built(root: Path) -> Path:
    history.run(root)
    return root


def edit(root: Path, path: str, before: str, after: str) -> None:
    text = (root / path).read_text("utf-8")
    assert before in text
    history.write(root / path, text.replace(before, after))


def theme(root: Path, name: str) -> None:
    """A template of the project's own, a little other than the packaged one."""
    (root / "templates").mkdir(exist_ok=True)
    history.write(root / "templates" / name, (ROOT / "templates" / name).read_text("utf-8") + "{# mended #}")


def words(root: Path) -> None:
    path = "translations/en_GB/LC_MESSAGES/theme.po"
    shutil.copy(ROOT / path, root / path)
    edit(root, path, 'msgid "跳到正文"\nmsgstr "', 'msgid "跳到正文"\nmsgstr "Do ')


@pytest.mark.parametrize(
    ("change", "path", "said"),
    [
        (lambda root: edit(root, "content/stories/s1/index.zh.md", "见 [", "看 ["), STORY, "the text of its body"),
        (lambda root: edit(root, "content/cities/vavau/profile.yaml", "城vavau", "瓦瓦乌"), STORY, "links, names or pictures in its body"),
        (lambda root: edit(root, "content/stories/s1/index.zh.md", "一句。", "又一句。"), STORY, "the value head; the value story"),
        (lambda root: theme(root, "story.html"), STORY, "template story.html"),
        (lambda root: theme(root, "base.html"), STORY, "template base.html, which story.html needs"),
        (words, "en/stories/s1/index.html", "the theme's words in en"),
        (lambda root: (root / "site" / STORY).unlink(), STORY, "its file was gone"),
        (lambda root: history.write(root / "site" / STORY, "spoilt"), STORY, "its file was not as it had been written"),
        (lambda root: history.story(root, "s9", "zh", 9), "zh/stories/s9/index.html", "new"),
    ],
)
def test_each_part_of_a_key_is_named(change: Callable[[Path], object], path: str, said: str, built: Path, why: Why) -> None:
    change(built)
    assert f"{path}: {said}" in why()
    assert why() == [NOTHING]


def test_marks_are_named(built: Path, why: Why) -> None:
    for lang in ("zh", "en"):
        edit(built, f"content/stories/s1/index.{lang}.md", "## 开始 1\n", "甲。\n\n乙。\n")
    assert main(["adopt", "-q", "--project", str(built), "--today", "2026-01-02"]) == 0
    edit(built, "content/stories/s1/index.zh.md", "甲。", "甲，新。")
    why()
    edit(built, "content/stories/s1/index.zh.md", "乙。", "乙，新。")
    assert "en/stories/s1/index.html: which blocks of its body are marked" in why()


def test_another_program_is_named(built: Path, why: Why, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "this_version", lambda: "another")
    assert {line.partition(": ")[2] for line in why()} == {"another version of the program or of a library"}


def test_another_template_is_named(built: Path, why: Why) -> None:
    edit(built, "site.yaml", "source: zh", "source: zh\nkinds: {stories: {fallback: stub}}")
    (built / "content/stories/s2/index.en.md").unlink()
    assert why("en/stories/s2") == ["en/stories/s2/index.html: another template: story.html → stub.html"]


def test_values_are_told_from_the_second_time_on(built: Path, why: Why) -> None:
    assert why() == [NOTHING], "nothing is drawn; the views are remembered all the same"
    edit(built, "content/stories/s1/index.zh.md", "Ts1zh1", "新题目")
    said = dict(line.split(": ", 1) for line in why())
    assert 'story.title: "Ts1zh1" → "新题目"' in said[STORY]
    assert "latest" in said["zh/index.html"] and '"Ts1zh1" → "新题目"' in said["zh/index.html"]
    assert "en/stories/s1/index.html" not in said


def test_only_what_is_drawn_is_told(built: Path, why: Why) -> None:
    edit(built, "content/stories/s1/index.zh.md", "见 [", "看 [")
    said = why()
    assert said and len(said) < 8
    assert all("/s2/" not in line for line in said)


@pytest.mark.parametrize("page", [STORY, f"/{STORY}", "/zh/stories/s1/", "zh/stories/s1", "https://example.org/zh/stories/s1/"])
def test_a_page_may_be_named_as_it_is_seen(page: str, built: Path, why: Why) -> None:
    edit(built, "site.yaml", (built / "site.yaml").read_text("utf-8").split("base_url: ")[1].split("\n")[0], "https://example.org/")
    why()
    assert why(page) == [f"{STORY}: as it was: nothing that it follows from changed"]
    edit(built, "content/stories/s1/index.zh.md", "见 [", "看 [")
    assert why(page) == [f"{STORY}: the text of its body"]


def test_several_pages_and_none(built: Path, why: Why) -> None:
    assert len(why("zh/stories/s*")) == 4
    assert why("zh/nowhere/") == ["There is no page zh/nowhere/."]


def test_a_page_that_was_made_again_and_is_the_same_is_as_it_was(built: Path, why: Why) -> None:
    history.write(built / "content/stories/s1/index.zh.md", (built / "content/stories/s1/index.zh.md").read_text("utf-8") + "\n")
    assert why("zh/stories/s1/") in (
        [f"{STORY}: as it was: nothing that it follows from changed"],
        [f"{STORY}: the text of its body"],
    )


def test_a_first_build_says_so_once(root: Path, why: Why) -> None:
    assert why() == ["Every page was drawn: nothing is remembered of an earlier build."]
    assert why("zh/", "--no-cache") == ["zh/index.html: nothing is remembered of an earlier build"]


@pytest.mark.parametrize("damage", [lambda path: path.write_bytes(b"no memory"), lambda path: path.unlink()])
def test_what_is_not_remembered_is_not_made_up(damage: Callable[[Path], object], built: Path, why: Why) -> None:
    theme(built, "story.html")
    damage(built / ".changlai/memory.db")
    assert f"{STORY}: what changed is not remembered" in why()


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ({"a": [{"b": 1}]}, {"a": [{"b": 2}]}, [("changed", "v.a[0].b", "1", "2")]),
        ({"a": 1}, {"b": 1}, [("changed", "v.a", "1", "—"), ("changed", "v.b", "—", "1")]),
        ([1, 2], [1], [("length", "v", "2", "1")]),
        (True, 1, [("changed", "v", "true", "1")]),
        ("x" * 100 + "a", "x" * 100 + "b", [("changed", "v", '…xxxxxxxxxxa"', '…xxxxxxxxxxb"')]),
        ({"a": None}, {"a": None}, []),
    ],
)
def test_differences_have_a_path_and_both_values(before: object, after: object, said: list[tuple[str, ...]]) -> None:
    assert list(differences("v", before, after)) == [Cause(*cause) for cause in said]


def test_the_bytes_are_the_same_with_and_without(built: Path, why: Why, tmp_path: Path) -> None:
    edit(built, "content/stories/s1/index.zh.md", "Ts1zh1", "新题目")
    why()
    assert history.snapshot(built / "site") == history.clean(built, tmp_path / "clean")
