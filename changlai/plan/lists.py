"""Pages of lists: home, kinds with paging, series, topics. They hold cards, never other pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from changlai.model import Key, Kind, Made, Place, Sheet, Term
from changlai.plan import urls
from changlai.plan.cards import cards, newest_first
from changlai.plan.chrome import Frame, canonical, chrome, facing, has_list
from changlai.plan.entries import profiles_of
from changlai.plan.site import Site, iso, spoken
from changlai.plan.views import Card, Pager, Said, Section, TermCard

TIES = ("sister_city", "friendly_cooperation", "exchange")
LATEST = 8


def home_sheet(site: Site, lang: str) -> Sheet:
    settings, url, shelf = site.library.settings, urls.home(lang), site.shelves[lang]
    kinds = settings.kinds
    wanted = [
        key for key in shelf.stories if settings.featured and key.slug == settings.featured.name and kinds[key.kind].model == "stories"
    ]
    latest = newest(site, lang, LATEST + 1)
    return Sheet(
        path=urls.output(url),
        url=url,
        template="home.html",
        lang=lang,
        make=make_home,
        args=(lang, tuple(wanted[:1]), tuple(latest), counts(site, "series", lang)),
        shows=(*wanted[:1], *latest),
        alternates=facing(site, homes(site), "/"),
        canonical=canonical(site, url),
    )


def homes(site: Site) -> dict[str, str]:
    return {code: urls.home(code) for code in site.editions.codes}


def make_home(site: Site, lang: str, wanted: Sequence[Key], latest: Sequence[Key], told_of: Sequence[int]) -> Made:
    settings, url = site.library.settings, urls.home(lang)
    kinds, told = settings.kinds, cards(site, latest, lang)
    featured = next(iter(cards(site, wanted, lang) or told), None)
    title = site.said(settings.title, lang)["text"]
    about = settings.description or settings.tagline
    frame = Frame(
        lang=lang,
        url=url,
        title=title,
        description=site.said(about, lang)["text"] if about else title,
        exists=homes(site),
        default="/",
        feeds=[(spoken(title), urls.feed(url))],
        data={"@type": "WebSite", "name": title, "url": site.absolute(url), "inLanguage": site.tag(lang)},
    )
    view = {
        "featured": featured,
        "latest": [item for item in told if item != featured][:LATEST],
        "series": term_cards(site, "series", lang, told_of),
        "cities": by_tie(cards(site, profiles_of(site, "cities"), lang)),
        "figures": cards(site, profiles_of(site, "figures"), lang),
        "places": cards(site, profiles_of(site, "places"), lang),
        "as_of": iso(settings.as_of),
        "description": site.maybe(settings.description, lang),
        "lists": {name: site.href(urls.listing(lang, name)) for name in ("stories", "cities") if name in kinds and has_list(site, name)},
    }
    return Made({**chrome(site, frame), **view})


def newest(site: Site, lang: str, number: int) -> list[Key]:
    """The newest stories that readers of `lang` can read, however many others are newer."""
    return list(islice((key for key in site.shelves[lang].stories if site.editions.exists(key, lang)), number))


def kind_sheets(site: Site, kind: Kind, lang: str, keys: Mapping[str, Sequence[Key]]) -> Iterator[Sheet]:
    """The list of a kind, in pages. `keys` by language: the entries that its readers are shown."""
    yield from paged(site, Listed(kind.name, kind.name), lang, keys, site.kind_title(kind.name, lang))


def kind_keys(site: Site, kind: Kind, lang: str) -> list[Key]:
    shown = [key for key in site.held.get(kind.name, ()) if site.editions.target(key, lang)]
    return newest_first(site, shown) if kind.model == "stories" else shown


def term_sheets(site: Site, vocabulary: str, lang: str) -> Iterator[Sheet]:
    """The list of a vocabulary, and of the stories of each of its terms."""
    terms = site.library.terms.get(vocabulary)
    if not terms:
        return
    url = urls.listing(lang, vocabulary)
    yield Sheet(
        path=urls.output(url),
        url=url,
        template="terms.html",
        lang=lang,
        make=make_terms,
        args=(vocabulary, lang, counts(site, vocabulary, lang)),
        alternates=facing(site, *places(site, vocabulary, site.editions.codes)),
        canonical=canonical(site, url),
    )
    for term in terms.values():
        keys = {code: site.shelves[code].by_name.get((vocabulary, term.id), ()) for code in site.editions.codes}
        listed = Listed(f"{vocabulary}/{term.id}", "stories", vocabulary, term.id)
        yield from paged(site, listed, lang, keys, site.said(term.title, lang), term.place)


def make_terms(site: Site, vocabulary: str, lang: str, told_of: Sequence[int]) -> Made:
    title = spoken(site.word(vocabulary, lang))
    frame = list_frame(site, lang, vocabulary, title, site.editions.codes)
    view = {"title": title, "vocabulary": vocabulary, "terms": term_cards(site, vocabulary, lang, told_of)}
    return Made({**chrome(site, frame), **view})


class Listed(NamedTuple):
    """What one list is of."""

    name: str  # in its URL
    kind: str
    vocabulary: str = ""
    term: str = ""


def paged(
    site: Site, listed: Listed, lang: str, keys: Mapping[str, Sequence[Key]], title: Said, place: Place | None = None
) -> Iterator[Sheet]:
    """One list cut into pages; other languages may need fewer pages than this one."""
    size = site.library.settings.kinds[listed.kind].page_size
    real = site.memo.lists.get(listed.name)
    if real is None:
        real = {code: [key for key in found if site.editions.exists(key, code)] for code, found in keys.items()}
        site.memo.lists[listed.name] = real
    lengths = {code: max(1, -(-len(found) // size)) for code, found in real.items()}
    absent = tuple(key for key in keys[lang] if not site.editions.exists(key, lang))
    template = "cities.html" if site.library.settings.kinds[listed.kind].model == "cities" and not listed.term else "list.html"
    for number in range(1, lengths[lang] + 1):
        chosen = tuple(real[lang][(number - 1) * size : number * size])
        apart = absent if number == lengths[lang] else ()
        codes = tuple(code for code in lengths if lengths[code] >= number)
        url = urls.listing(lang, listed.name, number)
        yield Sheet(
            path=urls.output(url),
            url=url,
            template=template,
            lang=lang,
            make=make_list,
            args=(listed, lang, number, lengths[lang], codes, chosen, apart),
            shows=(*chosen, *apart),
            alternates=facing(site, *places(site, listed.name, codes, number)),
            canonical=canonical(site, url),
            real=number == 1,
            place=place,
        )


def make_list(
    site: Site, listed: Listed, lang: str, number: int, length: int, codes: Sequence[str], chosen: Sequence[Key], absent: Sequence[Key]
) -> Made:
    kind = site.library.settings.kinds[listed.kind]
    term = site.library.terms[listed.vocabulary][listed.term] if listed.term else None
    title = site.said(term.title, lang) if term else site.kind_title(kind.name, lang)
    view = list_view(site, cards(site, chosen, lang), kind, title, term, lang)
    view["absent"] = cards(site, absent, lang)
    view["pager"] = pager(site, lang, listed.name, number, length) if length > 1 else None
    trail = [(spoken(site.word(listed.vocabulary, lang)), urls.listing(lang, listed.vocabulary))] if listed.term else []
    frame = list_frame(site, lang, listed.name, title, codes, number, trail, view["intro"])
    return Made({**chrome(site, frame), **view})


def places(site: Site, name: str, codes: Sequence[str], number: int = 1) -> tuple[dict[str, str], str]:
    """Where a page of a list is in each language that has it, and for readers of none of them."""
    exists = {code: urls.listing(code, name, number) for code in codes}
    source = site.library.settings.source
    return exists, exists[source if source in exists else next(iter(exists))]


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
    exists, default = places(site, name, codes, number)
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
        default=default,
        trail=trail,
    )


def pager(site: Site, lang: str, name: str, number: int, pages: int) -> Pager:
    links = [site.href(urls.listing(lang, name, page)) for page in range(1, pages + 1)]
    newer = links[number - 2] if number > 1 else ""
    older = links[number] if number < pages else ""
    return Pager(page=number, pages=pages, newer=newer, older=older, links=links)


def counts(site: Site, vocabulary: str, lang: str) -> tuple[int, ...]:
    """For each term the stories that can be read in the language."""
    by_name, names = site.shelves[lang].by_name, site.library.terms.get(vocabulary, ())
    return tuple(sum(site.editions.exists(key, lang) for key in by_name.get((vocabulary, name), ())) for name in names)


def told(site: Site) -> dict[str, int]:
    """`topics/gardens` → its stories in all languages."""
    found: dict[str, int] = {}
    for vocabulary in ("series", "topics"):
        columns = zip(*(counts(site, vocabulary, lang) for lang in site.editions.codes), strict=True)
        found |= {f"{vocabulary}/{name}": sum(column) for name, column in zip(site.library.terms.get(vocabulary, ()), columns, strict=True)}
    return found


def term_cards(site: Site, vocabulary: str, lang: str, told_of: Sequence[int]) -> list[TermCard]:
    return [
        TermCard(
            id=term.id,
            url=site.href(urls.term(lang, vocabulary, term.id)),
            title=site.said(term.title, lang),
            summary=site.maybe(term.summary, lang),
            mark=term.mark,
            count=count,
        )
        for term, count in zip(site.library.terms.get(vocabulary, {}).values(), told_of, strict=True)
    ]


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
