"""`messages extract | update | check`: pure, from a library and the catalogs that exist to bytes and problems.

`existing` holds the files at `catalog_paths` by path. The room's `__init__` leaves this module out, since no build needs it.
"""

from __future__ import annotations

from changlai.model import Library
from changlai.problems import Problem
from changlai.translate.asked import Existing, Packaged, asked, pots, refusals
from changlai.translate.judge import Differ, judge
from changlai.translate.merge import merge

Files = dict[str, bytes]


def extract(library: Library, existing: Existing, packaged: Packaged) -> tuple[Files, list[Problem]]:
    """The templates of the catalogs: what there is to translate."""
    found, problems = asked(library, existing, packaged)
    return {path: template.dump() for path, template in pots(library, found).items()}, problems


def update(library: Library, existing: Existing, packaged: Packaged) -> tuple[Files, list[Problem]]:
    """The templates and every language's catalogs, brought up to date. A catalog that is torn is named and left as it is."""
    found, problems = asked(library, existing, packaged)
    files = {path: template.dump() for path, template in pots(library, found).items()}
    for one in found:
        data = existing.get(one.path)
        refused = refusals(data, one.path, one.language) if data else []
        problems += refused
        if not refused:
            files[one.path] = merge(data, one.template, one.language)
    return files, problems


def check(library: Library, existing: Existing, packaged: Packaged, differ: Differ | None = None) -> list[Problem]:
    """Everything that a translator should look at, at its line. `differ` says in what the figures of two texts differ."""
    found, problems = asked(library, existing, packaged)
    languages, source = library.settings.languages, library.settings.source
    for one in found:
        typography = "zh" if one.domain == "theme" else languages[source].typography
        problems += judge(existing.get(one.path), one.path, one.language, one.template, typography, differ)
    return problems
