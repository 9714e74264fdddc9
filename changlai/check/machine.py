"""Translations that a machine made, where the kind does not let them out."""

from collections.abc import Iterable

from changlai.check.standing import OUT
from changlai.model import Library, Standing
from changlai.problems import Problem, problem


def check(library: Library, standings: Iterable[Standing]) -> list[Problem]:
    found = []
    for row in standings:
        edition = library.entries[row.entry].editions.get(row.lang)
        if edition and edition.translation == "machine" and row.state in OUT and not library.settings.kinds[row.entry.kind].machine:
            found.append(problem("translation-machine", edition.translation_at or edition.place, kind=row.entry.kind))
    return found
