"""What the stages of a run took: a table for people, a file for programs."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from pathlib import Path

from changlai import messages
from changlai.cli.columns import table
from changlai.cli.line import named
from changlai.cli.voice import put
from changlai.progress import Progress
from changlai.write import content


def tell(args: Namespace) -> None:
    """A table to standard error; with --timings FILE the same as JSON, and no table."""
    if args.timings is not True:
        content.amend(Path(), {str(Path(args.timings).absolute()): as_json(args.watch, args.command)})
    else:
        put(as_text(args.watch, args.ui), sys.stderr)


def as_json(watch: Progress, command: str) -> bytes:
    wall, cpu = watch.total()
    stages = [
        {"stage": stage.name, "wall": round(stage.wall, 6), "cpu": round(stage.cpu, 6), "count": stage.done} for stage in watch.stages
    ]
    return f"{json.dumps({'command': command, 'wall': round(wall, 6), 'cpu': round(cpu, 6), 'stages': stages}, indent=1)}\n".encode()


def as_text(watch: Progress, lang: str) -> str:
    """The rest is what no stage answers for: printing the problems, tidying up."""
    _ = messages.translator(lang)
    wall, cpu = watch.total()
    rows = [(named(stage.name, _), stage.wall, stage.cpu, f"{stage.done:,}" if stage.done else "") for stage in watch.stages]
    rows.append((_("the rest"), wall - sum(row[1] for row in rows), cpu - sum(row[2] for row in rows), ""))
    rows.append((_("in all"), wall, cpu, ""))
    head = [_("stage"), _("seconds"), _("processor"), _("count"), _("share")]
    return table([head, *([name, f"{took:.3f}", f"{used:.3f}", done, f"{took / wall:.0%}"] for name, took, used, done in rows)], right=4)
