"""The spine: read → markdown → standing → plan → check → render → write. Every command takes this one way."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import babel
import jinja2
import markdown_it
import mdit_py_plugins

from changlai import check, plan, read, render, translate, write
from changlai.executor import Executor, executor
from changlai.gather import gather, packaged_root, parse_catalog
from changlai.model import Library, Place, Plan, Standing
from changlai.plan.site import Site
from changlai.problems import Problem, has_errors, problem
from changlai.store import Store, fingerprint, program

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
    jobs: int = 0  # processes that may work; 0: as many as there are cores
    executor: str = ""  # the address of a cluster that works instead of this machine


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
        inside = write.is_source(folder, options.project)
        if inside or not write.claim(folder, ours, memory):
            problems.append(problem("output-inside" if inside else "output-foreign", Place(str(folder)), folder=folder))
            return Outcome(tuple(sorted(problems)), draft)
        manifest = write.load(folder, memory)
        outputs, found = draw(draft, store, version, folder, manifest if options.cache else {}, executor(options.jobs, options.executor))
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
            outputs, found = draw(draft, store, version, Path(), {}, executor(options.jobs, options.executor))
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
    workers = executor(options.jobs, options.executor)
    library, problems = gather(options.project, options.base_url, options.drafts, store, version, workers)
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


def draw(
    draft: Draft, store: Store, version: str, folder: Path, manifest: write.Manifest, workers: Executor
) -> tuple[list[write.Output], list[Problem]]:
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
    outputs += [write.Output(page.path, keys[page.path], None) for page in draft.plan.pages if page.path not in stale]
    pages = [page for page in draft.plan.pages if page.path in stale]
    for page, (data, found) in zip(pages, workers.map(renderer.draw, pages), strict=True):
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
