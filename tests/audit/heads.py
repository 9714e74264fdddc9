"""What a page says of itself to machines: language, title, canonical, hreflang, Open Graph, JSON-LD."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from tests.audit.site import Fault, Page, Site

TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-[0-9]{3})?")
TONGUES = "//article/descendant-or-self::*/@lang"
BESIDE = re.compile(r"(?<=/)with/[a-z-]+/$")
LOCALE = re.compile(r"[a-z]{2,3}_[A-Z]{2}")


def basics(site: Site) -> Iterator[Fault]:
    for page in site.pages.values():
        if not TAG.fullmatch(page.lang):
            yield Fault("lang", page.path, f"<html lang={page.lang!r}>")
        if not page.first("/html/head/title/text()"):
            yield Fault("title", page.path, "no title")
        if page.first("/html/head/meta/@charset").lower() != "utf-8":
            yield Fault("charset", page.path, "the charset is not said")
    for page in site.readers():
        headings = len(page.elements("//h1"))
        if headings != 1:
            yield Fault("h1", page.path, f"{headings} h1")
        if not page.first("/html/head/meta[@name='description']/@content"):
            yield Fault("description", page.path, "no description")
        if "width=device-width" not in page.first("/html/head/meta[@name='viewport']/@content"):
            yield Fault("viewport", page.path, "no viewport for phones")
        if len(page.elements("//main")) != 1:
            yield Fault("main", page.path, "not exactly one main")


def titles(site: Site) -> Iterator[Fault]:
    """Two pages of one language that a tab or a list of results cannot tell apart."""
    for (lang, title), count in Counter((page.lang, page.first("/html/head/title/text()")) for page in site.readers() if page.real).items():
        if count > 1:
            yield Fault("title", lang, f"{count} pages are called {title!r}")


def canonical(site: Site) -> Iterator[Fault]:
    for page in site.readers():
        links = page.all("/html/head/link[@rel='canonical']/@href")
        if page.path.endswith("404.html") and not links:
            continue  # served at any address
        if len(links) != 1 or not re.match("https?://", page.canonical):
            yield Fault("canonical", page.path, f"canonical is {links}")
        elif page.canonical != page.url and not _copy(site, page):
            yield Fault("canonical", page.path, f"canonical is {page.canonical}")


def _copy(site: Site, page: Page) -> bool:
    """A page that shows, marked as such, the text of another: the article's language is that of the page it names."""
    original = site.target(page.canonical)
    return original is not None and original.canonical == original.url and original.lang in page.all(TONGUES)


def beside(site: Site) -> Iterator[Fault]:
    """A page that has a translation beside its source: both are there, it is found from the plain page, and no program is led to it."""
    for page in site.readers():
        if not BESIDE.search(page.url):
            continue
        original = site.target(page.canonical)
        if original is None or not original.real or page.canonical != BESIDE.sub("", page.url):
            yield Fault("beside", page.path, f"canonical is {page.canonical}")
        elif page.url not in {urljoin(original.url, href) for href in original.all("//main//a/@href")}:
            yield Fault("beside", page.path, "its plain page does not lead here")
        if not page.noindex:
            yield Fault("beside", page.path, "not noindex")
        if page.alternates:
            yield Fault("beside", page.path, "it names other editions")
        if len({*page.all("//article//div/@lang")}) != 2:
            yield Fault("beside", page.path, "not two languages")


def hreflang(site: Site) -> Iterator[Fault]:
    for page in site.pages.values():
        if not page.alternates:
            continue
        if page.redirect or page.canonical != page.url:
            yield Fault("hreflang", page.path, "alternates on a page that is not an edition")
        if len(page.alternates) != len(page.elements("/html/head/link[@rel='alternate'][@hreflang]")):
            yield Fault("hreflang", page.path, "a language twice")
        if page.url not in page.alternates.values():
            yield Fault("hreflang", page.path, "does not name itself")
        if "x-default" not in page.alternates:
            yield Fault("hreflang", page.path, "no x-default")
        for tag, url in page.alternates.items():
            yield from _alternate(site, page, tag, url)
    for tag, url in site.languages.items():
        home = site.target(url)
        if home is None or not home.real:
            yield Fault("hreflang", "index.html", f"the home page of {tag} is no edition")


