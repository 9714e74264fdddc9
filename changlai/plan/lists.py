"""Pages of lists: home, kinds with paging, series, topics. They hold cards, never other pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from changlai.model import Key, Kind, Page, Term
from changlai.plan import urls
from changlai.plan.cards import cards, newest_first
from changlai.plan.chrome import Frame, chrome, has_list
from changlai.plan.entries import profiles_of
from changlai.plan.site import Site, iso, spoken
from changlai.plan.stories import Shelf
from changlai.plan.views import Card, Pager, Said, Section, TermCard

TIES = ("sister_city", "friendly_cooperation", "exchange")
LATEST = 8


def home(site: Site, lang: str, shelf: Shelf) -> Page:
    settings, url = site.library.settings, urls.home(lang)
    told = cards(site, newest(site, shelf, lang, LATEST + 1), lang)
    kinds = site.library.settings.kinds
    wanted = [
        key for key in shelf.stories if settings.featured and key.slug == settings.featured.name and kinds[key.kind].model == "stories"
    ]
    featured = next(iter(cards(site, wanted[:1], lang) or told), None)
    title = site.said(settings.title, lang)["text"]
    about = settings.description or settings.tagline
    frame = Frame(
        lang=lang,
        url=url,
        title=title,
        description=site.said(about, lang)["text"] if about else title,
        exists={code: urls.home(code) for code in site.editions.codes},
        default="/",
        feeds=[(spoken(title), urls.feed(url))],
        data={"@type": "WebSite", "name": title, "url": site.absolute(url), "inLanguage": site.tag(lang)},
    )
    view = {
        "featured": featured,
        "latest": [item for item in told if item != featured][:LATEST],
        "series": term_cards(site, "series", lang, shelf),
        "cities": by_tie(cards(site, profiles_of(site, "cities"), lang)),
        "figures": cards(site, profiles_of(site, "figures"), lang),
        "places": cards(site, profiles_of(site, "places"), lang),
        "as_of": iso(settings.as_of),
        "description": site.maybe(settings.description, lang),
        "lists": {name: site.href(urls.listing(lang, name)) for name in ("stories", "cities") if name in kinds and has_list(site, name)},
    }
    return Page(urls.output(url), url, "home.html", lang, {**chrome(site, frame), **view})


def newest(site: Site, shelf: Shelf, lang: str, number: int) -> list[Key]:
    """The newest stories that readers of `lang` can read, however many others are newer."""
    return list(islice((key for key in shelf.stories if site.editions.exists(key, lang)), number))


def kind_lists(site: Site, kind: Kind, lang: str) -> Iterator[Page]:
    """The list of a kind, in pages."""
    if kind.model == "pages" or not has_list(site, kind.name):
        return
    keys = {code: kind_keys(site, kind, code) for code in site.editions.codes}
    title = site.kind_title(kind.name, lang)
    yield from paged(site, kind.name, lang, keys, title, kind, [])


def kind_keys(site: Site, kind: Kind, lang: str) -> list[Key]:
    shown = [key for key in site.held.get(kind.name, ()) if site.editions.target(key, lang)]
    return newest_first(site, shown) if kind.model == "stories" else shown


def term_pages(site: Site, vocabulary: str, lang: str, shelves: dict[str, Shelf]) -> Iterator[Page]:
    """The list of a vocabulary, and of the stories of each of its terms."""
    terms = site.library.terms.get(vocabulary)
    if not terms:
        return
    title, url = spoken(site.word(vocabulary, lang)), urls.listing(lang, vocabulary)
    frame = list_frame(site, lang, vocabulary, title, site.editions.codes)
    view = {"title": title, "vocabulary": vocabulary, "terms": term_cards(site, vocabulary, lang, shelves[lang])}
    yield Page(urls.output(url), url, "terms.html", lang, {**chrome(site, frame), **view})
    stories = site.library.settings.kinds["stories"]
    for term in terms.values():
        keys = {code: list(shelves[code].by_name.get((vocabulary, term.id), ())) for code in site.editions.codes}
        trail = [(title, url)]
        yield from paged(site, f"{vocabulary}/{term.id}", lang, keys, site.said(term.title, lang), stories, trail, term)


def paged(
    site: Site,
    name: str,
    lang: str,
    keys: dict[str, list[Key]],
    title: Said,
    kind: Kind,
    trail: Sequence[tuple[Said, str]],
    term: Term | None = None,
) -> Iterator[Page]:
    """One list cut into pages; other languages may need fewer pages than this one."""
    real = {code: [key for key in found if site.editions.exists(key, code)] for code, found in keys.items()}
    lengths = {code: max(1, -(-len(found) // kind.page_size)) for code, found in real.items()}
    absent = [key for key in keys[lang] if not site.editions.exists(key, lang)]
    for number in range(1, lengths[lang] + 1):
        chosen = real[lang][(number - 1) * kind.page_size : number * kind.page_size]
        view = list_view(site, cards(site, chosen, lang), kind, title, term, lang)
        view["absent"] = cards(site, absent, lang) if number == lengths[lang] else []
        view["pager"] = pager(site, lang, name, number, lengths[lang]) if lengths[lang] > 1 else None
        codes = [code for code in lengths if lengths[code] >= number]
        frame = list_frame(site, lang, name, title, codes, number, trail, view["intro"])
        template = "cities.html" if kind.model == "cities" and term is None else "list.html"
        url = urls.listing(lang, name, number)
        yield Page(
            urls.output(url), url, template, lang, {**chrome(site, frame), **view}, real=number == 1, place=term.place if term else None
        )


def list_view(site: Site, items: list[Card], kind: Kind, title: Said, term: Term | None, lang: str) -> dict[str, Any]:
    view: dict[str, Any] = {
        "title": title,
        "kind": kind.name,
        "intro": site.maybe(term.summary, lang) if term else None,
        "mark": term.mark if term else "",
        "sections": [Section(key="", title=None, items=items)],
        "as_of": iso(site.library.settings.as_of) if kind.model == "cities" else "",
    }
    if kind.model == "cities" and term is None:
        view["sections"] = by_tie(items)
        view["by_country"] = by_country(items)
    return view


def list_frame(
    site: Site,
    lang: str,
    name: str,
    title: Said,
    codes: Sequence[str],
    number: int = 1,
    trail: Sequence[tuple[Said, str]] = (),
    intro: Said | None = None,
) -> Frame:
    exists = {code: urls.listing(code, name, number) for code in codes}
    source = site.library.settings.source
    default = source if source in exists else next(iter(exists))
    site_title = site.said(site.library.settings.title, lang)["text"]
    plain = title["text"] if number == 1 else site.word("page-of", lang, title=title["text"], page=str(number))
    above = [step["text"] for step, _ in trail]
    return Frame(
        lang=lang,
        url=urls.listing(lang, name, number),
        title=plain,
        tag=title["tag"],
        heading=" · ".join([plain, *above]),
        description=intro["text"] if intro else site.word("list-text", lang, title=title["text"], site=site_title),
        exists=exists,
        nearest={code: urls.listing(code, name) for code in site.editions.codes},
        default=exists[default],
        trail=trail,
    )


def pager(site: Site, lang: str, name: str, number: int, pages: int) -> Pager:
    links = [site.href(urls.listing(lang, name, page)) for page in range(1, pages + 1)]
    newer = links[number - 2] if number > 1 else ""
    older = links[number] if number < pages else ""
    return Pager(page=number, pages=pages, newer=newer, older=older, links=links)


def term_cards(site: Site, vocabulary: str, lang: str, shelf: Shelf) -> list[TermCard]:
    found = []
    for term in site.library.terms.get(vocabulary, {}).values():
        keys = shelf.by_name.get((vocabulary, term.id), ())
        found.append(
            TermCard(
                id=term.id,
                url=site.href(urls.term(lang, vocabulary, term.id)),
                title=site.said(term.title, lang),
                summary=site.maybe(term.summary, lang),
                mark=term.mark,
                count=sum(site.editions.exists(key, lang) for key in keys),
            )
        )
    return found


def by_tie(items: Sequence[Card]) -> list[Section]:
    """Partners by what binds them to the city; those without a tie last."""
    sections = [Section(key=tie, title=None, items=[item for item in items if item["tie"] == tie]) for tie in (*TIES, "")]
    return [section for section in sections if section["items"]]


def by_country(items: Sequence[Card]) -> list[Section]:
    """Partners by country or region, as the profiles write it, in the order of first mention."""
    found: dict[str, Section] = {}
    for item in items:
        country = item["country"]
        if country:
            found.setdefault(country["text"], Section(key="", title=country, items=[]))["items"].append(item)
    return list(found.values())
