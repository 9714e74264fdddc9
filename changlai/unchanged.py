"""Ending sooner: a build whose every input, option and output is as the last one left it says again what that one said.

One digest stands for all of them: names, sizes, times and inodes; contents where times could deceive (files as young as the record, and
all of them under CI, where a cache restores times). `still` may have answered before, without reading a folder.
"""

from __future__ import annotations

import json
import os
import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from stat import S_ISDIR, S_ISLNK, S_ISREG
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from changlai import still
from changlai.problems import Problem
from changlai.still import State, contents, state, vouches, young

PACKAGE = Path(__file__).parent
READ = ("site.yaml", "urls.lock", "content", "templates", "translations")
CACHE = "__pycache__"  # of compiled files; nothing depends on it
TOLD = 3  # fields of the record between its head and what was seen
ALWAYS = (0, 1 << 62)  # from when until when, in seconds


class Said(NamedTuple):
    """What a build said at its end."""

    problems: tuple[Problem, ...]
    folder: str
    pages: Mapping[str, int]
    files: int
    waiting: tuple[str, ...] = ()  # entries with an edition that no reader gets yet


class Before(NamedTuple):
    """The state of every input and option when a run began. What changes while it works is younger than `made`, and read next time."""

    digest: str
    made: int  # nanoseconds
    sight: Sight


class Row(NamedTuple):
    """One file as a build would find it."""

    name: str  # its path, and where it leads as a link
    path: str
    state: State | str  # of what it leads to; "!" where that cannot be had, "/" for a folder that is empty or was linked to
    read: bool  # whether it holds anything to be read


class Sight:
    """Everything below some roots. OSError where a link to a folder may lead round in a circle."""

    def __init__(self, roots: Sequence[Path]) -> None:
        self.rows: list[Row] = []
        self.stood: dict[str, State] = {}  # each file, folder and link by itself
        self.links: list[str] = []
        self.absent: list[str] = []
        self.folders: dict[str, tuple[State, list[str]]] = {}  # and their names
        self.clear = True  # whether every folder could be read
        self._held: dict[str, str] = {}
        for root in dict.fromkeys(map(str, roots)):
            if os.path.isdir(root):
                self._tree(root)
            else:
                self._file(root)
        self.rows.sort()

    def _tree(self, root: str) -> None:
        waiting = [root]
        while waiting:
            at = waiting.pop()
            try:
                stood = self._stands(at)  # before its names are read: one that comes later makes it look otherwise
                with os.scandir(at) as found:
                    entries = list(found)
            except OSError:
                self.clear = False
                self.rows.append(Row(at, at, "!", False))
                continue
            self.folders[at] = state(os.stat(at) if S_ISLNK(stood.st_mode) else stood), sorted(entry.name for entry in entries)
            if not entries:
                self.rows.append(Row(at, at, "/", False))
            for entry in entries:
                if entry.name == CACHE:
                    continue
                if not entry.is_dir():
                    self._file(entry.path)
                elif entry.is_symlink():
                    raise OSError(entry.path)
                else:
                    waiting.append(entry.path)

    def _file(self, path: str) -> None:
        name = path
        try:
            found = self._stands(path)
            if S_ISLNK(found.st_mode):
                name = f"{path}\0{os.readlink(path)}"
                found = os.stat(path)
        except OSError:
            if path not in self.stood:
                self.absent.append(path)
            self.rows.append(Row(name, path, "!", False))
            return
        self.rows.append(Row(name, path, "/" if S_ISDIR(found.st_mode) else state(found), S_ISREG(found.st_mode)))

    def _stands(self, path: str) -> os.stat_result:
        found = os.lstat(path)
        self.stood[path] = state(found)
        if S_ISLNK(found.st_mode):
            self.links.append(path)
        return found

    def contents(self, path: str) -> str:
        if path not in self._held:
            self._held[path] = contents(path)
        return self._held[path]

    def digest(self, options: Sequence[Any], moment: int, certain: bool) -> str:
        """What was young at `moment` counts by what it holds."""
        lines = [json.dumps(options)]
        for row in self.rows:
            read = row.read and (certain or young(row.state, moment))  # type: ignore[arg-type]
            lines.append(f"{row.name} {self.contents(row.path) if read else row.state}")
        return still.digest("\n".join(lines).encode("utf-8", "surrogateescape"))

    def renew(self, moment: int) -> None:
        """Folders that have the names they had, though they look otherwise or too young: Python lays its compiled files in them."""
        for path, (stood, names) in self.folders.items():
            with suppress(OSError):
                found = state(os.stat(path))
                if found != stood or not vouches(found, moment):
                    held = still.names(path)
                    if set(held) - {CACHE} == set(names) - {CACHE}:
                        self.folders[path] = found, held
                        self.stood[path] = state(os.lstat(path))

    def odd(self, moment: int, left: int) -> tuple[list[list[str]], list[list[Any]]]:
        """The paths of which no state tells everything, by what must be asked of them, and the answers. Folders were looked at again
        when the build had `left` them."""
        folders = [path for path, (stood, _) in self.folders.items() if not vouches(stood, left)]
        files = [row.path for row in self.rows if row.read and young(row.state, moment)]  # type: ignore[arg-type]
        return [self.links, folders, files, self.absent], [
            [still.target(path) for path in self.links],
            [self.folders[path][1] for path in folders],
            [self.contents(path) for path in files],
            [False for _ in self.absent],
        ]


