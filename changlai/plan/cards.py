"""Cards: what one page may know of another."""

from __future__ import annotations

from collections.abc import Iterable

from changlai.model import Entry, Key
from changlai.plan import urls
from changlai.plan.site import Site, iso, once, spoken
from changlai.plan.views import Card, Said, SeriesMark

NO_DATE = (0, 0, 0)


@once
def card(site: Site, key: Key, lang: str) -> Card | None:
    """The card of an entry for a reader of `lang`; None where no edition of it is shown at all."""
    found = make_card(site, key, lang)
    if found:
        site.memo.common[id(found)] = found
    return found


def make_card(site: Site, key: Key, lang: str) -> Card | None:
    target = site.editions.target(key, lang)
    if target is None:
        return None
    entry = site.library.entries[key]
    shown = target.lang if site.editions.exists(key, target.lang) else site.editions.nearest(key, lang) or lang
    tag = "" if shown == lang else site.tag(shown)
    summary = site.summary(key, shown)
    profile = entry.profile
    return Card(
        kind=key.kind,
        slug=key.slug,
        url=site.href(target.url),
        title=spoken(site.title(key, shown), tag),
        summary=spoken(summary, tag) if summary else None,
        date=iso(entry.date),
        image=site.image(key, shown),
        series=series_mark(site, entry, lang),
        languages=site.links(key, lang),
        machine=profile is None and entry.editions[shown].translation == "machine",
        absent=shown != lang,
        local_name=local_name(entry, site.title(key, shown)),
        tie=(profile.tie or "") if profile else "",
        country=site.maybe(profile.country, lang) if profile else None,
        region=site.maybe(profile.region, lang) if profile else None,
        years=years(entry),
    )


def cards(site: Site, keys: Iterable[Key], lang: str) -> list[Card]:
    """Cards of those entries that are shown to a reader of `lang`, in the order given."""
    return [found for key in keys if (found := card(site, key, lang))]


def parted(found: Iterable[Card]) -> tuple[list[Card], list[Card]]:
    """Items in the reader's language, and those that exist in other languages only."""
    everything = list(found)
    return [item for item in everything if not item["absent"]], [item for item in everything if item["absent"]]


def local_name(entry: Entry, title: str) -> Said | None:
    """The name that the thing gives itself, unless that is the title already."""
    name = entry.profile.local_name if entry.profile else None
    return spoken(name.text, name.tag) if name and name.text != title else None


def years(entry: Entry) -> str:
    profile = entry.profile
    if not profile or not (profile.born or profile.died):
        return ""
    return f"{profile.born.year if profile.born else ''}-{profile.died.year if profile.died else ''}"


def series_mark(site: Site, entry: Entry, lang: str) -> SeriesMark | None:
    term = site.library.terms.get("series", {}).get(entry.series.name) if entry.series else None
    if term is None:
        return None
    return SeriesMark(
        title=site.said(term.title, lang),
        url=site.href(urls.term(lang, "series", term.id)),
        mark=term.mark,
        counter=term.counter or "",
        number=entry.number or 0,
    )


def newest_first(site: Site, keys: Iterable[Key]) -> list[Key]:
    """By date, newest first; equal dates by number in a series, then by slug."""

    def rank(key: Key) -> tuple[tuple[int, ...], int, str]:
        entry = site.library.entries[key]
        return (tuple(-part for part in entry.date or NO_DATE), -(entry.number or 0), key.slug)

    return sorted(keys, key=rank)


def in_order(site: Site, keys: Iterable[Key]) -> list[Key]:
    """Profiles and pages: by their `order`, then by slug."""
    return sorted(keys, key=lambda key: (site.library.entries[key].order, key.slug))
