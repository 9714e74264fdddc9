"""The same project on other machines: other hashes, clocks, locales, masks, places, orders of folders, numbers of processes.

    python -m tests.determinism

builds one project in each of these ways and prints whether its bytes, its report and the modes of its files are those of the first.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from changlai import executor
from changlai.cli import main
from tests.edits import site
from tests.history import ROOT, scratch

EARLY, LATE = 631_152_000, 2_145_916_800  # 1990, 2037: seconds
LOCALE = ("LC_", "LANG", "PYTHON", "TZ", "CI")


@dataclass(frozen=True)
class Machine:
    name: str
    environment: dict[str, str] = field(default_factory=dict)
    place: str = "project"  # of the project
    cwd: str = "."  # from the folder that holds it
    jobs: int = 1
    umask: int = 0o022
    times: int = 0  # of every file
    reverse: bool = False  # folders are listed backwards
    spawn: bool = False  # processes are not forked
    memory: bool = False  # with what the first one remembers


FIRST = Machine("first", {"PYTHONHASHSEED": "0", "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8"})
MACHINES = (
    Machine("hash seed 1", {"PYTHONHASHSEED": "1"}),
    Machine("random hash seed", {"PYTHONHASHSEED": "random"}),
    Machine("time zone in the east", {"TZ": "Pacific/Kiritimati"}),
    Machine("time zone in the west", {"TZ": "Pacific/Pago_Pago", "LC_ALL": "de_DE.UTF-8"}),
    Machine("ASCII locale without UTF-8 mode", {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    Machine("ASCII locale, two jobs", {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, jobs=2),
    Machine("umask 077", umask=0o077),
    Machine("umask 002", umask=0o002),
    Machine("path with spaces", place="my project (1)/the site"),
    Machine("path in Chinese, Korean, Japanese", place="昌莱/창라이/サイト"),
    Machine("long path", place="/".join(["a-folder-with-a-rather-long-name"] * 6)),
    Machine("another working folder", cwd="project/content"),
    Machine("folders listed backwards", reverse=True),
    Machine("files of 1990", times=EARLY),
    Machine("files of 2037", times=LATE),
    Machine("two jobs", jobs=2),
    Machine("five jobs", {"PYTHONHASHSEED": "random"}, jobs=5),
    Machine("two jobs, not forked", {"PYTHONHASHSEED": "7"}, jobs=2, spawn=True),
    Machine("optimised", {"PYTHONOPTIMIZE": "2"}),
    Machine("the memory of another machine", place="elsewhere/project", memory=True),
)
PLAIN = "import sys; from changlai.cli import main; sys.exit(main())"


def build(machine: Machine, folder: Path, first: Path | None = None) -> tuple[dict[str, bytes], str, list[str]]:
    """The bytes, the report and the wrong modes of a project built on `machine` below `folder`."""
    root = folder / machine.place
    site.make(root)
    if machine.memory and first:
        shutil.copytree(first / FIRST.place / ".changlai", root / ".changlai")
    if machine.times:
        for path in [*(root / "content").rglob("*"), root / "site.yaml"]:
            os.utime(path, (machine.times, machine.times))
    environment = {name: value for name, value in os.environ.items() if not name.startswith(LOCALE)}
    environment |= {"PYTHONPATH": os.environ.get("PYTHONPATH") or str(ROOT), **machine.environment}
    odd = machine.reverse or machine.spawn or machine.jobs > 1
    start = ["-m", "tests.determinism", *(["--reverse"] if machine.reverse else []), *(["--thread"] if machine.spawn else []), "--"]
    options = ["build", "--project", os.path.relpath(root, folder / machine.cwd), "--lang", "en", "--today", "2026-01-02"]
    done = subprocess.run(
        [
            sys.executable,
            "-P",
            *(start if odd and "PYTHONUTF8" not in machine.environment else ["-c", PLAIN]),
            *options,
            "--jobs",
            str(machine.jobs),
        ],
        cwd=folder / machine.cwd,
        env=environment,
        umask=machine.umask,
        capture_output=True,
    )
    said = done.stdout.decode() + done.stderr.decode()
    if done.returncode:
        return {}, said, []
    made = list((root / "site").rglob("*"))
    modes = [f"{path.name} has mode {path.stat().st_mode & 0o777:o}" for path in made if path.stat().st_mode & 0o777 != mode(path, machine)]
    said = "\n".join(line for line in said.splitlines() if "pages:" not in line and "files written" not in line)
    return {path.relative_to(root / "site").as_posix(): path.read_bytes() for path in made if path.is_file()}, said, modes


def mode(path: Path, machine: Machine) -> int:
    """What a web server is allowed, as far as the one who builds allows it."""
    return (0o777 if path.is_dir() else 0o666) & ~machine.umask


def differences(machines: tuple[Machine, ...] = MACHINES) -> Iterator[tuple[Machine, str]]:
    """Each machine with what is different there; nothing where nothing is."""
    with tempfile.TemporaryDirectory(prefix="machines-", dir=scratch()) as name:
        files, said, wrong = build(FIRST, Path(name, "0"))
        assert files and not wrong, said or wrong
        for number, machine in enumerate(machines, 1):
            other, report, modes = build(machine, Path(name, str(number)), Path(name, "0"))
            differing = sorted(path for path in files.keys() | other.keys() if files.get(path) != other.get(path))
            found = [*(["its report:\n" + report] if report != said else []), *differing[:4], *modes[:4]]
            yield machine, ", ".join(found)


class Backwards:
    """What os.scandir gives, in another order."""

    def __init__(self, entries: Iterable[os.DirEntry[str]]) -> None:
        self.entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

    def __iter__(self) -> Backwards:
        return self

    def __next__(self) -> os.DirEntry[str]:
        return next(self.entries)

    def __enter__(self) -> Backwards:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self.entries = iter(())


def child(arguments: list[str], reverse: bool, thread: bool) -> int:
    """A build on a machine of another kind."""
    executor.WORTH = 1
    if reverse:
        listdir, scandir = os.listdir, os.scandir

        os.listdir = lambda *args: sorted(listdir(*args), reverse=True)  # type: ignore[assignment]
        os.scandir = lambda *args: Backwards(scandir(*args))  # type: ignore
    if thread:  # beside other threads forking is not safe, and not done
        threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
    return main(arguments)


def command() -> int:
    parser = argparse.ArgumentParser("python -m tests.determinism", description="One project, built on many machines.")
    parser.add_argument("--reverse", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--thread", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("arguments", nargs="*", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.arguments:
        return child(args.arguments, args.reverse, args.thread)
    began, failed = time.monotonic(), 0
    for machine, wrong in differences():
        failed += bool(wrong)
        sys.stdout.write(f"{'DIFFERS' if wrong else 'same':8} {machine.name}{': ' + wrong[:600] if wrong else ''}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{len(MACHINES)} machines, {failed} differ, {time.monotonic() - began:.0f} s\n")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(command())
