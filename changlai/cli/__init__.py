"""The command line: `python build.py …` and `changlai …` are the same."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib import import_module

from changlai import messages, unchanged
from changlai.cli import again
from changlai.cli.arguments import COMMANDS, parse
from changlai.cli.line import watching
from changlai.cli.report import report
from changlai.problems import Stopped

DONE, FAILED, MISUSED, STOPPED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 there are errors, 2 wrong usage (argparse leaves by SystemExit), 130 stopped by Ctrl+C."""
    if argv is None and sys.getfilesystemencoding() != "utf-8":
        # Names of files are UTF-8 in every project; under another locale they would come in torn, and go out so.
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # Names of four languages must come out on any terminal, pipe or locale.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return carry_out(list(sys.argv[1:] if argv is None else argv))
    except KeyboardInterrupt:
        return STOPPED
    except OSError as fault:
        # Content and output answer for themselves; what is left is a file of a command or a report that could not be written.
        print(f"{fault.filename or 'changlai'}: {fault.strerror or fault}", file=sys.stderr)
        return FAILED


def carry_out(given: Sequence[str]) -> int:
    args = parse(given, messages.choose(given, os.environ))
    args.watch = watching(args)
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
