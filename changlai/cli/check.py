"""`check`."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime

from changlai import messages, pipeline
from changlai.cli.again import held
from changlai.cli.build import options, waiting
from changlai.cli.report import report
from changlai.cli.voice import say


def run(args: Namespace, now: datetime) -> int:
    _ = messages.translator(args.ui)
    outcome = pipeline.judge(options(args, now))
    status = report(outcome.problems, args)
    if not outcome.problems:
        say(_("Everything is in order."), args)
    held(waiting(outcome.draft), args)
    return status
