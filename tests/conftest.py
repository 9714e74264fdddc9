"""What tests in every room may use: the command as a user runs it, and the real site, built once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

# The same examples in each run, so that a build fails for what was changed; HYPOTHESIS_PROFILE=default looks for new ones.
settings.register_profile("steady", derandomize=True)
if "HYPOTHESIS_PROFILE" not in os.environ:
    settings.load_profile("steady")

ROOT = Path(__file__).resolve().parents[1]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


class Built(NamedTuple):
    folder: Path
    base_url: str
    output: str  # what the build printed


def run_changlai(*args: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """`python build.py ARGS`, whatever the language and the time zone of this machine."""
    kept = {name: value for name, value in os.environ.items() if name not in {"LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "TZ"}}
    command = [sys.executable, str(ROOT / "build.py"), *map(str, args)]
    return subprocess.run(
        command,
        cwd=cwd,
        env={**kept, "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
    )


@pytest.fixture(scope="session")
def changlai() -> Run:
    return run_changlai


@pytest.fixture(scope="session")
def real_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real site's project, so that no test leaves anything in the checkout."""
    project = tmp_path_factory.mktemp("project")
    for name in ("content", "translations"):
        shutil.copytree(ROOT / name, project / name)
    for name in ("site.yaml", "urls.lock"):
        if (ROOT / name).exists():
            shutil.copy2(ROOT / name, project / name)
    return project


def build(project: Path, output: Path, base_url: str) -> Built:
    done = run_changlai("build", "--project", project, "--output", output, "--base-url", base_url, "--lang", "en")
    assert done.returncode == 0, done.stdout + done.stderr
    return Built(output, base_url, done.stdout)


@pytest.fixture(scope="session")
def real_site(real_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The real site at the root of a host."""
    return build(real_project, tmp_path_factory.mktemp("root") / "site", "https://example.org/")


@pytest.fixture(scope="session")
def deep_site(real_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The real site in a folder of a folder of a host."""
    return build(real_project, tmp_path_factory.mktemp("deep") / "site", "https://example.org/a/b/")
