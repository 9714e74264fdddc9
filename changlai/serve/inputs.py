"""How the files that a build reads look now: what events only hint at."""

from __future__ import annotations

import hashlib
import io
import os
import re
import stat
from collections.abc import Collection, Mapping
from pathlib import Path, PurePath
from typing import NamedTuple

from changlai.read.tree import is_ignored
from changlai.unchanged import RELEASED

EDITORS = re.compile(r"4913|.*___jb_(?:tmp|old)___|.*\.sb-[0-9a-f]{8}-\w+")  # vim, JetBrains, macOS: there for the length of a save
KEPT = frozenset({".htaccess"})  # the one template that begins with a dot
ASIDE = PurePath(RELEASED)
FOLDER, GONE = -1, -2
Sources = Mapping[str, Collection[str]]  # a folder, and the names in it that count


class Mark(NamedTuple):
    """How the disk describes a file; `size` may be FOLDER, or GONE for what cannot be read."""

    size: int
    modified: int = 0
    changed: int = 0
    inode: int = 0
    aim: str = ""  # of a link


class Look(NamedTuple):
    """Everything at one moment, and the folders outside that links lead to: True where all below counts."""

    marks: dict[str, Mark]
    linked: dict[str, bool]


def passing(name: str) -> bool:
    """Whether a name is one that comes and goes while an editor saves, and no build minds."""
    return (is_ignored(name) and name not in KEPT) or bool(EDITORS.fullmatch(name))


def look(sources: Sources) -> Look:
    """Every file and folder that counts, links followed."""
    found = Look({}, {})
    waiting: list[tuple[str, Collection[str], frozenset[tuple[int, int]]]] = [(at, names, frozenset()) for at, names in sources.items()]
    while waiting:
        at, names, above = waiting.pop()
        try:
            with os.scandir(at) as listed:
                entries = [entry for entry in listed if (entry.name in names if names else not passing(entry.name))]
            entries = [entry for entry in entries if entry.name != ASIDE.name or PurePath(entry.path).parts[-2:] != ASIDE.parts]
        except OSError:
            continue
        for entry in entries:
            mark, itself = describe(entry)
            found.marks[entry.path] = mark
            if mark.aim:
                target = Path(entry).resolve()
                found.linked[str(target if mark.size == FOLDER else target.parent)] = mark.size == FOLDER
            if mark.size == FOLDER and itself not in above:
                waiting.append((entry.path, (), above | {itself}))
    return found


def describe(entry: os.DirEntry[str] | Path) -> tuple[Mark, tuple[int, int]]:
    """How something looks now, and which it is, whatever its name: device and inode."""
    aim = ""
    try:
        if entry.is_symlink():
            aim = str(Path(entry).readlink())
        found = entry.stat()
    except OSError:
        return Mark(GONE, aim=aim), (0, 0)
    itself = (found.st_dev, found.st_ino)
    if stat.S_ISDIR(found.st_mode):
        return Mark(FOLDER, aim=aim), itself
    if not stat.S_ISREG(found.st_mode):
        return Mark(GONE, inode=found.st_ino, aim=aim), itself
    return Mark(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, aim), itself


def digest(path: str) -> str:
    """Of the bytes of a file; empty where they cannot be had."""
    try:
        with io.FileIO(path, opener=lambda name, flags: os.open(name, flags | getattr(os, "O_NONBLOCK", 0))) as file:
            return hashlib.file_digest(file, "blake2b").hexdigest()
    except OSError:
        return ""
