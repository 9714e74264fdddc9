"""A command from the words that were typed to its status."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Sequence
from contextlib import nullcontext
from datetime import UTC, datetime
from importlib import import_module

from changlai import messages, unchanged
from changlai.cli import again
from changlai.cli.arguments import COMMANDS, parse
from changlai.cli.line import watching
from changlai.cli.report import report
from changlai.garbage import undistracted
from changlai.problems import Stopped


def carry_out(given: Sequence[str]) -> int:
    args = parse(given, messages.choose(given, os.environ))
    args.given = given
    args.watch = watching(args)
    with nullcontext() if args.command == "serve" else undistracted():  # what serves goes on for hours
        try:
            status = run(args, datetime.now(UTC))
        except Stopped as stopped:
            status = report([stopped.problem], args)
    if args.timings is not None:
        import_module("changlai.cli.timings").tell(args)
    return status


def run(args: Namespace, now: datetime) -> int:
    args.certain = bool(os.environ.get("CI"))  # a cache restores times: there every file is read
    if args.command == "build" and args.cache:
        with args.watch.stage("compare"):
            said, args.before = unchanged.recall(args, now, certain=args.certain)
        if said and args.why is None:
            return again.tell(said, args)
    # The one late import: a table of names, so that --help stays quick, and a build with nothing to do.
    with args.watch.stage("load"):
        command = import_module(COMMANDS[args.command])
    status: int = command.run(args, now)
    return status
