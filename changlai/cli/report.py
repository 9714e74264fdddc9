"""Problems as they are printed: for people, for programs, for the forge that runs CI."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable, Sequence

from changlai import messages
from changlai.cli.voice import put, say
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
