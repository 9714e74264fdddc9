"""Setting up: the locks, and the scripts that `make` calls, tried with stand-ins for Python, apt and the browser."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT

LOCKS = ["requirements.lock", "requirements-cluster.lock", "requirements-test.lock"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def locked(name: str) -> dict[str, Requirement]:
    """What a lock pins, by name; the lines of hashes are joined to none of them."""
    lines = (line.rstrip(" \\") for line in (ROOT / name).read_text("utf-8").splitlines() if not line.startswith((" ", "#")))
    return {canonicalize_name(found.name): found for found in map(Requirement, lines)}


def wanted(group: str, extra: str = "") -> list[Requirement]:
    extras = PROJECT["project"]["optional-dependencies"].get(extra, [])
    named = [Requirement(text) for text in PROJECT["project"]["dependencies"] + extras]
    for item in PROJECT["dependency-groups"][group]:
        named += wanted(item["include-group"]) if isinstance(item, dict) else [Requirement(item)]
    return named


def sandbox(tmp_path: Path, **programs: str) -> tuple[Path, dict[str, str]]:
    """A checkout with spaces and Chinese in its path, and an environment in which only `programs` and the shell's own tools exist."""
    checkout, tools = tmp_path / "昌莱 site", tmp_path / "bin"
    shutil.copytree(ROOT / ".ci", checkout / ".ci")
    for name in ["pyproject.toml", *LOCKS]:
        shutil.copy2(ROOT / name, checkout)
    tools.mkdir()
    for name in ("sh", "cat", "cmp", "dirname", "grep", "rm", "id", "env", "mkdir", "cp", "chmod"):
        (tools / name).symlink_to(str(shutil.which(name)))
    for name, script in programs.items():
        (tools / name).write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        (tools / name).chmod(0o755)
    return checkout, {"PATH": str(tools), "LOG": str(tmp_path / "log")}


def sh(checkout: Path, env: dict[str, str], script: str, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["sh", f".ci/{script}", *args], cwd=checkout, env=env, capture_output=True, text=True, timeout=60)


