"""Write what differs, delete what is no longer made, never leave a half file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from changlai.store import digest

PART = ".changlai-part"  # suffix of a file that is being written


class Output(NamedTuple):
    """One file as the plan wants it; `data` None where what is there is known to be right (see `stale`)."""

    path: str
    key: str
    data: bytes | None


class Record(NamedTuple):
    """One file as it was left: what it was made from, what it held, and how the disk described it."""

    key: str
    digest: str
    size: int
    modified: int  # nanoseconds
    changed: int = 0  # the same, of what no program can set back; 0: not known


Manifest = Mapping[str, Record]


@dataclass
class Change:
    """What a run did to the folder."""

    written: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)  # deleted or left, though we never made them
    kept: int = 0


def stale(folder: Path, manifest: Manifest, wanted: Mapping[str, str]) -> set[str]:
    """The paths whose file is not what the manifest says, or was made from something else."""
    behind = tuple(f"{link}/" for link in links(folder, wanted))
    return {path for path, key in wanted.items() if path.startswith(behind) or not holds(folder / path, manifest.get(path), key)}


def links(folder: Path, paths: Iterable[str]) -> list[str]:
    """Folders of `paths` that are links: what lies behind them is not ours to judge, let alone to write into."""
    waiting = {path.rpartition("/")[0] for path in paths}
    found: set[str] = set()
    while waiting := waiting - found - {""}:
        found |= waiting
        waiting = {path.rpartition("/")[0] for path in waiting}
    return sorted(path for path in found if (folder / path).is_symlink())


def holds(path: Path, record: Record | None, key: str) -> bool:
    """Whether the file is still the one that was made from `key`. A file with other times is read to be sure."""
    if record is None or record.key != key:
        return False
    try:
        found = path.stat(follow_symlinks=False)
    except OSError:
        return False
    if found.st_size != record.size:
        return False
    if (found.st_mtime_ns, found.st_ctime_ns) == (record.modified, record.changed):
        return True
    try:
        return not path.is_symlink() and digest(path.read_bytes()) == record.digest
    except OSError:
        return False


def reconcile(folder: Path, manifest: Manifest, outputs: Iterable[Output], ours: bool) -> tuple[dict[str, Record], Change]:
    """Bring `folder` to `outputs`. `ours`: files that nobody planned are removed; elsewhere they are left. Both are named."""
    change, records, wanted = Change(), {}, list(outputs)
    folder.mkdir(parents=True, exist_ok=True)
    for link in links(folder, (output.path for output in wanted)):
        (folder / link).unlink(missing_ok=True)
    for output in wanted:
        if output.data is None:
            records[output.path] = manifest[output.path]
            change.kept += 1
            continue
        path = folder / output.path
        if replace(path, output.data, folder):
            change.written.append(output.path)
        else:
            change.kept += 1
        found = path.stat()
        records[output.path] = Record(output.key, digest(output.data), found.st_size, found.st_mtime_ns, found.st_ctime_ns)
    sweep(folder, manifest, records, ours, change)
    return records, change


def replace(path: Path, data: bytes, folder: Path) -> bool:
    """Put `data` at `path` in one step; False where it was there already."""
    try:
        if not path.is_symlink() and path.read_bytes() == data:
            return False
    except OSError:
        make_way(path, folder)
    part = path.with_name(path.name + PART)
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
    return True


def make_way(path: Path, folder: Path) -> None:
    """The folders above `path`, where files of before may stand; and no folder where the file is to be."""
    for parent in reversed(path.relative_to(folder).parents[:-1]):
        above = folder / parent
        if above.is_symlink() or (above.exists() and not above.is_dir()):
            above.unlink()
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir() and not path.is_symlink():
        clear(path)


def clear(folder: Path) -> None:
    for root, folders, files in os.walk(folder, topdown=False):
        for name in files:
            Path(root, name).unlink()
        for name in folders:
            inner = Path(root, name)
            inner.unlink() if inner.is_symlink() else inner.rmdir()
    folder.rmdir()


def sweep(folder: Path, manifest: Manifest, records: Mapping[str, Record], ours: bool, change: Change) -> None:
    """Take away what is no longer made, and folders that are empty because of it."""
    thinned = set()
    for root, folders, files in os.walk(folder, topdown=False):
        here = Path(root)
        links = [name for name in folders if (here / name).is_symlink()]
        for name in sorted([*files, *links]):
            path = (here / name).relative_to(folder).as_posix()
            if path in records:
                continue
            known = path in manifest or name.endswith(PART)
            if not known:
                change.strange.append(path)
            if known or ours:
                (here / name).unlink(missing_ok=True)
                change.deleted.append(path)
                thinned.add(here)
        if here != folder and (ours or here in thinned) and not any(here.iterdir()):
            here.rmdir()
            thinned.add(here.parent)
    change.strange.sort()
    change.deleted.sort()
