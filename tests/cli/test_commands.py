"""`status`, `messages` and `release`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import SITE, STORY, Changlai, write


@pytest.fixture
def mixed(project: Path) -> Path:
    """Editions in every state."""
    write(project / "content/stories/a/index.en.md", "---\ntitle: A\nsummary: A.\n---\nOne\n\nTwo\n")
    write(project / "content/stories/a/index.ko.md", "---\ntitle: 가\ndraft: true\n---\n글\n")
    write(project / "content/stories/later/index.zh.md", STORY.replace("date:", "publish_on: 2026-02-01\ndate:"))
    write(project / "content/stories/gone/index.zh.md", STORY.replace("date:", "withdrawn: true\ndate:"))
    write(project / "content/cities/paks/profile.yaml", "name: {zh: 保克什, en: Paks}\ntie: exchange\n")
    return project


def test_status_is_a_table_that_stands_straight(cli: Changlai, mixed: Path) -> None:
    done = cli("status", "--today", "2026-01-15")
    assert done.status == 0
    rows = [line.split() for line in done.out.splitlines()]
    assert rows == [
        ["entry", "zh", "en", "ko", "ja"],
        ["cities/paks", "source", "unverified", "missing", "missing"],
        ["stories/a", "source", "unverified", "draft", "missing"],
        ["stories/gone", "withdrawn", "missing", "missing", "missing"],
        ["stories/later", "scheduled", "missing", "missing", "missing"],
        ["site", "source", "1/1", "1/1", "1/1"],
    ]
    assert (
        len(
            {
                line.index(word)
                for line, word in zip(done.out.splitlines(), ["zh", "source", "source", "withdrawn", "scheduled", "source"], strict=True)
            }
        )
        == 1
    )


def test_status_speaks_chinese_in_columns_as_wide_as_its_characters(cli: Changlai, mixed: Path) -> None:
    lines = cli("status", "--lang", "zh", "--today", "2026-01-15").out.splitlines()
    assert all("source" not in line and "missing" not in line for line in lines)
    starts = {sum(2 if sign > "\u2e80" else 1 for sign in line[: line.rindex("  ") + 2]) for line in lines}
    assert len(starts) == 1


def test_status_for_programs_has_a_row_for_each_translation(cli: Changlai, mixed: Path) -> None:
    rows = json.loads(cli("status", "--format", "json", "--today", "2026-01-15").out)
    assert len(rows) == 4 * 3
    assert {tuple(row) for row in rows} == {("entry", "lang", "state", "blocks", "stale", "new", "moved", "removed")}
    states = {(row["entry"], row["lang"]): row["state"] for row in rows}
    assert ("stories/a", "zh") not in states
    assert [states["stories/a", lang] for lang in ("en", "ko", "ja")] == ["unverified", "draft", "missing"]
    assert next((row["blocks"], row["new"]) for row in rows if (row["entry"], row["lang"]) == ("stories/a", "ja")) == (1, 1)


def test_status_says_when_errors_stand_in_the_way(cli: Changlai, mixed: Path) -> None:
    write(mixed / "content/stories/bad/index.zh.md", STORY.replace("2022-08-26", "2022-02-30"))
    done = cli("status")
    assert (done.status, "stories/bad" in done.out) == (1, True)
    write(mixed / "site.yaml", "title: x\n")
    assert cli("status").status == 1


CATALOG = "translations/{}/LC_MESSAGES/messages.po"


@pytest.fixture
def worded(project: Path) -> Path:
    """Texts that go through the catalog."""
    write(project / "content/terms.yaml", "topics:\n  gardens: {title: 园林, summary: '100% 的“园林”'}\n")
    write(project / "content/cities/paks/profile.yaml", "name: 保克什\ntie: exchange\nsummary: 多瑙河畔\n")
    return project


def test_extract_and_update_twice_change_nothing(cli: Changlai, worded: Path) -> None:
    assert "translations/messages.pot" in cli("messages", "extract").out
    again = cli("messages", "extract")
    assert (again.status, again.out) == (0, "")
    first = cli("messages", "update")
    assert first.status == 0
    assert all(CATALOG.format(locale) in first.out for locale in ("en_GB", "ko_KR", "ja_JP"))
    held = {path: path.read_bytes() for path in (worded / "translations").rglob("*.po*")}
    again = cli("messages", "update", "--today", "2030-01-01")
    assert (again.status, again.out) == (0, "")
    assert {path: path.read_bytes() for path in (worded / "translations").rglob("*.po*")} == held
    assert not (worded / "translations/zh_Hans_CN").exists()


def test_an_update_keeps_what_was_translated(cli: Changlai, worded: Path) -> None:
    cli("messages", "update")
    path = worded / CATALOG.format("en_GB")
    text = path.read_text("utf-8").replace('msgid "保克什"\nmsgstr ""', 'msgid "保克什"\nmsgstr "Paks"')
    assert "Paks" in text
    path.write_text(text, "utf-8")
    write(worded / "content/terms.yaml", "topics:\n  rivers: {title: 河流}\n")
    assert cli("messages", "update").status == 0
    text = path.read_text("utf-8")
    assert 'msgid "保克什"\nmsgstr "Paks"' in text and "河流" in text
    assert 'msgid "园林"\nmsgstr ""' not in text
    assert cli("build").status == 0
    assert "<h1>Paks</h1>" in (worded / "site/en/cities/paks/index.html").read_text("utf-8")


def test_check_names_what_is_missing_and_strict_refuses_it(cli: Changlai, worded: Path) -> None:
    cli("messages", "update")
    done = cli("messages", "check")
    assert done.status == 0 and CATALOG.format("en_GB") in done.out
    assert cli("messages", "check", "--strict").status == 1


@pytest.mark.parametrize("torn", ['msgid "园林"\nmsgstr "Gar', "not a catalog at all\n", 'msgid "a"\nmsgstr "b"\nmsgid "a"\nmsgstr "c"\n'])
def test_a_torn_catalog_is_named_and_left_as_it_is(cli: Changlai, worded: Path, torn: str) -> None:
    path = write(worded / CATALOG.format("en_GB"), torn)
    for action in ("update", "check"):
        done = cli("messages", action)
        assert (done.status, CATALOG.format("en_GB") in done.out) == (1, True)
    assert path.read_text("utf-8") == torn
    assert (worded / CATALOG.format("ko_KR")).exists(), "the others are brought up to date"
    assert cli("build").status == 1


def test_a_release_appends_and_stays_sorted(cli: Changlai, project: Path) -> None:
    assert cli("release").status == 0
    first = (project / "urls.lock").read_text("utf-8").splitlines()
    assert first == sorted(first) and "/zh/stories/a/" in first
    write(project / "content/stories/0-first/index.zh.md", STORY.replace("甲", "乙"))
    assert "1 new address" in cli("release").out or cli("release").status == 0
    second = (project / "urls.lock").read_text("utf-8").splitlines()
    assert second == sorted({*first, "/zh/stories/0-first/"})
    before = (project / "urls.lock").stat().st_mtime_ns
    assert cli("release").status == 0
    assert (project / "urls.lock").stat().st_mtime_ns == before, "with nothing new the file is left alone"


@pytest.mark.parametrize("spoil", ["\r\n", "bom"])
def test_a_lock_from_another_machine_is_the_same_lock(cli: Changlai, project: Path, spoil: str) -> None:
    cli("release")
    path = project / "urls.lock"
    text = path.read_text("utf-8")
    path.write_bytes(("\ufeff" + text if spoil == "bom" else text.replace("\n", "\r\n")).encode())
    assert cli("build", "--strict").status == 0
    write(project / "content/stories/b/index.zh.md", STORY.replace("甲", "乙"))
    assert cli("release").status == 0
    assert path.read_bytes() == "".join(f"{line}\n" for line in sorted([*text.splitlines(), "/zh/stories/b/"])).encode()


def test_a_release_is_refused_where_anything_is_wrong(cli: Changlai, project: Path) -> None:
    cli("release")
    before = (project / "urls.lock").read_bytes()
    write(project / "content/stories/b/index.zh.md", STORY.replace("2022-08-26", "2022-02-30"))
    assert cli("release").status == 1
    (project / "content/stories/b/index.zh.md").unlink()
    (project / "content/stories/b").rmdir()
    write(project / "content/terms.yaml", "topics:\n  empty: {title: {zh: 空, en: Empty, ko: 빈, ja: 空}}\n")
    assert cli("release", "--strict").status == 1
    assert (project / "urls.lock").read_bytes() == before
    write(project / "templates/story.html", "{{ nothing.of.the.kind }}")
    assert cli("release").status == 1
    assert (project / "urls.lock").read_bytes() == before


def test_drafts_are_never_released(cli: Changlai, project: Path) -> None:
    write(project / "content/stories/b/index.zh.md", STORY.replace("date:", "draft: true\ndate:"))
    write(project / "content/stories/c/index.zh.md", STORY.replace("date:", "publish_on: 2026-02-01\ndate:"))
    cli("release", "--today", "2026-01-31")
    text = (project / "urls.lock").read_text("utf-8")
    assert "/stories/b/" not in text and "/stories/c/" not in text
    cli("release", "--today", "2026-02-01")
    assert "/zh/stories/c/" in (project / "urls.lock").read_text("utf-8")


def test_the_address_of_the_host_is_not_in_the_lock(cli: Changlai, project: Path) -> None:
    cli("release", "--base-url", "https://elsewhere.example/deep/")
    assert all(line.startswith(("/zh/", "/en/", "/ko/", "/ja/")) for line in (project / "urls.lock").read_text("utf-8").splitlines())


@pytest.mark.parametrize("line", ["zh/stories/a/", "https://example.org/zh/", "/zh/ /en/", "<<<<<<< HEAD", "/zh/?a"])
def test_a_line_of_the_lock_that_is_no_address_is_an_error(cli: Changlai, project: Path, line: str) -> None:
    write(project / "urls.lock", f"/zh/\n{line}\n")
    done = cli("check")
    assert done.status == 1 and "urls.lock:2:1: error" in done.out


def test_a_project_in_another_language_gets_its_skeletons_there(cli: Changlai, project: Path) -> None:
    write(project / "site.yaml", SITE.replace("source: zh", "source: en"))
    assert cli("new", "stories/b", "--title", "A title").status == 0
    assert (project / "content/stories/b/index.en.md").is_file()
