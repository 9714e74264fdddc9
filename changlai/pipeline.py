"""The spine: read → markdown → standing → plan → check → render → write. Every command takes this one way."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

import babel
import jinja2
import markdown_it
import mdit_py_plugins

from changlai import check, plan, render, translate, write
from changlai.collate import collate
from changlai.executor import Executor, executor
from changlai.garbage import undistracted
from changlai.gather import Bodies, gather
from changlai.gather import look as read_all
from changlai.model import Date, Library, Place, Plan, Sheet, Standing
from changlai.plan.site import Site
from changlai.problems import Problem, has_errors, problem
from changlai.progress import Progress
from changlai.signs import sign
from changlai.store import Store, fingerprint, program
from changlai.why import Past, Reason, Why, chosen

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
    lasting: bool = False  # this process will build again, and holds what it has made
    jobs: int = 0  # processes that may work; 0: as many as there are cores
    certain: bool = True  # every file is read, whatever the disk says of its age
    executor: str = ""  # the address of a cluster that works instead of this machine
    why: str | None = None  # the pages of which to say why they were drawn; "": all that were
    watch: Progress = field(default_factory=Progress, compare=False)

    def started(self) -> int:
        """Since when a file is too young for its times to be believed, in nanoseconds; 0: none is believed."""
        return 0 if self.certain else int(self.now.timestamp() * 1e9)


@dataclass(frozen=True, slots=True)
class Draft:
    """A site thought through to the end, with nothing written."""

    library: Library
    standings: tuple[Standing, ...]
    site: Site
    plan: Plan
    fetch: Callable[[str], bytes]  # of a digest that the library or the plan names; while the store is open


@dataclass(frozen=True, slots=True)
class Outcome:
    problems: tuple[Problem, ...]  # sorted
    draft: Draft | None = None  # None where site.yaml could not be understood
    folder: Path | None = None
    change: write.Change = field(default_factory=write.Change)
    pages: Mapping[str, int] = field(default_factory=dict)  # language → pages made
    reasons: tuple[Reason, ...] = ()  # where they were asked for
    left: write.Manifest = field(default_factory=dict)  # what stands in `folder` now


def build(options: Options, hold: Callable[[], bool] = bool) -> Outcome:
    """Make the output folder what the project says. With an error, nothing in it is touched; nor where `hold` says, asked at the
    last moment, that what was read is not what somebody means."""
    with undistracted(), write.turn(options.project / MEMORY, watch=options.watch), closing(open_store(options)) as store:
        version, workers = this_version(), executor(options.jobs, options.executor)
        draft, problems = prepare(options, store, version, workers)
        if draft is None or has_errors(problems):
            return stopped(draft, problems, workers, options.watch)
        folder, memory = (options.output or options.project / OUTPUT).absolute(), options.project / MEMORY
        ours = write.is_own(folder, options.output is not None, memory)
        inside = write.is_source(folder, options.project)
        if inside or not write.claim(folder, ours, memory):
            problems.append(problem("output-inside" if inside else "output-foreign", Place(str(folder)), folder=folder))
            return stopped(draft, problems, workers, options.watch)
        manifest = write.load(folder, memory)
        behind = write.links(folder, draft.plan.paths)
        step = "output-unwritable"
        with write.Stage(folder, behind) as stage:
            try:
                with options.watch.stage("draw"):
                    before = write.intact(folder, manifest, behind) if options.cache else {}
                    manifest.update(before)
                    outputs, found = draw(draft, store, version, before, stage, workers, options.watch)
                problems += [*found, *write.occupied(folder, manifest, outputs, ours)]
                if has_errors(problems) or hold():
                    return Outcome(tuple(sorted(problems)), draft)
                past = Past(folder, manifest if options.cache else {}, before)
                reasons = explained(options, draft, store, version, past, outputs)
                with options.watch.stage("write"):
                    write.announce(folder, memory, manifest, outputs, ours)
                    step = "output-partly"
                    records, change = write.reconcile(folder, manifest, outputs, ours, behind, options.watch)
            except OSError as error:
                problems.append(problem(step, Place(str(error.filename or folder)), reason=error.strerror or str(error)))
                return Outcome(tuple(sorted(problems)), draft)
        write.save(folder, memory, records)
        store.tidy()
        problems += [problem("output-strange" if ours else "output-left", Place(f"{folder.name}/{path}")) for path in change.strange]
        return Outcome(tuple(sorted(problems)), draft, folder, change, count(draft.plan), reasons, records)


def judge(options: Options, sound: Callable[[Draft], None] | None = None) -> Outcome:
    """Every judgement, nothing written: all pages are drawn, since a template can be wrong too. Where nothing is, `sound` is told of the
    site while its texts can be had."""
    with undistracted(), closing(open_store(options)) as store:
        version, workers = this_version(), executor(options.jobs, options.executor)
        draft, problems = prepare(options, store, version, workers)
        if draft is None or has_errors(problems):
            return stopped(draft, problems, workers, options.watch)
        drawn = dict.fromkeys((asset.path for asset in draft.plan.assets), b"")
        with options.watch.stage("draw"):
            drawing, found = drawer(draft, store, version, {}, None)
            waiting = draft.plan.sheets if not found else ()
            for result in options.watch.each(workers.map(drawing, waiting), len(waiting)):
                found += result.problems
                drawn[result.output.path] = result.data
        problems += found
        if not has_errors(found):
            with options.watch.stage("check"):
                problems += check.outputs(draft.library, draft.plan, drawn)
        if sound and not has_errors(problems):
            sound(draft)
        return Outcome(tuple(sorted(problems)), draft)


@contextmanager
def thinking(options: Options, alone: bool = False) -> Iterator[tuple[Draft | None, list[Problem]]]:
    """The site thought through, for commands that draw nothing; its texts can be had within the context. What is wrong inside of pages
    is left out. `alone`: until its end no other run works in the project, for commands that write by what they found."""
    turn = write.turn(options.project / MEMORY, watch=options.watch) if alone else nullcontext()
    with undistracted(), turn, closing(open_store(options)) as store:
        yield prepare(options, store, this_version(), executor(options.jobs, options.executor))


def stopped(draft: Draft | None, problems: Iterable[Problem], workers: Executor, watch: Progress) -> Outcome:
    """The end of a run that draws nothing. What is wrong inside its pages is told all the same: nobody mends one thing at a time."""
    found = list(problems)
    if draft:
        with watch.stage("check"):
            for more in watch.each(workers.map(Making(draft.site), draft.plan.sheets), len(draft.plan.sheets)):
                found += more
    return Outcome(tuple(sorted(found)), draft)


def look(options: Options) -> tuple[Library | None, list[Problem]]:
    """What the files say, before Markdown and plan: for commands that change or collect them."""
    with closing(open_store(options)) as store:
        reading = read_all(options.project, options.started(), store, this_version(), options.watch)
    return reading.library, list(reading.problems)


@cache
def this_version() -> str:
    return program(sys.version, babel.__version__, jinja2.__version__, markdown_it.__version__, mdit_py_plugins.__version__)


def open_store(options: Options) -> Store:
    return Store(options.project / MEMORY if options.cache else None, options.lasting)


def prepare(options: Options, store: Store, version: str, workers: Executor) -> tuple[Draft | None, list[Problem]]:
    """Everything up to the plan and the judgement on it."""
    library, problems = gather(options.project, options.base_url, options.drafts, options.started(), store, version, workers, options.watch)
    if library is None:
        return None, problems
    today = options.today or options.now.astimezone(ZoneInfo(library.settings.time_zone)).date()
    with options.watch.stage("collate"):
        library, found = collate(library, options.project, translate.Speaker(library), today, store, version, workers, options.watch)
    problems += found
    with options.watch.stage("plan"):
        standings = translate.standing(library, today, options.drafts)
        say = translate.Speaker(library)
        site = plan.survey(library, standings, say, today)
        planned, found = plan.plan(site)
        problems += found
        problems += check.records(library, standings, planned, say, Date(today.year, today.month, today.day))
        store.settle()
    return Draft(library, standings, site, planned, store.get), problems


class Making:
    """What is wrong inside the page of a sheet."""

    def __init__(self, site: Site) -> None:
        self.site = site

    def __call__(self, sheet: Sheet) -> list[Problem]:
        page, problems = plan.make(self.site, sheet)
        return problems + check.page(page)


class Drawn(NamedTuple):
    output: write.Output
    data: bytes  # where no stage keeps it
    problems: list[Problem]


class Drawing:
    """From a sheet to the bytes of its page: made, judged, drawn, and put where they wait until all are there.

    `before` holds the records of the files that are still as they were left; a page with the same key is the same page.
    """

    def __init__(self, site: Site, renderer: render.Renderer, before: write.Manifest, stage: write.Stage | None) -> None:
        self.site, self.renderer, self.before, self.stage = site, renderer, before, stage

    def __call__(self, sheet: Sheet) -> Drawn:
        page, problems = plan.make(self.site, sheet)
        problems += check.page(page)
        key, parts = self.renderer.account(page)
        if page.path in self.before and self.before[page.path].key == key:
            return Drawn(write.Output(page.path, key, "", kept=True), b"", problems)
        data, found = self.renderer.draw(page)
        problems += found
        if self.stage is None or has_errors(problems):
            return Drawn(write.Output(page.path, key, "", parts=parts), data, problems)
        return Drawn(self.stage.put(page.path, key, data)._replace(parts=parts), b"", problems)


def drawer(draft: Draft, store: Store, version: str, before: write.Manifest, stage: write.Stage | None) -> tuple[Drawing, list[Problem]]:
    library = draft.library
    words = {lang: translate.translations(library, lang) for lang in library.settings.languages}
    analyses = {name: read_template(name, source, store, version) for name, source in library.templates.items()}
    bodies = Bodies(library.documents, library.gists)
    renderer = render.Renderer(library.templates, analyses, words, library.settings.languages, bodies, version)
    return Drawing(draft.site, renderer, before, stage), renderer.problems()


def draw(
    draft: Draft, store: Store, version: str, before: write.Manifest, stage: write.Stage, workers: Executor, watch: Progress
) -> tuple[list[write.Output], list[Problem]]:
    """Every file that the site is to have; those that are not there yet wait in the stage. Raises OSError where they cannot."""
    drawing, problems = drawer(draft, store, version, before, stage if workers.shared else None)
    if problems:
        return [], problems
    outputs = []
    for asset in draft.plan.assets:
        kept = asset.path in before and before[asset.path].key == asset.digest
        same = write.Output(asset.path, asset.digest, asset.digest, kept=kept)
        outputs.append(same if kept else stage.put(asset.path, asset.digest, store.get(asset.digest)))
    store.remember(drawing.renderer.state_name, lambda: drawing.renderer.state)
    signs, waiting = sign(draft.site, draft.plan, drawing.renderer), []
    for sheet in draft.plan.sheets:
        record = before.get(sheet.path)
        if record and record.sign == signs[sheet.path]:
            outputs.append(write.Output(sheet.path, record.key, record.digest, "", True, record.sign, record.warnings))
            problems += record.warnings
        else:
            waiting.append(sheet)
    for output, data, found in watch.each(workers.map(drawing, waiting), len(waiting)):
        problems += found
        if not workers.shared and not output.kept:
            output = stage.put(output.path, output.key, data)._replace(parts=output.parts)
        outputs.append(output._replace(sign=signs[output.path], warnings=tuple(found)))
    return sorted(outputs), problems


def explained(
    options: Options, draft: Draft, store: Store, version: str, past: Past, outputs: Iterable[write.Output]
) -> tuple[Reason, ...]:
    """Why the pages that were asked for were drawn, or were not."""
    if options.why is None:
        return ()
    drawing, _ = drawer(draft, store, version, past.intact, None)
    with options.watch.stage("why"):
        sheets = chosen(draft.site, draft.plan.sheets, options.why)
        reasons = Why(draft.site, drawing.renderer, store, past, outputs).reasons(options.watch.each(sheets, len(sheets)))
        return tuple(reason for reason in reasons if reason.drawn or options.why)


def read_template(name: str, source: str, store: Store, version: str) -> render.Analysis:
    key = fingerprint("template", version, name, source)
    return store.hold(f"template {name}", key, lambda: render.load(store.remember(key, lambda: render.analyse(name, source))))


def count(planned: Plan) -> dict[str, int]:
    return dict(Counter(page.lang for page in planned.sheets if page.path.endswith(".html")))
