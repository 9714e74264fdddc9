"""The spine: read → markdown → standing → plan → check → render → write. Every command takes this one way."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import babel
import jinja2
import markdown_it
import mdit_py_plugins

from changlai import check, markdown, media, plan, read, render, translate, write
from changlai.model import Catalog, Document, Edition, Key, Language, Library, Media, Place, Plan, Standing
from changlai.plan.site import Site
from changlai.problems import Problem, has_errors, problem
from changlai.store import Store, fingerprint, program

FEED_YEAR = 2022  # a tag: URI names a year in which its host was held; site.yaml may say another
MEMORY = ".changlai"
OUTPUT = "site"


@dataclass(frozen=True, slots=True)
class Options:
    """What a run was asked for. `now` is the only clock, read once by whoever calls."""

    project: Path
    now: datetime
    output: Path | None = None  # default: site/ in the project
    base_url: str = ""
    drafts: bool = False
    today: date | None = None  # default: the day of `now` in the site's time zone
    cache: bool = True


@dataclass(frozen=True, slots=True)
class Draft:
    """A site thought through to the end, with nothing written."""

    library: Library
    standings: tuple[Standing, ...]
    site: Site
    plan: Plan


@dataclass(frozen=True, slots=True)
class Outcome:
    problems: tuple[Problem, ...]  # sorted
    draft: Draft | None = None  # None where site.yaml could not be understood
    folder: Path | None = None
    change: write.Change = field(default_factory=write.Change)
    pages: Mapping[str, int] = field(default_factory=dict)  # language → pages made


def build(options: Options) -> Outcome:
    """Make the output folder what the project says. With an error, nothing in it is touched."""
    with write.turn(options.project / MEMORY), closing(open_store(options)) as store:
        version = this_version()
        draft, problems = prepare(options, store, version)
        if draft is None or has_errors(problems):
            return Outcome(tuple(sorted(problems)), draft)
        folder = (options.output or options.project / OUTPUT).absolute()
        memory, ours = options.project / MEMORY, write.is_own(folder, options.output is not None)
        if not write.claim(folder, ours, memory):
            problems.append(problem("output-foreign", Place(str(folder)), folder=folder))
            return Outcome(tuple(sorted(problems)), draft)
        manifest = write.load(folder, memory)
        outputs, found = draw(draft, store, version, folder, manifest if options.cache else {})
        problems += found
        if has_errors(problems):
            return Outcome(tuple(sorted(problems)), draft)
        try:
            records, change = write.reconcile(folder, manifest, outputs, ours)
        except OSError as error:
            problems.append(problem("output-unwritable", Place(str(error.filename or folder)), reason=error.strerror or str(error)))
            return Outcome(tuple(sorted(problems)), draft)
        write.save(folder, memory, records)
        problems += [problem("output-strange", Place(f"{folder.name}/{path}"), removed=ours) for path in change.strange]
        return Outcome(tuple(sorted(problems)), draft, folder, change, count(draft.plan))


def judge(options: Options) -> Outcome:
    """Every judgement, nothing written: all pages are drawn, since a template can be wrong too."""
    with closing(open_store(options)) as store:
        version = this_version()
        draft, problems = prepare(options, store, version)
        if draft is not None and not has_errors(problems):
            outputs, found = draw(draft, store, version, Path(), {})
            problems += found
            if not has_errors(found):
                problems += check.outputs(draft.library, draft.plan, {output.path: output.data or b"" for output in outputs})
        return Outcome(tuple(sorted(problems)), draft)


def think(options: Options) -> tuple[Draft | None, list[Problem]]:
    """The site thought through, for commands that only look at it."""
    with closing(open_store(options)) as store:
        return prepare(options, store, this_version())


def look(options: Options) -> tuple[Library | None, list[Problem]]:
    """What the files say, before Markdown and plan: for commands that change or collect them."""
    with closing(open_store(options)) as store:
        reading = read.read_project(options.project, store.put, parse_catalog, packaged_root())
    return reading.library, list(reading.problems)


def this_version() -> str:
    return program(babel.__version__, jinja2.__version__, markdown_it.__version__, mdit_py_plugins.__version__)


def open_store(options: Options) -> Store:
    return Store(options.project / MEMORY if options.cache else None)


def prepare(options: Options, store: Store, version: str) -> tuple[Draft | None, list[Problem]]:
    """Everything up to the plan and the judgement on it."""
    library, problems = gather(options, store, version)
    if library is None:
        return None, problems
    today = options.today or options.now.astimezone(ZoneInfo(library.settings.time_zone)).date()
    standings = translate.standing(library, today, options.drafts)
    say = translate.speaker(library)
    site = plan.survey(library, standings, say, today)
    planned, found = plan.plan(site)
    problems += found
    problems += check.records(library, planned, say)
    return Draft(library, standings, site, planned), problems


def gather(options: Options, store: Store, version: str) -> tuple[Library | None, list[Problem]]:
    """The library with its documents and images."""
    reading = read.read_project(options.project, store.put, parse_catalog, packaged_root())
    problems = list(reading.problems)
    if reading.library is None:
        return None, problems
    settings = reading.library.settings
    if not settings.feed_id:
        # From the file, never from --base-url: a feed's ids are the same on every host that serves it.
        settings = replace(settings, feed_id=f"{urlsplit(settings.base_url).hostname},{FEED_YEAR}")
    if options.base_url:
        settings = replace(settings, base_url=options.base_url.rstrip("/") + "/")
    pictures, found = clean_all(reading, store, version)
    problems += found
    documents, found = parse_all(reading.library, store, version)
    library = replace(reading.library, settings=settings, media=pictures, documents=documents)
    return library if options.drafts else without_draft_prose(library), problems + found


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


def parse_all(library: Library, store: Store, version: str) -> tuple[dict[tuple[Key, str], Document], list[Problem]]:
    """The body of every edition as a document; remembered by its text."""
    refs = frozenset(kind.ref for kind in library.settings.kinds.values()) | {"series", "topic"}
    documents, problems = {}, []
    for entry in library.entries.values():
        for lang, edition in entry.editions.items():
            document = parse_one(edition, library.settings.languages[lang], refs, store, version)
            documents[entry.key, lang] = document
            problems += [
                problem(found.code, Place(edition.place.path, edition.body_line + found.line - 1, found.column), **dict(found.params))
                for found in document.findings
            ]
    return documents, problems


def parse_one(edition: Edition, language: Language, refs: frozenset[str], store: Store, version: str) -> Document:
    def make() -> bytes:
        return markdown.dump(markdown.parse(edition.body, language.typography, refs))

    remembered = store.remember(fingerprint("markdown", version, language.typography, sorted(refs), edition.body), make)
    try:
        return markdown.load(remembered)
    except ValueError:
        return markdown.load(make())


def draw(draft: Draft, store: Store, version: str, folder: Path, manifest: write.Manifest) -> tuple[list[write.Output], list[Problem]]:
    """The bytes of every file that is not there already as it should be."""
    library = draft.library
    documents = {document.digest: document for document in library.documents.values()}
    words = {lang: translate.translations(library, lang) for lang in library.settings.languages}
    analyses = {name: read_template(name, source, store, version) for name, source in library.templates.items()}
    renderer = render.Renderer(library.templates, analyses, words, library.settings.languages, documents, version)
    problems = renderer.problems()
    if problems:
        return [], problems
    keys = {page.path: renderer.key(page) for page in draft.plan.pages}
    keys |= {asset.path: asset.digest for asset in draft.plan.assets}
    stale = write.stale(folder, manifest, keys) if manifest else set(keys)
    outputs = [
        write.Output(asset.path, asset.digest, store.get(asset.digest) if asset.path in stale else None) for asset in draft.plan.assets
    ]
    for page in draft.plan.pages:
        data = None
        if page.path in stale:
            data, found = renderer.draw(page)
            problems += found
        outputs.append(write.Output(page.path, keys[page.path], data))
    return sorted(outputs), problems


def read_template(name: str, source: str, store: Store, version: str) -> render.Analysis:
    return render.load(store.remember(fingerprint("template", version, name, source), lambda: render.analyse(name, source)))


def count(planned: Plan) -> dict[str, int]:
    found: dict[str, int] = {}
    for page in planned.pages:
        if page.path.endswith(".html"):
            found[page.lang] = found.get(page.lang, 0) + 1
    return found


def parse_catalog(data: bytes, lang: str, language: Language, path: str) -> tuple[Catalog, list[Problem]]:
    return translate.parse_po(data, path, lang, language.locale)


def packaged_root() -> Path:
    """Where the package's own theme lies: inside it when installed, beside it in a checkout."""
    inside = Path(__file__).parent / "theme"
    return inside if inside.is_dir() else Path(__file__).parent.parent
