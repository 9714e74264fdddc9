"""`serve`."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from changlai import messages, pipeline
from changlai.cli.build import options
from changlai.cli.report import report, say
from changlai.problems import Problem, has_errors
from changlai.serve import Preview, changes

PREVIEW = "preview"


def run(args: Namespace, now: datetime) -> int:
    _ = messages.translator(args.ui)
    folder = Path(args.project, pipeline.MEMORY, PREVIEW)
    wanted = replace(options(args, now), drafts=True, output=folder, jobs=1)  # threads are about: no forking
    outcome = pipeline.build(wanted)
    report(outcome.problems, args)
    if outcome.draft is None:
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    try:
        server = Preview(folder, urlsplit(outcome.draft.library.settings.base_url).path.rstrip("/"), args.port)
    except (OSError, OverflowError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        say(_("Port %(port)s cannot be used: %(reason)s. Choose another with --port.") % {"port": args.port, "reason": reason}, args)
        return 1
    server.start()
    tell(server, outcome, set(), args)
    say(_("Showing %(url)s — stop with Ctrl+C") % {"url": server.url}, args)
    try:
        for touched in changes(args.project):
            outcome = pipeline.build(replace(wanted, now=datetime.now(UTC)))
            tell(server, outcome, touched, args)
            report(outcome.problems, args)
            if has_errors(outcome.problems):
                say(_("Not built again: mend the errors above and save."), args)
            else:
                say(_("built again: %(written)s files written") % {"written": len(outcome.change.written)}, args)
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()
    return 0


def tell(server: Preview, outcome: pipeline.Outcome, touched: set[str], args: Namespace) -> None:
    """Tell the open pages what a build gave: errors to show, styles to swap, or that there is something new."""
    _ = messages.translator(args.ui)
    errors = [shown(found, args) for found in outcome.problems if found.severity == "error"]
    styles = []
    if touched and all(path.startswith("templates/assets/") and path.endswith(".css") for path in touched) and outcome.draft:
        site = outcome.draft.site
        styles = [site.href(url) for name, url in site.assets.items() if name.endswith(".css")]
    changed = bool(outcome.change.written or outcome.change.deleted)
    server.news.publish(errors, _("This was not built; below stands the last site that was."), styles, changed)


def shown(found: Problem, args: Namespace) -> dict[str, str]:
    _ = messages.translator(args.ui)
    return {"place": f"{found.path}:{found.line}:{found.column}", "message": found.message(_), "hint": found.hint(_)}
