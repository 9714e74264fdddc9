"""What lies where something is to be written, and is nobody's that we know."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator
from stat import S_ISDIR


def in_the_way(folder: str, known: Container[str], paths: Iterable[str]) -> list[str]:
    """What is no file of the `known` ones, and would have to go for something to lie at `paths`: what lies at a path already, or inside
    of a folder there, and what is no folder above one."""
    ground = Ground(folder, known)
    for path in paths:
        if ground.open(path.rpartition("/")[0]):
            ground.found.update(name for name in lying(folder, path) if name not in known)
    return sorted(ground.found)


class Ground:
    """The folders that have been looked at, and what was found in their places."""

    def __init__(self, folder: str, known: Container[str]) -> None:
        self.folder, self.known = folder, known
        self.seen = {"": True}
        self.found: set[str] = set()

    def open(self, path: str) -> bool:
        """Whether a folder is there, and no link to one: only then can there be something in it that must go."""
        if path not in self.seen:
            self.seen[path] = self.open(path.rpartition("/")[0]) and self.is_folder(path)
        return self.seen[path]

    def is_folder(self, path: str) -> bool:
        try:
            folder = S_ISDIR(os.lstat(f"{self.folder}/{path}").st_mode)
        except FileNotFoundError:
            return False
        if not folder and path not in self.known:
            self.found.add(path)
        return folder


def lying(folder: str, path: str) -> Iterator[str]:
    """The file at `path`, or all that are inside of a folder there."""
    try:
        mode = os.lstat(f"{folder}/{path}").st_mode
    except FileNotFoundError:
        return
    if not S_ISDIR(mode):
        yield path
        return
    with os.scandir(f"{folder}/{path}") as entries:
        names = [entry.name for entry in entries]
    for name in names:
        yield from lying(folder, f"{path}/{name}")
