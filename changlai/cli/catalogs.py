"""`messages extract | update | check`."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime

from changlai import messages, pipeline, translate
from changlai.cli.build import options
from changlai.cli.report import report, say
from changlai.problems import Problem, has_errors
from changlai.write import content


def run(args: Namespace, now: datetime) -> int:
    _ = messages.translator(args.ui)
    library, problems = pipeline.look(options(args, now))
    if library is None:
        return report(sorted(problems), args)
    own = args.project.resolve() == pipeline.packaged_root().resolve()
    existing = content.contents(args.project, translate.catalog_paths(library, own))
    files: dict[str, bytes] = {}
    found: list[Problem]
    if args.action == "extract":
        files, found = translate.extract(library, own)
    elif args.action == "update":
        files, found = translate.update(library, existing, own)
    else:
        found = translate.check(library, existing, own)
    status = report(sorted(set(found)), args)
    if has_errors(found):
        return 1
    for path in content.amend(args.project, files):
        say(_("written: %(path)s") % {"path": path}, args)
    return status
