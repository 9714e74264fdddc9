"""Builds that are killed, or that a disk fails, at every step that they take on the disk.

    python -m tests.crash [--every K]

A small site is brought from one state to another; before each write, rename, removal and statement of the database, and after half
of each write, the build is killed (and in other rounds the disk fails). All files must be whole, old or new, and the next build must
be the clean one, without a word more.
"""

from __future__ import annotations

import argparse
import builtins
import errno
import io
import json
import os
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any, NamedTuple

from changlai import executor
from changlai.cli import main
from changlai.write.tree import PART
from tests.history import scratch, write

SITE = """\
title: {{zh: 示例, en: Sample}}
base_url: https://example.org/
source: zh
languages:
  zh: {{tag: zh-Hans, locale: zh_Hans_CN, name: 简体中文, og: zh_CN}}
  en: {{tag: en, locale: en_GB, name: English, og: en_GB}}
redirects: {redirects}
"""
STORY = "---\ntitle: {title}\nsummary: 一句。\n{date}---\n\n正文 {title}。\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9"><path d="M0 0h{side}v9z"/></svg>\n'
Tree = dict[str, bytes]


def before(root: Path) -> None:
    write(root / "site.yaml", SITE.format(redirects="{/zh/x.html/: /zh/, /zh/y.html: /zh/}"))
    for slug in ("a", "b"):
        write(root / f"content/stories/{slug}/index.zh.md", STORY.format(title=f"题{slug}", date="date: 2022-08-01\n"))
    write(root / "content/stories/a/index.en.md", STORY.format(title="A", date=""))
    picture = STORY.format(title="图", date="date: 2022-08-03\n") + "\n![图](p.svg)\n"
    write(root / "content/stories/c/index.zh.md", picture)
    write(root / "content/stories/c/p.svg", SVG.format(side=5))


def after(root: Path) -> None:
    """From `before`: files change, come and go; a folder becomes a file and a file a folder."""
    write(root / "site.yaml", SITE.format(redirects="{/zh/x.html: /zh/, /zh/y.html/: /zh/}"))
    shutil.rmtree(root / "content/stories/b")
    write(root / "content/stories/a/index.zh.md", STORY.format(title="题甲", date="date: 2022-08-01\n"))
    write(root / "content/stories/d/index.zh.md", STORY.format(title="题d", date="date: 2022-08-05\n"))
    write(root / "content/stories/c/p.svg", SVG.format(side=7))


# ---- a disk that is watched


class Fault(NamedTuple):
    """What happens at the chosen step: death, or a failure of the disk; `lasting` if it fails from then on whatever takes room."""

    name: str
    code: int = 0
    lasting: bool = False


FAULTS = (Fault("kill"), Fault("full", errno.ENOSPC, True), Fault("forbidden", errno.EACCES), Fault("unreadable", errno.EIO))
TAKES_ROOM = {"open", "write", "mkdir", "symlink", "commit"}
CALLS = ("replace", "rename", "unlink", "remove", "rmdir", "mkdir", "symlink", "link", "fsync", "truncate", "ftruncate", "utime", "chmod")
OPEN = os.open  # as it is where nothing is watched


