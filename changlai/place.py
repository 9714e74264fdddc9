"""Where something stands in a project. By itself, since a build that finds nothing to do needs no other record."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """Where something stands: for problems, and for the writer who has to mend it."""

    path: str
    line: int = 1
    column: int = 1
