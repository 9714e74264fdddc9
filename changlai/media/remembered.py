"""Cleaning each file once: the result lies in the store under all that it depends on."""

from __future__ import annotations

import json
from pathlib import PurePosixPath

import PIL

from changlai.media.clean import clean
from changlai.model import Media, Place
from changlai.problems import Problem, problem
from changlai.store import Store, fingerprint


def remembered(store: Store, version: str, path: str, digest: str) -> tuple[Media | None, list[Problem]]:
    """The publishable form of the file whose bytes lie in `store` under `digest`; None where it is refused."""
    name = PurePosixPath(path).name

    def make() -> bytes:
        cleaned, problems = clean(store.get(digest), name)
        size = [cleaned.width, cleaned.height] if cleaned else None
        return json.dumps([size, [found[1:] for found in problems]]).encode() + b"\n" + (cleaned.data if cleaned else b"")

    head, _, data = store.remember(fingerprint("media", version, PIL.__version__, name, digest), make).partition(b"\n")
    size, found = json.loads(head)
    problems = [problem(code, Place(path, line, column), **dict(params)) for line, column, code, params in found]
    return Media(path, store.put(data), *size) if size else None, problems
