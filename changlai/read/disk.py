"""Where files are opened. Everything that is read is remembered; what cannot be read is a problem."""

from __future__ import annotations

import errno
import os
import stat
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from changlai import still
from changlai.model import File, Place
from changlai.problems import Problem, Stopped, problem
from changlai.store import digest

SITE = "site"  # where a build leaves its pages, unless another folder is chosen
MEGABYTE = 1_000_000
TEXT_LIMIT = 2 * MEGABYTE
FILE_LIMIT = 64 * MEGABYTE
_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)


class Mark(NamedTuple):
    """How a file stood when it was read, and what it held."""

    size: int
    modified: int  # nanoseconds
    changed: int  # the same, of what no program can set back
    inode: int
    digest: str


class Disk:
    """One project on the disk. Paths are POSIX, relative to its root and in NFC; `real` paths are those of the operating system."""

    def __init__(self, root: Path, bounded: bool = True, marks: Mapping[str, Mark] | None = None, now: int = 0) -> None:
        """`bounded`: links may not leave the project. A package may be installed as links.

        A file that stands as its mark says need not be read again. `now` in nanoseconds: what is as young as that gets no mark.
        """
        self.bounded = bounded
        self.root = os.path.realpath(root)
        self.known, self.now = marks or {}, now
        self.marks: dict[str, Mark] = {}
        self.digests: dict[str, str] = {}  # of everything that was read, by path
        self._fresh: dict[str, bytes] = {}  # read for its digest, and not yet asked for
        self.problems: list[Problem] = []

    def real(self, path: str) -> str:
        return f"{self.root}/{path}"

    def spelled(self, path: str) -> str:
        """The real path of what was met under `path`: its names may stand on the disk in other letters than NFC, as macOS writes them."""
        real = self.root
        for name in path.split("/"):
            others: list[str] = []
            if not name.isascii():
                with suppress(OSError):
                    others = [other for other in os.listdir(real) if nfc(other) == name]
            real = f"{real}/{min(others, default=name)}"  # the one that `list` has first
        return real

    def report(self, code: str, path: str, /, **params: object) -> None:
        self.problems.append(problem(code, Place(path), **params))

    def read(self, path: str, real: str = "", limit: int = TEXT_LIMIT) -> bytes | None:
        """The bytes of a file; None, with a problem, where they cannot be had."""
        if path in self._fresh:
            return self._fresh.pop(path)
        self.digests[path] = ""
        try:
            handle = os.open(real or self.real(path), _FLAGS)
        except OSError as fault:
            self.refuse(path, fault)
            return None
        try:
            state = os.fstat(handle)
            if not stat.S_ISREG(state.st_mode):
                self.report("not-a-file", path)
            elif state.st_size > limit:
                self.report("too-large", path, size=-(-state.st_size // MEGABYTE), limit=limit // MEGABYTE)
            else:
                data = _read_all(handle, state.st_size)
                self.digests[path] = digest(data)
                self._mark(path, state)
                return data
        except OSError as fault:
            self.refuse(path, fault)
        finally:
            os.close(handle)
        return None

    def stamp(self, path: str, real: str, limit: int = TEXT_LIMIT) -> str:
        """The digest of a file; empty, with a problem, where it cannot be read."""
        mark = self.known.get(path)
        if mark:
            with suppress(OSError):
                found = os.stat(real)
                if stat.S_ISREG(found.st_mode) and (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino) == mark[:4]:
                    self.digests[path], self.marks[path] = mark.digest, mark
                    return mark.digest
        data = self.read(path, real, limit)
        if data is not None and limit == TEXT_LIMIT:
            self._fresh[path] = data
        return self.digests[path]

    def keep(self, path: str, real: str = "") -> File | None:
        """A file that others will ask for by its digest."""
        found = self.stamp(path, real or self.real(path), FILE_LIMIT)
        return File(path, found, real or self.real(path)) if found else None

    def _mark(self, path: str, state: os.stat_result) -> None:
        stood = still.state(state)
        if not still.young(stood, self.now):
            self.marks[path] = Mark(*stood, self.digests[path])

    def exists(self, path: str) -> bool:
        """Whether a file or folder is there to be read; a link out of the project is reported, and is not."""
        real = self.real(path)
        return os.path.lexists(real) and not (Path(real).is_symlink() and self.leaves(path, real))

    def leaves(self, path: str, real: str) -> bool:
        try:
            target = os.path.realpath(real, strict=True)
            inside = not self.bounded or os.path.commonpath([target, self.root]) == self.root
        except (OSError, ValueError):
            self.report("link-broken", path)
            return True
        if not inside:
            self.report("link-outside", path, target=Path(real).readlink())
        return not inside

    def is_passing(self, path: str, real: str) -> bool:
        """Whether a link leads into the folder of the site, which the build would clear of all that is not of the site."""
        site = f"{self.root}/{SITE}"
        passing = self.bounded and not os.path.islink(site) and os.path.realpath(real).startswith(f"{site}/")
        if passing:
            self.report("link-into-site", path, target=Path(real).readlink())
        return passing

    def list(self, path: str, real: str = "") -> list[tuple[str, os.DirEntry[str]]]:
        """The entries of a folder by name in NFC, sorted; names that Windows and macOS hold for one are reported. Of two that are one in
        NFC the second is left out: everything is known by its path, and they would pass for each other."""
        try:
            with os.scandir(real or self.real(path)) as entries:
                found = sorted(((nfc(entry.name), entry) for entry in entries), key=_spelling)
        except OSError as fault:
            if not isinstance(fault, FileNotFoundError):
                self.refuse(path, fault)
            return []
        folded: dict[str, str] = {}
        for name, _ in found:
            other = folded.setdefault(name.casefold(), name)
            if other is not name:
                self.report("same-name", f"{path}/{name}", name=name, other=other)
        return [(name, entry) for number, (name, entry) in enumerate(found) if not number or name != found[number - 1][0]]

    def kind_of(self, path: str, entry: os.DirEntry[str]) -> str:
        """`file`, `folder`, or an empty string for what is not to be read; links may not leave the project."""
        try:
            if entry.is_symlink() and (self.leaves(path, entry.path) or self.is_passing(path, entry.path)):
                return ""
            if entry.is_dir():
                return "folder"
            if entry.is_file():
                return "file"
        except (OSError, ValueError):
            self.report("link-broken", path)
            return ""
        self.report("not-a-file", path)
        return ""

    def refuse(self, path: str, fault: OSError) -> None:
        if isinstance(fault, FileNotFoundError):
            self.report("vanished-file", path)
        elif fault.errno == errno.ELOOP:
            self.report("link-broken", path)
        else:
            self.report("unreadable-file", path, reason=os.strerror(fault.errno) if fault.errno else str(fault))


def fetch(file: File) -> bytes:
    """The bytes of a file that was looked at before."""
    with suppress(OSError):
        data = Path(file.real).read_bytes()
        if digest(data) == file.digest:
            return data
    raise Stopped(problem("changed-meanwhile", Place(file.path)))


def _spelling(named: tuple[str, os.DirEntry[str]]) -> tuple[str, str]:
    """Two names that are one in NFC keep an order of their own."""
    return named[0], named[1].name


def nfc(name: str) -> str:
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def _read_all(handle: int, size: int) -> bytes:
    data = os.read(handle, size + 1)
    while len(data) < size and (more := os.read(handle, size - len(data))):
        data += more
    return data
