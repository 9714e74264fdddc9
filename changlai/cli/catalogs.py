"""`messages extract | update | check`."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime

from changlai import messages, pipeline, read
from changlai.cli.build import options
from changlai.cli.report import report
from changlai.cli.voice import say
from changlai.gather import packaged_root
from changlai.problems import Problem
from changlai.translate import manage
from changlai.write import content


def run(args: Namespace, now: datetime) -> int:
    _ = messages.translator(args.ui)
    library, problems = pipeline.look(options(args, now))
    if library is None:
        return report(sorted(problems), args)
    # In the repository of the theme itself the templates are the project's own.
    root = packaged_root()
    house = args.project.resolve() == root.resolve()
    packaged = manage.IN_HOUSE if house else manage.Packaged(*read.read_package(root, library.settings.languages))
    existing = content.contents(args.project, manage.catalog_paths(library))
    files: dict[str, bytes] = {}
    found: list[Problem]
    if args.action == "extract":
        files, found = manage.extract(library, packaged)
    elif args.action == "update":
        files, found = manage.update(library, existing, packaged)
    else:
        found = manage.check(library, existing, packaged)
    status = report(sorted(set(found)), args)
    for path in content.amend(args.project, files):
        say(_("written: %(path)s") % {"path": path}, args)
    return status
