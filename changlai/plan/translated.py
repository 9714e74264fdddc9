"""What a page says of its text as a translation: how it was made, from what, and whether that is another now."""

from __future__ import annotations

from changlai.model import Entry, Key, Span, Tally
from changlai.plan import urls
from changlai.plan.entryviews import Translation
from changlai.plan.site import Site, iso, once
from changlai.plan.views import LanguageLink


def translation(site: Site, entry: Entry, edition: str, lang: str) -> Translation | None:
    """Of a page in `lang` that shows the edition in `edition`; None where that is no translation, or stands in for one."""
    key, source, text = entry.key, site.editions.sources[entry.key], entry.editions.get(lang)
    how = text.translation if text else ""
    if edition != lang or (lang == source and not how):
        return None
    kind, tally, behind = site.library.settings.kinds[key.kind], site.library.tallies.get((key, lang)), stale(site, key, lang)
    made_from, now = tally.made_from if tally else "", dated(entry, source)
    return Translation(
        how=how,
        source=original(site, key, source) if lang != source else None,
        made_from=made_from,
        updated=now if behind and "" < made_from < now else "",
        changed=kind.stale if behind else "",
        marked=bool(behind and behind.marks),
        beside=site.href(parallel(site, key, lang)) if lang in paired(site, key) else "",
        prevails=kind.prevails and lang != source,
    )


@once
def paired(site: Site, key: Key) -> tuple[str, ...]:
    """The languages in which a translation has a page beside its source."""
    source, tallies = site.editions.sources[key], site.library.tallies
    if not (site.library.settings.kinds[key.kind].parallel and site.editions.exists(key, source) and has_text(site, key, source)):
        return ()
    aligned = [lang for lang in site.editions.real[key] if (key, lang) in tallies and tallies[key, lang].state != "orphan"]
    return tuple(lang for lang in aligned if lang != source and has_text(site, key, lang))


def has_text(site: Site, key: Key, lang: str) -> bool:
    gist = site.library.gists.get((key, lang))
    return gist is not None and gist.blocks > 0 and (key, lang) in site.library.documents


def parallel(site: Site, key: Key, lang: str) -> str:
    """Where a translation stands beside its source."""
    return urls.parallel(site.editions.own(key, lang), site.editions.sources[key])


def besides(site: Site, key: Key, edition: str, lang: str) -> list[LanguageLink]:
    """From the page of a source edition: its translations beside it."""
    if not edition == lang == site.editions.sources[key]:
        return []
    return [
        LanguageLink(code=code, tag=site.tag(code), name=site.languages[code].name, url=site.href(parallel(site, key, code)), state="there")
        for code in paired(site, key)
    ]


def stale(site: Site, key: Key, lang: str) -> Tally | None:
    """How a translation stands beside a source that is another now, and that readers can see."""
    tally = site.library.tallies.get((key, lang))
    return tally if tally and tally.state == "stale" and site.editions.exists(key, site.editions.sources[key]) else None


def marks(site: Site, key: Key, edition: str, lang: str) -> tuple[Span, ...]:
    """The blocks of the text whose source is another now, as far as they are shown."""
    behind = stale(site, key, lang) if edition == lang else None
    if behind is None:
        return ()
    blocks = [site.library.documents[key, lang].blocks[place] for place in behind.marks]
    return tuple((block.start, block.stop) for block in blocks if block.start >= 0)


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
