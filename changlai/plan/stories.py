"""How stories stand to one another: by series, by what they tell of, before and after. Reckoned once for each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from changlai.model import Entry, Key
from changlai.plan.cards import NO_DATE, newest_first
from changlai.plan.site import Site

RELATED = 3
Named = tuple[str, str]  # a field and a name in it: ("cities", "paks")


@dataclass(frozen=True, slots=True)
class Shelf:
    """The stories that a reader of one language is shown, those in other languages included."""

    stories: tuple[Key, ...]  # newest first, of every kind modelled on stories
    by_name: Mapping[Named, tuple[Key, ...]]  # newest first
    previous: Mapping[Key, Key]
    next: Mapping[Key, Key]
    related: Mapping[Key, tuple[Key, ...]]


def shelf(site: Site, lang: str) -> Shelf:
    kinds = site.library.settings.kinds
    shown = [key for key in site.library.entries if kinds[key.kind].model == "stories" and site.editions.target(key, lang)]
    stories = tuple(newest_first(site, shown))
    by_name: dict[Named, list[Key]] = {}
    for key in stories:
        for named in names(site.library.entries[key]):
            by_name.setdefault(named, []).append(key)
    real = [key for key in stories if site.editions.exists(key, lang)]
    previous, following = neighbours(site, real)
    related = {key: nearby(site, key, by_name, lang) for key in real}
    return Shelf(stories, {named: tuple(keys) for named, keys in by_name.items()}, previous, following, related)


def names(entry: Entry) -> list[Named]:
    """Everything that an entry says it is about."""
    found = [
        (field, reference.name)
        for field, references in (
            ("cities", entry.cities),
            ("figures", entry.figures),
            ("places", entry.places),
            ("topics", entry.topics),
        )
        for reference in references
    ]
    return [*found, ("series", entry.series.name)] if entry.series else found


def neighbours(site: Site, stories: list[Key]) -> tuple[dict[Key, Key], dict[Key, Key]]:
    """The story before and the story after: in its series, or among the stories of its kind that have none."""
    rows: dict[tuple[str, str], list[Key]] = {}
    for key in stories:
        entry = site.library.entries[key]
        rows.setdefault(("series", entry.series.name) if entry.series else ("kind", key.kind), []).append(key)
    previous, following = {}, {}
    for row in rows.values():
        ordered = sorted(row, key=lambda key: reading_order(site.library.entries[key]))
        for earlier, later in pairwise(ordered):
            previous[later], following[earlier] = earlier, later
    return previous, following


def reading_order(entry: Entry) -> tuple[int, tuple[int, ...], str]:
    return (entry.number or 0, entry.date or NO_DATE, entry.key.slug)


def nearby(site: Site, key: Key, by_name: Mapping[Named, list[Key]], lang: str) -> tuple[Key, ...]:
    """The stories in this language that share most with it, the rarer the more; equal ones newest first."""
    scores: dict[Key, float] = {}
    for named in names(site.library.entries[key]):
        sharing = by_name[named]
        if len(sharing) > 200:
            continue  # what nearly everything is about says nothing, and would make the plan quadratic
        for other in sharing:
            if other != key and site.editions.exists(other, lang):
                scores[other] = scores.get(other, 0) + 1 / len(sharing)
    order = {other: place for place, other in enumerate(newest_first(site, scores))}
    return tuple(sorted(scores, key=lambda other: (-round(scores[other], 6), order[other]))[:RELATED])
