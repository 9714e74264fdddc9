"""Problems as they are printed: for people, for programs, for the forge that runs CI."""

from __future__ import annotations

import json
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from typing import TextIO

from changlai import messages
from changlai.problems import Problem

Translate = Callable[[str], str]


def report(problems: Sequence[Problem], args: Namespace) -> int:
    """Print all problems to standard output; 1 where there are errors, or warnings under --strict."""
    _ = messages.translator(args.ui)
    if args.format == "json":
        put(json.dumps([as_json(found, _) for found in problems], ensure_ascii=False, indent=1))
    else:
        line = as_github if args.format == "github" else as_text
        for found in problems:
            put(line(found, _))
    errors = sum(found.severity == "error" for found in problems)
    if problems:
        plural, warnings = messages.plural(args.ui), len(problems) - errors
        counts = [
            plural("%(number)s error", "%(number)s errors", errors) % {"number": errors},
            plural("%(number)s warning", "%(number)s warnings", warnings) % {"number": warnings},
        ]
        say(_(", ").join(counts), args)
    return int(bool(errors or (args.strict and problems)))


def say(text: str, args: Namespace) -> None:
    """A word to whoever is watching; not under --quiet."""
    if not args.quiet:
        answer(text, args)


def answer(text: str, args: Namespace) -> None:
    """What a command was asked for, or why it was not done; never among problems that a program reads."""
    put(text, sys.stderr if args.format != "text" else sys.stdout)


def put(text: str, stream: TextIO | None = None) -> None:
    """Print, as long as somebody reads: `| head` is no reason to leave work half done, or to end otherwise than it does."""
    stream = stream or sys.stdout
    try:
        print(text, file=stream, flush=True)
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def as_text(found: Problem, _: Translate) -> str:
    severity, colon = _("error") if found.severity == "error" else _("warning"), _(": ")
    head = f"{found.path}:{found.line}:{found.column}: {severity}{colon}{found.message(_)} [{found.code}]"
    hint = found.hint(_)
    return f"{head}\n    {hint}" if hint else head


def as_json(found: Problem, _: Translate) -> dict[str, str | int]:
    return {
        "severity": found.severity,
        "path": found.path,
        "line": found.line,
        "column": found.column,
        "code": found.code,
        "message": found.message(_),
        "hint": found.hint(_),
    }


def as_github(found: Problem, _: Translate) -> str:
    place = f"file={escaped(found.path, ',:')},line={found.line},col={found.column},title={escaped(found.code, ',:')}"
    return f"::{found.severity} {place}::{escaped(f'{found.message(_)} {found.hint(_)}'.strip())}"


def escaped(text: str, more: str = "") -> str:
    for sign in "%\r\n" + more:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
