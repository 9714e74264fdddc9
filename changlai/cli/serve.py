"""`serve`."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

from changlai import messages, pipeline
from changlai.cli.build import options
from changlai.cli.report import report, say
from changlai.serve import Preview, changes

PREVIEW = "preview"


def run(args: Namespace, now: datetime) -> int:
    _ = messages.translator(args.ui)
    wanted = replace(options(args, now), drafts=True, output=args.project / pipeline.MEMORY / PREVIEW)
    outcome = pipeline.build(wanted)
    report(outcome.problems, args)
    if outcome.draft is None:
        return 1
    base = urlsplit(outcome.draft.library.settings.base_url).path.rstrip("/")
    wanted.output.mkdir(parents=True, exist_ok=True) if wanted.output else None
    try:
        server = Preview(args.project / pipeline.MEMORY / PREVIEW, base, args.port)
    except OSError as error:
        say(
            _("Port %(port)s cannot be used: %(reason)s. Choose another with --port.") % {"port": args.port, "reason": error.strerror}, args
        )
        return 1
    server.start()
    say(_("Showing %(url)s — stop with Ctrl+C") % {"url": server.url}, args)
    try:
        for _count in changes(args.project):
            outcome = pipeline.build(replace(wanted, now=datetime.now(UTC)))
            report(outcome.problems, args)
            say(_("built again: %(written)s files written") % {"written": len(outcome.change.written)}, args)
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()
    return 0
