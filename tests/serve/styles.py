"""Every way in which editors, tools and people save a file: each leaves `data` at `path`."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType


def in_place(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def over_the_old(path: Path, data: bytes) -> None:
    """Written over what is there, and cut off behind it."""
    with path.open("r+b") as file:
        file.write(data)
        file.truncate()


def in_chunks(path: Path, data: bytes) -> None:
    with path.open("wb", buffering=0) as file:
        for start in range(0, len(data), len(data) // 4 + 1):
            file.write(data[start : start + len(data) // 4 + 1])
            time.sleep(0.004)


def emptied_first(path: Path, data: bytes) -> None:
    """As Notepad and shells do: emptied, closed, and written a moment later."""
    path.write_bytes(b"")
    time.sleep(0.02)
    path.write_bytes(data)


def renamed_over(path: Path, data: bytes) -> None:
    part = path.with_name(f".{path.name}.tmp")
    part.write_bytes(data)
    part.replace(path)


def renamed_from_outside(path: Path, data: bytes) -> None:
    """The new file is made where nobody looks."""
    part = path.parents[3] / f"{path.name}.{os.getpid()}"
    part.write_bytes(data)
    part.replace(path)


def vim(path: Path, data: bytes) -> None:
    """backupcopy=no: the old file becomes the backup, and a new one is written."""
    probe, backup, swap = path.with_name("4913"), path.with_name(f"{path.name}~"), path.with_name(f".{path.name}.swp")
    swap.write_bytes(b"b0VIM")
    probe.write_bytes(b"")
    probe.unlink()
    path.rename(backup)
    path.write_bytes(data)
    backup.unlink()
    swap.unlink()


def emacs(path: Path, data: bytes) -> None:
    auto, lock = path.with_name(f"#{path.name}#"), path.with_name(f".#{path.name}")
    lock.symlink_to("writer@host.1:2")
    auto.write_bytes(data)
    shutil.copy2(path, path.with_name(f"{path.name}~"))
    path.write_bytes(data)
    auto.unlink()
    lock.unlink()


def jetbrains(path: Path, data: bytes) -> None:
    new, old = path.with_name(f"{path.name}___jb_tmp___"), path.with_name(f"{path.name}___jb_old___")
    new.write_bytes(data)
    path.rename(old)
    new.rename(path)
    old.unlink()


def backup_first(path: Path, data: bytes) -> None:
    """A copy as backup, and the file in place."""
    shutil.copyfile(path, path.with_name(f"{path.name}~"))
    path.write_bytes(data)


def deleted_first(path: Path, data: bytes) -> None:
    path.unlink()
    time.sleep(0.02)
    path.write_bytes(data)


def folder_replaced(path: Path, data: bytes) -> None:
    """The folder is copied, the copy changed, and put in its place: as a document packed into a folder is saved."""
    new, old = path.parent.with_name(".new"), path.parent.with_name(".old")
    shutil.copytree(path.parent, new, symlinks=True)
    (new / path.name).unlink()
    (new / path.name).write_bytes(data)
    path.parent.rename(old)
    new.rename(path.parent)
    shutil.rmtree(old)


def link(path: Path, data: bytes) -> None:
    """The file becomes a link to where the words are now; what was there before, too."""
    pool = path.parents[3] / "pool"
    pool.mkdir(exist_ok=True)
    target = pool / f"{time.time_ns()}.md"
    target.write_bytes(data)
    fresh = path.with_name(".link")
    fresh.symlink_to(target)
    fresh.replace(path)


def twice(path: Path, data: bytes) -> None:
    """The hand on the keys is quicker than we are."""
    path.write_bytes(data[: len(data) // 2])
    path.write_bytes(data)


STYLES: Mapping[str, Callable[[Path, bytes], None]] = MappingProxyType(
    {
        style.__name__: style
        for style in (
            in_place,
            over_the_old,
            in_chunks,
            emptied_first,
            renamed_over,
            renamed_from_outside,
            vim,
            emacs,
            jetbrains,
            backup_first,
            deleted_first,
            folder_replaced,
            link,
            twice,
        )
    }
)