# Says yes to every question, makes a .venv with itself as Python, and notes what it was called for.
PYTHON = """
echo "$0 $*" >> "$LOG"
case "$*" in
  *"-m venv"*) mkdir -p .venv/bin && cp "$0" .venv/bin/python && chmod +x .venv/bin/python ;;
esac
"""


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_host_and_holds_hashes(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert not re.search(r"://|^-|@ ", text, re.MULTILINE)
    for part in re.split(r"\n(?=[a-z])", text)[1:]:
        assert re.search(r"==[0-9]", part) and part.count("--hash=sha256:") >= 1, part


@pytest.mark.parametrize(
    ("name", "group", "extra"),
    [
        ("requirements.lock", "install", ""),
        ("requirements-cluster.lock", "install", "cluster"),
        ("requirements-test.lock", "test", "cluster"),
    ],
)
def test_a_lock_pins_what_the_project_names(name: str, group: str, extra: str) -> None:
    pins = locked(name)
    for requirement in wanted(group, extra):
        version = next(iter(pins[canonicalize_name(requirement.name)].specifier)).version
        assert requirement.specifier.contains(version), requirement


@pytest.mark.parametrize(("small", "large"), list(pairwise(LOCKS)))
def test_the_locks_agree(small: str, large: str) -> None:
    pins = locked(large)
    assert [name for name, found in locked(small).items() if pins[name].specifier != found.specifier] == []


@pytest.mark.parametrize("name", ["pillow", "pyyaml", "markupsafe", "watchdog"])
def test_a_lock_serves_every_platform(name: str) -> None:
    """Compiled packages have wheels for many systems and Pythons: a lock made from one machine's folder of wheels would hold a few."""
    part = re.search(rf"^{name}==(?:.*\n)(?:    .*\n)+", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE)
    assert part and part[0].count("--hash") > 15


def test_nothing_but_windows_and_older_pythons_is_left_to_a_marker() -> None:
    for found in (pin for name in LOCKS for pin in locked(name).values()):
        here = [{"python_full_version": f"3.{minor}.0", "sys_platform": "linux", "os_name": "posix"} for minor in (11, 14)]
        assert found.marker is None or any(map(found.marker.evaluate, here)) or "win32" in str(found.marker), found


def test_the_interpreters_named_are_those_that_can_install() -> None:
    named = {text.rsplit(" ", 1)[1] for text in PROJECT["project"]["classifiers"] if "Python :: 3." in text}
    script = (ROOT / ".ci/install").read_text("utf-8")
    assert named == set(re.findall(r"python(3\.\d+) ", script.partition("for python in")[2].split("; do")[0]))


def test_an_old_python_is_passed_over(tmp_path: Path) -> None:
    checkout, env = sandbox(tmp_path, **{"python3.14": "exit 127", "python3.13": "exit 1", "python3.12": PYTHON, "python3": PYTHON})
    done = sh(checkout, env, "install", "requirements.lock")
    assert done.returncode == 0, done.stderr
    called = (tmp_path / "log").read_text("utf-8")
    assert "python3.12 -m venv --clear .venv" in called and "python3 -m venv" not in called
    assert "--require-hashes -r requirements.lock" in called and "--no-deps --no-build-isolation --editable ." in called


def test_a_python_is_chosen_by_name(tmp_path: Path) -> None:
    checkout, env = sandbox(tmp_path, **{"python3.14": PYTHON, "my-python": PYTHON})
    assert sh(checkout, {**env, "PYTHON": "my-python"}, "install", "requirements.lock").returncode == 0
    assert "my-python -m venv" in (tmp_path / "log").read_text("utf-8")


def test_the_second_time_nothing_is_called(tmp_path: Path) -> None:
    checkout, env = sandbox(tmp_path, python3=PYTHON)
    assert sh(checkout, env, "install", "requirements.lock").returncode == 0
    called = (tmp_path / "log").read_text("utf-8")
    os.utime(checkout / "requirements.lock")  # as a checkout of another branch and back does
    done = sh(checkout, env, "install", "requirements.lock")
    assert (done.returncode, done.stdout) == (0, "")
    assert (tmp_path / "log").read_text("utf-8") == called


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml"])
def test_a_pull_that_changes_what_is_needed_installs_again(tmp_path: Path, name: str) -> None:
    checkout, env = sandbox(tmp_path, python3=PYTHON)
    sh(checkout, env, "install", "requirements.lock")
    (tmp_path / "log").unlink()
    with (checkout / name).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert sh(checkout, env, "install", "requirements.lock").returncode == 0
    assert "--require-hashes" in (tmp_path / "log").read_text("utf-8")


def test_a_broken_installation_is_not_taken_for_a_whole_one(tmp_path: Path) -> None:
    checkout, env = sandbox(tmp_path, python3=PYTHON.replace("esac", "  *--require-hashes*) exit 1 ;;\nesac"))
    assert sh(checkout, env, "install", "requirements.lock").returncode == 1
    assert not (checkout / ".venv/requirements.lock.stamp").exists()


def test_without_a_python_it_says_what_to_install(tmp_path: Path) -> None:
    checkout, env = sandbox(tmp_path, python3="exit 1")
    done = sh(checkout, env, "install", "requirements.lock")
    assert done.returncode == 1
    assert "Python 3.11 or later" in done.stderr and "找不到 Python 3.11" in done.stderr


def test_a_real_python_fits() -> None:
    """The question that decides is put to this very Python."""
    question = re.search(r"-c '(import ensurepip.*?)'", (ROOT / ".ci/install").read_text("utf-8"))
    assert question
    assert subprocess.run([sys.executable, "-c", question[1]], check=False).returncode == 0
    assert subprocess.run([sys.executable, "-c", question[1].replace("(3, 11)", "(9, 9)")], check=False).returncode == 1


def test_a_browser_is_found_by_any_of_its_names(tmp_path: Path) -> None:
    checkout, env = sandbox(tmp_path, **{"google-chrome": ":"})
    assert sh(checkout, env, "chromium").stdout.strip().endswith("/google-chrome")


def test_a_browser_is_installed_where_there_is_none(tmp_path: Path) -> None:
    install = 'case "$*" in *"install "*chromium*) printf "#!/bin/sh\\n" > "${0%/*}/chromium"; chmod +x "${0%/*}/chromium" ;; esac'
    checkout, env = sandbox(tmp_path, sudo='shift; exec "$@"', **{"apt-get": install})
    done = sh(checkout, env, "chromium", "install")
    assert done.returncode == 0 and done.stdout.strip().endswith("/chromium"), done.stderr


GETTEXT = ("msgfmt", "msgcat", "msgmerge", "msgattrib")


def test_gettext_that_is_there_is_not_installed_again(tmp_path: Path) -> None:
    checkout, env = sandbox(tmp_path, **{**dict.fromkeys(GETTEXT, ":"), "apt-get": "exit 1"})
    done = sh(checkout, env, "gettext", "install")
    assert (done.returncode, done.stderr) == (0, "")


def test_gettext_is_installed_where_it_is_not(tmp_path: Path) -> None:
    make = "; ".join(f'printf "#!/bin/sh\n" > "${{0%/*}}/{name}"; chmod +x "${{0%/*}}/{name}"' for name in GETTEXT)
    checkout, env = sandbox(tmp_path, sudo='shift; exec "$@"', **{"apt-get": f'case "$*" in *"install "*gettext*) {make} ;; esac'})
    assert sh(checkout, env, "gettext").returncode == 1
    assert sh(checkout, env, "gettext", "install").returncode == 0
    assert sh(checkout, env, "gettext").returncode == 0


@pytest.mark.parametrize("programs", [{}, {"apt-get": "exit 1", "sudo": "exit 1"}, dict.fromkeys(GETTEXT[:3], ":")])
def test_without_gettext_the_tests_say_so_and_fail(tmp_path: Path, programs: dict[str, str]) -> None:
    checkout, env = sandbox(tmp_path, **programs)
    done = sh(checkout, env, "gettext", "install")
    assert done.returncode == 1 and "install the package gettext" in done.stderr


@pytest.mark.parametrize(
    ("programs", "env"), [({}, {}), ({"apt-get": "exit 1", "sudo": "exit 1"}, {}), ({"chromium": ":"}, {"CHROMIUM": "nowhere"})]
)
def test_without_a_browser_the_tests_say_so_and_fail(tmp_path: Path, programs: dict[str, str], env: dict[str, str]) -> None:
    checkout, clean = sandbox(tmp_path, **programs)
    done = sh(checkout, {**clean, **env}, "chromium", "install")
    assert done.returncode != 0 and "CHROMIUM=" in done.stderr
    assert done.stdout == ""
