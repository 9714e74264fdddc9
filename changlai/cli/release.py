"""`release`."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from changlai import messages, pipeline, publish
from changlai.cli.build import options
from changlai.cli.report import report
from changlai.cli.voice import say
from changlai.problems import has_errors
from changlai.record import RELEASED, owner_of
from changlai.share import released
from changlai.write import content


def run(args: Namespace, now: datetime) -> int:
    _ = messages.translator(args.ui)
    texts: dict[str, bytes] = {}
    before = content.contents(args.project, content.below(args.project, RELEASED))

    def sound(draft: pipeline.Draft) -> None:
        day = args.today or now.astimezone(ZoneInfo(draft.library.settings.time_zone)).date()
        texts.update(released(draft.site, str(day), before))

    outcome = pipeline.judge(replace(options(args, now), drafts=False), sound)
    status = report(outcome.problems, args)
    if outcome.draft is None or has_errors(outcome.problems) or status:
        say(_("Nothing was released: mend the problems above first."), args)
        return 1
    known = outcome.draft.library.released
    fresh = sorted(set(outcome.draft.plan.public) - set(known))
    if fresh:
        publish.lock(args.project, [*known, *fresh])
    keep(args.project, texts, before)
    say(_("urls.lock: %(fresh)s new addresses, %(all)s in all") % {"fresh": len(fresh), "all": len(known) + len(fresh)}, args)
    return 0


def keep(project: Path, texts: Mapping[str, bytes], before: Mapping[str, bytes]) -> None:
    """What every public edition says now, for `share` to tell what changes after."""
    content.amend(project, {path: data for path, data in texts.items() if before.get(path) != data})
    content.remove(project, [path for path in before if path not in texts and owner_of(path)])
