"""`status`: the table of entries and languages."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from changlai import messages, pipeline
from changlai.cli import columns
from changlai.cli.build import options
from changlai.cli.report import report
from changlai.cli.voice import answer, put
from changlai.model import Standing


def run(args: Namespace, now: datetime) -> int:
    _ = messages.translator(args.ui)
    draft, problems = pipeline.think(options(args, now))
    if draft is None:
        return report(sorted(problems), args)
    if args.format == "json":
        rows = [{"entry": str(row.entry), "lang": row.lang, "state": row.state, "blocks": row.blocks} for row in draft.standings]
        put(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        answer(table(draft.standings, tuple(draft.library.settings.languages), _), args)
    errors = sum(found.severity == "error" for found in problems)
    if errors:
        answer(_("%(errors)s errors stand in the way: `check` lists them.") % {"errors": errors}, args)
    return int(errors > 0)


def table(standings: Sequence[Standing], codes: Sequence[str], _: Callable[[str], str]) -> str:
    """One row an entry, one column a language; columns are as wide as a terminal shows them."""
    words = {
        "source": _("source"),
        "translated": _("translated"),
        "missing": _("missing"),
        "draft": _("draft"),
        "scheduled": _("scheduled"),
        "withdrawn": _("withdrawn"),
    }
    rows: dict[str, Mapping[str, str]] = {}
    for standing in standings:
        rows[str(standing.entry)] = {**rows.get(str(standing.entry), {}), standing.lang: words[standing.state]}
    lines = [[_("entry"), *codes], *([name, *(row.get(code, "") for code in codes)] for name, row in rows.items())]
    return columns.table(lines)
