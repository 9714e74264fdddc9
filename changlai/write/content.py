"""The few files that commands write into a project for a writer. What is there is never overwritten."""

from __future__ import annotations

from codecs import BOM_UTF8 as BOM
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


def create(project: Path, files: Mapping[str, bytes]) -> str:
    """Make new files; the path of one that is there already, in which case nothing is made."""
    for path in files:
        if (project / path).exists():
            return path
    for path, data in files.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        with (project / path).open("xb") as file:
            file.write(data)
    return ""


def amend(project: Path, files: Mapping[str, bytes]) -> list[str]:
    """Put files in place of what they were, none before all are on the disk; the paths that differed. What is no file (a pipe, a device)
    is written to."""
    changed: dict[str, tuple[Path, Path]] = {}
    try:
        for path, data in files.items():
            target = (project / path).resolve()
            if target.is_file() and target.read_bytes() == data:
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            special = target.exists() and not target.is_file()
            part = target if special else target.with_name(target.name + ".part")
            changed[path] = part, target
            part.write_bytes(data)
    except OSError:
        for part, target in changed.values():
            if part != target:
                with suppress(OSError):
                    part.unlink()
        raise
    for part, target in changed.values():
        if part != target:
            part.replace(target)
    return [*changed]


def remove(project: Path, paths: list[str]) -> None:
    """Files that a command wrote once and that are of no use any more."""
    for path in paths:
        (project / path).unlink(missing_ok=True)


def below(project: Path, folder: str) -> list[str]:
    """The paths of all files in a folder of the project, sorted."""
    return sorted(path.relative_to(project).as_posix() for path in (project / folder).rglob("*") if path.is_file())


def contents(project: Path, paths: list[str]) -> dict[str, bytes]:
    """What stands in those of `paths` that exist."""
    return {path: (project / path).read_bytes() for path in paths if (project / path).is_file()}


def beginning(folder: Path, path: str, most: int) -> bytes | None:
    """Of a file that somebody names, no more than `most` bytes; None where there is none."""
    if not (folder / path).is_file():
        return None
    with (folder / path).open("rb") as file:
        return file.read(most)


def insert_field(data: bytes, line: str) -> bytes:
    """Write one field into a Markdown file (between its fences) or a profile, in place of what it said before; line ends stay."""
    end = b"\r\n" if b"\r\n" in data else b"\n"
    row, name = line.encode(), f"{line.partition(':')[0]}:".encode()
    lines = data.splitlines(keepends=True)
    fences = [place for place, text in enumerate(lines) if text.removeprefix(BOM).rstrip() == b"---"]
    stop = fences[1] if len(fences) > 1 and fences[0] == 0 else len(lines)
    there = next((place for place in range(stop) if lines[place].startswith(name)), None)
    if there is not None:
        return b"".join([*lines[:there], row, end, *lines[there + 1 :]])
    if stop == len(lines) and data.removeprefix(BOM).lstrip().startswith(b"{"):
        return data.replace(b"{", b"{" + row + b", ", 1)
    if stop and not lines[stop - 1].endswith((b"\n", b"\r")):
        lines[stop - 1] += end
    return b"".join([*lines[:stop], row, end, *lines[stop:]])
