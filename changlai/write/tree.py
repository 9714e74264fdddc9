"""Write what differs, delete what is no longer made, never leave a half file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from changlai.problems import Problem
from changlai.progress import Progress
from changlai.store import digest
from changlai.write.way import in_the_way

PART = ".changlai-part"  # the folder of files that wait for their turn, and the suffix of those
NEW = "new"  # in it, what comes with its folders


class Output(NamedTuple):
    """One file as the plan wants it: kept as it was left, or with bytes that wait in `part`, or lie there already ("")."""

    path: str
    key: str
    digest: str
    part: str = ""
    kept: bool = False  # what is there is known to be right (see `intact`)
    sign: str = ""  # what the key follows from, as far as that is known
    warnings: tuple[Problem, ...] = ()  # what is poorer about the page than it could be
    parts: str = ""  # what tells the parts of the key apart


class Record(NamedTuple):
    """One file as it was left: what it was made from, what it held, and how the disk described it."""

    key: str
    digest: str
    size: int
    modified: int  # nanoseconds
    changed: int = 0  # the same, of what no program can set back; 0: not known
    inode: int = 0  # folders that change places leave the times of their files as they were; 0: not known
    sign: str = ""
    warnings: tuple[Problem, ...] = ()
    parts: str = ""


COMING = Record("", "", -1, 0)  # of a file that is on its way
READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
WRITE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
Manifest = Mapping[str, Record]


@dataclass
class Change:
    """What a run did to the folder."""

    written: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)  # deleted, replaced or left, though we never made them
    kept: int = 0


def intact(folder: Path, manifest: Manifest, behind: Sequence[str]) -> dict[str, Record]:
    """By path the files that are what the manifest says, with the times that they have now; never those `behind` links."""
    hidden = tuple(f"{link}/" for link in behind)
    found = ((path, held(f"{folder}/{path}", record)) for path, record in manifest.items() if not path.startswith(hidden))
    return {path: record for path, record in found if record}


def there(folder: Path, path: str) -> bool:
    return os.path.lexists(f"{folder}/{path}")


def links(folder: Path, paths: Iterable[str]) -> list[str]:
    """Folders of `paths` that are links: what lies behind them is not ours to judge, let alone to write into."""
    waiting = {path.rpartition("/")[0] for path in paths}
    found: set[str] = set()
    while waiting := waiting - found - {""}:
        found |= waiting
        waiting = {path.rpartition("/")[0] for path in waiting}
    return sorted(path for path in found if os.path.islink(f"{folder}/{path}"))


def held(path: str, record: Record) -> Record | None:
    """The record of a file that is still as it was left, with the times that it has now. One with other times is read to be sure."""
    try:
        found = os.lstat(path)
        if found.st_size != record.size or not S_ISREG(found.st_mode):  # to read a pipe is to wait for ever
            return None
        if (found.st_mtime_ns, found.st_ctime_ns, found.st_ino) == (record.modified, record.changed, record.inode):
            return record
        now = record._replace(modified=found.st_mtime_ns, changed=found.st_ctime_ns, inode=found.st_ino)
        return now if digest(Path(path).read_bytes()) == record.digest else None
    except OSError:
        return None


def is_left(path: str, record: Record) -> bool:
    """Whether the file is one that we left: as it was, or by a run that was stopped before it could say so."""
    return record.size == COMING.size or held(path, record) is not None


def contents(path: str) -> bytes | None:
    """The bytes of a file that is no link and no pipe; None where there is none to be read."""
    try:
        with open(path, "rb", opener=lambda name, _: os.open(name, READ)) as file:
            return file.read() if S_ISREG(os.fstat(file.fileno()).st_mode) else None
    except OSError:
        return None


def lay(path: str, data: bytes) -> None:
    """Write a new file. Python's own way of opening one costs half as much again."""
    file = os.open(path, WRITE, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(file, rest) :]
    finally:
        os.close(file)


class Stage:
    """Where new files wait until all of them are there, and nothing is wrong with any: only then does the folder of the site change.

    A file whose folder is there waits under a short name; one whose folder is not, in a folder that will be moved with it.
    """

    def __init__(self, folder: Path, behind: Sequence[str] = ()) -> None:
        self.folder, self.waiting = folder, folder / PART
        self.behind = tuple(f"{link}/" for link in behind)
        self.new = not folder.exists()

    def put(self, path: str, key: str, data: bytes) -> Output:
        """Have `data` wait for its turn at `path`, unless it lies there already. Raises OSError."""
        name = digest(data)
        if not self.new and not path.startswith(self.behind) and contents(f"{self.folder}/{path}") == data:
            return Output(path, key, name)
        there = not self.new and os.path.isdir(os.path.dirname(f"{self.folder}/{path}"))
        part = f"{self.waiting}/{digest(path.encode())}{PART}" if there else f"{self.waiting}/{NEW}/{path}"
        try:
            lay(part, data)
        except FileNotFoundError:
            make_folder(os.path.dirname(part))
            lay(part, data)
        return Output(path, key, name, part)

    def __enter__(self) -> Stage:
        """What a run that was killed left waiting may stand in the way."""
        self._clear()
        return self

    def __exit__(self, *_: object) -> None:
        """Leave nothing of it behind."""
        self._clear()
        if self.new:
            with suppress(OSError):
                self.folder.rmdir()

    def _clear(self) -> None:
        with suppress(OSError):
            clear(self.waiting)


