"""The command in this process, on a small project of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from changlai.cli import main
from tests.conftest import ROOT

SITE = (ROOT / "tests/sites/site.yaml").read_text("utf-8")
STORY = "---\ntitle: 甲\nsummary: 甲。\ndate: 2022-08-26\n---\n正文\n"


class Done(NamedTuple):
    status: object
    out: str
    err: str


Changlai = Callable[..., Done]


def write(path: Path, text: str, newline: str = "\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline=newline)
    return path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """One story and site.yaml, with nothing to say against them."""
    write(tmp_path / "project/site.yaml", SITE)
    write(tmp_path / "project/content/stories/a/index.zh.md", STORY)
    return tmp_path / "project"


@pytest.fixture
def cli(project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Changlai:
    """`changlai ARGS` in the project; messages in English unless the arguments say otherwise."""
    for name in ("LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "CI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.chdir(project)

    def run(*args: object) -> Done:
        try:
            status: object = main([str(arg) for arg in args])
        except SystemExit as leave:
            status = leave.code
        said = capsys.readouterr()
        return Done(status, said.out, said.err)

    return run
