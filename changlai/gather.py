"""Files → Library: read, with every body parsed and every picture cleaned. What is remembered is remembered here."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from changlai import markdown, media, read, translate
from changlai.executor import Executor
from changlai.model import Catalog, Document, Key, Language, Library, Media, Place, Typography
from changlai.problems import Problem, problem
from changlai.store import Store, fingerprint

FEED_YEAR = 2022  # a tag: URI names a year in which its host was held; site.yaml may say another


def gather(
    project: Path, base_url: str, drafts: bool, store: Store, version: str, workers: Executor
) -> tuple[Library | None, list[Problem]]:
    """The library with its documents and images; `base_url` instead of the site's own, where it is given."""
    reading = read.read_project(project, store.put, parse_catalog, packaged_root())
    problems = list(reading.problems)
    if reading.library is None:
        return None, problems
    settings = reading.library.settings
    if not settings.feed_id:
        # From the file, never from --base-url: a feed's ids are the same on every host that serves it.
        settings = replace(settings, feed_id=f"{urlsplit(settings.base_url).hostname},{FEED_YEAR}")
    if base_url:
        settings = replace(settings, base_url=base_url.rstrip("/") + "/")
    pictures, found = clean_all(reading, store, version)
    problems += found
    documents, found = parse_all(reading.library, store, version, workers)
    library = replace(reading.library, settings=settings, media=pictures, documents=documents)
    return library if drafts else without_draft_prose(library), problems + found


def without_draft_prose(library: Library) -> Library:
    """A profile has its page whether or not the prose beside it is ready; prose that is not ready stays out of it."""
    held = {(key, lang) for key, entry in library.entries.items() if entry.profile for lang, text in entry.editions.items() if text.draft}
    entries = {
        key: replace(entry, editions={lang: text for lang, text in entry.editions.items() if (key, lang) not in held})
        for key, entry in library.entries.items()
    }
    return replace(library, entries=entries, documents={name: text for name, text in library.documents.items() if name not in held})


def clean_all(reading: read.Reading, store: Store, version: str) -> tuple[dict[str, Media], list[Problem]]:
    """Images and PDFs, safe to publish; remembered by their bytes."""
    pictures, problems = {}, []
    for path, file in reading.files.items():
        cleaned, found = media.remembered(store, version, path, file.digest)
        problems += found
        if cleaned:
            pictures[path] = cleaned
    return pictures, problems


def parse_all(library: Library, store: Store, version: str, workers: Executor) -> tuple[dict[tuple[Key, str], Document], list[Problem]]:
    """The body of every edition as a document; remembered by its text."""
    refs = tuple(sorted({kind.ref for kind in library.settings.kinds.values()} | {"series", "topic"}))
    editions = [(entry.key, edition) for entry in library.entries.values() for edition in entry.editions.values()]
    bodies = [Body(edition.body, library.settings.languages[edition.lang].typography, refs) for _, edition in editions]
    keys = [fingerprint("markdown", version, body.typography, refs, body.text) for body in bodies]
    known = {name: store.recall(name) for name in keys}
    fresh = {name: body for name, body in zip(keys, bodies, strict=True) if known[name] is None}
    for name, made in zip(fresh, workers.map(parse_body, [*fresh.values()]), strict=True):
        known[name] = made
        store.keep(name, made)
    documents, problems = {}, []
    for (key, edition), name, body in zip(editions, keys, bodies, strict=True):
        document = documents[key, edition.lang] = load_document(known[name] or b"", body)
        problems += [
            problem(found.code, Place(edition.place.path, edition.body_line + found.line - 1, found.column), **dict(found.params))
            for found in document.findings
        ]
    return documents, problems


class Body(NamedTuple):
    """What a document follows from."""

    text: str
    typography: Typography
    refs: tuple[str, ...]


def parse_body(body: Body) -> bytes:
    return markdown.dump(markdown.parse(body.text, body.typography, frozenset(body.refs)))


def load_document(remembered: bytes, body: Body) -> Document:
    try:
        return markdown.load(remembered)
    except ValueError:
        return markdown.load(parse_body(body))


def parse_catalog(data: bytes, lang: str, language: Language, path: str) -> tuple[Catalog, list[Problem]]:
    return translate.parse_po(data, path, lang, language.locale)


def packaged_root() -> Path:
    """Where the package's own theme lies: inside it when installed, beside it in a checkout."""
    inside = Path(__file__).parent / "theme"
    return inside if inside.is_dir() else Path(__file__).parent.parent