class Watch:
    """Counts the steps of a build and of its children, and strikes at one of them."""

    def __init__(self, root: Path, at: int, fault: Fault) -> None:
        self.root, self.at, self.fault = str(root), at, fault
        self.file = root.parent / "steps"
        self.file.write_bytes(b"")

    def step(self, name: str, path: object) -> None:
        text = os.fsdecode(path) if isinstance(path, str | bytes | os.PathLike) else ""
        if text and not self.concerns(text):
            return
        now = self.count()
        if now == self.at or (self.fault.lasting and now > self.at and name in TAKES_ROOM):
            self.strike(name, text)

    def count(self) -> int:
        """One more. By the length of a file: a lock would stay locked where whoever holds it is ended."""
        file = OPEN(self.file, os.O_WRONLY | os.O_APPEND)
        try:
            os.write(file, b".")
            return os.lseek(file, 0, os.SEEK_CUR)
        finally:
            os.close(file)

    def concerns(self, path: Any) -> bool:
        return isinstance(path, str | bytes | os.PathLike) and str(Path(os.fsdecode(path)).absolute()).startswith(self.root)

    def strike(self, name: str, path: str) -> None:
        if not self.fault.code:
            os.killpg(0, signal.SIGKILL)
        reason = os.strerror(self.fault.code)
        if name in ("execute", "commit"):
            raise sqlite3.OperationalError(reason)
        raise OSError(self.fault.code, reason, path)

    def install(self) -> None:
        """For good: only a child that is about to build calls this."""
        for name in CALLS:
            setattr(os, name, self.call(name, getattr(os, name)))
        opened = io.open
        for module in (io, builtins):
            module.open = lambda path, mode="r", *rest, **more: self.open(opened, path, mode, *rest, **more)  # type: ignore[attr-defined]
        low = os.open

        def open_low(path: Any, flags: int, *rest: Any, **more: Any) -> int:
            if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
                self.step("open", path)
            return low(path, flags, *rest, **more)

        os.open = open_low
        connect = sqlite3.connect
        watch = self

        class Connection(sqlite3.Connection):
            def execute(self, *args: Any) -> sqlite3.Cursor:
                watch.step("execute", "")
                return super().execute(*args)

            def executemany(self, *args: Any) -> sqlite3.Cursor:
                watch.step("execute", "")
                return super().executemany(*args)

            def __exit__(self, *args: Any) -> Any:
                watch.step("commit", "")
                return super().__exit__(*args)

            def commit(self) -> None:
                watch.step("commit", "")
                super().commit()

        sqlite3.connect = lambda *args, **more: connect(*args, **{"factory": Connection, **more})

    def call(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def called(path: Any, *rest: Any, **more: Any) -> Any:
            self.step(name, path)
            return real(path, *rest, **more)

        return called

    def open(self, real: Callable[..., Any], path: Any, mode: str, *rest: Any, **more: Any) -> Any:
        if not self.concerns(path) or not set(mode) & set("wax+"):
            return real(path, mode, *rest, **more)
        self.step("open", path)
        return Written(self, real(path, mode, *rest, **more), path)


class Written:
    """A file whose writes are steps: one before, and one after the first half."""

    def __init__(self, watch: Watch, file: Any, path: Any) -> None:
        self.watch, self.file, self.path = watch, file, path

    def write(self, data: Any) -> int:
        self.watch.step("write", self.path)
        half = len(data) // 2
        self.file.write(data[:half])
        self.file.flush()
        self.watch.step("write", self.path)
        self.file.write(data[half:])
        return len(data)

    def __enter__(self) -> Written:
        return self

    def __exit__(self, *args: object) -> None:
        self.file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.file, name)


# ---- builds


def warm() -> None:
    """Templates are compiled once, before there are children."""
    with tempfile.TemporaryDirectory() as name, redirect_stdout(io.StringIO()):
        before(Path(name))
        main(["build", "--project", name, "--jobs", "1", "--no-cache"])


class Ended(NamedTuple):
    status: int  # negative: the signal that ended it
    said: str
    steps: int = 0


def built(root: Path, *args: str, watch: Watch | None = None, jobs: int = 1) -> Ended:
    """A build in a child, which may die."""
    words = root.parent / "words"
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        executor.WORTH = 1
        with words.open("w", encoding="utf-8") as out, redirect_stdout(out), redirect_stderr(out):
            status = 70
            try:
                if watch:
                    watch.install()
                status = main(["build", "--project", str(root), "--lang", "en", "--today", "2026-01-02", "--jobs", str(jobs), *args])
            except BaseException as fault:
                out.write(f"Traceback: {type(fault).__name__}: {fault}\n")
            out.flush()
            os._exit(status)
    _, state = os.waitpid(child, 0)
    return Ended(os.waitstatus_to_exitcode(state), words.read_text("utf-8"), watch.file.stat().st_size if watch else 0)


def files(folder: Path) -> Tree:
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() or path.is_symlink():
            found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found


class Scene(NamedTuple):
    name: str
    begun: bool  # the first state was built before
    jobs: int = 1
    back: bool = False  # afterwards the sources are those of the first state again


SCENES = (
    Scene("update", True),
    Scene("first build", False),
    Scene("update with two processes", True, jobs=2),
    Scene("update that is taken back", True, back=True),
)


