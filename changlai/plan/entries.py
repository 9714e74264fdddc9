"""The page of each entry: a story, a profile, a page, or the small page that says what there is instead."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from changlai.model import Body, Entry, Key, Made, Profile, Sheet
from changlai.plan import facts, holes, urls
from changlai.plan.cards import card, cards, in_order, local_name, parted, series_mark
from changlai.plan.chrome import Frame, canonical, chrome, facing, has_list
from changlai.plan.entryviews import Notice, OutlineItem, PageView, PartnerBox, ProfileView, Reading, StoryView
from changlai.plan.linked import linked
from changlai.plan.site import Site, iso, once, spoken
from changlai.plan.translated import besides, marks, stale, translation
from changlai.plan.views import Card, Link, Said

FIELD = {"cities": "cities", "figures": "figures", "places": "places"}  # model → the field of a story that names it


def entry_sheet(site: Site, key: Key, lang: str) -> Sheet:
    """The page of an entry at its permanent URL in `lang`: a real edition, or the source's text for readers of `lang`."""
    entry, model, shelf = site.library.entries[key], site.library.settings.kinds[key.kind].model, site.shelves[lang]
    edition = lang if site.editions.exists(key, lang) else site.editions.nearest(key, lang) or lang
    own, (exists, _) = site.editions.own(key, lang), standing(site, key)
    beside: tuple[Any, ...] = ()
    make: Callable[..., Made]
    if model == "stories":
        template, make = "story.html", make_story
        beside = (shelf.previous.get(key), shelf.next.get(key), shelf.related.get(key, ()))
        near = [beside[0], beside[1], *beside[2]]
    elif model == "pages":
        template, make = ("sources.html" if key.slug == "sources" else "page.html"), make_page
        near = [*site.library.entries] if key.slug == "sources" else []
    else:
        template, make = ("city.html" if model == "cities" else "profile.html"), make_profile
        beside = (shelf.by_name.get((FIELD.get(model, ""), key.slug), ()),)
        near = [*beside[0]]
    mirrored = edition != lang
    return Sheet(
        path=urls.output(own),
        url=own,
        template=template,
        lang=lang,
        make=make,
        args=(key, lang, edition, *beside),
        tells=key,
        shows=tuple(dict.fromkeys(other for other in near if other)),
        alternates=() if mirrored else faced(site, key),
        canonical=canonical(site, exists[edition] if mirrored else own),
        real=not mirrored,
        place=entry.editions[edition].place if edition in entry.editions else entry.place,
    )


@once
def standing(site: Site, key: Key) -> tuple[Mapping[str, str], str]:
    """Where the real editions of an entry are, and which of them is the source's."""
    exists = {code: site.editions.own(key, code) for code in site.editions.real[key]}
    source = site.editions.nearest(key, site.editions.sources[key])
    return exists, exists[source] if source else ""


@once
def faced(site: Site, key: Key) -> tuple[tuple[str, str], ...]:
    return facing(site, *standing(site, key))


def make_story(site: Site, key: Key, lang: str, edition: str, previous: Key | None, following: Key | None, related: Sequence[Key]) -> Made:
    beside = (
        card(site, previous, lang) if previous else None,
        card(site, following, lang) if following else None,
        cards(site, related, lang),
    )
    entry = site.library.entries[key]
    return entry_made(site, entry, edition, lang, "story", story(site, entry, edition, lang, *beside))


def make_page(site: Site, key: Key, lang: str, edition: str) -> Made:
    entry = site.library.entries[key]
    return entry_made(site, entry, edition, lang, "entry", page(site, entry, edition, lang))


def make_profile(site: Site, key: Key, lang: str, edition: str, told: Sequence[Key]) -> Made:
    entry = site.library.entries[key]
    name = "city" if site.library.settings.kinds[key.kind].model == "cities" else "profile"
    return entry_made(site, entry, edition, lang, name, profile(site, entry, edition, lang, told))


