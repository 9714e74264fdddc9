"""Which file of a site an address names, and who may ask for it."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

HERE = re.compile(r"(?:127\.0\.0\.1|localhost|\[::1\])(?::[0-9]{1,5})?", re.IGNORECASE)
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
NAMED_BY_BYTES = re.compile(r".*\.[0-9a-f]{10}\.\w+")  # as the pipeline names assets: another content has another name


def welcome(headers: Mapping[str, list[str]]) -> bool:
    """Whether a request comes from this machine, and from a page of ours or from no page: an outside page must not read drafts,
    be it through a name of its own that leads here or by drawing on our files."""
    hosts, origins, sites, modes = (headers.get(name, []) for name in ("host", "origin", "sec-fetch-site", "sec-fetch-mode"))
    if len(hosts) != 1 or not HERE.fullmatch(hosts[0]):
        return False
    if origins and [origin.lower() for origin in origins] != [f"http://{hosts[0]}".lower()]:
        return False
    return "cross-site" not in sites or modes == ["navigate"]


def path_of(target: str) -> str | None:
    """The path that the target of a request names, decoded once; None for what is none."""
    try:
        path = unquote(urlsplit(target).path, errors="strict")
    except ValueError:
        return None
    return path if path.startswith("/") else None


def find(folder: Path, path: str) -> Path | None:
    """The file of the site that `path` names; None for anything outside it, hidden, or not a file."""
    parts = [part for part in path.split("/") if part]
    if "\0" in path or "\\" in path or any(part.startswith(".") or ":" in part for part in parts):
        return None
    file = folder.joinpath(*parts, *(["index.html"] if path.endswith("/") or not parts else []))
    try:
        real = file.resolve()
        shown = real.is_file() and real.is_relative_to(folder) and not any(part.startswith(".") for part in real.relative_to(folder).parts)
        return real if shown else None
    except (OSError, ValueError, RuntimeError):  # the last: links in a circle, before Python 3.13
        return None


def not_found(folder: Path, path: str) -> Path | None:
    """The page that says so in the language of the address."""
    lang = path.lstrip("/").split("/")[0]
    return find(folder, f"/{lang}/404.html") or find(folder, "/404.html")


def type_of(suffix: str) -> str:
    return TYPES.get(suffix) or mimetypes.types_map.get(suffix, "application/octet-stream")