class Trial:
    """One scene, ready to be played with any fault at any step."""

    def __init__(self, folder: Path, scene: Scene) -> None:
        self.folder, self.scene = folder, scene
        self.start, self.root = folder / "start", folder / "project"
        before(self.root)
        self.old: Tree = {}
        if scene.begun:
            assert built(self.root).status == 0
            self.old = files(self.root / "site")
        after(self.root)
        self.root.rename(self.start)  # what is remembered belongs to the place where it was built
        self.new, self.words = self.clean("new", after)
        assert self.new != self.old
        self.wanted = self.new
        if scene.back:
            self.wanted, self.words = self.clean("old", lambda root: None)

    def clean(self, name: str, change: Callable[[Path], object]) -> tuple[Tree, list[str]]:
        """The bytes and words of a clean build of a state."""
        root = self.folder / name
        before(root)
        change(root)
        ended = built(root, "--no-cache")
        assert ended.status == 0, ended.said
        return files(root / "site"), report(ended.said)

    def play(self, at: int, fault: Fault) -> tuple[Ended, list[str]]:
        """The fault at one step; how the build ended, and what is wrong after it."""
        shutil.rmtree(self.root, ignore_errors=True)
        shutil.copytree(self.start, self.root, symlinks=True)
        ended = built(self.root, watch=Watch(self.root, at, fault), jobs=self.scene.jobs)
        left = files(self.root / "site")
        whole = {path: (self.old.get(path), self.new.get(path)) for path in left if not part(path)}
        wrong = [f"{path} is torn" for path, either in whole.items() if left[path] not in either]
        if fault.code:
            wrong += self.misreported(ended, left)
        if self.scene.back:
            shutil.rmtree(self.root / "content")
            before(self.root)
        then = built(self.root, jobs=self.scene.jobs)
        now = files(self.root / "site")
        if then.status:
            wrong.append(f"the next build ended with {then.status}: {then.said[:300]}")
        elif now != self.wanted:
            differing = sorted(path for path in now.keys() | self.wanted.keys() if now.get(path) != self.wanted.get(path))
            wrong.append(f"the next build is not the clean one: {', '.join(differing[:4])}")
        elif report(then.said) != self.words:
            wrong.append(f"the next build says more: {json.dumps(then.said[-300:], ensure_ascii=False)}")
        return ended, wrong

    def misreported(self, ended: Ended, left: Tree) -> list[str]:
        """What a build says whose disk fails: one plain line for whom it concerns."""
        if ended.status == 0:
            return [] if left == self.new else ["it ended as if all were well"]
        wrong = []
        if ended.status != 1 or "Traceback" in ended.said:
            wrong.append(f"it ended with {ended.status}: {ended.said[-300:]}")
        elif "error" not in ended.said and "project" not in ended.said:
            wrong.append(f"it names no file: {ended.said[-300:]}")
        if "Nothing was written" in ended.said and left != self.old:
            wrong.append("it says that nothing was written, though something was")
        return wrong


def part(path: str) -> bool:
    """Whether it is of a build that did not come to its end."""
    return any(name.endswith(PART) for name in path.split("/"))


def report(said: str) -> list[str]:
    """The words of a build without its numbers."""
    return [line for line in said.splitlines() if "files written" not in line and "pages:" not in line]


def trials(every: int, scenes: tuple[Scene, ...] = SCENES, faults: tuple[Fault, ...] = FAULTS) -> Iterator[tuple[str, int, list[str]]]:
    """Each scene with each fault: its name, the points tried, what was wrong."""
    warm()
    for scene in scenes:
        with tempfile.TemporaryDirectory(prefix="crash-", dir=scratch()) as name:
            trial = Trial(Path(name), scene)
            steps, found = trial.play(0, FAULTS[0])
            assert steps.steps > 20, "the steps of a build are not seen any more"
            yield f"{scene.name}: undisturbed", 1, found
            for number, fault in enumerate(faults):
                points, wrong = range(1 + number % every, steps.steps + 1, every), []
                for at in points:
                    ended, found = trial.play(at, fault)
                    wrong += [f"at step {at}: {text}" for text in found]
                    if not fault.code and ended.status != -signal.SIGKILL and scene.jobs == 1:
                        wrong.append(f"at step {at}: it was not killed but ended with {ended.status}: {ended.said[-300:]}")
                yield f"{scene.name}: {fault.name}", len(points), wrong


def command() -> int:
    parser = argparse.ArgumentParser("python -m tests.crash", description="Kills builds, and fails them their disk, at every step.")
    parser.add_argument("--every", type=int, default=1, metavar="K", help="only each K-th step")
    parser.add_argument("--kill", action="store_true", help="only kill")
    args = parser.parse_args()
    began, total, failed = time.monotonic(), 0, 0
    for name, points, wrong in trials(args.every, faults=FAULTS[:1] if args.kill else FAULTS):
        total, failed = total + points, failed + len(wrong)
        sys.stdout.write(f"{name}: {points} points, {len(wrong)} wrong\n" + "".join(f"    {text}\n" for text in wrong[:12]))
        sys.stdout.flush()
    sys.stdout.write(f"{total} points tried, {failed} wrong, {time.monotonic() - began:.0f} s\n")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(command())
