"""Ending sooner: a build whose every input, option and output is as the last one left it says again what that one said.

One digest stands for all of them: names, sizes, times and inodes; contents where times could deceive (files as young as the record, and
all of them under CI, where a cache restores times). Imports little, since it is most of what such a run does.
"""

from __future__ import annotations

import json
import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from stat import S_ISDIR, S_ISLNK, S_ISREG
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from changlai.problems import Problem
from changlai.store import fingerprint

MEMORY = ".changlai"
PACKAGE = Path(__file__).parent
READ = ("site.yaml", "urls.lock", "content", "templates", "translations")
YOUNG = 2_000_000_000  # nanoseconds; the coarsest clock of a file system still in use counts by two seconds


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
    certain: bool  # every file was read


def recall(args: Namespace, now: datetime, certain: bool) -> tuple[Said | None, Before | None]:
    """What the last build with these options said, where a build now would find everything as it was; and the state of things now."""
    fresh = int(now.timestamp() * 1e9)
    try:
        return remembered(args, now, certain, fresh)
    except OSError:
        return None, None


def remembered(args: Namespace, now: datetime, certain: bool, fresh: int) -> tuple[Said | None, Before]:
    try:
        held = json.loads(place(args).read_bytes())
        before = Before(inputs(args, held["made"], certain), held["made"], certain)
        if [before.digest, today(args, now, held["zone"]), outputs(args, held["left"])] != [held["inputs"], held["day"], held["outputs"]]:
            return None, Before(inputs(args, fresh, certain), fresh, certain)
        problems = tuple(
            Problem(path, line, column, code, tuple((name, value) for name, value in params))
            for path, line, column, code, params in held["problems"]
        )
        return Said(problems, held["folder"], held["pages"], held["files"], tuple(held["waiting"])), before
    except (OSError, ValueError, KeyError, TypeError):
        return None, Before(inputs(args, fresh, certain), fresh, certain)


def record(args: Namespace, now: datetime, before: Before, zone: str, said: Said) -> None:
    """Remember the end of a build that wrote everything it should. `zone` decides what day it was."""
    left = int(datetime.now(UTC).timestamp() * 1e9)
    path = place(args)
    part = path.with_suffix(".part")
    try:
        held = {
            "inputs": before.digest,
            "made": before.made,
            "zone": zone,
            "day": today(args, now, zone),
            "left": left,
            "outputs": outputs(args, left),
            **said._asdict(),
        }
        part.write_text(json.dumps(held, ensure_ascii=False), encoding="utf-8")
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink()


def place(args: Namespace) -> Path:
    """One record for each output folder."""
    return Path(args.project, MEMORY, f"last-{fingerprint(str(output(args)))[:16]}.json")


def output(args: Namespace) -> Path:
    return Path(args.output or Path(args.project, "site")).absolute()


def today(args: Namespace, now: datetime, zone: str) -> str:
    return str(args.today or now.astimezone(ZoneInfo(zone)).date())


def inputs(args: Namespace, made: int, certain: bool) -> str:
    """The digest of everything that a build depends on but the day; folders of libraries change when one is installed."""
    project = args.project.absolute()
    libraries = [[path, os.stat(path).st_mtime_ns] for path in sys.path if os.path.isdir(path)]
    options = [str(project), args.base_url, args.drafts, sys.version, certain, libraries]
    theme = [PACKAGE.parent / name for name in ("templates", "translations")] if not (PACKAGE / "theme").is_dir() else []
    return digest([*(project / name for name in READ), PACKAGE, *theme], options, made, certain)


def outputs(args: Namespace, left: int) -> str:
    return digest([output(args)], [], left, False)


def digest(roots: Sequence[Path], options: Sequence[Any], made: int, certain: bool) -> str:
    seen = blake2b(json.dumps(options).encode(), digest_size=16)
    for root in dict.fromkeys(roots):
        for text in lines(str(root), made, certain):
            seen.update(text.encode("utf-8", "surrogateescape"))
    return seen.hexdigest()


def lines(path: str, made: int, certain: bool) -> Iterator[str]:
    """A line for each file below `path`, in the order of names. OSError where a link to a folder may lead round in a circle."""
    waiting = [path]
    while waiting:
        at = waiting.pop()
        try:
            entries = sorted(os.scandir(at), key=lambda entry: entry.name) if os.path.isdir(at) else []
        except OSError:
            yield f"{at} !\n"
            continue
        if not entries:
            yield described(at, made, certain)
        for entry in entries:
            if entry.name == "__pycache__":
                continue
            if not entry.is_dir():
                yield described(entry.path, made, certain)
            elif entry.is_symlink():
                raise OSError(entry.path)
            else:
                waiting.append(entry.path)


def described(path: str, made: int, certain: bool) -> str:
    try:
        found, aim = os.lstat(path), ""
        if S_ISLNK(found.st_mode):
            aim = f" -> {os.readlink(path)}"
            found = os.stat(path)
        if S_ISREG(found.st_mode) and (certain or found.st_mtime_ns >= made - YOUNG):
            with open(path, "rb") as file:
                return f"{path}{aim} {blake2b(file.read(), digest_size=16).hexdigest()}\n"
    except OSError:
        return f"{path} !\n"
    if S_ISDIR(found.st_mode):
        return f"{path} /\n"
    return f"{path}{aim} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}\n"