def recall(args: Namespace, now: datetime, certain: bool) -> tuple[Said | None, Before | None]:
    """What the last build with these options said, where a build now would find everything as it was; and the state of things now,
    where it had to be looked for."""
    held: dict[str, Any] = {}
    with suppress(OSError, ValueError, KeyError, TypeError):
        head, *told = still.load(place(args))
        found = dict(json.loads(head))
        if found["day"] == today(args, now, found["zone"]) and found["options"] == options(args, certain):
            held = found
            if not certain and args.why is None and unmoved(told[TOLD:]):
                return saying(held), None
    try:
        made, asked = int(now.timestamp() * 1e9), [*options(args, certain), machine()]
        sight = Sight(inputs(args))
        before = Before(sight.digest(asked, made, certain), made, sight)
        with suppress(OSError, ValueError, KeyError, TypeError):
            if held and sight.digest(asked, held["made"], certain) == held["inputs"]:
                after = outputs(args, held["manifest"])
                if after.digest([], held["left"], False) == held["outputs"]:
                    said = saying(held)
                    # Something looked otherwise and was not: the next look need not be as long.
                    write(args, [head, *told[:TOLD], *glance(before, after, made)])
                    return said, before
        return None, before
    except OSError:
        return None, None


def unmoved(sight: Sequence[bytes]) -> bool:
    with suppress(OSError):
        return still.stands(sight)
    return False


def saying(held: Mapping[str, Any]) -> Said:
    problems = tuple(
        Problem(path, line, column, code, tuple((name, value) for name, value in params))
        for path, line, column, code, params in held["problems"]
    )
    return Said(problems, held["folder"], held["pages"], held["files"], tuple(held["waiting"]))


def record(args: Namespace, now: datetime, before: Before, zone: str, said: Said, told: tuple[str, int] | None, manifest: Path) -> None:
    """Remember the end of a build that wrote everything it should. `zone` decides what day it was; `told` is what the same command is to
    say, and its status; `manifest` is the file in which the build wrote down what it left: without that, another build is worth its
    while."""
    left = int(datetime.now(UTC).timestamp() * 1e9)
    with suppress(OSError, UnicodeError):
        found = outputs(args, str(manifest))
        held = {
            "options": options(args, args.certain),
            "inputs": before.digest,
            "made": before.made,
            "zone": zone,
            "day": today(args, now, zone),
            "left": left,
            "manifest": str(manifest),
            "outputs": found.digest([], left, False),
            **said._asdict(),
        }
        text, status = told or ("", 0)
        terms = f"{status} {' '.join(map(str, lasting(args, now, zone)))}".encode()
        asked = still.asked(args.given, os.environ) if told else b""
        write(args, [json.dumps(held, ensure_ascii=False).encode(), asked, text.encode(), terms, *glance(before, found, left)])


def write(args: Namespace, fields: Sequence[bytes]) -> None:
    """Lay the record in place; where that cannot be done, the next build is made."""
    path, data = place(args), b"\0".join(fields)
    part = f"{path}.part"
    try:
        with open(part, "wb") as file:
            file.write(b"\0".join((still.digest(data).encode(), data)))
        os.replace(part, path)
    except OSError:
        with suppress(OSError):
            os.unlink(part)


def glance(before: Before, found: Sight, left: int) -> list[bytes]:
    """What a quick look at inputs and outputs would see; nothing where it could not see everything."""
    if not (before.sight.clear and found.clear):
        return []
    before.sight.renew(left)
    (groups, values), (more, seen) = before.sight.odd(before.made, left), found.odd(left, left)
    stood = before.sight.stood | found.stood
    odd = [[*one, *other] for one, other in zip(groups, more, strict=True)]
    return still.written([*stood], [*stood.values()], odd, [[*one, *other] for one, other in zip(values, seen, strict=True)])


def place(args: Namespace) -> str:
    return still.place(str(args.project), str(output(args)))


def output(args: Namespace) -> Path:
    return Path(args.output or Path(args.project, "site")).absolute()


def today(args: Namespace, now: datetime, zone: str) -> str:
    return str(args.today or now.astimezone(ZoneInfo(zone)).date())


def lasting(args: Namespace, now: datetime, zone: str) -> tuple[int, int]:
    """From when until when it is the day that it is."""
    if args.today:
        return ALWAYS
    tomorrow = now.astimezone(ZoneInfo(zone)).date() + timedelta(days=1)
    return int(now.timestamp()), int(datetime.combine(tomorrow, time(), ZoneInfo(zone)).timestamp())


def options(args: Namespace, certain: bool) -> list[Any]:
    return [str(args.project.absolute()), args.base_url, args.drafts, certain]


def machine() -> list[Any]:
    return [sys.version, still.libraries()]


def inputs(args: Namespace) -> list[Path]:
    """Where everything lies that a build depends on but options, the day and libraries."""
    theme = [PACKAGE.parent / name for name in ("templates", "translations")] if not (PACKAGE / "theme").is_dir() else []
    return [*(args.project.absolute() / name for name in READ), PACKAGE, *theme]


def outputs(args: Namespace, manifest: str) -> Sight:
    return Sight([output(args), Path(manifest)])
