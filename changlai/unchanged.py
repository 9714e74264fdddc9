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
        if held.pop("check") != fingerprint(held):
            raise ValueError("not as it was written")
        then, now_again = inputs(args, (held["made"], fresh), certain)
        same = today(args, now, held["zone"]) == held["day"] and then == held["inputs"]
        if not same or outputs(args, held["left"], held["manifest"]) != held["outputs"]:
            return None, Before(now_again, fresh, certain)
        problems = tuple(
            Problem(path, line, column, code, tuple((name, value) for name, value in params))
            for path, line, column, code, params in held["problems"]
        )
        before = Before(then, held["made"], certain)
        return Said(problems, held["folder"], held["pages"], held["files"], tuple(held["waiting"])), before
    except (OSError, ValueError, KeyError, TypeError):
        return None, Before(inputs(args, (fresh,), certain)[0], fresh, certain)


def record(args: Namespace, now: datetime, before: Before, zone: str, said: Said, manifest: Path) -> None:
    """Remember the end of a build that wrote everything it should. `zone` decides what day it was; `manifest` is the file in which the
    build wrote down what it left: without that, another build is worth its while."""
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
            "manifest": str(manifest),
            "outputs": outputs(args, left, str(manifest)),
            **said._asdict(),
        }
        part.write_text(json.dumps({"check": fingerprint(held), **held}, ensure_ascii=False), encoding="utf-8")
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


def inputs(args: Namespace, moments: Sequence[int], certain: bool) -> list[str]:
    """For each of some moments the digest of everything that a build depends on but the day; what was young then counts by what it holds.

    Folders of libraries change when one is installed.
    """
    project = args.project.absolute()
    libraries = [[path, os.stat(path).st_mtime_ns] for path in sys.path if os.path.isdir(path)]
    options = [str(project), args.base_url, args.drafts, sys.version, certain, libraries]
    theme = [PACKAGE.parent / name for name in ("templates", "translations")] if not (PACKAGE / "theme").is_dir() else []
    return digest([*(project / name for name in READ), PACKAGE, *theme], options, moments, certain)


def outputs(args: Namespace, left: int, manifest: str) -> str:
    return digest([output(args), Path(manifest)], [], (left,), False)[0]


def digest(roots: Sequence[Path], options: Sequence[Any], moments: Sequence[int], certain: bool) -> list[str]:
    seen = [blake2b(json.dumps(options).encode(), digest_size=16) for _ in moments]
    for root in dict.fromkeys(roots):
        for name, state, modified in files(str(root)):
            held = ""
            for hasher, moment in zip(seen, moments, strict=True):
                young = modified is not None and (certain or modified >= moment - YOUNG)
                if young and not held:
                    held = contents(name.partition("\0")[0])
                hasher.update(f"{name} {held if young else state}\n".encode("utf-8", "surrogateescape"))
    return [hasher.hexdigest() for hasher in seen]


def files(path: str) -> Iterator[tuple[str, str, int | None]]:
    """Path, state and time of each file below `path`. OSError where a link to a folder may lead round in a circle."""
    waiting = [path]
    while waiting:
        at = waiting.pop()
        try:
            entries = sorted(os.scandir(at), key=lambda entry: entry.name) if os.path.isdir(at) else []
        except OSError:
            yield at, "!", None
            continue
        if not entries:
            yield described(at)
        for entry in entries:
            if entry.name == "__pycache__":
                continue
            if not entry.is_dir():
                yield described(entry.path)
            elif entry.is_symlink():
                raise OSError(entry.path)
            else:
                waiting.append(entry.path)


def described(path: str) -> tuple[str, str, int | None]:
    """Path (and where it leads as a link), how it stands, and its time in nanoseconds; None for what cannot be read."""
    try:
        found, name = os.lstat(path), path
        if S_ISLNK(found.st_mode):
            name = f"{path}\0{os.readlink(path)}"
            found = os.stat(path)
    except OSError:
        return path, "!", None
    if S_ISDIR(found.st_mode):
        return name, "/", None
    state = f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}"
    return name, state, found.st_mtime_ns if S_ISREG(found.st_mode) else None


def contents(path: str) -> str:
    try:
        with open(path, "rb") as file:
            return blake2b(file.read(), digest_size=16).hexdigest()
    except OSError:
        return "!"
