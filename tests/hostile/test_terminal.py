"""What happens around a run: a reader that leaves, a full disk behind `>`, Ctrl+C, a folder that cannot be written."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from changlai import cli
from tests import history
from tests.conftest import ROOT, Run

BUILD = (sys.executable, str(ROOT / "build.py"))


@pytest.fixture
def talkative(tmp_path: Path) -> Path:
    """A project that says more than a pipe holds."""
    history.make(tmp_path)
    history.write(
        tmp_path / "content/terms.yaml", history.TERMS + "".join(f"  e{number}: {{title: 空{number}}}\n" for number in range(600))
    )
    return tmp_path


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_reader_that_leaves_changes_neither_the_work_nor_its_end(talkative: Path, form: str) -> None:
    command = [*BUILD, "--project", str(talkative), "--lang", "en", "--format", form]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout and run.stderr
        run.stdout.readline()
        run.stdout.close()
        said = run.stderr.read()
    assert run.returncode == 0
    assert b"Traceback" not in said and b"Broken" not in said
    assert (talkative / "site/zh/index.html").is_file()


class Full(io.StringIO):
    def write(self, text: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_report_that_cannot_be_written_is_a_failure(
    talkative: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", Full())
    assert cli.main(["check", "--project", str(talkative)]) == 1
    assert capsys.readouterr().err == "changlai: No space left on device\n"


def test_ctrl_c_while_modules_are_loaded_ends_quietly(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def stop(name: str) -> None:
        raise KeyboardInterrupt

    history.make(tmp_path)
    monkeypatch.setattr(cli, "import_module", stop)
    assert cli.main(["check", "--project", str(tmp_path)]) == 130


def test_a_lock_that_cannot_be_written_is_said_in_one_line(tmp_path: Path, changlai: Run) -> None:
    history.make(tmp_path)
    (tmp_path / "urls.part").mkdir()
    done = changlai("release", "--project", tmp_path, "--lang", "en")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "urls.part" in done.stderr


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a b/",
        'https://example.org/"x"/',
        "https://example.org/a\nHeader/",
        "https://user:word@example.org/",
        "https://example.org:99999/",
        "https://example.org/a/../b/",
        "https://example.org/{x}/",
        "https:///a/",
    ],
)
def test_a_base_that_would_break_host_files_is_refused(tmp_path: Path, url: str) -> None:
    history.make(tmp_path)
    with pytest.raises(SystemExit) as left:
        cli.main(["--project", str(tmp_path), "--base-url", url])
    assert left.value.code == 2


@pytest.mark.parametrize("url", ["http://localhost:8000", "http://[::1]/q", "https://example.org/外事/", "https://例え.jp/a/b"])
def test_other_bases_serve(tmp_path: Path, url: str) -> None:
    history.make(tmp_path)
    assert cli.main(["check", "--project", str(tmp_path), "--base-url", url]) == 0


def test_another_locale_reads_and_writes_the_same_names(tmp_path: Path) -> None:
    history.make(tmp_path)
    folder = tmp_path / "content/stories/s1"
    Image.new("RGB", (3, 2)).save(folder / "图.png")
    with (folder / "index.zh.md").open("a", encoding="utf-8") as file:
        file.write("\n![一座园](图.png)\n")
    ascii_only = {**os.environ, "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    run = subprocess.run([*BUILD, "--project", str(tmp_path)], env=ascii_only, capture_output=True, check=False)
    assert run.returncode == 0, run.stdout.decode()
    assert (tmp_path / "site/media/stories/s1/图.png").is_file()
