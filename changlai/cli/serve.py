"""`serve`."""

from __future__ import annotations

import errno
import sys
from argparse import Namespace
from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from changlai import messages, pipeline
from changlai.cli.build import options
from changlai.cli.line import watching
from changlai.cli.report import report
from changlai.cli.voice import answer, say
from changlai.gather import packaged_root
from changlai.problems import Problem, Stopped, has_errors
from changlai.rehearsal import rehearse
from changlai.serve import Preview, Watch

PREVIEW = "preview"
ASSETS = "templates/assets/"
TEXTS = (".html", ".xml")  # what changes with a text, and needs no more than the page itself to be fetched again
HOLDS = 3  # builds that come to nothing because somebody goes on saving
TURN = 0.001  # seconds; a build hands over sooner to whoever answers the browser


def run(args: Namespace, now: datetime) -> int:
    preview = Path(args.project, pipeline.MEMORY, PREVIEW)
    wanted = replace(options(args, now), drafts=True, output=preview, lasting=True, jobs=1)  # threads are about: no forking
    # Before the first build: what is saved while it works is not missed.
    with closing(Watch(args.project, packaged_root())) as watch:
        outcome = first(wanted)
        report(outcome.problems, args)
        server = opened(wanted, outcome, args)
        if server is None:
            return 1
        try:
            with suppress(Stopped):  # something was saved: what is not ready yet the next build makes
                rehearse(wanted)
            follow(server, watch, wanted, outcome.problems, args)
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()
    return 0


def first(wanted: pipeline.Options, tries: int = HOLDS) -> pipeline.Outcome:
    """A file that is saved as it is read is read again. Raises Stopped where there is no end of it, and for all else."""
    try:
        return pipeline.build(replace(wanted, now=datetime.now(UTC)))
    except Stopped as stopped:
        if not tries or stopped.problem.code != "changed-meanwhile":
            raise
    return first(wanted, tries - 1)


def opened(wanted: pipeline.Options, outcome: pipeline.Outcome, args: Namespace) -> Preview | None:
    """The preview of what was built, or of nothing yet; None where there can be none."""
    _ = messages.translator(args.ui)
    if outcome.draft is None or wanted.output is None:
        return None
    wanted.output.mkdir(parents=True, exist_ok=True)
    try:
        server = Preview(wanted.output, base(outcome.draft), args.port)
    except (OSError, OverflowError) as error:
        taken = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
        reason = error.strerror if isinstance(error, OSError) else error
        told = (
            _("Another program has port %(port)s, perhaps a preview that still runs. Choose another: --port %(next)s")
            if taken
            else _("Port %(port)s cannot be used: %(reason)s. Choose another with --port.")
        )
        answer(told % {"port": args.port, "next": args.port + 1, "reason": reason}, args)
        return None
    sys.setswitchinterval(TURN)
    server.start()
    tell(server, outcome, set(), args)
    answer(_("Showing %(url)s — stop with Ctrl+C") % {"url": server.url}, args)
    return server


def follow(server: Preview, watch: Watch, wanted: pipeline.Options, said: tuple[Problem, ...], args: Namespace) -> None:
    """Build again whenever something was saved, and tell the browser before the terminal."""
    _ = messages.translator(args.ui)
    held = 0
    for touched in watch.changes():
        try:
            outcome = pipeline.build(replace(wanted, now=datetime.now(UTC), watch=watching(args)), watch.stirred if held < HOLDS else bool)
        except Stopped as stopped:  # what it had read was saved again before it was used
            outcome = pipeline.Outcome((stopped.problem,))
        if outcome.folder is None and held < HOLDS and watch.stirred():
            held += 1
            continue  # more is being saved: what was read may be half a file
        held = 0
        if outcome.draft:
            server.move(base(outcome.draft))
        tell(server, outcome, touched, args)
        if outcome.problems != said:
            report(outcome.problems, args)  # what was said already would only push it away
            said = outcome.problems
        if has_errors(outcome.problems):
            say(_("Not built again: mend the errors above and save."), args)
        else:
            say(_("built again: %(written)s files written") % {"written": len(outcome.change.written)}, args)


def base(draft: pipeline.Draft) -> str:
    return urlsplit(draft.library.settings.base_url).path.rstrip("/")


def tell(server: Preview, outcome: pipeline.Outcome, touched: set[str], args: Namespace) -> None:
    """Tell the open pages what a build gave: errors to show, styles to swap, or that there is something new."""
    _ = messages.translator(args.ui)
    errors = [shown(found, args) for found in outcome.problems if found.severity == "error"]
    styles = []
    if touched and all(path.startswith(ASSETS) and path.endswith(".css") for path in touched) and outcome.draft:
        site = outcome.draft.site
        styles = [site.href(url) for name, url in site.assets.items() if name.endswith(".css")]
    changed = [*outcome.change.written, *outcome.change.deleted]
    texts = all(path.endswith(TEXTS) for path in changed)
    server.news.publish(errors, _("This was not built. The page shows what was built before."), styles, bool(changed), texts)


def shown(found: Problem, args: Namespace) -> dict[str, str]:
    _ = messages.translator(args.ui)
    return {"place": f"{found.path}:{found.line}:{found.column}", "message": found.message(_), "hint": found.hint(_)}
