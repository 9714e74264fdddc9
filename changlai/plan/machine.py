"""What programs read: feeds, sitemap, robots, and the files of hosts.

feed.xml       feed: {id, title, author, url, self, updated, tag, entries: [{id, title, url, updated, published, summary, tag}]}
sitemap.xml    urls: [{url, alternates: [{tag, url}]}]
robots.txt     sitemap: absolute URL, or "" where nothing is to be indexed
_redirects, .htaccess   base, moves: [{source, target}], languages: [{code, not_found}], default_404
_headers       base
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from changlai.model import Date, Key, Made, Sheet
from changlai.plan import urls
from changlai.plan.site import Site

ENTRIES = 50  # a reader that comes by once a month misses nothing
EPOCH = Date(2000)


def feeds(site: Site) -> Iterator[Sheet]:
    """One of each language, one of each city in each language in which the city has a page."""
    for lang in site.editions.codes:
        shelf = site.shelves[lang]
        yield feed(site, urls.home(lang), lang, None, shelf.stories)
        for key in site.library.entries:
            if site.library.settings.kinds[key.kind].model == "cities" and site.editions.exists(key, lang):
                yield feed(site, site.editions.own(key, lang), lang, key, shelf.by_name.get(("cities", key.slug), ()))


def feed(site: Site, page: str, lang: str, city: Key | None, keys: Iterable[Key], url: str = "") -> Sheet:
    """The stories of `keys` that exist in `lang` and carry a date; `url` where the feed still answers at an address of before."""
    told = tuple(islice((key for key in keys if site.editions.exists(key, lang) and site.library.entries[key].date), ENTRIES))
    own = url or urls.feed(page)
    return Sheet(urls.output(own), own, "feed.xml", lang, make_feed, (page, lang, city, told), shows=told, real=not url)


def make_feed(site: Site, page: str, lang: str, city: Key | None, told: Sequence[Key], title: str = "") -> Made:
    author = site.said(site.library.settings.title, lang)["text"]
    named = site.word("feed-city", lang, site=author, name=site.title(city, lang)) if city else title or author
    entries = [feed_entry(site, key, lang) for key in told]
    view = {
        "feed": {
            "id": tag_uri(site, page),
            "title": named,
            "author": author,
            "url": site.absolute(page),
            "self": site.absolute(urls.feed(page)),
            "updated": max((entry["updated"] for entry in entries), default=stamp(EPOCH)),
            "tag": site.tag(lang),
            "entries": entries,
        }
    }
    return Made(view)


def gone_feed(site: Site, url: str, lang: str) -> Sheet:
    """What a feed that is no more says to those who still ask for it."""
    args = (url.removesuffix("feed.xml"), lang, None, (), site.word("gone", lang))
    return Sheet(urls.output(url), url, "feed.xml", lang, make_feed, args, real=False)


def feed_entry(site: Site, key: Key, lang: str) -> dict[str, Any]:
    entry, text = site.library.entries[key], site.library.entries[key].editions[lang]
    published = entry.date or EPOCH
    changed = max(published, text.updated or entry.updated or published)
    own = site.editions.own(key, lang)
    return {
        "id": tag_uri(site, own),
        "title": site.title(key, lang),
        "url": site.absolute(own),
        "published": stamp(published),
        "updated": stamp(changed),
        "summary": site.summary(key, lang),
        "authors": list(entry.authors),
    }


def tag_uri(site: Site, url: str) -> str:
    """A name for ever (RFC 4151): it follows from the site and the address within it, never from title or host of the day."""
    return f"tag:{site.library.settings.feed_id}:{url}"


def stamp(day: Date) -> str:
    """RFC 3339; a date that is known to the month or year counts from its first day."""
    return f"{day.year:04}-{day.month or 1:02}-{day.day or 1:02}T00:00:00Z"


def sitemap(site: Site, sheets: Iterable[Sheet]) -> Sheet:
    """Every page that may be indexed, with the alternates of its own head."""
    listed = tuple((sheet.canonical, sheet.alternates) for sheet in sheets if sheet.alternates)
    return Sheet("sitemap.xml", "/sitemap.xml", "sitemap.xml", site.library.settings.source, make_sitemap, (listed,), real=False)


def make_sitemap(site: Site, listed: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> Made:
    rows = [{"url": url, "alternates": [{"tag": tag, "url": other} for tag, other in alternates]} for url, alternates in listed]
    return Made({"urls": rows})


def robots(site: Site) -> Sheet:
    return Sheet("robots.txt", "/robots.txt", "robots.txt", site.library.settings.source, make_robots, real=False)


def make_robots(site: Site) -> Made:
    # A site that is not to be indexed says so on each page; a crawler kept out of the pages would never read that.
    return Made({"sitemap": f"{site.library.settings.base_url}sitemap.xml"})


def host_files(site: Site, moves: Sequence[tuple[str, str]]) -> Iterator[Sheet]:
    for name in ("_redirects", "_headers", ".htaccess"):
        yield Sheet(name, f"/{name}", name, site.library.settings.source, make_host_file, (tuple(sorted(moves)),), real=False)


def make_host_file(site: Site, moves: Sequence[tuple[str, str]]) -> Made:
    view = {
        "base": site.base,
        "moves": [{"source": site.href(source), "target": reach(site, target)} for source, target in moves],
        "languages": [{"code": code, "not_found": site.href(f"/{code}/404.html")} for code in site.editions.codes],
        "default_404": site.href("/404.html"),
    }
    return Made(view)


def reach(site: Site, target: str) -> str:
    return target if urlsplit(target).scheme else site.href(target)
