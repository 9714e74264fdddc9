"""The facts of a profile with their sources numbered once, and the time where a partner lives."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from changlai.model import Entry, Source
from changlai.plan.entryviews import FactLine, SourceLine
from changlai.plan.site import Site, iso, spoken


def facts(site: Site, entry: Entry, lang: str) -> tuple[list[FactLine], list[SourceLine]]:
    """The facts, each pointing at its source by number, and the sources in the order in which they are first named."""
    order: dict[Source, int] = {}
    lines = []
    for fact in entry.profile.facts if entry.profile else ():
        number = order.setdefault(fact.source, len(order) + 1)
        lines.append(FactLine(text=site.said(fact.text, lang), as_of=iso(fact.as_of), source=number))
    for source in entry.sources:
        order.setdefault(source, len(order) + 1)
    return lines, [source_line(site, source, lang) for source in order]


def source_line(site: Site, source: Source, lang: str) -> SourceLine:
    tag = "" if not source.lang or (lang and source.lang == site.tag(lang)) else source.lang
    publisher = spoken(source.publisher, tag) if source.publisher else None
    return SourceLine(title=spoken(source.title, tag), publisher=publisher, url=source.url, date=iso(source.date))


def all_sources(site: Site, lang: str) -> list[SourceLine]:
    """Every source of every entry that is shown, once, by publisher and title."""
    found: set[Source] = set()
    for key, entry in site.library.entries.items():
        if site.editions.real[key]:
            found.update(entry.sources)
            found.update(fact.source for fact in (entry.profile.facts if entry.profile else ()))
    ordered = sorted(found, key=lambda source: (source.publisher, source.title, source.date or (0,), source.url))
    return [source_line(site, source, lang) for source in ordered]


def offset(zone: str, day: date) -> str:
    """UTC+9, UTC+5:45; empty for a zone whose clocks change within a year of `day`: a page must not be wrong half the year."""
    if not zone:
        return ""
    hours = {datetime.combine(date(day.year, month, 15), time(12), ZoneInfo(zone)).utcoffset() for month in range(1, 13)}
    found = hours.pop()
    if hours or found is None:
        return ""
    minutes = int(found.total_seconds()) // 60
    sign, whole, rest = "-" if minutes < 0 else "+", *divmod(abs(minutes), 60)
    return f"UTC{sign}{whole}" + (f":{rest:02}" if rest else "")
