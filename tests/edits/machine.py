"""A history of edits, with a build after each, and a clean build beside it that remembers nothing."""

from __future__ import annotations

import difflib
import importlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple
from unittest import mock

from tests.edits import site
from tests.edits.world import EDITS, World

SOURCES = ("site.yaml", "urls.lock", "content", "templates", "translations", "shared")
Tree = dict[str, "bytes | str | None"]  # a file's bytes, where a link leads, None for a folder
STRANGE = ("output-strange", "output-left")
FAVOUR = 15  # times as often
COUNTS = re.compile(r"\d+ files written")


class Said(NamedTuple):
    """How a build ended."""

    status: int | str  # a traceback, where it did not end as a program should
    problems: list[dict[str, Any]]
    words: str


@dataclass
class Tally:
    edits: Counter[str] = field(default_factory=Counter)
    failed: int = 0  # builds that ended with errors, as the clean one did
    early: int = 0  # builds that ended before building


# ---- running builds


def arguments(world: World, project: Path, clean: bool) -> list[str]:
    run = world.run
    options = ["build", "--project", str(project), "--lang", "en", "--format", "json", "--today", run.today]
    options += ["--base-url", run.base_url] if run.base_url else []
    options += ["--drafts"] if run.drafts else []
    if clean:
        return [*options, "--no-cache", "--jobs", "1"]
    return [*options, "--jobs", str(run.jobs), *(["--output", str(world.output)] if run.elsewhere else [])]


def given(world: World, project: Path, clean: bool = False) -> Said:
    """A build by the public command, in this process."""
    main = importlib.import_module("changlai.cli").main
    out, err = io.StringIO(), io.StringIO()
    with mock.patch.dict(os.environ, {"CI": "true"} if world.run.ci else {}), redirect_stdout(out), redirect_stderr(err):
        if not world.run.ci:
            os.environ.pop("CI", None)
        try:
            status: int | str = main(arguments(world, project, clean))
        except SystemExit as end:
            status = int(end.code or 0)
        except Exception:
            status = traceback.format_exc()
    return said(status, out.getvalue(), err.getvalue(), project)


def apart(world: World, project: Path, clean: bool = False) -> Said:
    """The same in a process of its own."""
    command = [sys.executable, "-P", "-c", "import sys; from changlai.cli import main; sys.exit(main(sys.argv[1:]))"]
    environment = {name: value for name, value in os.environ.items() if name != "CI"} | ({"CI": "true"} if world.run.ci else {})
    done = subprocess.run([*command, *arguments(world, project, clean)], env=environment, capture_output=True, text=True, encoding="utf-8")
    return said(done.returncode, done.stdout, done.stderr, project)


def said(status: int | str, out: str, err: str, project: Path) -> Said:
    try:
        problems = json.loads(out)
    except ValueError:
        problems = [{"code": "no-json", "message": out}]
    words = [line.replace(str(project), "PROJECT") for line in err.splitlines() if not COUNTS.match(line)]
    return Said(status, problems, "\n".join(words))


def forked(work: Callable[[], object]) -> int:
    """A child that works and ends; its number."""
    child = os.fork()
    if child == 0:
        with suppress(BaseException):
            work()
        os._exit(0)
    return child


@contextmanager
def frozen(stats: dict[str, os.stat_result]) -> Iterator[None]:
    """A disk that says of some files what it said before."""
    if not stats:
        yield
        return

    def seen(real: Callable[..., os.stat_result]) -> Callable[..., os.stat_result]:
        def look(path: Any, *rest: Any, **more: Any) -> os.stat_result:
            return stats.get("" if isinstance(path, int) else os.fsdecode(path)) or real(path, *rest, **more)

        return look

    with mock.patch.object(os, "stat", seen(os.stat)), mock.patch.object(os, "lstat", seen(os.lstat)):
        yield


@contextmanager
def lasting(holds: bool) -> Iterator[None]:
    """A process that `holds` what it has made, as the preview does."""
    store = importlib.import_module("changlai.store").Store
    init = store.__init__
    with mock.patch.object(store, "__init__", lambda self, folder, _=False: init(self, folder, holds and folder is not None)):
        yield


