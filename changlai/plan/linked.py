"""JSON-LD: what a page says of its subject to programs (schema.org)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from changlai.model import Entry
from changlai.plan.site import Site, iso

TYPES: Mapping[str, str] = {"stories": "Article", "cities": "City", "figures": "Person", "places": "Place", "pages": "WebPage"}


def linked(site: Site, entry: Entry, edition: str, url: str) -> dict[str, Any]:
    """The node of an entry in the language of `edition`; `url` is absolute. Empty properties are left out."""
    model = site.library.settings.kinds[entry.key.kind].model
    picture = site.image(entry.key, edition)
    title = site.title(entry.key, edition)
    node: dict[str, Any] = {
        "@type": TYPES[model],
        "url": url,
        "description": site.summary(entry.key, edition),
        "image": picture["absolute"] if picture else "",
    }
    if model in ("stories", "pages"):
        node |= {"inLanguage": tongue(site, entry, edition), **written(site, entry, edition, title)}
    else:
        node |= {"name": title, **described(site, entry, edition, url)}
    return {name: value for name, value in node.items() if value}


def written(site: Site, entry: Entry, edition: str, title: str) -> dict[str, Any]:
    text = entry.editions[edition]
    name = "headline" if site.library.settings.kinds[entry.key.kind].model == "stories" else "name"
    source = site.editions.sources[entry.key]
    original = site.editions.own(entry.key, source) if edition != source and site.editions.exists(entry.key, source) else ""
    return {
        name: title,
        "datePublished": iso(entry.date),
        "dateModified": iso(text.updated or entry.updated or entry.date),
        "author": [{"@type": "Person", "name": author} for author in entry.authors],
        "translator": {"@type": "Person", "name": text.translator} if text.translator else None,
        "translationOfWork": {"@id": site.absolute(original)} if original else None,
        "creditText": site.word("machine", edition) if text.translation == "machine" else "",
    }


def tongue(site: Site, entry: Entry, edition: str) -> str:
    """The language of a text as a tag; of a machine's translation one that says so (RFC 6497, key t0 of CLDR): en-t-zh-hans-t0-und."""
    text, source = entry.editions.get(edition), site.editions.sources[entry.key]
    if text is None or text.translation != "machine":
        return site.tag(edition)
    return "-".join([site.tag(edition), "t", *([site.tag(source).lower()] if source != edition else []), "t0-und"])


def described(site: Site, entry: Entry, edition: str, url: str) -> dict[str, Any]:
    """A thing has no language of its own: the page about it has."""
    profile = entry.profile
    if profile is None:
        return {}
    others = [profile.local_name.text] if profile.local_name else []
    if site.library.settings.kinds[entry.key.kind].model != "cities":
        # Those of a partner help its searchers; said of it in public, one may be another place with another partner.
        others += [*entry.aliases.get(edition, ()), *entry.aliases.get("", ())]
    country = site.say(profile.country, edition).text if profile.country else ""
    return {
        "alternateName": [name for name in others if name != site.title(entry.key, edition)],
        "sameAs": profile.site,
        "containedInPlace": {"@type": "AdministrativeArea", "name": country} if country else None,
        "address": site.say(profile.address, edition).text if profile.address else "",
        "birthDate": iso(profile.born),
        "deathDate": iso(profile.died),
        "mainEntityOfPage": {"@type": "WebPage", "@id": url, "inLanguage": tongue(site, entry, edition)},
    }
