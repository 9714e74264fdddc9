"""Ending sooner: a build whose every input, option and output is as the last one left it says again what that one said.

One digest stands for all of them: names, sizes, times and inodes; contents where times could deceive (files as young as the record, and
all of them under CI, where a cache restores times). `still` may have answered before, without reading a folder.
"""

from __future__ import annotations

import json
import os
from argparse import Namespace
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import TZPATH, ZoneInfo

from changlai import still
from changlai.problems import Problem
from changlai.sight import Sight

PACKAGE = Path(__file__).parent
READ = ("site.yaml", "urls.lock", "content", "templates", "translations")
RELEASED = "translations/released"  # what was released; no build reads it
TOLD = 4  # fields of the record before those of what was seen
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
    machine: list[Any]


def recall(args: Namespace, now: datetime, certain: bool) -> tuple[Said | None, Before | None]:
    """What the last build with these options said, where a build now would find everything as it was; and the state of things now,
    where it had to be looked for."""
    held: dict[str, Any] = {}
    fields: list[bytes] = []
    with suppress(OSError, ValueError, KeyError, TypeError):
        fields = still.load(place(args))
        found = dict(json.loads(fields[0]))
        if found["day"] == today(args, now, found["zone"]) and found["options"] == options(args, certain):
            held = found
            if not certain and args.why is None and all(map(unmoved, still.parted(fields[TOLD:]))):
                return saying(held), None
    try:
        made, machine = int(now.timestamp() * 1e9), still.machine()
        asked = [*options(args, certain), machine]
        sight = Sight(inputs(args), PACKAGE, args.project.absolute() / RELEASED, TZPATH)
        before = Before(sight.digest(asked, made, certain), made, sight, machine)
        with suppress(OSError, ValueError, KeyError, TypeError):
            then = before.digest if certain or not held else sight.digest(asked, held["made"], certain)
            if held and then == held["inputs"] and as_left(args, before, certain, fields):
                return saying(held), before
        return None, before
    except OSError:
        return None, None


def as_left(args: Namespace, before: Before, certain: bool, fields: Sequence[bytes]) -> bool:
    """Whether all outputs are as they were left."""
    _, left = still.parted(fields[TOLD:])
    if not unmoved(left):
        return False
    if not certain:
        # Something of the inputs looked otherwise and was not: the next look need not be as long.
        write(args, [*fields[:TOLD], *still.joined(glance(before, before.made), left)])
    return True


def unmoved(sight: Sequence[bytes]) -> bool:
    with suppress(OSError, ValueError):
        return still.stands(sight)
    return False


def saying(held: Mapping[str, Any]) -> Said:
    problems = tuple(
        Problem(path, line, column, code, tuple((name, value) for name, value in params))
        for path, line, column, code, params in held["problems"]
    )
    return Said(problems, held["folder"], held["pages"], held["files"], tuple(held["waiting"]))


def record(
    args: Namespace,
    now: datetime,
    before: Before,
    zone: str,
    said: Said,
    told: tuple[str, int] | None,
    book: str,
    files: Mapping[str, still.State],
) -> None:
    """Remember the end of a build that wrote everything it should. `zone` decides what day it was; `told` is what the same command is to
    say, and its status; `files` are all that it left, as it left them, and `book` is where it wrote that down: without that, another
    build is worth its while.

    Nothing is remembered where the build may have seen what the look before it did not, nor where a file is not as it was left.
    """
    left = int(datetime.now(UTC).timestamp() * 1e9)
    with suppress(OSError, UnicodeError):
        seen = outputs(str(output(args)), [*files, book], bool(args.output), left, files) if before.sight.renew(before.made) else []
        if not seen:
            os.unlink(place(args))
            return
        held = {
            "options": options(args, args.certain),
            "inputs": before.digest,
            "made": before.made,
            "zone": zone,
            "day": today(args, now, zone),
            **said._asdict(),
        }
        text, status = told or ("", 0)
        terms = f"{status} {' '.join(map(str, lasting(args, now, zone)))}".encode()
        asked = still.asked(args.given, os.environ) if told and not args.certain else b""
        sight = still.joined([] if args.certain else glance(before, left), seen)
        write(args, [json.dumps(held, ensure_ascii=False).encode(), asked, text.encode(), terms, *sight])


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


def glance(before: Before, left: int) -> list[bytes]:
    """What a quick look at the inputs would see; nothing where it could not see everything."""
    sight = before.sight
    groups, values = sight.odd(before.made, left)
    return still.written([*sight.stood], [*sight.stood.values()], groups, [before.machine, *values]) if sight.clear else []


def outputs(folder: str, files: Sequence[str], others: bool, left: int, known: Mapping[str, still.State]) -> list[bytes]:
    """What a quick look at what a build left would see, and at what `others` may leave in the same folder; nothing where a file is not
    as it is `known`."""
    folders = {f"{folder}/": None}  # what it leads to, where it is a link
    if others:
        folders |= dict.fromkeys(at for at, _, _ in os.walk(folder) if at != folder)
    for path in files:
        above = path.rpartition("/")[0]
        while above not in folders and above.startswith(f"{folder}/"):
            folders[above] = None
            above = above.rpartition("/")[0]
    stood = {path: still.state(os.lstat(path)) for path in (*folders, *files)}
    if any(stood[path] != found for path, found in known.items()):
        return []
    odd = [path for path in folders if not still.vouches(stood[path], left)]
    fresh = [path for path in files if still.young(stood[path], left)]
    values = [still.machine(), [], [still.names(path) for path in odd], [still.contents(path) for path in fresh], []]
    return still.written([*stood], [*stood.values()], [[], odd, fresh, []], values)


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
    return [str(args.project.absolute()), args.base_url, args.drafts, bool(args.output), certain]


def inputs(args: Namespace) -> list[Path]:
    """Where everything lies that a build depends on but options, the day and libraries."""
    theme = [PACKAGE.parent / name for name in ("templates", "translations")] if not (PACKAGE / "theme").is_dir() else []
    return [*(args.project.absolute() / name for name in READ), PACKAGE, *theme]
