"""Files → Library: read, with every body parsed and every picture cleaned. What is remembered is remembered here."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from changlai import markdown, media, read, translate
from changlai.codec import Codec
from changlai.executor import Executor
from changlai.model import Catalog, Document, Edition, Gist, Key, Language, Library, Media, Place, Settings, Typography
from changlai.problems import Problem, Stopped, problem
from changlai.progress import Progress
from changlai.store import Store, digest, fingerprint

MARKS: Codec[Mapping[str, read.Mark]] = Codec(Mapping[str, read.Mark])
GISTS: Codec[Gist] = Codec(Gist)
CATALOGS: Codec[tuple[Catalog, list[Problem]]] = Codec(tuple[Catalog, list[Problem]])
GIST = "gist-"  # before the key of a document: what others must know of it
HELD = 64  # documents that are kept at hand: a page's are asked for several times while it is made
LEADING = frozenset({"image", "label", "link", "name"})  # holes that lead to another file
FEED_YEAR = 2022  # a tag: URI names a year in which its host was held; site.yaml may say another


def gather(
    project: Path, base_url: str, drafts: bool, now: int, store: Store, version: str, workers: Executor, watch: Progress
) -> tuple[Library | None, list[Problem]]:
    """The library with its documents and images; `base_url` instead of the site's own, where it is given.

    `now` in nanoseconds is when the run began; 0: no file is taken for what it was, however it stands.
    """
    reading = look(project, now, store, version, watch, workers)
    problems = list(reading.problems)
    if reading.library is None:
        return None, problems
    settings = reading.library.settings
    if not settings.feed_id:
        # From the file, never from --base-url: a feed's ids are the same on every host that serves it.
        settings = settings._replace(feed_id=f"{urlsplit(settings.base_url).hostname},{FEED_YEAR}")
    if base_url:
        settings = settings._replace(base_url=base_url.rstrip("/") + "/")
    with watch.stage("media"):
        pictures, found = clean_all(reading, store, version, watch)
    problems += found
    with watch.stage("parse"):
        documents, gists, found = parse_all(reading.library, project, store, version, workers, watch)
    library = reading.library._replace(settings=settings, media=pictures, documents=documents, gists=gists)
    return library if drafts else without_draft_prose(library, documents), problems + found


def look(project: Path, now: int, store: Store, version: str, watch: Progress, workers: Executor | None = None) -> read.Reading:
    """What the files say; those that stand as they did are not read again. With `workers`, bodies that are read are parsed at once."""
    known: Mapping[str, read.Mark] = {}
    with suppress(ValueError):
        known = MARKS.load(store.recall("marks") or b"")
    catalogs = partial(parse_catalog, store, version)
    memory = read.Memory(store, version, known if now else {}, now, watch)
    if workers:
        memory = memory._replace(read=partial(read_and_parse, store, version, workers))
    with watch.stage("read"):
        reading = read.read_project(project, catalogs, packaged_root(), memory)
    if reading.marks != known:
        store.keep("marks", MARKS.dump(reading.marks))
    found = reading.library
    for file in (*reading.files.values(), *((*found.assets.values(), *found.records.values()) if found else ())):
        store.lend(file.digest, partial(read.fetch, file))
    return reading


def without_draft_prose(library: Library, documents: Documents) -> Library:
    """A profile has its page whether or not the prose beside it is ready; prose that is not ready stays out of it."""
    held = {(key, lang) for key, entry in library.entries.items() if entry.profile for lang, text in entry.editions.items() if text.draft}
    entries = {
        key: entry._replace(editions={lang: text for lang, text in entry.editions.items() if (key, lang) not in held})
        for key, entry in library.entries.items()
    }
    gists = {part: gist for part, gist in library.gists.items() if part not in held}
    return library._replace(entries=entries, documents=documents.without(held), gists=gists)


def clean_all(reading: read.Reading, store: Store, version: str, watch: Progress) -> tuple[dict[str, Media], list[Problem]]:
    """Images and PDFs, safe to publish; remembered by their bytes."""
    pictures, problems = {}, []
    for path, file in watch.each(reading.files.items(), len(reading.files)):
        cleaned, found = media.remembered(store, version, path, file.digest)
        problems += found
        if cleaned:
            pictures[path] = cleaned
    return pictures, problems


class Rules(NamedTuple):
    """How the bodies of a site are read: the schemes of references, and for each language its typography and what its keys begin with."""

    refs: tuple[str, ...]
    typography: Mapping[str, Typography]
    base: Mapping[str, str]

    def key(self, edition: Edition) -> str:
        return self.base[edition.lang] + edition.digest


def rules_of(settings: Settings, version: str) -> Rules:
    refs = tuple(sorted({kind.ref for kind in settings.kinds.values()} | {"series", "topic"}))
    typography = {code: language.typography for code, language in settings.languages.items()}
    return Rules(refs, typography, {code: fingerprint("markdown", version, kind, refs) for code, kind in typography.items()})


def read_and_parse(store: Store, version: str, workers: Executor, settings: Settings, unread: Sequence[read.Unread]) -> Iterator[read.Read]:
    """Entries that were not met before; whoever reads one parses its bodies too, while they are at hand."""
    work = partial(read_with_documents, rules_of(settings, version), store.names(GIST) if unread else frozenset())
    for found, parsed in workers.map(work, unread):
        for key, gist, document in parsed:
            keep(store, key, gist, document)
        yield found


def read_with_documents(rules: Rules, known: Collection[str], unread: read.Unread) -> tuple[read.Read, list[tuple[str, Gist, bytes]]]:
    found = read.read_unread(unread)
    fresh = [edition for edition in found.entry.editions.values() if GIST + rules.key(edition) not in known]
    return read.bare(found), [(rules.key(edition), *parse_text(edition.body, edition.lang, rules)) for edition in fresh]


def parse_all(
    library: Library, project: Path, store: Store, version: str, workers: Executor, watch: Progress
) -> tuple[Documents, dict[Part, Gist], list[Problem]]:
    """The body of every edition as a document; remembered by its text."""
    rules = rules_of(library.settings, version)
    bodies = {
        (entry.key, lang): Body(project, edition, rules) for entry in library.entries.values() for lang, edition in entry.editions.items()
    }
    keys = {part: rules.key(body.edition) for part, body in bodies.items()}
    held = store.load_all("gists", (GIST + key for key in keys.values()), GISTS.load_all)
    made = {name.removeprefix(GIST): gist for name, gist in held.items()}
    fresh = {keys[part]: body for part, body in bodies.items() if keys[part] not in made}
    parsed = watch.each(workers.map(parse_body, [*fresh.values()]), len(fresh))
    for key, (gist, document) in zip(fresh, parsed, strict=True):
        keep(store, key, gist, document)
        made[key] = gist
    known = {part: made[key] for part, key in keys.items()}
    problems = []
    for part, gist in known.items():
        store.use(keys[part])
        edition = bodies[part].edition
        problems += [
            problem(found.code, Place(edition.place.path, edition.body_line + found.line - 1, found.column), **dict(found.params))
            for found in gist.findings
        ]
    return Documents(store, {part: (keys[part], body) for part, body in bodies.items()}), known, problems


def keep(store: Store, key: str, gist: Gist, document: bytes) -> None:
    store.keep(key, document)
    store.keep(GIST + key, GISTS.dump(gist))


class Body(NamedTuple):
    """What a document follows from."""

    project: Path
    edition: Edition
    rules: Rules

    def text(self) -> str:
        """Where the edition is remembered, its file has the words."""
        edition = self.edition
        text = edition.body or read.read_body(self.project, edition.place.path, edition.lang)
        if digest(text.encode()) != edition.digest:
            raise Stopped(problem("changed-meanwhile", edition.place))
        return text


Part = tuple[Key, str]  # an entry and a language


class Documents(Mapping[Part, Document]):
    """The documents of a library, fetched from the store one by one: all of them at once would fill the memory of a small machine."""

    def __init__(self, store: Store, bodies: Mapping[Part, tuple[str, Body]]) -> None:
        self._store, self._bodies = store, bodies
        self._last: dict[Part, Document] = {}

    def __getitem__(self, part: Part) -> Document:
        found = self._last.get(part)
        if found is None:
            if len(self._last) >= HELD:
                self._last.clear()
            found = self._last[part] = self._fetch(*self._bodies[part])
        return found

    def __contains__(self, part: object) -> bool:
        return part in self._bodies

    def __iter__(self) -> Iterator[Part]:
        return iter(self._bodies)

    def __len__(self) -> int:
        return len(self._bodies)

    def written(self, part: Part) -> str:
        """The text that a document was made from."""
        return self._bodies[part][1].text()

    def _fetch(self, key: str, body: Body) -> Document:
        try:
            return markdown.load(self._store.recall(key) or b"")
        except ValueError:
            return markdown.load(parse_body(body)[1])

    def without(self, parts: Collection[Part]) -> Documents:
        return Documents(self._store, {part: found for part, found in self._bodies.items() if part not in parts})

    def __reduce__(self) -> tuple[Any, ...]:
        """To a process that has not grown out of this one goes what the documents are made from."""
        return Documents, (Store(None), self._bodies)


class Bodies(Mapping[str, Document]):
    """The same documents by digest."""

    def __init__(self, documents: Mapping[Part, Document], gists: Mapping[Part, Gist]) -> None:
        self._documents = documents
        self._parts = {gist.digest: part for part, gist in gists.items()}

    def __getitem__(self, digest: str) -> Document:
        return self._documents[self._parts[digest]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)


def parse_body(body: Body) -> tuple[Gist, bytes]:
    """The gist of a document, and the document."""
    return parse_text(body.text(), body.edition.lang, body.rules)


def parse_text(text: str, lang: str, rules: Rules) -> tuple[Gist, bytes]:
    document = markdown.parse(text, rules.typography[lang], frozenset(rules.refs))
    targets = tuple(dict.fromkeys(hole.target for hole in document.holes if hole.kind in LEADING))
    said = fingerprint([(block.digest, block.exact, block.id, block.targets) for block in document.blocks])
    return Gist(document.digest, len(document.blocks), targets, document.findings, said), markdown.dump(document)


def parse_catalog(store: Store, version: str, data: bytes, lang: str, language: Language, path: str) -> tuple[Catalog, list[Problem]]:
    key = fingerprint("catalog", version, lang, language.locale, path, digest(data))

    def parse() -> tuple[Catalog, list[Problem]]:
        with suppress(ValueError):
            return CATALOGS.load(store.recall(key) or b"")
        found = translate.parse_po(data, path, lang, language.locale)
        store.keep(key, CATALOGS.dump(found))
        return found

    return store.hold(f"catalog {lang} {path}", key, parse)


def packaged_root() -> Path:
    """Where the package's own theme lies: inside it when installed, beside it in a checkout."""
    inside = Path(__file__).parent / "theme"
    return inside if inside.is_dir() else Path(__file__).parent.parent
