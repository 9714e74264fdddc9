"""`import`: what translators sent back, brought into the editions and into the records of what they were made from."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from changlai import messages, pipeline
from changlai.cli.build import options
from changlai.cli.entries import Translate, refuse
from changlai.cli.packets import today
from changlai.cli.report import report
from changlai.cli.voice import say
from changlai.exchange.answered import Brought, brought, key_of, paths
from changlai.model import Answer, Library
from changlai.problems import Problem
from changlai.translate import packets
from changlai.write import content

MANY = 12  # lines that are named one by one


class Returned(NamedTuple):
    """What stood in the files that were given, by language."""

    answers: dict[str, list[Answer]]
    problems: list[Problem]


def run(args: Namespace, now: datetime) -> int:
    _ = messages.translator(args.ui)
    args.drafts = True  # what waits to be published is translated before
    with pipeline.thinking(options(args, now), alone=True) as (draft, problems):
        if draft is None:
            return report(sorted(problems), args)
        found: dict[str, bytes] = {}
        for path in args.files:
            data = content.beginning(Path(), path, packets.LARGEST + 1)
            if data is None:
                return refuse(_("There is no file %(path)s.") % {"path": path}, args, status=1)
            found[path] = data
        return bring(args, draft.library, read(found, draft.library), today(args, draft.library, now), _)


def read(files: dict[str, bytes], library: Library) -> Returned:
    found = Returned({}, [])
    for path, data in files.items():
        lang, answers, problems = packets.read(data, path, library.settings.languages.values())
        found.problems.extend(problems)
        if lang:
            found.answers.setdefault(lang, []).extend(answers)
    return found


def bring(args: Namespace, library: Library, returned: Returned, day: str, _: Translate) -> int:
    """Everything is judged before the first file is written."""
    done = [*outcomes(args, library, returned, day, _)]
    files = {path: data for one in done for path, data in one.files.items()}
    if not args.dry_run:
        content.amend(args.project, {path: data for path, data in files.items() if data is not None})
        content.remove(args.project, [path for path, data in files.items() if data is None])
    tell(args, done, _)
    for path, data in files.items():
        if data is not None:
            say((_("would be written: %(path)s") if args.dry_run else _("written: %(path)s")) % {"path": path}, args)
    return report(sorted({*returned.problems, *(found for one in done for found in one.problems)}), args)


def outcomes(args: Namespace, library: Library, returned: Returned, day: str, _: Translate) -> Iterator[Brought]:
    files: dict[str, bytes] = {}
    for lang, answers in returned.answers.items():
        keys = dict.fromkeys(key for key in map(key_of, answers) if key in library.entries)
        wanted = [path for key in keys for path in paths(library, key, lang)]
        # Several languages stand in one profile: what one has put into it the next must find there.
        files |= {path: data for path, data in content.contents(args.project, wanted).items() if path not in files}
        for one in brought(library, lang, answers, files, day, _):
            if isinstance(one, Problem):
                returned.problems.append(one)
            else:
                files |= {path: data for path, data in one.files.items() if data is not None}
                yield one


def tell(args: Namespace, done: Sequence[Brought], _: Translate) -> None:
    """What was taken from the packets, entry by entry; and where something is left to do."""
    for one in done:
        if one.taken:
            taken = {"entry": one.key, "lang": one.lang, "number": len(one.taken)}
            say(_("%(entry)s → %(lang)s: parts imported: %(number)s") % taken, args)
    waiting: dict[str, list[int]] = {}
    for answer in (answer for one in done for answer in one.undone):
        waiting.setdefault(answer.place.path, []).append(answer.place.line)
    for path, lines in waiting.items():
        named = ", ".join(map(str, lines[:MANY])) + (" …" if len(lines) > MANY else "")
        words = _("%(path)s: not done yet, and left out: %(number)s (lines %(lines)s)")
        say(words % {"path": path, "number": len(lines), "lines": named}, args)
    if not any(one.taken for one in done):
        say(_("Nothing was imported."), args)
