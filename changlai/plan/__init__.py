"""Which pages exist, what each is called, who links to whom. Pure: from the library and the standing to pages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from changlai.model import Asset, Key, Library, Made, Page, Place, Plan, Sheet, Standing
from changlai.plan import holes, lists, machine, moved, stories, urls
from changlai.plan.cards import cards
from changlai.plan.chrome import Frame, canonical, chrome, facing, has_list
from changlai.plan.editions import editions
from changlai.plan.entries import entry_sheet
from changlai.plan.parallel import parallel_sheet
from changlai.plan.site import Say, Site, spoken
from changlai.plan.stubs import stub_sheet
from changlai.plan.translated import paired
from changlai.plan.views import LanguageLink
from changlai.problems import Problem, problem

__all__ = ["make", "plan", "survey"]


def survey(library: Library, standings: Iterable[Standing], say: Say, today: date) -> Site:
    """Everything that the plan decides from; checks ask it too."""
    assets = {name: f"/assets/{fingerprinted(name, file.digest)}" for name, file in library.assets.items()}
    held: dict[str, list[Key]] = {}
    for key in sorted(library.entries, key=lambda key: (library.entries[key].order, key.slug)):
        held.setdefault(key.kind, []).append(key)
    settings = library.settings
    site = Site(
        library=library,
        editions=editions(library, standings),
        say=say,
        today=today,
        assets=assets,
        held={kind: tuple(keys) for kind, keys in held.items()},
        base=urls.base_path(settings.base_url),
        origin=(settings.canonical_url or settings.base_url).rstrip("/"),
    )
    return replace(site, shelves=stories.shelves(site))


def plan(site: Site) -> tuple[Plan, list[Problem]]:
    """All pages and assets of a site, and what keeps them from being right."""
    sheets = [*entry_sheets(site), *list_sheets(site), *machine.feeds(site)]
    public = sorted(sheet.url for sheet in sheets if sheet.real)
    sheets += [not_found(site, lang) for lang in site.editions.codes]
    # For hosts that know one page only, at the root.
    sheets += [chooser(site), not_found(site, site.library.settings.source, "/404.html")]
    more, problems = moved_sheets(site, sheets, public)
    sheets += more
    sheets += [machine.sitemap(site, sheets), machine.robots(site)]
    problems += collisions(sheets)
    awaited = holes.awaited_media(site)
    unused = tuple(path for path in site.library.media if path not in awaited)
    shown = tuple(assets(site, holes.shown_media(site)))
    return Plan(tuple(sheets), shown, tuple(public), site.origin, lists.told(site), holes.named(site), unused), problems


def make(site: Site, sheet: Sheet) -> tuple[Page, list[Problem]]:
    """The page of a sheet, with everything that its template may see."""
    made = sheet.make(site, *sheet.args)
    page = Page(sheet.path, sheet.url, sheet.template, sheet.lang, made.view, made.bodies, sheet.real, sheet.place, site.memo.common)
    return page, list(made.problems)


def entry_sheets(site: Site) -> Iterator[Sheet]:
    for key in site.library.entries:
        for lang in site.editions.codes:
            if (key, lang) in site.editions.stubs:
                yield stub_sheet(site, key, lang)
            elif site.editions.exists(key, lang) or (key, lang) in site.editions.mirrors:
                yield entry_sheet(site, key, lang)
        for lang in paired(site, key):
            yield parallel_sheet(site, key, lang)


def list_sheets(site: Site) -> Iterator[Sheet]:
    kinds = [kind for kind in site.library.settings.kinds.values() if kind.model != "pages" and has_list(site, kind.name)]
    keys = {kind.name: {code: lists.kind_keys(site, kind, code) for code in site.editions.codes} for kind in kinds}
    for lang in site.editions.codes:
        yield lists.home_sheet(site, lang)
        for kind in kinds:
            yield from lists.kind_sheets(site, kind, lang, keys[kind.name])
        for vocabulary in ("series", "topics"):
            yield from lists.term_sheets(site, vocabulary, lang)


def moved_sheets(site: Site, sheets: Sequence[Sheet], public: Sequence[str]) -> tuple[list[Sheet], list[Problem]]:
    """Redirects, withdrawn pages, and the judgement that no released URL is lost."""
    made = {sheet.url for sheet in sheets} | {"/sitemap.xml", "/robots.txt"}
    kept, problems = moved.sound(site, moved.moves(site), made)
    more = list(moved.redirect_sheets(site, kept))
    taken = made | {sheet.url for sheet in more}
    gone = []
    for url, place in moved.gone_urls(site):
        if url in made:
            problems.append(problem("gone-shadow", place, url=url))
        elif url not in taken:
            gone.append(url)
    # The feed of a withdrawn city has no entry to answer for it, yet readers still ask for it.
    gone += [url for url in site.library.released if url.endswith("/feed.xml") and url not in taken and page_of(url) in taken | set(gone)]
    gone = sorted(set(gone))
    more += moved.gone_sheets(site, gone)
    more += machine.host_files(site, [(move.source, move.target) for move in kept])
    problems += moved.lost(site, made | {sheet.url for sheet in more}, public)
    return more, problems


def page_of(feed: str) -> str:
    return feed.removesuffix("feed.xml")


def not_found(site: Site, lang: str, url: str = "") -> Sheet:
    url = url or f"/{lang}/404.html"
    latest = tuple(lists.newest(site, lang, 4))
    return Sheet(
        path=url[1:],
        url=url,
        template="404.html",
        lang=lang,
        make=make_not_found,
        args=(lang, url, latest),
        shows=latest,
        canonical=canonical(site, url),
        real=False,
    )


def make_not_found(site: Site, lang: str, url: str, latest: Sequence[Key]) -> Made:
    frame = Frame(
        lang=lang,
        url=url,
        title=site.word("not-found", lang),
        description=site.word("not-found-text", lang),
        exists={code: f"/{code}/404.html" for code in site.editions.codes},
        indexed=False,
    )
    view = {**chrome(site, frame), "latest": cards(site, latest, lang), "languages": homes(site, lang), "title": spoken(frame.title)}
    return Made(view)


def chooser(site: Site) -> Sheet:
    """The root: every language in itself, readable without script."""
    lang = site.library.settings.source
    return Sheet(
        path="index.html",
        url="/",
        template="chooser.html",
        lang=lang,
        make=make_chooser,
        alternates=facing(site, lists.homes(site), "/"),
        canonical=canonical(site, "/"),
        real=False,
    )


def make_chooser(site: Site) -> Made:
    lang = site.library.settings.source
    words = {code: site.say(site.library.settings.title, code) for code in site.editions.codes}
    said_once = list(dict.fromkeys(said.text for said in words.values()))
    # A title that is the same in all languages is the home page's too: only the languages tell the two windows apart.
    title = " · ".join(said_once if len(said_once) > 1 else [*said_once, *(language.name for language in site.languages.values())])
    frame = Frame(lang=lang, url="/", title=title, description=title, exists=lists.homes(site), default="/")
    view = {
        **chrome(site, frame),
        "languages": homes(site),
        "titles": {code: said.text for code, said in words.items() if said.lang == code},
    }
    return Made(view)


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


def collisions(sheets: Sequence[Sheet]) -> list[Problem]:
    """Two pages that want one file, by any spelling that one disk or another takes for the same."""
    owners: dict[str, Sheet] = {}
    found = []
    for sheet in sheets:
        other = owners.setdefault(sheet.path.casefold(), sheet)
        if other is not sheet:
            place = sheet.place or other.place or Place("site.yaml")
            found.append(problem("url-collision", place, url=sheet.url, other=other.place.path if other.place else other.template))
    return found
