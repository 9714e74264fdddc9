"""What programs read: feeds, sitemap, robots, and the files of hosts.

feed.xml       feed: {id, title, author, url, self, updated, tag, entries: [{id, title, url, updated, published, summary, tag}]}
sitemap.xml    urls: [{url, alternates: [{tag, url}]}]
robots.txt     sitemap: absolute URL, or "" where nothing is to be indexed
_redirects, .htaccess   base, moves: [{source, target}], languages: [{code, not_found}], default_404
_headers       base
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

from changlai.model import Date, Key, Page
from changlai.plan import urls
from changlai.plan.site import Site
from changlai.plan.stories import Shelf

ENTRIES = 50  # a reader that comes by once a month misses nothing
EPOCH = Date(2000)


def feeds(site: Site, shelves: dict[str, Shelf]) -> Iterator[Page]:
    """One of each language, one of each city in each language in which the city has a page."""
    for lang in site.editions.codes:
        title = site.said(site.library.settings.title, lang)["text"]
        yield feed(site, urls.home(lang), lang, title, shelves[lang].stories)
        for key in site.library.entries:
            if site.library.settings.kinds[key.kind].model == "cities" and site.editions.exists(key, lang):
                named = site.word("feed-city", lang, site=title, name=site.title(key, lang))
                yield feed(site, site.editions.own(key, lang), lang, named, shelves[lang].by_name.get(("cities", key.slug), ()))


def feed(site: Site, page: str, lang: str, title: str, keys: Iterable[Key], url: str = "") -> Page:
    """The stories of `keys` that exist in `lang` and carry a date; `url` where the feed still answers at an address of before."""
    told = [key for key in keys if site.editions.exists(key, lang) and site.library.entries[key].date][:ENTRIES]
    entries = [feed_entry(site, key, lang) for key in told]
    own = urls.feed(page)
    view = {
        "feed": {
            "id": tag_uri(site, page),
            "title": title,
            "author": site.said(site.library.settings.title, lang)["text"],
            "url": site.absolute(page),
            "self": site.absolute(own),
            "updated": max((entry["updated"] for entry in entries), default=stamp(EPOCH)),
            "tag": site.tag(lang),
            "entries": entries,
        }
    }
    return Page(urls.output(url or own), url or own, "feed.xml", lang, view, real=not url)


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


def sitemap(site: Site, pages: Sequence[Page]) -> Page:
    """Every page that may be indexed, with the alternates of its own head."""
    listed = [
        {"url": page.view["head"]["canonical"], "alternates": page.view["head"]["alternates"]}
        for page in pages
        if page.template.endswith(".html") and page.view["head"]["alternates"]
    ]
    return Page("sitemap.xml", "/sitemap.xml", "sitemap.xml", site.library.settings.source, {"urls": listed}, real=False)


def robots(site: Site) -> Page:
    settings = site.library.settings
    # A site that is not to be indexed says so on each page; a crawler kept out of the pages would never read that.
    return Page("robots.txt", "/robots.txt", "robots.txt", settings.source, {"sitemap": f"{settings.base_url}sitemap.xml"}, real=False)


def host_files(site: Site, moves: Sequence[tuple[str, str]]) -> Iterator[Page]:
    settings = site.library.settings
    view = {
        "base": urls.base_path(settings.base_url),
        "moves": [{"source": site.href(source), "target": reach(site, target)} for source, target in sorted(moves)],
        "languages": [{"code": code, "not_found": site.href(f"/{code}/404.html")} for code in site.editions.codes],
        "default_404": site.href("/404.html"),
    }
    for name in ("_redirects", "_headers", ".htaccess"):
        yield Page(name, f"/{name}", name, settings.source, view, real=False)


def reach(site: Site, target: str) -> str:
    return target if urlsplit(target).scheme else site.href(target)