def entry_made(site: Site, entry: Entry, edition: str, lang: str, name: str, view: StoryView | PageView | ProfileView) -> Made:
    """What all pages of entries have in common around `view`."""
    key = entry.key
    frame = entry_frame(site, entry, edition, lang)
    if name == "city" and edition == lang:
        feed_title = site.word("feed-city", lang, site=site.say(site.library.settings.title, lang).text, name=frame.title)
        frame = replace(frame, feeds=[(spoken(feed_title), urls.feed(frame.url))])
    whole = {**chrome(site, frame), name: view, "extra": dict(entry.extra), **listed_sources(site, key, lang)}
    if (key, edition) not in site.library.documents:
        return Made(whole)
    fills, problems = holes.fill(site, key, edition, lang)
    body = Body(site.library.documents[key, edition].digest, fills, marks(site, key, edition, lang))
    return Made(whole, (body,), tuple(problems))


def entry_frame(site: Site, entry: Entry, edition: str, lang: str) -> Frame:
    key, own = entry.key, site.editions.own(entry.key, lang)
    mirrored = edition != lang
    exists, default = standing(site, key)
    url = exists[edition]
    return Frame(
        lang=lang,
        url=own,
        title=site.title(key, edition),
        description=site.summary(key, edition),
        exists=exists,
        nearest=nearest(site, key),
        default=default,
        trail=trail(site, key, lang),
        og_type="article" if site.library.settings.kinds[key.kind].model == "stories" else "website",
        image=site.image(key, edition),
        data=linked(site, entry, edition, site.absolute(url)),
        canonical=url if mirrored else "",
        tag=site.tag(edition) if mirrored else "",
    )


@once
def nearest(site: Site, key: Key) -> Mapping[str, str]:
    """Where the switcher leads in languages without this entry: its stub, else the list of its kind, else the home page."""
    found = {}
    for code in site.editions.codes:
        if site.editions.stubs.get((key, code)) or (key, code) in site.editions.mirrors:
            found[code] = site.editions.own(key, code)
        elif site.library.settings.kinds[key.kind].model != "pages" and has_list(site, key.kind):
            found[code] = urls.listing(code, key.kind)
    return found


def trail(site: Site, key: Key, lang: str) -> list[tuple[Said, str]]:
    if site.library.settings.kinds[key.kind].model == "pages":
        return []
    return [(site.kind_title(key.kind, lang), urls.listing(lang, key.kind))]


def story(
    site: Site, entry: Entry, edition: str, lang: str, previous: Card | None, following: Card | None, related: list[Card]
) -> StoryView:
    key, text = entry.key, entry.editions[edition]
    document = site.library.documents[key, edition]
    told = text.updated or (None if stale(site, key, edition) else entry.updated)  # what changed in the source has not changed here
    return StoryView(
        title=text.title,
        summary=text.summary,
        date=iso(entry.date),
        updated=iso(told) if told != entry.date else "",
        translated=edition != site.editions.sources[key] and text.updated is not None,
        reading=Reading(characters=document.characters, words=document.words),
        series=series_mark(site, entry, lang),
        image=site.image(key, edition),
        authors=list(entry.authors),
        translator=text.translator,
        reviewer=text.reviewer,
        topics=topics(site, entry, lang),
        cities=told_of(site, entry, "cities", lang),
        figures=told_of(site, entry, "figures", lang),
        places=told_of(site, entry, "places", lang),
        sources=[facts.source_line(site, source, lang) for source in entry.sources],
        previous=previous,
        next=following,
        related=related,
        outline=outline(site, key, edition),
        notice=mirror_notice(site, key, edition, lang),
        translation=translation(site, entry, edition, lang),
        beside=besides(site, entry.key, edition, lang),
        tag="" if edition == lang else site.tag(edition),
    )


def page(site: Site, entry: Entry, edition: str, lang: str) -> PageView:
    text, document = entry.editions[edition], site.library.documents[entry.key, edition]
    return PageView(
        title=text.title,
        summary=text.summary,
        updated=iso(text.updated),
        translator=text.translator,
        reviewer=text.reviewer,
        outline=outline(site, entry.key, edition),
        has_body=any(part.strip() for part in document.parts),
        notice=mirror_notice(site, entry.key, edition, lang),
        translation=translation(site, entry, edition, lang),
        beside=besides(site, entry.key, edition, lang),
        tag="" if edition == lang else site.tag(edition),
    )


