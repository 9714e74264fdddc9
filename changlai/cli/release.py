"""`release`."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from datetime import datetime

from changlai import messages, pipeline, publish
from changlai.cli.build import options
from changlai.cli.report import report
from changlai.cli.voice import say
from changlai.problems import has_errors


def run(args: Namespace, now: datetime) -> int:
    _ = messages.translator(args.ui)
    outcome = pipeline.judge(replace(options(args, now), drafts=False))
    status = report(outcome.problems, args)
    if outcome.draft is None or has_errors(outcome.problems) or status:
        say(_("Nothing was released: mend the problems above first."), args)
        return 1
    before = outcome.draft.library.released
    fresh = sorted(set(outcome.draft.plan.public) - set(before))
    if fresh:
        publish.lock(args.project, [*before, *fresh])
    say(_("urls.lock: %(fresh)s new addresses, %(all)s in all") % {"fresh": len(fresh), "all": len(before) + len(fresh)}, args)
    return 0
