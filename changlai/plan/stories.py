"""How stories stand to one another: by series, by what they tell of, before and after. Reckoned once for each language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise

from changlai.model import Entry, Key
from changlai.plan.cards import NO_DATE, newest_first
from changlai.plan.site import Named, Shelf, Site

RELATED = 3
COMMON = 200  # stories about one thing beyond which it says nothing of any of them, and would make the plan quadratic


def shelves(site: Site) -> dict[str, Shelf]:
    """For each language; languages in which the same stories are shown share one."""
    found: dict[str, Shelf] = {}
    made: dict[tuple[tuple[Key, ...], tuple[Key, ...]], Shelf] = {}
    kinds = site.library.settings.kinds
    told = newest_first(site, (key for key in site.library.entries if kinds[key.kind].model == "stories"))
    for lang in site.editions.codes:
        stories = tuple(key for key in told if site.editions.target(key, lang))
        real = tuple(key for key in stories if site.editions.exists(key, lang))
        if (stories, real) not in made:
            made[stories, real] = shelf(site, stories, real)
        found[lang] = made[stories, real]
    return found


def shelf(site: Site, stories: tuple[Key, ...], real: tuple[Key, ...]) -> Shelf:
    """`stories` are newest first, `real` those of them that can be read in the language."""
    about = {key: names(site.library.entries[key]) for key in stories}
    by_name: dict[Named, list[Key]] = {}
    for key in stories:
        for named in about[key]:
            by_name.setdefault(named, []).append(key)
    previous, following = neighbours(site, real)
    return Shelf(stories, {named: tuple(keys) for named, keys in by_name.items()}, previous, following, related(about, by_name, real))


def names(entry: Entry) -> list[Named]:
    """Everything that an entry says it is about, each once."""
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
    return list(dict.fromkeys([*found, ("series", entry.series.name)] if entry.series else found))


def neighbours(site: Site, stories: Sequence[Key]) -> tuple[dict[Key, Key], dict[Key, Key]]:
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


def related(about: Mapping[Key, list[Named]], by_name: Mapping[Named, list[Key]], real: Sequence[Key]) -> dict[Key, tuple[Key, ...]]:
    """For each of `real` those others of them that share most with it, the rarer the more; equal ones newest first."""
    places = {key: place for place, key in enumerate(real)}
    sharing = {
        named: (1 / len(keys), sum(1 << places[key] for key in keys if key in places))
        for named, keys in by_name.items()
        if len(keys) <= COMMON
    }
    return {key: tuple(real[place] for place in nearby(places[key], about[key], sharing)) for key in real}


def nearby(own: int, about: Sequence[Named], sharing: Mapping[Named, tuple[float, int]]) -> list[int]:
    """The places of the nearest stories; `sharing` holds for each name what it weighs and, as the bits of a number, who is about it.

    Those with the same score stand together, so that a name parts some few numbers and not hundreds of stories.
    """
    shared = [sharing[named] for named in about if named in sharing]
    everyone = 0
    for _, those in shared:
        everyone |= those
    scores = {0.0: everyone & ~(1 << own)}
    for weight, those in shared:
        parted: dict[float, int] = {}
        for score, held in scores.items():
            if nearer := held & those:
                parted[score + weight] = parted.get(score + weight, 0) | nearer
            if others := held ^ nearer:
                parted[score] = parted.get(score, 0) | others
        scores = parted
    rounded: dict[float, int] = {}
    for score, held in scores.items():
        score = round(score, 6)
        rounded[score] = rounded.get(score, 0) | held
    return list(islice((place for score in sorted(rounded, reverse=True) for place in bits(rounded[score])), RELATED))


def bits(number: int) -> Iterator[int]:
    """The places of its ones, lowest first."""
    while number:
        yield (number & -number).bit_length() - 1
        number &= number - 1
