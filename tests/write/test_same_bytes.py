"""The same project gives the same bytes on another machine, in another place, under another locale, and when two build at once."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests import history
from tests.conftest import ROOT

MACHINES: dict[str, dict[str, str]] = {
    "other hashes and time zone": {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "LC_ALL": "zh_CN.UTF-8"},
    "a locale without UTF-8": {"PYTHONHASHSEED": "1", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "one"
    history.make(root)
    data = io.BytesIO()
    Image.new("RGB", (12, 9), "red").save(data, "JPEG", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0")
    (root / "content/stories/s1/照片.jpg").write_bytes(data.getvalue())
    history.write(root / "content/stories/s1/index.zh.md", "---\ntitle: 图\nsummary: 图。\ndate: 2022-08-26\n---\n\n![红](照片.jpg)\n")
    return root


def command(root: Path, *args: str) -> list[str]:
    return [sys.executable, str(ROOT / "build.py"), "build", "--project", str(root), "--today", "2026-01-15", *args]


@pytest.mark.parametrize("machine", MACHINES)
def test_another_machine_gives_the_same_bytes(project: Path, tmp_path: Path, machine: str) -> None:
    subprocess.run(command(project), check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": "0", "TZ": "Asia/Shanghai"})
    other = tmp_path / "elsewhere/昌莱"
    other.parent.mkdir()
    project.rename(tmp_path / "aside")
    (tmp_path / "aside").rename(other)
    wanted = history.snapshot(other / "site")
    for path in sorted((other / "content").rglob("*"), reverse=True):
        os.utime(path, (1, 1))
    (other / "site").rename(tmp_path / "before")
    (other / ".changlai").rename(tmp_path / "memory")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON", "TZ"))}
    done = subprocess.run(command(other), capture_output=True, env={**environment, **MACHINES[machine]}, umask=0o077)
    assert done.returncode == 0, done.stderr.decode() + done.stdout.decode()
    assert history.snapshot(other / "site") == wanted
    assert any(path.endswith("照片.jpg") for path in wanted)


def test_two_builds_at_once_leave_a_right_site(project: Path, tmp_path: Path) -> None:
    both = [subprocess.Popen(command(project, "--lang", "en"), stdout=subprocess.PIPE, stderr=subprocess.STDOUT) for _ in range(2)]
    said = [run.communicate(timeout=120)[0].decode() for run in both]
    assert [run.returncode for run in both] == [0, 0], said
    subprocess.run(command(project, "--output", str(tmp_path / "clean"), "--no-cache"), check=True, capture_output=True)
    assert history.snapshot(project / "site") == history.snapshot(tmp_path / "clean")
