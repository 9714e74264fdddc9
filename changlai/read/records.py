"""What translations were made from: the files of `translations/status/`, found but not yet opened."""

from __future__ import annotations

from changlai.model import File
from changlai.read.disk import Disk
from changlai.read.theme import files_below
from changlai.record import FOLDER, owner_of


def read_records(disk: Disk) -> dict[str, File]:
    """By path. A file there that speaks of no edition is reported."""
    found: dict[str, File] = {}
    if not disk.exists("translations"):
        return found
    for _, path, real in files_below(disk, FOLDER, ""):
        if owner_of(path) is None:
            disk.report("status-name", path)
        elif file := disk.keep(path, real):
            found[path] = file
    return found
