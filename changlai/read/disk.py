"""Where files are opened. Everything that is read is remembered; what cannot be read is a problem."""

from __future__ import annotations

import errno
import os
import stat
import unicodedata
from collections.abc import Callable
from pathlib import Path

from changlai.model import File, Place
from changlai.problems import Problem, problem

MEGABYTE = 1_000_000
TEXT_LIMIT = 2 * MEGABYTE
FILE_LIMIT = 64 * MEGABYTE
_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)


class Disk:
    """One project on the disk. Paths are POSIX, relative to its root and in NFC; `real` paths are those of the operating system."""

    def __init__(self, root: Path, put: Callable[[bytes], str], bounded: bool = True) -> None:
        """`bounded`: links may not leave the project. A package may be installed as links."""
        self.bounded = bounded
        self.root = os.path.realpath(root)
        self.put = put
        self.inputs: list[str] = []
        self.problems: list[Problem] = []

    def real(self, path: str) -> str:
        return f"{self.root}/{path}"

    def report(self, code: str, path: str, /, **params: object) -> None:
        self.problems.append(problem(code, Place(path), **params))

    def read(self, path: str, real: str = "", limit: int = TEXT_LIMIT) -> bytes | None:
        """The bytes of a file; None, with a problem, where they cannot be had."""
        self.inputs.append(path)
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
                return _read_all(handle, state.st_size)
        except OSError as fault:
            self.refuse(path, fault)
        finally:
            os.close(handle)
        return None

    def keep(self, path: str, real: str = "") -> File | None:
        """Hand a file to the store."""
        data = self.read(path, real, FILE_LIMIT)
        return None if data is None else File(path, self.put(data))

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

    def list(self, path: str, real: str = "") -> list[tuple[str, os.DirEntry[str]]]:
        """The entries of a folder by name in NFC, sorted; names that Windows and macOS hold for one are reported."""
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
        return found

    def kind_of(self, path: str, entry: os.DirEntry[str]) -> str:
        """`file`, `folder`, or an empty string for what is not to be read; links may not leave the project."""
        try:
            if entry.is_symlink() and self.leaves(path, entry.path):
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
