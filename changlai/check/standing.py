"""Translations in a state that this site does not let out."""

from collections.abc import Iterable

from changlai.model import Library, Standing
from changlai.problems import Problem, problem

OUT = ("source", "translated", "behind")


def check(library: Library, standings: Iterable[Standing]) -> list[Problem]:
    """By the `refuse` of each kind. What is not published yet is refused only when it is."""
    found = []
    for row in standings:
        tally, entry = row.tally, library.entries[row.entry]
        if tally is None or row.state not in OUT:
            continue
        place = entry.editions[row.lang].place if row.lang in entry.editions else entry.place
        if tally.state == "orphan":
            found.append(problem("translation-orphan", place, entry=row.entry, lang=row.lang))
        elif tally.state in library.settings.kinds[row.entry.kind].refuse:
            behind = tally.stale + tally.new + tally.moved + tally.removed
            found.append(problem(f"translation-{tally.state}", place, entry=row.entry, lang=row.lang, stale=behind, blocks=tally.blocks))
    return found
