"""A build with nothing to do says what the last one said, and does nothing; one with something to do is never skipped."""

from __future__ import annotations

import io
import os
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest

from changlai import cli, pipeline, still, unchanged
from tests import history
from tests.edits.machine import frozen

SECOND = 1_000_000_000


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


def test_what_was_released_is_no_business_of_a_build(built: Path, builds: list[pipeline.Options]) -> None:
    for text in ("units: []\n", "something else\n"):
        history.write(built / "translations/released/stories/s1.zh.yaml", text)
        assert history.run(built)[0] == 0
    history.write(built / "translations/en_GB/released", "this is not that folder")
    assert builds == []
    history.run(built)
    assert len(builds) == 1


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
    lambda root: history.write(root / "content/stories/s1/notes.txt", "one more in a folder that is otherwise as it was"),
    lambda root: history.write(root / "site/zh/stories/s1/stray.html", "the same of the output"),
    lambda root: replaced_folder(root / "content/stories/s1"),
    lambda root: replaced_folder(root / "site/zh/stories"),
]


def replaced_folder(path: Path) -> None:
    """By a copy with the same names and times."""
    path.rename(path.parent.parent / ".aside")
    shutil.copytree(path.parent.parent / ".aside", path)
    shutil.rmtree(path.parent.parent / ".aside")


def ran(root: Path, way: str) -> tuple[int, str]:
    """A build by a command that was typed before, or by one that has to be understood first."""
    return typed([] if way == "the same command" else ["--strict"])


def typed(argv: list[str]) -> tuple[int, str]:
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        return cli.main(argv), said.getvalue()


