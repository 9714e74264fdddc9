"""`check`."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime

from changlai import messages, pipeline
from changlai.cli.build import options
from changlai.cli.report import report, say


def run(args: Namespace, now: datetime) -> int:
    outcome = pipeline.judge(options(args, now))
    status = report(outcome.problems, args)
    if not outcome.problems:
        say(messages.translator(args.ui)("Everything is in order."), args)
    return status
