"""`status`: how each translation stands beside its source."""

from __future__ import annotations

import json
import os
from argparse import Namespace
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from changlai import messages, pipeline
from changlai.cli import columns
from changlai.cli.build import options
from changlai.cli.entries import near, refuse
from changlai.cli.handout import hand_out
from changlai.cli.report import report
from changlai.cli.voice import answer
from changlai.explain import explained, title_of
from changlai.messages import Translate
from changlai.model import Standing, Tally
from changlai.pipeline import Draft
from changlai.translate import reports, source_of
from changlai.translate.states import catalog_states

WITHHELD = ("draft", "withdrawn")  # these say more of a translation than how fresh it is
TOLD = ("stale", "ahead", "cosmetic", "orphan", "unverified")  # states of which there is more to tell


def run(args: Namespace, now: datetime) -> int:
    _ = messages.translator(args.ui)
    with pipeline.thinking(options(args, now)) as (draft, problems):
        if draft is None:
            return report(sorted(problems), args)
        languages = draft.library.settings.languages
        if args.to and args.to not in languages:
            return refuse(_("site.yaml has no language “%(kind)s”. Did you mean: %(near)s") % near(args.to, [*languages]), args)
        tell(args, draft, chosen(args, draft.standings), now, _)
    errors = sum(found.severity == "error" for found in problems)
    if errors:
        plural = messages.plural(args.ui)
        words = plural("%(number)s error stands in the way: see `check`.", "%(number)s errors stand in the way: see `check`.", errors)
        answer(words % {"number": errors}, args)
    return int(errors > 0)


def tell(args: Namespace, draft: Draft, rows: Sequence[Standing], now: datetime, _: Translate) -> None:
    if args.format == "json":
        hand_out(args, json.dumps([row for found in rows if (row := as_json(found))], ensure_ascii=False, indent=1) + "\n")
    elif args.format in ("html", "markdown"):
        found = overview(args, draft, rows, now)
        html = args.format == "html"
        hand_out(args, reports.status_html(found, args.ui, _) if html else reports.status_markdown(found, forge(args.project), _))
    else:
        sources = [code for code in draft.library.settings.languages if args.to in ("", code) or any(row.lang == code for row in rows)]
        hand_out(args, table(rows, sources, spoken(args, draft, _), _) + "\n")


def chosen(args: Namespace, rows: Sequence[Standing]) -> list[Standing]:
    """The translations that were asked for, and the source of each entry that has one of them."""
    found = [row for row in rows if row.tally is None or (args.to in ("", row.lang) and args.state in ("", state_of(row, row.tally)))]
    kept = {row.entry for row in found if row.tally}
    return [row for row in found if row.tally or row.entry in kept] if args.to or args.state else found


def state_of(row: Standing, tally: Tally) -> str:
    return row.state if row.state in WITHHELD else tally.state


def as_json(row: Standing) -> dict[str, str | int] | None:
    """A translation as programs read it; None for the source's own row."""
    tally = row.tally
    if tally is None:
        return None
    numbers = {name: getattr(tally, name) for name in ("blocks", "stale", "new", "moved", "removed")}
    return {"entry": str(row.entry), "lang": row.lang, "state": state_of(row, tally), **numbers}


def overview(args: Namespace, draft: Draft, rows: Sequence[Standing], now: datetime) -> reports.Overview:
    library = draft.library
    settings = library.settings
    ui = args.ui if args.ui in settings.languages else settings.source
    parts = [(row.entry, row.lang) for row in rows if row.tally and row.tally.state in TOLD]
    keys = dict.fromkeys(row.entry for row in rows)
    sources = {key: source_of(library, library.entries[key]) for key in keys}
    return reports.Overview(
        site=draft.site.say(settings.title, ui).text,
        day=str(args.today or now.astimezone(ZoneInfo(settings.time_zone)).date()),
        source=settings.source,
        languages=settings.languages,
        kinds={kind.name: draft.site.say(kind.title, ui).text for kind in settings.kinds.values() if kind.title},
        titles={key: (title_of(library, library.entries[key], lang), lang) for key, lang in sources.items()},
        standings=rows,
        explanations=[explained(library, args.project, part) for part in parts],
        shares=shares(args, draft),
    )


def forge(project: Path) -> str:
    """What stands before the path of a file where CI says which forge it works for; else nothing, and paths are relative."""
    env = os.environ
    if env.get("GITHUB_SERVER_URL") and env.get("GITHUB_REPOSITORY") and env.get("GITHUB_SHA"):
        base, root = f"{env['GITHUB_SERVER_URL']}/{env['GITHUB_REPOSITORY']}/blob/{env['GITHUB_SHA']}/", env.get("GITHUB_WORKSPACE", "")
    elif env.get("CI_PROJECT_URL") and env.get("CI_COMMIT_SHA"):
        base, root = f"{env['CI_PROJECT_URL']}/-/blob/{env['CI_COMMIT_SHA']}/", env.get("CI_PROJECT_DIR", "")
    else:
        return ""
    here = project.resolve()
    inside = root and here.is_relative_to(root) and here != Path(root)
    return f"{base}{here.relative_to(root).as_posix()}/" if inside else base


def shares(args: Namespace, draft: Draft) -> list[reports.Share]:
    """How much is translated of what is in no entry."""
    found = [] if args.state else catalog_states(draft.library)
    kept = [state for state in found if state.owner in ("terms", "site") and args.to in ("", state.lang)]
    return [reports.Share(state.owner, state.lang, state.translated, state.texts) for state in kept]


def spoken(args: Namespace, draft: Draft, _: Translate) -> dict[str, Mapping[str, str]]:
    """The rows of these, by owner."""
    found: dict[str, Mapping[str, str]] = {}
    for share in shares(args, draft):
        own = share.lang == draft.library.settings.source
        text = reports.Wording(_).state("source") if own else f"{share.translated}/{share.texts}"
        found[share.owner] = {**found.get(share.owner, {}), share.lang: text}
    return found


def table(rows: Sequence[Standing], codes: Sequence[str], more: Mapping[str, Mapping[str, str]], _: Translate) -> str:
    """One row an entry, one column a language; columns are as wide as a terminal shows them."""
    found: dict[str, Mapping[str, str]] = {}
    for row in rows:
        found[str(row.entry)] = {**found.get(str(row.entry), {}), row.lang: said(row, _)}
    lines = [[_("entry"), *codes], *([name, *(row.get(code, "") for code in codes)] for name, row in {**found, **more}.items())]
    return columns.table(lines)


def said(row: Standing, _: Translate) -> str:
    """The state of an edition in words; of a stale one how much of it is behind; in brackets what keeps it from readers."""
    words, tally = reports.Wording(_), row.tally
    text = words.tallied(tally) if tally else words.state(row.state)
    if tally and row.state == "draft" and tally.state == "unverified":
        return words.state("draft")
    if tally and row.state in ("draft", "scheduled", "withdrawn"):
        text = _("%(state)s (%(held)s)") % {"state": text, "held": words.state(row.state)}
    return text