@pytest.fixture
def here(built: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project as the current folder, built by a command without any option, a while ago."""
    monkeypatch.chdir(built)
    assert typed([])[0] == 0
    grown_old(built)
    (built / "content/stories/s3/index.zh.md").touch()  # so that there is something to build, and to write down
    assert typed([])[0] == 0
    return built


def grown_old(root: Path) -> None:
    """Nothing is so young any more that it would be read."""
    time.sleep(1.1 * still.TICK / SECOND)


@pytest.mark.parametrize("way", ["the same command", "another"])
@pytest.mark.parametrize("change", CHANGES)
def test_any_change_is_built(
    change: Callable[[Path], object], way: str, here: Path, builds: list[pipeline.Options], tmp_path: Path
) -> None:
    change(here)
    ran(here, way)
    assert len(builds) == 1
    assert history.snapshot(here / "site") == history.clean(here, tmp_path / "clean")


def test_the_same_command_is_answered_with_nothing_loaded(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    understood = history.run(here)  # in English
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    (here / "site/zh/index.html").unlink()
    typed([])
    monkeypatch.setattr(cli, "import_module", None)
    assert typed([]) == understood
    assert "list-empty" in understood[1]


def test_no_folder_is_read_where_all_stand_as_they_did(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unchanged, "Sight", None)
    assert "0 files written" in typed(["--lang", "en"])[1]


def test_what_only_looks_otherwise_is_looked_at_once(here: Path, builds: list[pipeline.Options]) -> None:
    history.write(here / "content/stories/s1/passing.txt", "there and gone again")
    (here / "content/stories/s1/passing.txt").unlink()
    grown_old(here)
    assert still.again([], os.environ) is None
    said = typed([])
    assert still.again([], os.environ) == said[::-1]
    assert builds == []


def test_only_the_same_command_is_answered_as_it_was(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    environ = dict(os.environ)
    said = still.again([], environ)
    assert said and said[1] == 0
    for argv in (["--drafts"], ["--strict"], ["--quiet"], ["--lang", "ko"], ["check"], ["--why"]):
        assert still.again(argv, environ) is None, argv
    assert still.again([], environ | {"LC_ALL": "ko_KR.UTF-8"}) is None
    assert still.again([], environ | {"CI": "true"}) is None, "there every file is read"
    now = time.time()
    for moment in (now + 86_400, now - 86_400):
        monkeypatch.setattr(still.time, "time", lambda moment=moment: moment)
        assert still.again([], environ) is None, "another day"
    monkeypatch.undo()
    monkeypatch.chdir(here / "content")
    assert still.again([], environ) is None


@pytest.mark.parametrize("argv", [["--why"], ["--timings"], ["--format", "json"], ["--no-cache"]])
def test_commands_that_say_more_than_text_are_understood_each_time(argv: list[str], here: Path) -> None:
    (here / "site/zh/index.html").unlink()
    typed(argv)
    assert still.again(argv, os.environ) is None


def test_two_processes_see_what_one_sees(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [os.fsencode(path) for path in sorted(here.rglob("*"))]
    alone = still.looked(paths)
    monkeypatch.delitem(sys.modules, "threading")
    assert still.looked(paths) == alone
    with pytest.raises(OSError, match="nowhere"):
        still.looked([b"nowhere", *paths])
    assert still.looked([*paths, b"nowhere"])[1] == b""


@pytest.mark.parametrize(
    ("age", "grain", "expected"),
    [
        (0, 1, True),
        (-5 * SECOND, 1, True),  # the clock was set back
        (still.TICK // 2, 1, True),
        (still.TICK * 2, 1, False),
        (SECOND, still.GRAIN, True),  # a disk that counts by two seconds
        (3 * SECOND, still.GRAIN, False),
    ],
)
def test_how_long_a_file_is_young(age: int, grain: int, expected: bool) -> None:
    moment = 1_700_000_000 * SECOND + 1
    at = (moment - age) // grain * grain
    old = moment - 1000 * SECOND
    assert still.young((1, at, old, 1), moment) is still.young((1, old, at, 1), moment) is expected


def test_a_coarse_file_is_read_within_two_seconds(here: Path, builds: list[pipeline.Options]) -> None:
    path = story(here)
    at = time.time_ns() // SECOND * SECOND - SECOND
    os.utime(path, ns=(at, at))
    found = path.stat()
    typed([])
    same_size_same_time(here)
    with frozen({str(path): found}):
        typed([])
    assert len(builds) == 2


def test_a_coarse_folder_is_read_whatever_its_age(here: Path, builds: list[pipeline.Options]) -> None:
    folder = story(here).parent
    os.utime(folder, ns=(SECOND, SECOND))
    found = folder.stat()
    history.write(here / "content/stories/s2/index.zh.md", "---\ntitle: 甲\nsummary: 乙。\ndate: 2022-08-01\n---\n")
    typed([])
    history.write(folder / "notes.txt", "one more")
    with frozen({str(folder): found}):
        typed([])
    assert len(builds) == 2


def test_a_young_folder_is_read(here: Path) -> None:
    found = still.state(here.stat())
    assert still.vouches(found, found[2] + SECOND * 3) or not found[1] % still.GRAIN
    assert not still.vouches(found, found[2])


def test_compiled_files_are_no_change(tmp_path: Path) -> None:
    (tmp_path / "module.py").touch()
    before = unchanged.Before("", 0, unchanged.Sight([tmp_path], tmp_path), still.machine())
    (tmp_path / "__pycache__").mkdir()
    assert before.sight.renew(before.made)
    sight = unchanged.glance(before, time.time_ns() + 3 * SECOND)
    assert still.stands(sight)
    (tmp_path / "other.py").touch()
    assert not still.stands(sight)
    assert not before.sight.renew(before.made), "it was not there before"


def test_a_link_is_as_what_it_leads_to(here: Path, builds: list[pipeline.Options]) -> None:
    story(here).rename(here / "elsewhere.md")
    story(here).symlink_to(here / "elsewhere.md")
    grown_old(here)
    for _ in range(3):
        typed([])
    assert len(builds) == 1
    (here / "elsewhere.md").write_text((here / "elsewhere.md").read_text("utf-8") + "又一句。\n", "utf-8")
    typed([])
    assert len(builds) == 2


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
    for path in (built / ".changlai").glob("last-*"):
        path.write_bytes(damage)
    assert history.run(built)[0] == 0
    assert len(builds) == 1


def test_a_build_with_errors_is_never_taken_for_done(built: Path, builds: list[pipeline.Options]) -> None:
    history.write(story(built), "---\ntitle: x\ndate: 2022-02-30\n---\n")
    assert [history.run(built)[0], history.run(built)[0]] == [1, 1]
    assert len(builds) == 2


def test_what_a_link_leads_to_may_be_saved_while_it_builds(here: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    story(here).rename(here / "elsewhere.md")
    story(here).symlink_to(here / "elsewhere.md")
    draw = pipeline.draw

    def drawn(*args: Any) -> Any:
        done = draw(*args)
        history.write(here / "elsewhere.md", (here / "elsewhere.md").read_text("utf-8") + "\n又一段。\n")
        return done

    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "draw", drawn)
        typed([])
    grown_old(here)
    typed([])
    assert history.snapshot(here / "site") == history.clean(here, tmp_path / "clean")


@contextmanager
def meanwhile(monkeypatch: pytest.MonkeyPatch, happens: Callable[[], object]) -> Iterator[None]:
    """What `happens` when a build has been found worth its while, and has read nothing yet."""
    build = pipeline.build
    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "build", lambda options: (happens(), build(options))[1])
        yield


def test_what_comes_while_it_builds_and_goes_again_is_gone(here: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    same_size_same_time(here)
    with meanwhile(monkeypatch, lambda: history.story(here, "passing", "zh", 1)):
        typed([])
    assert (here / "site/zh/stories/passing").is_dir()
    shutil.rmtree(here / "content/stories/passing")
    grown_old(here)
    typed([])
    assert history.snapshot(here / "site") == history.clean(here, tmp_path / "clean")


def test_what_goes_while_it_builds_and_comes_again_is_there(here: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    same_size_same_time(here)
    with meanwhile(monkeypatch, lambda: (here / "content/stories/s2").rename(tmp_path / "aside")):
        typed([])
    assert not (here / "site/zh/stories/s2").exists()
    (tmp_path / "aside").rename(here / "content/stories/s2")
    grown_old(here)
    typed([])
    assert history.snapshot(here / "site") == history.clean(here, tmp_path / "clean")


def test_a_page_that_another_program_changes_as_it_is_written_is_written_again(
    here: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """As a minifier does that watches the folder."""
    same_size_same_time(here)
    reconcile = pipeline.write.reconcile

    def watched(*given: Any) -> Any:
        done = reconcile(*given)
        for name in ("zh/stories/s1/index.html", "en/index.html"):  # one that was written, one that was kept
            history.write(here / "site" / name, "squeezed")
        return done

    with monkeypatch.context() as patched:
        patched.setattr(pipeline.write, "reconcile", watched)
        typed([])
    grown_old(here)
    typed([])
    assert history.snapshot(here / "site") == history.clean(here, tmp_path / "clean")


def test_a_site_that_was_copied_is_read_once(here: Path, builds: list[pipeline.Options], monkeypatch: pytest.MonkeyPatch) -> None:
    """Its files have other times then; what they are by now is remembered."""
    replaced_folder(here / "site/zh/stories")
    grown_old(here)
    typed([])
    read = Mock(wraps=Path.read_bytes)
    monkeypatch.setattr(Path, "read_bytes", lambda path: read(path))
    same_size_same_time(here)
    typed([])
    assert len(builds) == 2
    assert [call.args[0] for call in read.call_args_list if "site" in call.args[0].parts] == []


@pytest.mark.parametrize("name", ["content", "templates", "translations"])
def test_a_folder_that_is_moved_out_of_the_project_is_missed(name: str, here: Path, tmp_path: Path) -> None:
    (here / name).mkdir(exist_ok=True)
    typed([])
    (here / name).rename(tmp_path / "outside")
    (here / name).symlink_to(tmp_path / "outside")
    for argv in ([], ["--strict"], ["--no-cache", "--output", str(tmp_path / "clean")]):
        status, said = typed(argv)
        assert (status, "link-outside" in said) == (1, True), argv


def test_where_a_link_leads_counts_though_the_file_is_the_same(here: Path, tmp_path: Path) -> None:
    shared = here / "shared"
    shared.mkdir()
    story(here).rename(shared / "one.md")
    story(here).symlink_to(shared / "one.md")
    assert typed([])[0] == 0
    grown_old(here)
    shared.rename(tmp_path / "outside")
    shared.symlink_to(tmp_path / "outside")
    for argv in ([], ["--strict"]):
        status, said = typed(argv)
        assert (status, "link-outside" in said) == (1, True)


def test_other_time_zone_data_are_asked(
    here: Path, builds: list[pipeline.Options], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "zones"
    folder.mkdir()
    monkeypatch.setattr(unchanged, "TZPATH", (str(folder),))
    same_size_same_time(here)
    typed([])
    grown_old(here)
    typed([])
    assert len(builds) == 1
    (folder / "tzdata.zi").touch()
    typed([])
    assert len(builds) == 2


def test_all_that_others_lay_into_a_chosen_folder_is_named(here: Path) -> None:
    typed(["--output", "out"])
    history.write(here / "out/theirs/a.txt", "a")
    grown_old(here)
    assert "a.txt" in typed(["--output", "out"])[1]
    assert "a.txt" in typed(["--output", "out"])[1], "it is still there"
    history.write(here / "out/theirs/b.txt", "b")
    assert "b.txt" in typed(["--output", "out"])[1]


def test_the_same_folder_is_cleared_where_it_is_not_chosen(here: Path) -> None:
    typed(["--output", "site"])
    history.write(here / "site/stray.txt", "theirs, in a folder that was chosen")
    typed(["--output", "site"])
    grown_old(here)
    typed([])
    assert not (here / "site/stray.txt").exists()


def test_what_python_compiles_is_passed_over_beside_its_code_alone(here: Path) -> None:
    history.write(here / "content/__pycache__/a.md", "a")
    assert "unknown-kind" in typed(["--lang", "en"])[1]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes")
def test_a_pipe_in_the_place_of_a_young_file_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    found: list[str] = []
    reading = threading.Thread(target=lambda: found.append(still.contents(str(tmp_path / "pipe"))), daemon=True)
    reading.start()
    reading.join(10)
    assert found == ["!"], "it waits for somebody who writes"
