"""Files for machines: sitemap, feeds, robots.txt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from lxml import etree

from tests.audit.site import Fault, Site

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
TAG_URI = re.compile(r"tag:[a-z0-9.-]+,\d{4}(-\d\d){0,2}:\S+")


def _xml(site: Site, path: str) -> etree._Element | None:
    try:
        return etree.fromstring((site.folder / path).read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return None


def sitemap(site: Site) -> Iterator[Fault]:
    root = _xml(site, "sitemap.xml") if "sitemap.xml" in site.files else None
    if root is None or root.tag != f"{MAP}urlset":
        yield Fault("sitemap", "sitemap.xml", "missing, or not well-formed")
        return
    listed: dict[str, dict[str, str]] = {}
    for url in root.iter(f"{MAP}url"):
        address = url.findtext(f"{MAP}loc", "")
        if address in listed:
            yield Fault("sitemap", "sitemap.xml", f"{address} stands twice")
        links = url.iter("{http://www.w3.org/1999/xhtml}link")
        listed[address] = {str(link.get("hreflang")): str(link.get("href")) for link in links}
        yield from _listed(site, address, listed[address], url.findtext(f"{MAP}lastmod"))
    chooser = site.pages.get("index.html")
    hidden = bool(chooser and chooser.noindex)
    wanted = {page.url for page in site.readers() if page.real and (hidden or not page.noindex)}
    if not hidden or listed:
        for address in sorted(wanted - listed.keys()):
            yield Fault("sitemap", "sitemap.xml", f"{address} is not listed")


def _listed(site: Site, address: str, alternates: dict[str, str], lastmod: str | None) -> Iterator[Fault]:
    page, root = site.target(address), site.pages.get("index.html")
    if page is None or page.redirect or page.path.endswith("404.html"):
        yield Fault("sitemap", "sitemap.xml", f"{address} is no page")
        return
    if page.canonical != address or (page.noindex and not (root and root.noindex)):
        yield Fault("sitemap", "sitemap.xml", f"{address} is not canonical or not to be indexed")
    if alternates != page.alternates:
        yield Fault("sitemap", "sitemap.xml", f"{address} has other alternates than its head")
    if lastmod is not None and not re.fullmatch(r"\d{4}-\d\d-\d\d(T.+)?", lastmod):
        yield Fault("sitemap", "sitemap.xml", f"lastmod {lastmod!r}")


def feeds(site: Site) -> Iterator[Fault]:
    names: Counter[str] = Counter()
    for path in sorted(path for path in site.files if path.endswith("feed.xml")):
        root = _xml(site, path)
        if root is None or root.tag != f"{ATOM}feed":
            yield Fault("feed", path, "not well-formed Atom")
            continue
        names[root.findtext(f"{ATOM}id", "")] += 1
        yield from _feed(site, path, root)
    for name, count in names.items():
        if count > 1:
            yield Fault("feed", "feed.xml", f"{count} feeds have the id {name}")


def _feed(site: Site, path: str, root: etree._Element) -> Iterator[Fault]:
    entries = list(root.iter(f"{ATOM}entry"))
    for name, count in Counter(item.findtext(f"{ATOM}id", "") for item in (root, *entries)).items():
        if count > 1:
            yield Fault("feed", path, f"the id {name!r} stands {count} times")
    if site.base + path not in {link.get("href") for link in root.findall(f"{ATOM}link[@rel='self']")}:
        yield Fault("feed", path, "does not name itself")
    if root.find(f"{ATOM}author") is None and any(entry.find(f"{ATOM}author") is None for entry in entries):
        yield Fault("feed", path, "an entry without author")
    for item in (root, *entries):
        yield from _item(site, path, item, str(root.get(XML_LANG)))


def _item(site: Site, path: str, item: etree._Element, lang: str) -> Iterator[Fault]:
    name = item.findtext(f"{ATOM}id", "")
    if not TAG_URI.fullmatch(name):
        yield Fault("feed", path, f"the id {name!r} is no tag URI")
    if not item.findtext(f"{ATOM}title", "").strip():
        yield Fault("feed", path, f"{name} has no title")
    for field in ("updated", "published"):
        date = item.findtext(f"{ATOM}{field}", "" if field == "updated" else None)
        if date is not None and not _rfc3339(date):
            yield Fault("feed", path, f"{field} of {name} is {date!r}")
    pages = [link.get("href", "") for link in item.findall(f"{ATOM}link") if link.get("rel", "alternate") == "alternate"]
    if not pages:
        yield Fault("feed", path, f"{name} leads nowhere")
    for url in pages:
        page = site.target(url)
        if page is None or page.redirect:
            yield Fault("feed", path, f"{url} does not exist")
        elif page.lang != lang:
            yield Fault("feed", path, f"{url} is in {page.lang}, the feed in {lang}")


def _rfc3339(date: str) -> bool:
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", date):
        return False
    try:
        datetime.fromisoformat(date)
    except ValueError:
        return False
    return True


def robots_file(site: Site) -> Iterator[Fault]:
    text = site.text("robots.txt") if "robots.txt" in site.files else ""
    if f"Sitemap: {site.base}sitemap.xml" not in text.splitlines():
        yield Fault("robots", "robots.txt", "does not name the sitemap")
    if re.search(r"(?m)^Disallow: */ *$", text):
        yield Fault("robots", "robots.txt", "keeps out the robots that should read noindex")


CHECKS = (sitemap, feeds, robots_file)
