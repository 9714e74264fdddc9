"""Which pages exist, what each is called, who links to whom. Pure: from the library and the standing to pages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from changlai.model import Asset, Key, Library, Page, Place, Plan, Standing
from changlai.plan import holes, lists, machine, moved, urls
from changlai.plan.cards import cards
from changlai.plan.chrome import Frame, chrome
from changlai.plan.editions import editions
from changlai.plan.entries import entry_page, stub_page
from changlai.plan.site import Say, Site, spoken
from changlai.plan.stories import Shelf, shelf
from changlai.plan.views import LanguageLink
from changlai.problems import Problem, problem

__all__ = ["plan", "survey"]


def survey(library: Library, standings: Iterable[Standing], say: Say, today: date) -> Site:
    """Everything that the plan decides from; checks ask it too."""
    assets = {name: f"/assets/{fingerprinted(name, file.digest)}" for name, file in library.assets.items()}
    held: dict[str, list[Key]] = {}
    for key in sorted(library.entries, key=lambda key: (library.entries[key].order, key.slug)):
        held.setdefault(key.kind, []).append(key)
    return Site(library, editions(library, standings), say, today, assets, {kind: tuple(keys) for kind, keys in held.items()})


def plan(site: Site) -> tuple[Plan, list[Problem]]:
    """All pages and assets of a site, and what keeps them from being right."""
    shelves = {lang: shelf(site, lang) for lang in site.editions.codes}
    pages, problems = entry_pages(site, shelves)
    pages += list_pages(site, shelves)
    pages += machine.feeds(site, shelves)
    public = sorted(page.url for page in pages if page.real and page.template not in ("404.html", "chooser.html"))
    pages += [not_found(site, lang, shelves) for lang in site.editions.codes]
    pages += [chooser(site), root_not_found(site, shelves)]
    more, found = moved_pages(site, shelves, pages, public)
    pages += more
    problems += found
    pages += [machine.sitemap(site, pages), machine.robots(site)]
    problems += collisions(pages)
    awaited = holes.awaited_media(site)
    unused = tuple(path for path in site.library.media if path not in awaited)
    return Plan(tuple(pages), tuple(assets(site, holes.shown_media(site))), tuple(public), unused), problems


def entry_pages(site: Site, shelves: Mapping[str, Shelf]) -> tuple[list[Page], list[Problem]]:
    pages, problems = [], []
    for key in site.library.entries:
        for lang in site.editions.codes:
            if (key, lang) in site.editions.stubs:
                pages.append(stub_page(site, key, lang))
            elif site.editions.exists(key, lang) or (key, lang) in site.editions.mirrors:
                page, found = entry_page(site, key, lang, shelves[lang])
                pages.append(page)
                problems += found
    return pages, problems


def list_pages(site: Site, shelves: dict[str, Shelf]) -> list[Page]:
    pages = []
    for lang in site.editions.codes:
        pages.append(lists.home(site, lang, shelves[lang]))
        for kind in site.library.settings.kinds.values():
            pages += lists.kind_lists(site, kind, lang)
        for vocabulary in ("series", "topics"):
            pages += lists.term_pages(site, vocabulary, lang, shelves)
    return pages


def moved_pages(site: Site, shelves: Mapping[str, Shelf], pages: Sequence[Page], public: Sequence[str]) -> tuple[list[Page], list[Problem]]:
    """Redirects, withdrawn pages, and the judgement that no released URL is lost."""
    made = {page.url for page in pages} | {"/sitemap.xml", "/robots.txt"}
    kept, problems = moved.sound(site, moved.moves(site), made)
    more = list(moved.redirect_pages(site, kept, shelves))
    taken = made | {page.url for page in more}
    gone = []
    for url, place in moved.gone_urls(site):
        if url in made:
            problems.append(problem("gone-shadow", place, url=url))
        elif url not in taken:
            gone.append(url)
    # The feed of a withdrawn city has no entry to answer for it, yet readers still ask for it.
    gone += [url for url in site.library.released if url.endswith("/feed.xml") and url not in taken and page_of(url) in taken | set(gone)]
    gone = sorted(set(gone))
    more += moved.gone_pages(site, gone)
    more += machine.host_files(site, [(move.source, move.target) for move in kept])
    problems += moved.lost(site, made | {page.url for page in more}, public)
    return more, problems


def page_of(feed: str) -> str:
    return feed.removesuffix("feed.xml")


def not_found(site: Site, lang: str, shelves: Mapping[str, Shelf], url: str = "") -> Page:
    url = url or f"/{lang}/404.html"
    frame = Frame(
        lang=lang,
        url=url,
        title=site.word("not-found", lang),
        description=site.word("not-found-text", lang),
        exists={code: f"/{code}/404.html" for code in site.editions.codes},
        indexed=False,
    )
    latest = cards(site, lists.newest(site, shelves[lang], lang, 4), lang)
    view = {**chrome(site, frame), "latest": latest, "languages": homes(site, lang), "title": spoken(frame.title)}
    return Page(url[1:], url, "404.html", lang, view, real=False)


def root_not_found(site: Site, shelves: Mapping[str, Shelf]) -> Page:
    """For hosts that know one page only, at the root."""
    return not_found(site, site.library.settings.source, shelves, "/404.html")


def chooser(site: Site) -> Page:
    """The root: every language in itself, readable without script."""
    lang, codes = site.library.settings.source, site.editions.codes
    words = {code: site.say(site.library.settings.title, code) for code in codes}
    said_once = list(dict.fromkeys(said.text for said in words.values()))
    # A title that is the same in all languages is the home page's too: only the languages tell the two windows apart.
    title = " · ".join(said_once if len(said_once) > 1 else [*said_once, *(language.name for language in site.languages.values())])
    frame = Frame(lang=lang, url="/", title=title, description=title, exists={code: urls.home(code) for code in codes}, default="/")
    view = {
        **chrome(site, frame),
        "languages": homes(site),
        "titles": {code: said.text for code, said in words.items() if said.lang == code},
    }
    return Page("index.html", "/", "chooser.html", lang, view, real=False)


def homes(site: Site, here: str = "") -> list[LanguageLink]:
    return [
        LanguageLink(
            code=code,
            tag=language.tag,
            name=language.name,
            url=site.href(urls.home(code)),
            state="here" if code == here else "there",
        )
        for code, language in site.languages.items()
    ]


def assets(site: Site, used: Collection[str]) -> list[Asset]:
    """Assets of the theme under names that change with their bytes, and the files beside entries that something shows."""
    found = [Asset(url[1:], site.library.assets[name].digest) for name, url in site.assets.items()]
    for path in sorted(used):
        found.append(Asset(path.replace("content/", "media/", 1), site.library.media[path].digest))
    return found


def fingerprinted(name: str, digest: str) -> str:
    stem, dot, suffix = name.rpartition(".")
    return f"{stem}.{digest[:10]}.{suffix}" if dot else f"{name}.{digest[:10]}"


def collisions(pages: Sequence[Page]) -> list[Problem]:
    """Two pages that want one file, by any spelling that one disk or another takes for the same."""
    owners: dict[str, Page] = {}
    found = []
    for page in pages:
        other = owners.setdefault(page.path.casefold(), page)
        if other is not page:
            place = page.place or other.place or Place("site.yaml")
            found.append(problem("url-collision", place, url=page.url, other=other.place.path if other.place else other.template))
    return found