def profile(site: Site, entry: Entry, edition: str, lang: str, stories: Sequence[Key]) -> ProfileView:
    key, said = entry.key, entry.profile
    if said is None:
        raise TypeError(f"{key} has no profile")
    kind = site.library.settings.kinds[key.kind]
    lines, sources = facts.facts(site, entry, lang)
    told, absent = parted(cards(site, stories, lang))
    title, own = site.title(key, edition), site.editions.own(key, lang)
    city, text = kind.model == "cities", entry.editions.get(edition)
    return ProfileView(
        kind=key.kind,
        title=title,
        local_name=local_name(entry, title),
        reading=said.reading.get(lang, ""),
        aliases=[*entry.aliases.get(lang, ()), *entry.aliases.get("", ())],
        summary=site.maybe(said.summary, lang),
        image=site.image(key, edition),
        tie=said.tie or "",
        partner_term=spoken(said.partner_term.text, said.partner_term.tag) if said.partner_term else None,
        since=iso(said.since),
        country=site.maybe(said.country, lang),
        region=site.maybe(said.region, lang),
        time_zone=said.time_zone,
        offset=facts.offset(said.time_zone, site.today),
        site=said.site,
        born=iso(said.born),
        died=iso(said.died),
        address=site.maybe(said.address, lang),
        facts=lines,
        sources=sources,
        stories=told,
        absent=absent,
        feed=site.href(urls.feed(own)) if city and edition == lang else "",
        box=box(site, said, lang, own) if city and edition == lang else None,
        as_of=iso(site.library.settings.as_of),
        outline=outline(site, key, edition),
        notice=mirror_notice(site, key, edition, lang),
        translation=translation(site, entry, edition, lang),
        beside=besides(site, entry.key, edition, lang),
        translator=text.translator if text else "",
        reviewer=text.reviewer if text else "",
        has_body=(key, edition) in site.library.documents and any(part.strip() for part in site.library.documents[key, edition].parts),
        tag="" if edition == lang else site.tag(edition),
    )


def box(site: Site, said: Profile, lang: str, own: str) -> PartnerBox:
    """About sixty words that a partner can put on its own page: what the two are to each other, and where to read on."""
    name, title = site.say(said.name, lang).text, site.say(site.library.settings.title, lang).text
    summary = site.say(said.summary, lang) if said.summary else None
    sentences = [summary.text] if summary and summary.lang == lang else []
    sentences.append(site.word("box", lang, name=name, site=title))
    gap = "" if site.languages[lang].typography in ("zh", "ja") else " "
    return PartnerBox(text=gap.join(sentences), absolute=site.absolute(own), feed=site.absolute(urls.feed(own)))


def mirror_notice(site: Site, key: Key, edition: str, lang: str) -> Notice | None:
    return None if edition == lang else Notice(kind="mirror", languages=site.links(key, ""))


def told_of(site: Site, entry: Entry, model: str, lang: str) -> list[Any]:
    """Cards of the cities, figures or places that an entry names, whatever the site calls those kinds."""
    kinds = [name for name, kind in site.library.settings.kinds.items() if kind.model == model]
    references = {"cities": entry.cities, "figures": entry.figures, "places": entry.places}[model]
    keys = [Key(kind, reference.name) for reference in references for kind in kinds]
    return cards(site, [key for key in keys if key in site.library.entries], lang)


def topics(site: Site, entry: Entry, lang: str) -> list[Link]:
    known = site.library.terms.get("topics", {})
    return [topic_link(site, topic.name, lang) for topic in entry.topics if topic.name in known]


@once
def topic_link(site: Site, name: str, lang: str) -> Link:
    return Link(title=site.said(site.library.terms["topics"][name].title, lang), url=site.href(urls.term(lang, "topics", name)))


def listed_sources(site: Site, key: Key, lang: str) -> dict[str, Any]:
    """The page of sources lists those of the whole site, each once."""
    listing = key.slug == "sources" and site.library.settings.kinds[key.kind].model == "pages"
    return {"sources": facts.all_sources(site, lang)} if listing else {}


def outline(site: Site, key: Key, lang: str) -> list[OutlineItem]:
    document = site.library.documents.get((key, lang))
    if document is None:
        return []
    ids = holes.heading_ids(site, key, lang)
    return [OutlineItem(level=item.level, id=ids[place], text=site.spelled(item.text, lang)) for place, item in enumerate(document.outline)]


def profiles_of(site: Site, model: str) -> list[Key]:
    """The entries of every kind modelled on `model`, in their order."""
    kinds = site.library.settings.kinds
    return in_order(site, (key for kind, held in site.held.items() if kinds[kind].model == model for key in held))
