"""The wheel, installed into an empty environment elsewhere, builds another city's site with the default theme."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from tests.audit import audit
from tests.conftest import ROOT

BASE = "https://partners.example/city/"
PROJECT = {
    "site.yaml": f"""\
title: {{en: Two Rivers, zh: 双河市}}
base_url: {BASE}
source: en
languages:
  en: {{tag: en, locale: en_GB, name: English, og: en_GB}}
  zh: {{tag: zh-Hans, locale: zh_Hans_CN, name: 简体中文, og: zh_CN}}
""",
    "content/stories/a-bridge/index.en.md": """\
---
title: A bridge
summary: Two banks, one bridge.
date: 2024-05-01
---
The bridge has **seven** arches.
""",
    "content/stories/a-bridge/index.zh.md": """\
---
title: 一座桥
summary: 两岸一桥。
---
这座桥有**“七孔”**之称。
""",
}


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(list(map(str, command)), cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sdist of the checkout and the wheel made from it. Run from elsewhere: at the root, `-m build` would be our build.py."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment with the wheel; its libraries are borrowed from this one."""
    home = tmp_path_factory.mktemp("elsewhere") / "venv"
    venv.create(home, with_pip=False)
    names = {"base": str(home), "platbase": str(home)}
    programs = Path(sysconfig.get_path("scripts", "venv", names))
    Path(sysconfig.get_path("purelib", "venv", names), "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    wheel = next(built.glob("*.whl"))
    run(sys.executable, "-m", "pip", "--python", programs / "python", "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=home)
    return programs


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_the_theme_and_nothing_of_the_site(built: Path) -> None:
    packed = names(next(built.glob("*.whl")))
    templates = {f"changlai/theme/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "templates").rglob("*") if path.is_file()}
    catalogs = {f"changlai/theme/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "translations").glob("*/LC_MESSAGES/theme.po")}
    own = {
        path.relative_to(ROOT).as_posix() for path in (ROOT / "changlai").rglob("*") if path.is_file() and "__pycache__" not in path.parts
    }
    assert len(catalogs) >= 3 and len(templates) > 10
    assert packed >= templates | catalogs | own
    assert {name for name in packed if not name.startswith(("changlai/", "changlai-"))} == set()
    assert {name for name in packed if name.endswith(("messages.po", "messages.pot", ".pyc")) and "/locale/" not in name} == set()


def test_the_sdist_holds_no_content(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        tops = {name.split("/")[1] for name in archive.getnames() if "/" in name}
    assert {"changlai", "templates", "translations", "pyproject.toml", "README.md"} <= tops
    assert not tops & {"content", "site.yaml", "urls.lock", "site", "tests", ".changlai"}


def test_the_installed_program_is_not_the_checkout(installed: Path, tmp_path: Path) -> None:
    where = run(installed / "python", "-c", "import changlai; print(changlai.__file__)", cwd=tmp_path).stdout
    assert Path(where.strip()).is_relative_to(installed.parent)
    version = run(sys.executable, ROOT / "build.py", "--version", cwd=tmp_path).stdout
    assert run(installed / "changlai", "--version", cwd=tmp_path).stdout == version


def test_another_city_builds_its_site(installed: Path, tmp_path: Path) -> None:
    for path, text in PROJECT.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    run(installed / "changlai", "build", cwd=tmp_path)
    assert "<strong>“七孔”</strong>" in (tmp_path / "site/zh/stories/a-bridge/index.html").read_text("utf-8")
    assert "\n".join(map(str, audit(tmp_path / "site", BASE))) == ""


def test_the_wheel_makes_reports(installed: Path, tmp_path: Path) -> None:
    for path, text in PROJECT.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    for command in (["status", "--format", "html"], ["share", "stories/a-bridge"]):
        run(installed / "changlai", *command, "--output", "report.html", cwd=tmp_path)
        assert "<!doctype html>" in (tmp_path / "report.html").read_text("utf-8")