def _alternate(site: Site, page: Page, tag: str, url: str) -> Iterator[Fault]:
    other = site.target(url)
    if other is None or other.redirect:
        yield Fault("hreflang", page.path, f"{tag} leads to {url}, which is no page")
    elif tag != "x-default" and other.lang != tag:
        yield Fault("hreflang", page.path, f"{tag} leads to a page in {other.lang}")
    elif other.alternates != page.alternates and not (tag == "x-default" and other.url == site.base):
        yield Fault("hreflang", page.path, f"{other.path} names other editions")


def robots(site: Site) -> Iterator[Fault]:
    """A site that asks not to be indexed asks it on every page."""
    root = site.pages.get("index.html")
    for page in site.pages.values():
        if root and root.noindex and not page.noindex:
            yield Fault("robots", page.path, "not noindex, as the rest of the site is")


def social(site: Site) -> Iterator[Fault]:
    locales: dict[str, set[str]] = {}
    for page in site.readers():
        if not page.real or page.url == site.base:
            continue
        locale = page.first("/html/head/meta[@property='og:locale']/@content")
        locales.setdefault(page.lang, set()).add(locale)
        if not LOCALE.fullmatch(locale):
            yield Fault("og", page.path, f"og:locale is {locale!r}")
        if page.first("/html/head/meta[@property='og:url']/@content") != page.canonical:
            yield Fault("og", page.path, "og:url is not the canonical URL")
        if not page.first("/html/head/meta[@property='og:title']/@content"):
            yield Fault("og", page.path, "no og:title")
        others = len({url for tag, url in page.alternates.items() if tag != "x-default"}) - 1
        if len(set(page.all("/html/head/meta[@property='og:locale:alternate']/@content")) - {locale}) != others:
            yield Fault("og", page.path, "og:locale:alternate does not match hreflang")
        for image in page.all("/html/head/meta[@property='og:image']/@content"):
            if site.file(image) is None:
                yield Fault("og", page.path, f"og:image {image} does not exist")
    for lang, found in locales.items():
        if len(found) > 1:
            yield Fault("og", lang, f"og:locale differs between pages: {sorted(found)}")


def jsonld(site: Site) -> Iterator[Fault]:
    for page in site.readers():
        for text in page.all("//script[@type='application/ld+json']/text()"):
            try:
                data = json.loads(text)
            except ValueError as error:
                yield Fault("json-ld", page.path, str(error))
                continue
            for name, value in _values(data):
                yield from _statement(site, page, name, value)


def _values(data: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(data, dict):
        yield from (found for key, value in data.items() for found in _values(value, key))
    elif isinstance(data, list):
        yield from (found for value in data for found in _values(value, name))
    else:
        yield name, data


def _statement(site: Site, page: Page, name: str, value: Any) -> Iterator[Fault]:
    # Behind -t- stands what a text was made from, and how (RFC 6497).
    if name == "inLanguage" and str(value).partition("-t-")[0] not in {page.lang, *page.all(TONGUES)}:
        yield Fault("json-ld", page.path, f"inLanguage {value} on a page in {page.lang}")
    if value in (None, ""):
        yield Fault("json-ld", page.path, f"{name} is empty")
    if name in {"url", "item", "image", "contentUrl", "mainEntityOfPage"} and not re.match("https?://", str(value)):
        yield Fault("json-ld", page.path, f"{name} {value} is not absolute")
    elif isinstance(value, str) and name != "sameAs" and site.own(value) and site.file(value) is None:
        yield Fault("json-ld", page.path, f"{name} {value} does not exist")


CHECKS = (basics, titles, canonical, beside, hreflang, robots, social, jsonld)
