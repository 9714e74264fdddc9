"""What every page carries around its text: head, menu, switcher, breadcrumbs, footer."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from changlai.model import Key, MenuItem
from changlai.plan import urls
from changlai.plan.cards import in_order
from changlai.plan.site import Site, once, spoken
from changlai.plan.views import Alternate, Chrome, Footer, Head, Image, LanguageLink, Link, MenuLink, Said
from changlai.plan.views import Site as SiteView

as_json = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
POLICE = "https://beian.mps.gov.cn/#/query/webSearch?code="


@dataclass(frozen=True, slots=True)
class Frame:
    """One page as its surroundings see it. URLs are site-relative."""

    lang: str
    url: str
    title: str
    tag: str = ""  # of the title, where it is not the page's
    heading: str = ""  # of the window, where the title alone would not tell two pages apart
    description: str = ""
    exists: Mapping[str, str] = field(default_factory=dict)  # language → URL of the same page, real ones only, in site order
    nearest: Mapping[str, str] = field(default_factory=dict)  # where a language leads that does not have it; else its home
    default: str = ""  # x-default
    trail: Sequence[tuple[Said, str]] = ()  # between the home page and this one
    og_type: str = "website"
    image: Image | None = None
    data: Mapping[str, Any] | None = None  # JSON-LD beside the breadcrumbs
    feeds: Sequence[tuple[Said, str]] = ()
    indexed: bool = True
    canonical: str = ""  # where it is not the page itself


def chrome(site: Site, frame: Frame) -> Chrome:
    language = site.languages[frame.lang]
    crumbs = breadcrumbs(site, frame)
    return Chrome(
        lang=language.code,
        tag=language.tag,
        dir=language.dir,
        typography=language.typography,
        head=head(site, frame, crumbs),
        site=site_view(site, frame.lang),
        menu=menu(site, frame.lang, frame.url),
        switcher=switcher(site, frame),
        breadcrumbs=crumbs,
    )


def head(site: Site, frame: Frame, crumbs: Sequence[Link]) -> Head:
    settings, indexed = site.library.settings, frame.indexed and not frame.canonical
    return Head(
        title=frame.heading or frame.title,
        description=frame.description,
        url=site.absolute(frame.url),
        canonical=canonical(site, frame.canonical or frame.url),
        robots="noindex" if settings.noindex or not frame.indexed else "",
        alternates=alternates(site, frame.exists, frame.default) if indexed else [],
        og_type=frame.og_type,
        og_locale=site.languages[frame.lang].og,
        og_alternates=[site.languages[code].og for code in frame.exists if code != frame.lang] if indexed else [],
        image=frame.image,
        jsonld=jsonld(site, frame, crumbs),
        feeds=[Link(title=title, url=site.href(url)) for title, url in frame.feeds],
    )


def canonical(site: Site, url: str) -> str:
    return site.absolute(url) if url.startswith("/") else url


def alternates(site: Site, exists: Mapping[str, str], default: str) -> list[Alternate]:
    """The same page in each language that has it, `default` for readers of none of them."""
    name = (*exists, *exists.values(), default)
    if name not in site.memo.alternates:
        found = [Alternate(tag=site.tag(code), url=site.absolute(url)) for code, url in exists.items()]
        if found and default:
            found.append(Alternate(tag="x-default", url=site.absolute(default)))
        site.memo.alternates[name] = found
    return site.memo.alternates[name]


def facing(site: Site, exists: Mapping[str, str], default: str) -> tuple[tuple[str, str], ...]:
    """The alternates as a sheet names them."""
    return tuple((other["tag"], other["url"]) for other in alternates(site, exists, default))


def jsonld(site: Site, frame: Frame, crumbs: Sequence[Link]) -> str:
    """A graph of the thing that the page is about and the way to it, safe inside a script element."""
    graph: list[Mapping[str, Any]] = [frame.data] if frame.data else []
    if len(crumbs) > 1:
        trail = [site.absolute(urls.home(frame.lang)), *(site.absolute(url) for _, url in frame.trail), site.absolute(frame.url)]
        items = [
            {"@type": "ListItem", "position": place, "name": crumb["title"]["text"], "item": url}
            for place, (crumb, url) in enumerate(zip(crumbs, trail, strict=True), 1)
        ]
        graph.append({"@type": "BreadcrumbList", "itemListElement": items})
    if not graph:
        return ""
    text = as_json({"@context": "https://schema.org", "@graph": graph})
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def breadcrumbs(site: Site, frame: Frame) -> list[Link]:
    title = site_view(site, frame.lang)["title"]
    if frame.url == urls.home(frame.lang):
        return [Link(title=title, url="")]
    steps = [Link(title=title, url=site.href(urls.home(frame.lang)))]
    steps += [Link(title=name, url=site.href(url)) for name, url in frame.trail]
    return [*steps, Link(title=spoken(frame.title, frame.tag), url="")]


def switcher(site: Site, frame: Frame) -> list[LanguageLink]:
    """Every language of the site: this page in it, or plainly not available and the nearest page that is."""
    links = []
    for code, language in site.languages.items():
        exists = code in frame.exists or code == frame.lang
        url = frame.exists.get(code) or frame.nearest.get(code) or (frame.url if code == frame.lang else urls.home(code))
        state: Literal["here", "there", "absent"] = "here" if code == frame.lang else "there" if exists else "absent"
        links.append(LanguageLink(code=code, tag=language.tag, name=language.name, url=site.href(url), state=state))
    return links


@once
def site_view(site: Site, lang: str) -> SiteView:
    settings = site.library.settings
    foot = settings.footer
    digits = "".join(sign for sign in foot.police if sign.isdecimal())
    return SiteView(
        title=site.said(settings.title, lang),
        tagline=site.maybe(settings.tagline, lang),
        home=site.href(urls.home(lang)),
        sample=settings.noindex,
        assets={name: site.href(url) for name, url in site.assets.items()},
        footer=Footer(
            host=site.maybe(foot.host, lang),
            operator=site.maybe(foot.operator, lang),
            contact=site.maybe(foot.contact, lang),
            note=site.maybe(foot.note, lang),
            site_code=foot.site_code,
            icp=foot.icp,
            police=foot.police,
            police_url=POLICE + digits if digits else "",
            pages=foot_pages(site, lang),
        ),
        root=site.href("/"),
    )


def foot_pages(site: Site, lang: str) -> list[Link]:
    """Pages that no menu leads to, so that each can be found."""
    kinds, named = site.library.settings.kinds, {menu_key(site, item.target) for item in site.library.settings.menu}
    keys = (key for kind, held in site.held.items() if kinds[kind].model == "pages" for key in held if key not in named)
    return [
        Link(title=spoken(site.title(key, lang)), url=site.href(site.editions.own(key, lang)))
        for key in in_order(site, keys)
        if site.editions.exists(key, lang)
    ]


def menu(site: Site, lang: str, url: str) -> list[MenuLink]:
    """The items of `site.yaml`; an entry that has no edition in this language leaves its menu: no menu leads into another language."""
    return [MenuLink(title=title, url=site.href(place), here=is_here(url, place, lang)) for title, place in menu_items(site, lang)]


def is_here(url: str, place: str, lang: str) -> bool:
    return url == place or (url.startswith(place) and place != urls.home(lang))


@once
def menu_items(site: Site, lang: str) -> list[tuple[str, str]]:
    """Title and site-relative URL of each item."""
    return [
        (site.said(item.title, lang)["text"] if item.title else menu_title(site, item.target, lang), place)
        for item in site.library.settings.menu or default_menu(site)
        if (place := menu_url(site, item.target, lang))
    ]


def default_menu(site: Site) -> list[MenuItem]:
    place = site.library.settings.title.place
    names = [name for name, kind in site.library.settings.kinds.items() if kind.model != "pages" and has_list(site, name)]
    names += [vocabulary for vocabulary in ("series", "topics") if site.library.terms.get(vocabulary)]
    about = any(Key(name, "about") in site.library.entries for name, kind in site.library.settings.kinds.items() if kind.model == "pages")
    return [MenuItem(name, place) for name in [*names, *(["about"] if about else [])]]


def has_list(site: Site, name: str) -> bool:
    """Whether pages of lists are made for a kind: where the project has any entry of it, or its menu names it."""
    return name in site.held or any(item.target == name for item in site.library.settings.menu)


def menu_url(site: Site, target: str, lang: str) -> str:
    if target in ("series", "topics"):
        return urls.listing(lang, target) if site.library.terms.get(target) else ""
    kinds = site.library.settings.kinds
    if target in kinds and kinds[target].model != "pages":
        return urls.listing(lang, target)
    key = menu_key(site, target)
    return site.editions.own(key, lang) if key and site.editions.exists(key, lang) else ""


def menu_key(site: Site, target: str) -> Key | None:
    kind, _, slug = target.rpartition("/")
    names = [kind] if kind else [name for name, kind in site.library.settings.kinds.items() if kind.model == "pages"]
    return next((Key(name, slug) for name in names if Key(name, slug) in site.library.entries), None)


def menu_title(site: Site, target: str, lang: str) -> str:
    """The words for a menu item: of a kind or vocabulary, else of the entry."""
    key = menu_key(site, target)
    if key:
        return site.title(key, lang)
    return site.kind_title(target, lang)["text"]
