"""`messages extract | update | check`."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from datetime import datetime

from changlai import compare, messages, pipeline, read
from changlai.cli.build import options
from changlai.cli.report import report
from changlai.cli.voice import say
from changlai.compare.facts import disagreements
from changlai.gather import packaged_root
from changlai.model import Catalog, Datum, Language, Typography
from changlai.problems import Problem
from changlai.translate import manage, parse_po
from changlai.translate.asked import IN_HOUSE, Packaged, catalog_paths
from changlai.write import content


def run(args: Namespace, now: datetime) -> int:
    _ = messages.translator(args.ui)
    library, problems = pipeline.look(options(args, now))
    if library is None:
        return report(sorted(problems), args)
    # In the repository of the theme itself the templates are the project's own.
    root = packaged_root()
    house = args.project.resolve() == root.resolve()
    packaged = IN_HOUSE if house else Packaged(*read.read_package(root, library.settings.languages, parse_catalog))
    existing = content.contents(args.project, catalog_paths(library))
    files: dict[str, bytes] = {}
    found: list[Problem]
    if args.action == "extract":
        files, found = manage.extract(library, existing, packaged)
    elif args.action == "update":
        files, found = manage.update(library, existing, packaged)
    else:
        found = manage.check(library, existing, packaged, differing)
    status = report(sorted(set(found)), args)
    for path in content.amend(args.project, files):
        say(_("written: %(path)s") % {"path": path}, args)
    return status


def differing(source: str, source_kind: Typography, target: str, target_kind: Typography) -> Sequence[tuple[Datum | None, Datum | None]]:
    """The numbers and dates in which a translation disagrees with its source."""
    return disagreements(compare.data(source, source_kind), compare.data(target, target_kind))


def parse_catalog(data: bytes, lang: str, language: Language, path: str) -> tuple[Catalog, list[Problem]]:
    return parse_po(data, path, lang, language.locale)