def make_folder(path: str) -> None:
    try:
        os.mkdir(path)  # most often no more than this one is missing
    except FileNotFoundError:
        os.makedirs(path, exist_ok=True)
    except FileExistsError:
        if not os.path.isdir(path):  # another process may have made it
            raise


def reconcile(
    folder: Path, manifest: Manifest, outputs: Sequence[Output], ours: bool, behind: Iterable[str] = (), watch: Progress | None = None
) -> tuple[dict[str, Record], Change]:
    """Bring `folder` to `outputs`. `ours`: files that nobody planned are removed or replaced; elsewhere they are left, and whoever calls
    has made sure that none is in the way (see `occupied`). All are named."""
    change, records = Change(), {}
    for output in outputs:
        if output.part:
            os.lstat(output.part)  # what another run took away must not be taken for written: something else may lie in its place
    folder.mkdir(parents=True, exist_ok=True)
    if ours:
        known = manifest or {output.path for output in outputs}  # where nothing is known, a page in its place is taken for one of ours
        change.strange += in_the_way(str(folder), known, (output.path for output in outputs if output.part))
    for link in behind:
        (folder / link).unlink(missing_ok=True)
    if (folder / PART / NEW).is_dir():
        bring(f"{folder}/{PART}/{NEW}", str(folder))
    for output in (watch or Progress()).each(outputs, len(outputs)):
        if output.kept:
            records[output.path] = manifest[output.path]._replace(sign=output.sign, warnings=output.warnings)
            change.kept += 1
            continue
        path = f"{folder}/{output.path}"
        if output.part:
            if output.part.endswith(PART):
                replace(output.part, path, folder)
            change.written.append(output.path)
        else:
            change.kept += 1
        found = os.stat(path)
        state = (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
        records[output.path] = Record(output.key, output.digest, *state, output.sign, output.warnings, output.parts)
    with suppress(OSError):
        clear(folder / PART)
    sweep(folder, manifest, records, ours, change)
    return records, change


def bring(waiting: str, there: str) -> None:
    """Move what waits in one folder to where it is to be: each file in one step, and so a folder of which nothing is there yet."""
    with os.scandir(waiting) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        path = f"{there}/{entry.name}"
        folder = entry.is_dir(follow_symlinks=False)
        if os.path.isdir(path) and not os.path.islink(path):
            if folder:
                bring(entry.path, path)
                continue
            clear(Path(path))
        elif folder and os.path.lexists(path):
            os.unlink(path)
        os.replace(entry.path, path)


def replace(part: str, path: str, folder: Path) -> None:
    """Put a file that waits at its place, in one step."""
    with suppress(OSError):
        os.replace(part, path)
        return
    make_way(Path(path), folder)
    os.replace(part, path)


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
    """What stands there goes, be it a folder with all that is in it or no folder at all."""
    if folder.is_symlink() or not folder.is_dir():
        folder.unlink()
        return
    for root, folders, files in os.walk(folder, topdown=False):
        for name in files:
            Path(root, name).unlink()
        for name in folders:
            inner = Path(root, name)
            inner.unlink() if inner.is_symlink() else inner.rmdir()
    folder.rmdir()


def sweep(folder: Path, manifest: Manifest, records: Mapping[str, Record], ours: bool, change: Change) -> None:
    """Take away what is no longer made, and folders that are empty because of it."""
    sweep_folder(str(folder), "", manifest, records, ours, change)
    change.strange.sort()
    change.deleted.sort()


def sweep_folder(at: str, path: str, manifest: Manifest, records: Mapping[str, Record], ours: bool, change: Change) -> bool:
    """Whether the folder `at`, which is `path` in the site ("" or ending in a slash), may go now: nothing is left in it."""
    left, thinned = False, False
    with os.scandir(at) as found:
        entries = list(found)
    for entry in entries:
        name = f"{path}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            if sweep_folder(entry.path, f"{name}/", manifest, records, ours, change):
                os.rmdir(entry.path)
                thinned = True
            else:
                left = True
        elif name in records:
            left = True
        else:
            known = PART in name or (name in manifest and (ours or is_left(entry.path, manifest[name])))
            if not known:
                change.strange.append(name)
            if known or ours:
                os.unlink(entry.path)
                change.deleted.append(name)
                thinned = True
            else:
                left = True
    return not left and (ours or thinned)
