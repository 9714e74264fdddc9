"""`status`: how each translation stands beside its source."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Mapping, Sequence
from datetime import datetime

from changlai import messages, pipeline
from changlai.cli import columns
from changlai.cli.build import options
from changlai.cli.report import report
from changlai.cli.voice import answer, put
from changlai.messages import Translate
from changlai.model import Standing, Tally

WITHHELD = ("draft", "withdrawn")  # these say more of a translation than how fresh it is


def run(args: Namespace, now: datetime) -> int:
    _ = messages.translator(args.ui)
    with pipeline.thinking(options(args, now)) as (draft, problems):
        if draft is None:
            return report(sorted(problems), args)
        rows, codes = draft.standings, tuple(draft.library.settings.languages)
    if args.format == "json":
        put(json.dumps([row for found in rows if (row := as_json(found))], ensure_ascii=False, indent=1))
    else:
        answer(table(rows, codes, _), args)
    errors = sum(found.severity == "error" for found in problems)
    if errors:
        answer(_("%(errors)s errors stand in the way: `check` lists them.") % {"errors": errors}, args)
    return int(errors > 0)


def state_of(row: Standing, tally: Tally) -> str:
    return row.state if row.state in WITHHELD else tally.state


def as_json(row: Standing) -> dict[str, str | int] | None:
    """A translation as programs read it; None for the source's own row."""
    tally = row.tally
    if tally is None:
        return None
    numbers = {name: getattr(tally, name) for name in ("blocks", "stale", "new", "moved", "removed")}
    return {"entry": str(row.entry), "lang": row.lang, "state": state_of(row, tally), **numbers}


def table(rows: Sequence[Standing], codes: Sequence[str], _: Translate) -> str:
    """One row an entry, one column a language; columns are as wide as a terminal shows them."""
    found: dict[str, Mapping[str, str]] = {}
    for row in rows:
        found[str(row.entry)] = {**found.get(str(row.entry), {}), row.lang: said(row, _)}
    lines = [[_("entry"), *codes], *([name, *(row.get(code, "") for code in codes)] for name, row in found.items())]
    return columns.table(lines)


def said(row: Standing, _: Translate) -> str:
    """The state of an edition in words; of a stale one how much of it is behind; in brackets what keeps it from readers."""
    words = {
        "source": _("source"),
        "missing": _("missing"),
        "fresh": _("fresh"),
        "cosmetic": _("cosmetic"),
        "stale": _("stale"),
        "orphan": _("orphan"),
        "ahead": _("ahead"),
        "unverified": _("unverified"),
        "draft": _("draft"),
        "scheduled": _("scheduled"),
        "withdrawn": _("withdrawn"),
    }
    tally = row.tally
    text = words[tally.state] if tally else words.get(row.state, words["source"])
    if tally and tally.state == "stale":
        behind = {"some": tally.stale + tally.new + tally.moved + tally.removed, "all": tally.blocks}
        text = _("%(state)s %(some)s/%(all)s") % {"state": text, **behind}
    if tally and row.state == "draft" and tally.state == "unverified":
        return words["draft"]
    if tally and row.state in ("draft", "scheduled", "withdrawn"):
        text = _("%(state)s (%(held)s)") % {"state": text, "held": words[row.state]}
    return text
