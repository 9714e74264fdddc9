"""All that a build would find on the disk: each file, how it stands, and where a state does not tell everything."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from stat import S_ISDIR, S_ISLNK, S_ISREG
from typing import Any, NamedTuple

from changlai import still
from changlai.still import State, contents, state, target, vouches, young

CACHE = "__pycache__"  # of compiled files; nothing depends on it


class Row(NamedTuple):
    """One file as a build would find it."""

    name: str  # its path, and where it leads as a link
    path: str
    state: State | str  # of what it leads to; "!" where that cannot be had, "/" for a folder that is empty or was linked to
    read: bool  # whether it holds anything to be read


class Sight:
    """Everything below some roots, but the folder `aside`, and what Python compiles in the folders of `code`; of `alone` only how they
    stand themselves. OSError where a link to a folder may lead round in a circle."""

    def __init__(self, roots: Sequence[Path], code: Path, aside: Path | None = None, alone: Sequence[str] = ()) -> None:
        self._code, self._aside = str(code), str(aside or "")
        self.rows: list[Row] = []
        self.stood: dict[str, State] = {}  # each file, folder and link by itself
        self.links: dict[str, tuple[State, str] | None] = {}  # and how that stands to which each leads, and where
        self.absent: list[str] = []
        self.folders: dict[str, tuple[State, list[str]]] = {}  # and their names
        self.clear = True  # whether every folder could be read
        self._held: dict[str, str] = {}
        for root in dict.fromkeys(map(str, roots)):
            if os.path.isdir(root):
                self._tree(root)
            else:
                self._file(root)
        for path in alone:
            self._file(path, alone=True)
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
            if S_ISLNK(stood.st_mode):
                self.rows.append(Row(self._leads(at), at, "/", False))
                stood = os.stat(at)
            self.folders[at] = state(stood), sorted(entry.name for entry in entries)
            if not entries:
                self.rows.append(Row(at, at, "/", False))
            for entry in entries:
                if (entry.name == CACHE and self._compiles(at)) or entry.path == self._aside:
                    continue
                if not entry.is_dir():
                    self._file(entry.path)
                elif entry.is_symlink():
                    raise OSError(entry.path)
                else:
                    waiting.append(entry.path)

    def _file(self, path: str, alone: bool = False) -> None:
        name = path
        try:
            found = self._stands(path)
            if S_ISLNK(found.st_mode):
                name = self._leads(path)
                found = os.stat(path)
        except OSError:
            if path not in self.stood:
                self.absent.append(path)
            self.rows.append(Row(name, path, "!", False))
            return
        folder = S_ISDIR(found.st_mode) and not alone
        self.rows.append(Row(name, path, "/" if folder else state(found), S_ISREG(found.st_mode)))

    def _leads(self, path: str) -> str:
        """The name of a link. Where it leads to nothing, OSError comes after what can be told of it."""
        name = f"{path}\0{os.readlink(path)}\0{os.path.realpath(path)}"
        self.links[path] = target(path)
        return name

    def _stands(self, path: str) -> os.stat_result:
        found = os.lstat(path)
        self.stood[path] = state(found)
        if S_ISLNK(found.st_mode):
            self.links[path] = None
        return found

    def _compiles(self, folder: str) -> bool:
        return f"{folder}/".startswith(f"{self._code}/")

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

    def renew(self, made: int) -> bool:
        """Whether every folder has had the same names since this look, which began at `made`. What came since and went again was seen by
        nobody but the build; its folder tells of it. Python lays compiled files in folders of its own, which count as they look now."""
        for path, (stood, names) in self.folders.items():
            try:
                found, itself = state(os.stat(path)), state(os.lstat(path))  # before its names are read, as ever
                if found == stood and vouches(found, made):
                    continue
                held, passing = still.names(path), {CACHE} if self._compiles(path) else set()
            except OSError:
                return False
            if set(held) - passing != set(names) - passing or (found != stood and not passing):
                return False
            self.folders[path], self.stood[path] = (found, held), itself
        return not any(map(os.path.lexists, self.absent))

    def odd(self, moment: int, left: int) -> tuple[list[list[str]], list[list[Any]]]:
        """The paths of which no state tells everything, by what must be asked of them, and the answers. Folders were looked at again
        when the build had `left` them."""
        folders = [path for path, (stood, _) in self.folders.items() if not vouches(stood, left)]
        files = [row.path for row in self.rows if row.read and young(row.state, moment)]  # type: ignore[arg-type]
        return [[*self.links], folders, files, self.absent], [
            [*self.links.values()],
            [self.folders[path][1] for path in folders],
            [self.contents(path) for path in files],
            [False for _ in self.absent],
        ]
