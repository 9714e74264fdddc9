"""Where things lead: links, fragments, assets, what leaves the host, what nobody can reach."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from lxml.html import HtmlElement

from tests.audit.site import Fault, Page, Site

LOADED = ("src", "poster", "data", "background", "action", "formaction", "manifest", "ping")
LOADING_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "manifest", "apple-touch-icon"}
CSS_URL = re.compile(r"""url\(\s*['"]?([^'")]+)['"]?\s*\)|@import\s+['"]([^'"]+)['"]""")


def loaded(page: Page) -> Iterator[str]:
    """Everything that a browser fetches by itself to show the page."""
    for name in LOADED:
        yield from page.all(f"//@{name}")
    for value in page.all("//@srcset | //@imagesrcset"):
        yield from (part.split()[0] for part in value.split(",") if part.strip())
    for link in page.elements("//link[@href]"):
        if LOADING_LINKS & set(str(link.get("rel")).split()):
            yield str(link.get("href"))
    yield from (value for value in page.all("//*[local-name()='use' or local-name()='image']/@*[local-name()='href']"))


def assets(site: Site) -> Iterator[Fault]:
    for page in site.pages.values():
        for written in loaded(page):
            url = urljoin(page.url, written)
            if written.startswith("#"):
                if unquote(written[1:]) not in page.ids:
                    yield Fault("fragment", page.path, f"{written} does not exist")
            elif not site.own(url):
                yield Fault("third-party", page.path, f"{written} is fetched from another host")
            elif site.file(url) is None:
                yield Fault("asset", page.path, f"{written} does not exist")


def styles(site: Site) -> Iterator[Fault]:
    for path in sorted(site.files):
        if path.endswith(".css"):
            for match in CSS_URL.finditer(site.text(path)):
                written = match[1] or match[2]
                url = urljoin(site.base + path, written)
                if not site.own(url):
                    yield Fault("third-party", path, f"{written} is fetched from another place")
                elif site.file(url) is None:
                    yield Fault("asset", path, f"{written} does not exist")


def links(site: Site) -> Iterator[Fault]:
    for page in site.pages.values():
        for link in page.elements("//a[@href] | //area[@href] | /html/head/link[@rel='alternate'][@href]"):
            yield from _link(site, page, link)


def _link(site: Site, page: Page, link: HtmlElement) -> Iterator[Fault]:
    written = str(link.get("href"))
    url, fragment = urldefrag(urljoin(page.url, written))
    if urlsplit(url).scheme not in {"https", "http", "mailto", "tel"}:
        yield Fault("link", page.path, f"{written} has a scheme that is not let in")
    if not site.own(url):
        return
    if site.file(url) is None:
        yield Fault("link", page.path, f"{written} does not exist")
        return
    target = site.target(url)
    if target is None:
        return
    if fragment and unquote(fragment) not in target.ids:
        yield Fault("fragment", page.path, f"{written} names an id that does not exist")
    if target.redirect:
        yield Fault("link", page.path, f"{written} is a redirect")
    said = link.get("hreflang")
    if link.tag == "a" and said and said != target.lang:
        yield Fault("wrong-language", page.path, f"{written} says {said} and leads to a page in {target.lang}")
    if link.tag == "a" and not said and target.lang != page.lang and target.url != site.base and not page.redirect:
        yield Fault("wrong-language", page.path, f"{written} leads to {target.lang} without a word")


def redirects(site: Site) -> Iterator[Fault]:
    for page in site.pages.values():
        if not page.redirect:
            continue
        if page.canonical != urldefrag(page.redirect).url:
            yield Fault("redirect", page.path, f"canonical is {page.canonical}, not {page.redirect}")
        if not page.noindex:
            yield Fault("redirect", page.path, "not noindex")
        if page.redirect not in {urljoin(page.url, href) for href in page.all("//body//a/@href")}:
            yield Fault("redirect", page.path, "no visible link to where it leads")
        target = site.target(page.redirect)
        if site.own(page.redirect) and (site.file(page.redirect) is None or (target and target.redirect)):
            yield Fault("redirect", page.path, f"{page.redirect} is no page")


def reach(site: Site) -> Iterator[Fault]:
    """Every page for readers can be reached from the root by links in the pages."""
    waiting, seen = ["index.html"], set()
    while waiting:
        path = waiting.pop()
        if path in seen or path not in site.pages:
            continue
        seen.add(path)
        page = site.pages[path]
        waiting += [site.file(urljoin(page.url, href)) or "" for href in page.all("//body//a/@href")]
    for path, page in site.pages.items():
        if page.real and path not in seen:
            yield Fault("unreachable", path, "no link leads here from the root")


CHECKS = (assets, styles, links, redirects, reach)
