"""Whose an output folder is, and what we last left in it."""

from __future__ import annotations

import errno
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from changlai.codec import Codec
from changlai.place import Place
from changlai.problems import Problem, problem
from changlai.store import digest
from changlai.write.tree import COMING, Output, Record, is_left, there
from changlai.write.way import in_the_way

FOLDER = "outputs"
RECORDS: Codec[Mapping[str, Record]] = Codec(Mapping[str, Record])
SOURCES = ("content", "templates", "translations", "site.yaml", "urls.lock")


def is_own(folder: Path, chosen: bool, memory: Path) -> bool:
    """Whether all that lies in `folder` is ours to remove: in the project's `site/`, unless that is a link to somewhere else, and in
    the preview, which lies in our memory."""
    return not folder.is_symlink() and (not chosen or folder.is_relative_to(memory.absolute()))


def is_source(folder: Path, project: Path) -> bool:
    """Whether `folder` lies among what the site is made from: the next run would read the pages of this one. Or that lies in `folder`,
    as behind a link: this run would take it away as what nobody planned."""
    real = folder.resolve()
    sources = [(project / name).resolve() for name in SOURCES]
    return any(real.is_relative_to(source) or source.is_relative_to(real) for source in sources)


def claim(folder: Path, ours: bool, memory: Path) -> bool:
    """Whether we may write into `folder`: it is the project's own, or empty, or one that we have written before.

    A folder that is claimed stays so, even if what is to be written never gets there; but not where other files stand in the places of
    those that we left, and not one of ours is there any more: then somebody has made it anew.
    """
    if ours:
        return True
    if manifest_path(folder, memory).is_file():
        records = load(folder, memory)
        left = any(is_left(f"{folder}/{path}", record) for path, record in records.items())
        return left or not any(there(folder, path) for path in records)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        return False
    save(folder, memory, {})
    return True


def load(folder: Path, memory: Path) -> dict[str, Record]:
    """What we left in `folder`; nothing where that is not known for certain."""
    try:
        check, _, text = manifest_path(folder, memory).read_bytes().partition(b"\n")
        return dict(RECORDS.load(text)) if check == digest(text).encode() else {}
    except (OSError, ValueError):
        return {}


def save(folder: Path, memory: Path, records: Mapping[str, Record]) -> None:
    """Remember what is in `folder` now; a memory that cannot be written costs time, never the build."""
    with suppress(OSError):
        _save(folder, memory, records)


def _save(folder: Path, memory: Path, records: Mapping[str, Record]) -> None:
    path = manifest_path(folder, memory)
    part = path.with_suffix(".part")
    text = RECORDS.dump(records)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(digest(text).encode() + b"\n" + text)
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink()
        raise


def occupied(folder: Path, manifest: Mapping[str, Record], outputs: Iterable[Output], ours: bool) -> list[Problem]:
    """What stands where something is to be written, and is not ours to replace."""
    found = [] if ours else in_the_way(str(folder), manifest, (output.path for output in outputs if output.part))
    if found and not manifest:  # of nothing that is there it is known whose it is
        return [problem("output-foreign", Place(str(folder)), folder=folder)]
    return [problem("output-occupied", Place(f"{folder.name}/{path}")) for path in found]


def announce(folder: Path, memory: Path, manifest: Mapping[str, Record], outputs: Iterable[Output], ours: bool) -> None:
    """Remember which new files are on their way: whoever finds them after a run that was stopped knows whose they are. In a folder that
    is not ours as a whole that goes for those that will be replaced too: it must be known again where all of them were.

    Raises OSError where the disk is full, before anything is changed that could not be finished.
    """
    coming = {output.path: COMING for output in outputs if output.path not in manifest or (output.part and not ours)}
    try:
        if coming:
            _save(folder, memory, {**manifest, **coming})
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise


def manifest_path(folder: Path, memory: Path) -> Path:
    return memory / FOLDER / f"{digest(str(folder.resolve()).encode('utf-8', 'surrogateescape'))}.json"
