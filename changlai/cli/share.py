"""`share`: one file for whoever has to approve an entry."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from changlai import messages, pipeline
from changlai.cli.build import options
from changlai.cli.entries import key_of, refuse
from changlai.cli.handout import hand_out
from changlai.cli.report import report
from changlai.record import RELEASED
from changlai.share import proof
from changlai.translate import reports
from changlai.write import content

HEAD = 1_000  # bytes of a page in which it says what made it


def run(args: Namespace, now: datetime) -> int:
    _ = messages.translator(args.ui)
    # Drafts too: what is approved is not public yet.
    with pipeline.thinking(replace(options(args, now), drafts=True)) as (draft, problems):
        if draft is None:
            return report(sorted(problems), args)
        library = draft.library
        key, wrong = key_of(library, args.entry, _)
        if wrong:
            return refuse(wrong, args)
        settings = library.settings
        day = str(args.today or now.astimezone(ZoneInfo(settings.time_zone)).date())
        before = content.contents(args.project, content.below(args.project, RELEASED))
        found = proof(draft.site, draft.fetch, key, draft.standings, before, day)
        site = draft.site.say(settings.title, args.ui if args.ui in settings.languages else settings.source).text
    if args.output is None:
        args.output = Path(f"{key.slug}.html")
        there = content.beginning(Path(), str(args.output), HEAD)
        if there is not None and reports.SHARED not in there:
            words = _("%(path)s is there already and was not made by `share`; it was not overwritten. Name another file with --output.")
            return refuse(words % {"path": args.output}, args, status=1)
    hand_out(args, reports.share_html(found, site, args.ui, _))
    return 0
