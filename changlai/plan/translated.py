"""What a page says of its text as a translation: what it was made from, and whether that is another now."""

from __future__ import annotations

from changlai.model import Entry, Key, Tally
from changlai.plan.entryviews import Translation
from changlai.plan.site import Site, iso
from changlai.plan.views import LanguageLink


def translation(site: Site, entry: Entry, edition: str, lang: str) -> Translation | None:
    """Of a page in `lang` that shows the edition in `edition`; None where that is no translation, or stands in for one."""
    source = site.editions.sources[entry.key]
    if edition != lang or lang == source:
        return None
    tally, behind = site.library.tallies.get((entry.key, lang)), stale(site, entry.key, lang)
    made_from, now = tally.made_from if tally else "", dated(entry, source)
    return Translation(
        source=original(site, entry.key, source),
        made_from=made_from,
        updated=now if behind and "" < made_from < now else "",
        changed=site.library.settings.kinds[entry.key.kind].stale if behind else "",
        marked=bool(behind and behind.marks),
    )


def stale(site: Site, key: Key, lang: str) -> Tally | None:
    """How a translation stands beside a source that is another now, and that readers can see."""
    tally = site.library.tallies.get((key, lang))
    return tally if tally and tally.state == "stale" and site.editions.exists(key, site.editions.sources[key]) else None


def marks(site: Site, key: Key, edition: str, lang: str) -> tuple[int, ...]:
    """The blocks of the text whose source is another now."""
    behind = stale(site, key, lang) if edition == lang else None
    return behind.marks if behind else ()


def dated(entry: Entry, lang: str) -> str:
    """The date that an edition gives itself."""
    edition = entry.editions.get(lang)
    return iso((edition.updated if edition else None) or entry.updated or entry.date)


def original(site: Site, key: Key, source: str) -> LanguageLink:
    """The source edition; without an address where it has no page."""
    there = site.editions.exists(key, source)
    return LanguageLink(
        code=source,
        tag=site.tag(source),
        name=site.languages[source].name,
        url=site.href(site.editions.own(key, source)) if there else "",
        state="there" if there else "absent",
    )
