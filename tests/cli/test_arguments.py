"""What may be typed, and what happens when it is mistyped."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from changlai.cli.arguments import COMMANDS, command_of, parse
from tests.cli.conftest import STORY, Changlai, write

WARNING = "topics:\n  empty: {title: {zh: 空, en: Empty, ko: 빈, ja: 空}}\n"
FAULTY = "---\ntitle: 甲\nsummary: 甲。\ndate: 2022-02-30\n---\n正文\n"


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ([], "build"),
        (["--strict"], "build"),
        (["--format", "json"], "build"),
        (["--format=json"], "build"),
        (["build"], "build"),
        (["--lang", "zh", "check"], "check"),
        (["check", "--lang", "zh"], "check"),
        (["--today", "2026-01-01", "--strict"], "build"),
        (["--base-url", "https://example.org", "release"], "release"),
        (["messages", "check"], "messages"),
        (["new", "stories/build"], "new"),
        (["--title", "check", "new", "stories/x"], None),
    ],
)
def test_the_command_is_found_wherever_it_stands(typed: list[str], command: str | None) -> None:
    if command is None:
        with pytest.raises(SystemExit):
            parse(typed, "en")
    else:
        assert parse(typed, "en").command == command


def test_the_value_of_an_option_is_no_command() -> None:
    assert command_of(["--project", "check"]) is None
    assert command_of(["--project", "x", "check"]) == "check"


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize(
    ("options", "name", "value"),
    [
        (["--strict"], "strict", True),
        (["--format", "github"], "format", "github"),
        (["--base-url", "https://example.org/a"], "base_url", "https://example.org/a/"),
        (["--no-cache"], "cache", False),
        (["--lang", "zh"], "lang", "zh"),
    ],
)
def test_options_may_stand_before_and_after_the_command(before: bool, options: list[str], name: str, value: object) -> None:
    found = parse([*options, "check"] if before else ["check", *options], "en")
    assert getattr(found, name) == value


@pytest.mark.parametrize(
    "typed",
    [
        ["nonsense"],
        ["build", "--nonsense"],
        ["build", "extra"],
        ["--format", "xml"],
        ["--lang", "de"],
        ["--today", "yesterday"],
        ["--today", "2026-02-30"],
        ["--today", ""],
        ["--base-url", "example.org"],
        ["--base-url", "ftp://example.org/"],
        ["--base-url", "https://example.org/?a=b"],
        ["--jobs", "-1"],
        ["--jobs", "many"],
        ["--jobs", "٣"],
        ["serve", "--port", "x"],
        ["--project", "/nowhere/at/all"],
        ["new"],
        ["translate", "stories/a"],
        ["translate", "stories/a", "--to"],
        ["messages"],
        ["messages", "compile"],
        ["check", "--port", "1"],
        ["release", "--drafts"],
        ["release", "--output", "x"],
        ["check", "--format", "html"],
        ["--proj", "."],
    ],
)
def test_wrong_usage_is_status_2_with_a_word_on_standard_error(cli: Changlai, typed: list[str]) -> None:
    done = cli(*typed)
    assert done.status == 2
    assert done.err and not done.out
    assert "Traceback" not in done.err


@pytest.mark.parametrize("command", [[], *[[name] for name in COMMANDS]])
@pytest.mark.parametrize(("lang", "word"), [("zh", "用法"), ("en", "usage")])
def test_help_speaks_both_languages(cli: Changlai, command: list[str], lang: str, word: str) -> None:
    done = cli(*command, "--help", "--lang", lang)
    assert done.status == 0
    assert word in done.out.splitlines()[0]
    assert "--project" in done.out


def test_the_version_is_one_line(cli: Changlai) -> None:
    done = cli("--version")
    assert done.status == 0
    assert done.out.startswith("changlai ") and done.out.count("\n") == 1


@pytest.mark.parametrize(
    ("environment", "word"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "一切正常"),
        ({"LANG": "en_US.UTF-8"}, "Everything is in order."),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "Everything is in order."),
        ({"LANG": "de_DE.UTF-8"}, "Everything is in order."),
        ({"LANG": "C"}, "一切正常"),
        ({"LANG": ""}, "一切正常"),
    ],
)
def test_messages_follow_the_environment(cli: Changlai, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], word: str) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert word in cli("check").out
    assert "Everything is in order." in cli("check", "--lang", "en").out
    assert "一切正常" in cli("check", "--lang=zh").out


def test_text_names_place_code_and_remedy(cli: Changlai, project: Path) -> None:
    write(project / "content/stories/b/index.zh.md", FAULTY)
    lines = cli("check").out.splitlines()
    assert lines[0].startswith("content/stories/b/index.zh.md:4:7: error: ") and lines[0].endswith("[impossible-day]")
    assert lines[1].startswith("    ") and "2022-02-28" in lines[1]
    assert lines[2] == "1 error, 0 warnings"


def test_json_is_one_list_of_problems_and_nothing_else(cli: Changlai, project: Path) -> None:
    for command in ("check", "build", "release"):
        assert json.loads(cli(command, "--format", "json").out) == []
    write(project / "content/stories/b/index.zh.md", FAULTY)
    for command in ("check", "build", "release"):
        done = cli(command, "--format", "json")
        (found,) = json.loads(done.out)
        assert done.status == 1
        assert {name: found[name] for name in ("severity", "path", "line", "column", "code")} == {
            "severity": "error",
            "path": "content/stories/b/index.zh.md",
            "line": 4,
            "column": 7,
            "code": "impossible-day",
        }
        assert sorted(found) == ["code", "column", "hint", "line", "message", "path", "severity"]
        assert found["message"] and found["hint"]


def test_github_gets_one_annotation_a_line(cli: Changlai, project: Path) -> None:
    write(project / "content/stories/b/index.zh.md", FAULTY)
    write(project / "content/stories/c,d: e/index.zh.md", STORY)
    lines = sorted(cli("check", "--format", "github").out.splitlines())
    assert len(lines) == 2
    assert lines[0].startswith(
        "::error file=content/stories/b/index.zh.md,line=4,col=7,title=impossible-day::The calendar has no 2022-02-30"
    )
    assert lines[1].startswith("::error file=content/stories/c%2Cd%3A e,line=1,col=1,title=bad-slug::")


@pytest.mark.parametrize("command", ["build", "check", "release"])
@pytest.mark.parametrize(
    ("wrong", "strict", "status"), [(None, True, 0), (WARNING, False, 0), (WARNING, True, 1), (FAULTY, False, 1), (FAULTY, True, 1)]
)
def test_the_status_tells_how_it_ended(cli: Changlai, project: Path, command: str, wrong: str | None, strict: bool, status: int) -> None:
    if wrong:
        write(project / ("content/terms.yaml" if wrong == WARNING else "content/stories/b/index.zh.md"), wrong)
    assert cli(command, *["--strict"] * strict).status == status
    assert cli(command, *["--strict"] * strict).status == status, "the second run ends as the first"


def test_a_folder_without_a_project_is_said(cli: Changlai, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    done = cli("--project", tmp_path / "empty")
    assert (done.status, "site.yaml" in done.err) == (2, True)
    monkeypatch.chdir(tmp_path / "empty")
    done = cli()
    assert done.status in (1, 2) and "site.yaml" in done.out + done.err
    assert {path.name for path in (tmp_path / "empty").iterdir()} <= {".changlai"}


def test_check_and_status_write_nothing_but_memory(cli: Changlai, project: Path) -> None:
    before = sorted(path.relative_to(project) for path in project.rglob("*"))
    for command in (["check"], ["status"], ["messages", "check"]):
        assert cli(*command).status == 0
    assert sorted(path.relative_to(project) for path in project.rglob("*") if ".changlai" not in path.parts) == before
    for command in ("check", "build", "status"):
        assert cli(command, "--no-cache").status == 0


def test_another_folder_is_taken_when_empty_and_refused_when_foreign(cli: Changlai, project: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis").mkdir()
    write(tmp_path / "thesis/chapter.txt", "ten years")
    done = cli("--output", tmp_path / "thesis")
    assert done.status == 1 and "output-foreign" in done.out
    assert [path.name for path in (tmp_path / "thesis").iterdir()] == ["chapter.txt"]
    assert cli("--output", tmp_path / "public/deep").status == 0
    assert (tmp_path / "public/deep/zh/index.html").is_file()
    assert not (project / "site").exists()
    write(tmp_path / "public/deep/own.txt", "mine")
    done = cli("build", "--output", tmp_path / "public/deep")
    assert done.status == 0 and "own.txt" in done.out
    assert (tmp_path / "public/deep/own.txt").is_file()


def test_a_stray_file_is_removed_from_site_and_named(cli: Changlai, project: Path) -> None:
    cli("build")
    write(project / "site/zh/own.txt", "mine")
    done = cli("build")
    assert (done.status, "site/zh/own.txt:1:1: warning" in done.out, (project / "site/zh/own.txt").exists()) == (0, True, False)
    assert "own.txt" not in cli("build").out
    write(project / "site/own.txt", "mine")
    assert cli("build", "--strict").status == 1, "a warning counts under --strict"


def test_an_error_leaves_the_old_site_as_it_was(cli: Changlai, project: Path) -> None:
    cli("build")
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in (project / "site").rglob("*") if path.is_file()}
    write(project / "content/stories/a/index.zh.md", STORY.replace("甲", "新"))
    write(project / "content/stories/b/index.zh.md", FAULTY)
    assert cli("build").status == 1
    assert {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in (project / "site").rglob("*") if path.is_file()} == before