def load_again() -> None:
    """Another version of the program is installed: nothing of the old one stays loaded."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "changlai"]:
        del sys.modules[name]
    # Nothing but their arguments decides what these give; they are much of what the clean build of a small site costs.
    for module, function in (("changlai.render", "analyse"), ("changlai.translate", "parse_po")):
        loaded = importlib.import_module(module)
        setattr(loaded, function, lru_cache(None)(getattr(loaded, function)))


# ---- what lies where


def tree(root: Path, names: Sequence[str]) -> Tree:
    found: Tree = {}
    waiting = [(name, root / name) for name in names]
    while waiting:
        name, path = waiting.pop()
        if path.is_symlink():
            found[name] = str(path.readlink())
        elif path.is_dir():
            found[name] = None
            waiting += [(f"{name}/{entry.name}", Path(entry.path)) for entry in os.scandir(path)]
        elif path.exists():
            found[name] = path.read_bytes()
    return found


def bring(root: Path, before: Tree, after: Tree, write: Callable[[Path, bytes], object]) -> None:
    """Make `root`, which holds `before`, hold `after`."""
    kept = {name: value for name, value in before.items() if stays(value, after.get(name, 0))}
    for name in sorted(before.keys() - kept.keys(), reverse=True):
        path = root / name
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
    for name, value in sorted(after.items()):
        if name in kept and kept[name] == value:
            continue
        if value is None:
            (root / name).mkdir(parents=True, exist_ok=True)
        elif isinstance(value, str):
            (root / name).symlink_to(value)
        else:
            write(root / name, value)


def stays(before: bytes | str | None, after: bytes | str | int | None) -> bool:
    """Whether what is there can be written over: a file by a file."""
    return type(before) is type(after) and (not isinstance(before, str) or before == after)


class Found(NamedTuple):
    data: bytes | None
    inode: int


def snapshot(folder: Path) -> dict[str, Found]:
    """Every file and folder of an output; links and what they lead to are not what anybody planned."""
    found: dict[str, Found] = {}
    waiting = [("", folder)] if folder.is_dir() else []
    while waiting:
        name, path = waiting.pop()
        for entry in os.scandir(path):
            at = f"{name}{entry.name}"
            if entry.is_symlink():
                found[at] = Found(b"-> " + os.fsencode(Path(entry.path).readlink()), 0)
            elif entry.is_dir():
                found[f"{at}/"] = Found(None, 0)
                waiting.append((f"{at}/", Path(entry.path)))
            else:
                found[at] = Found(Path(entry.path).read_bytes(), entry.inode())
    return found


# ---- the history


class History:
    """Edits by number: each has its own chance, so that a history can be replayed with some of them left out."""

    def __init__(self, folder: Path, program: Path, seed: int, favoured: Sequence[str] = ()) -> None:
        """`favoured`: edits that are drawn more often."""
        self.folder, self.seed, self.tally = folder, seed, Tally()
        assert set(favoured) <= EDITS.keys(), favoured
        self.weights = {name: weight * (FAVOUR if name in favoured else 1) for name, (_, weight) in EDITS.items()}
        self.world = World(folder / "project", program, Random(seed))
        self.mirror: Tree = {}
        site.make(self.world.root)
        self.world.good = tree(self.world.root, SOURCES)
        load_again()

    def step(self, number: int, compare: bool = True) -> str:
        """One edit and its build; what is wrong with it, empty where nothing is."""
        world = self.world
        world.random = Random(f"{self.seed}/{number}")
        name = self.edit()
        self.tally.edits[name] += 1
        if world.upgraded:
            load_again()
            world.upgraded = False
        before = snapshot(world.output)
        again = importlib.import_module("changlai.cli.again")
        with mock.patch.object(again, "tell", wraps=again.tell) as tell, frozen(world.frozen), lasting(world.random.random() < 0.5):
            began = time.monotonic()
            ended = (apart if world.fresh else given)(world, world.root)
            world.pace = max(world.pace * 0.8, min(time.monotonic() - began, 1.0))
        self.tally.early += tell.call_count
        world.fresh, world.frozen = False, {}
        world.sound = not any(found.get("severity", "error") == "error" for found in ended.problems)
        if world.sound:
            world.good = tree(world.root, SOURCES)
        wrong = self.judge(number, before, ended) if compare else ""
        return f"{number} {name}: {wrong}" if wrong else ""

    def edit(self) -> str:
        world = self.world
        if not world.sound and world.random.random() < 0.6:
            bring(world.root, tree(world.root, SOURCES), world.good, world.write)
            world.sound = True
            return "mend"
        while True:
            (name,) = world.random.choices(list(self.weights), list(self.weights.values()))
            if EDITS[name][0](world) is not False:
                return name

    def clean(self, number: int) -> tuple[Said, dict[str, Found]]:
        """What one clean build of the project as it is now says and makes."""
        root = self.folder / "clean"
        now = tree(self.world.root, SOURCES)
        bring(root, self.mirror, now, site.write)
        self.mirror = now
        for name in ("site", ".changlai"):
            shutil.rmtree(root / name, ignore_errors=True)
        ended = (apart if number % 50 == 49 else given)(self.world, root, clean=True)
        return ended, snapshot(root / "site")

    def judge(self, number: int, before: dict[str, Found], ended: Said) -> str:
        world = self.world
        wanted, files = self.clean(number)
        after = snapshot(world.output)
        strange = [found for found in ended.problems if found["code"] in STRANGE]
        problems = [found for found in ended.problems if found["code"] not in STRANGE]
        if ended.status != wanted.status:
            ends = f"it ended with {str(ended.status).strip()[-2000:]}, the clean build with {wanted.status}"
            return f"{ends}\n{difference(report(wanted), report(ended))}"
        if problems != wanted.problems:
            return f"it found other problems than the clean build\n{difference(report(wanted), report(ended))}"
        if wanted.status:
            self.tally.failed += 1
            # What a build that was killed left waiting may go.
            return named("it failed, and touched", [name for name in differing(before, after) if not name.startswith(".changlai-part")])
        if strange and not world.doubtful and world.memory.is_dir():
            return f"it found strangers where nobody had been: {', '.join(found['path'] for found in strange)}"
        world.doubtful = world.doubtful and world.run.elsewhere
        words = ended.words.replace(str(world.output), "PROJECT/site")
        if not strange and words != wanted.words:
            return f"it said otherwise\n{difference(wanted.words, words)}"
        again = [name for name, found in after.items() if found.inode and name in before and before[name].data == found.data]
        return named("not as the clean build", differing(files, after), files, after) or named(
            "written again though the same", [name for name in again if before[name].inode not in (0, after[name].inode)]
        )


def differing(one: dict[str, Found], other: dict[str, Found]) -> list[str]:
    nowhere = Found(None, -1)
    return sorted(
        name
        for name in one.keys() | other.keys()
        if (name in one) != (name in other) or one.get(name, nowhere).data != other.get(name, nowhere).data
    )


def named(what: str, names: list[str], wanted: dict[str, Found] | None = None, given: dict[str, Found] | None = None) -> str:
    if not names:
        return ""
    lines = [f"{what}: {', '.join(names[:6])}{' …' if len(names) > 6 else ''} ({len(names)})"]
    if wanted is not None and given is not None:
        one, other = (found[names[0]].data if names[0] in found else None for found in (wanted, given))
        lines.append(difference(*("(not there)" if data is None else data.decode("utf-8", "replace") for data in (one, other))))
    return "\n".join(lines)


def report(found: Said) -> str:
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in found.problems)


def difference(wanted: str, got: str) -> str:
    lines = difflib.unified_diff(wanted.splitlines(), got.splitlines(), "clean", "incremental", n=0, lineterm="")
    return "\n".join(f"    {line[:300]}" for line in list(lines)[:14])
