"""`new`, `translate`, `withdraw`: small changes to content/ that a writer would else make by hand."""

from __future__ import annotations

import io
from pathlib import Path
from unicodedata import normalize

import pytest
from PIL import Image

from tests.cli.conftest import STORY, Changlai, write

TITLES = [
    "昌莱园",
    "A garden: two cities",
    "“引号”与'单引号'和\"双引号\"",
    "# 不是注释",
    "- 不是列表",
    "[不是列表]",
    "{不是表}",
    "yes",
    "2022",
    "2022-08-26",
    "null",
    "反斜杠 \\ 与 \\n",
    "*星号*",
    "&锚",
    "!标签",
    "%百分号",
    "@at `反引号`",
    "冒号：全角",
    "한국어: 제목",
    "a" * 300,
    "emoji 🏮",
    " 前后有空格 ",
]


def png() -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (9, 9), "white").save(data, "PNG")
    return data.getvalue()


def published(path: Path) -> None:
    """What the writer does at last: take out the line that says draft."""
    lines = path.read_text("utf-8").splitlines(keepends=True)
    assert sum(line.startswith("draft: true") for line in lines) == 1
    path.write_text("".join(line for line in lines if not line.startswith("draft: true")), "utf-8")


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize(("entry", "file"), [("stories/new", "index.zh.md"), ("cities/new", "profile.yaml")])
def test_a_skeleton_passes_check_whatever_the_title(cli: Changlai, project: Path, title: str, entry: str, file: str) -> None:
    done = cli("new", entry, "--title", title, "--today", "2026-01-15")
    assert (done.status, done.err) == (0, "")
    assert f"content/{entry}/{file}" in done.out
    assert cli("check", "--strict").status == 0
    assert cli("check", "--strict", "--drafts").status == 0
    published(project / "content" / entry / file)
    checked = cli("check")
    assert checked.status == 0, checked.out
    cli("build")
    page = (project / "site/zh" / entry / "index.html").read_text("utf-8")
    assert title.strip().replace("&", "&amp;").replace("'", "&#39;").replace('"', "&#34;") in page


@pytest.mark.parametrize("kind", ["stories", "cities", "figures", "places", "pages"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_kind_has_a_skeleton_in_both_languages(cli: Changlai, project: Path, kind: str, lang: str) -> None:
    assert cli("new", f"{kind}/new-one", "--lang", lang).status == 0
    assert cli("check", "--strict", "--drafts").status == 0
    assert any((project / f"content/{kind}/new-one").iterdir())


def test_a_translation_begins_with_the_text_of_its_source_whatever_is_remembered(cli: Changlai, project: Path) -> None:
    body = (project / "content/stories/a/index.zh.md").read_text("utf-8").split("---\n", 2)[2]
    cli("build")
    assert cli("translate", "stories/a", "--to", "en").status == 0
    assert body.strip()
    assert (project / "content/stories/a/index.en.md").read_text("utf-8").split("---\n", 2)[2] == body


def test_nothing_is_ever_overwritten(cli: Changlai, project: Path) -> None:
    before = (project / "content/stories/a/index.zh.md").read_bytes()
    done = cli("new", "stories/a", "--title", "别的")
    assert (done.status, "content/stories/a/index.zh.md" in done.out) == (1, True)
    assert cli("translate", "stories/a", "--to", "zh").status == 1
    assert cli("translate", "stories/a", "--to", "en").status == 0
    translated = (project / "content/stories/a/index.en.md").read_bytes()
    assert cli("translate", "stories/a", "--to", "en").status == 1
    assert (project / "content/stories/a/index.zh.md").read_bytes() == before
    assert (project / "content/stories/a/index.en.md").read_bytes() == translated


@pytest.mark.parametrize(
    "entry",
    [
        "stories/昌莱园",
        "stories/A",
        "stories/a b",
        "stories/",
        "stories",
        "stories/../x",
        "stories/a/b",
        "stories/page",
        "pages/series",
        "x/y",
    ],
)
def test_what_cannot_be_a_folder_is_refused(cli: Changlai, project: Path, entry: str) -> None:
    done = cli("new", entry)
    assert done.status == 2
    assert done.out + done.err
    assert sorted(path.name for path in (project / "content").rglob("*")) == ["a", "index.zh.md", "stories"]


@pytest.mark.parametrize("entry", ["content/stories/new", "content/stories/new/", "stories/new/"])
def test_an_entry_may_be_typed_as_its_folder(cli: Changlai, project: Path, entry: str) -> None:
    assert cli("new", entry).status == 0
    assert (project / "content/stories/new/index.zh.md").is_file()


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        (("translate", "stories/aa", "--to", "en"), "stories/a"),
        (("withdraw", "story/a"), "stories"),
        (("translate", "stories/a", "--to", "english"), "en"),
    ],
)
def test_a_slip_is_answered_with_what_was_meant(cli: Changlai, typed: tuple[str, ...], near: str) -> None:
    done = cli(*typed)
    assert done.status == 2
    assert near in done.out + done.err


