"""Cleaning each file once: the result lies in the store under all that it depends on."""

from __future__ import annotations

import json
from pathlib import PurePosixPath

import PIL

from changlai.media.clean import clean
from changlai.model import Media, Place
from changlai.problems import Problem, problem
from changlai.store import Store, fingerprint
from changlai.store import digest as digest_of


def remembered(store: Store, version: str, path: str, digest: str) -> tuple[Media | None, list[Problem]]:
    """The publishable form of the file whose bytes lie in `store` under `digest`; None where it is refused."""
    name = PurePosixPath(path).name
    key = fingerprint("media", version, PIL.__version__, name, digest)

    def make() -> bytes:
        cleaned, problems = clean(store.get(digest), name)
        held = [digest_of(cleaned.data), cleaned.width, cleaned.height] if cleaned else None
        if cleaned:
            store.keep(f"data-{key}", cleaned.data)
        return json.dumps([held, [found[1:] for found in problems]]).encode()

    def fetch() -> bytes:
        data = store.recall(f"data-{key}")
        if data is None:
            cleaned, _ = clean(store.get(digest), name)
            data = cleaned.data if cleaned else b""
        return data

    held, found = json.loads(store.remember(key, make))
    problems = [problem(code, Place(path, line, column), **dict(params)) for line, column, code, params in found]
    if not held:
        return None, problems
    store.use(f"data-{key}")
    store.lend(held[0], fetch)
    return Media(path, *held), problems
