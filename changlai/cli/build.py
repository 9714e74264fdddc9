"""`build`."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime

from changlai import messages, pipeline
from changlai.cli.report import report, say
from changlai.problems import has_errors


def options(args: Namespace, now: datetime) -> pipeline.Options:
    return pipeline.Options(args.project, now, args.output, args.base_url, args.drafts, args.today, args.cache)


def run(args: Namespace, now: datetime) -> int:
    _ = messages.translator(args.ui)
    outcome = pipeline.build(options(args, now))
    status = report(outcome.problems, args)
    if has_errors(outcome.problems) or outcome.folder is None:
        say(_("Nothing was written: mend the errors above and build again."), args)
        return 1
    counts = ", ".join(f"{lang} {number}" for lang, number in outcome.pages.items())
    change = outcome.change
    say(_("%(folder)s: pages: %(counts)s") % {"folder": outcome.folder, "counts": counts}, args)
    numbers = {"written": len(change.written), "deleted": len(change.deleted), "kept": change.kept}
    say(_("%(written)s files written, %(deleted)s removed, %(kept)s as they were") % numbers, args)
    return status