def test_a_translation_begins_with_the_sources_words(cli: Changlai, project: Path) -> None:
    write(
        project / "content/stories/a/index.zh.md",
        "---\ntitle: '冒号: 引号'\nsummary: 一句。\ndate: 2022-08-26\nimage: p.png\nimage_alt: 图\n---\n## 标题\n\n正文[^1]\n\n[^1]: 注\n",
    )
    (project / "content/stories/a/p.png").write_bytes(png())
    assert cli("translate", "stories/a", "--to", "ko").status == 0
    text = (project / "content/stories/a/index.ko.md").read_text("utf-8")
    assert "## 标题\n\n正文[^1]\n\n[^1]: 注\n" in text
    assert "date:" not in text
    for drafts in ([], ["--drafts"]):
        done = cli("check", "--strict", *drafts)
        assert done.status == 0, done.out


def test_a_profile_asks_for_its_name_and_translates_its_prose(cli: Changlai, project: Path) -> None:
    write(project / "content/cities/paks/profile.yaml", "name: {zh: 保克什}\ntie: exchange\n")
    done = cli("translate", "cities/paks", "--to", "en")
    assert done.status == 0
    assert "name" in done.out and "content/cities/paks/profile.yaml" in done.out
    write(project / "content/cities/paks/index.zh.md", "---\ntranslator: 某人\n---\n正文\n")
    assert cli("translate", "cities/paks", "--to", "en").status == 0
    assert "正文" in (project / "content/cities/paks/index.en.md").read_text("utf-8")
    assert cli("check").status == 0


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize(
    ("entry", "file", "text"),
    [
        ("stories/a", "index.zh.md", STORY),
        ("stories/a", "index.zh.md", STORY + "---\n\n后文\n"),
        ("cities/paks", "profile.yaml", "name: {zh: 保克什}\ntie: exchange\n"),
        ("cities/paks", "profile.yaml", "name: {zh: 保克什}\ntie: exchange"),
    ],
)
def test_withdrawal_is_one_step(cli: Changlai, project: Path, newline: str, bom: str, entry: str, file: str, text: str) -> None:
    path = write(project / "content" / entry / file, bom + text, newline)
    write(project / "content/stories/other/index.zh.md", STORY.replace("甲", "乙"))
    assert cli("release").status == 0
    before = path.read_bytes()
    assert cli("withdraw", entry).status == 0
    after = path.read_bytes()
    ending = newline.encode()
    assert [line for line in after.split(ending) if line and line not in before.split(ending)] == [b"withdrawn: true"]
    assert cli("build").status == 0
    assert "noindex" in (project / "site/zh" / entry / "index.html").read_text("utf-8")
    assert cli("withdraw", entry).status == 0
    assert path.read_bytes() == after, "a second time changes nothing"
    assert cli("release").status == 0


@pytest.mark.parametrize("command", [("withdraw",), ("translate", "--to", "en")])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_an_entry_whose_name_cannot_stay_is_not_written_to(cli: Changlai, project: Path, form: str, command: tuple[str, ...]) -> None:
    """A second folder of the same name would be made beside the one that macOS has written."""
    write(project / "content/stories" / normalize(form, "café") / "index.zh.md", STORY)
    before = sorted(project.rglob("*.md"))
    done = cli(command[0], "stories/café", *command[1:])
    assert (done.status, "“café” cannot be the name of a folder here" in done.out) == (2, True)
    assert sorted(project.rglob("*.md")) == before
