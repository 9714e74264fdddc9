"""What is promised to the world: the addresses in `urls.lock`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

LOCK = "urls.lock"


def lock(project: Path, urls: Iterable[str]) -> None:
    """Write the released addresses, one site-relative path a line, sorted; the old file stands until the new one is whole."""
    path = project / LOCK
    part = path.with_suffix(".part")
    part.write_bytes("".join(f"{url}\n" for url in sorted(set(urls))).encode())
    part.replace(path)
