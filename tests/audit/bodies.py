"""What stands in the body: inline code, images, ids, headings, nesting, the switcher."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

from tests.audit.site import Fault, Page, Site

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
REFERRING = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers", "list")


def inline(site: Site) -> Iterator[Fault]:
    """A strict content security policy lets none of these in."""
    for page in site.pages.values():
        for script in page.elements("//script[not(@src)]"):
            if script.get("type") != "application/ld+json":
                yield Fault("inline", page.path, "a script in the page")
        if page.elements("//style") or page.elements("//@style"):
            yield Fault("inline", page.path, "style in the page")
        for name in sorted({str(name) for element in page.tree.iter() for name in element.attrib if str(name).startswith("on")}):
            yield Fault("inline", page.path, f"an {name} attribute")
        if page.elements("//iframe | //embed | //object"):
            yield Fault("inline", page.path, "a frame")


def images(site: Site) -> Iterator[Fault]:
    for page in site.pages.values():
        for image in page.elements("//img"):
            name = image.get("src")
            if image.get("alt") is None:
                yield Fault("image", page.path, f"{name} has no alt")
            if not all((image.get(side) or "").isdecimal() for side in ("width", "height")):
                yield Fault("image", page.path, f"{name} has no width and height")


def ids(site: Site) -> Iterator[Fault]:
    for page in site.pages.values():
        for name, count in Counter(page.ids).items():
            if count > 1 or not name or name.split() != [name]:
                yield Fault("id", page.path, f"id {name!r} stands {count} times")
        for attribute in REFERRING:
            for name in " ".join(page.all(f"//@{attribute}")).split():
                if name not in page.ids:
                    yield Fault("id", page.path, f"{attribute} names {name}, which does not exist")


def headings(site: Site) -> Iterator[Fault]:
    for page in site.readers():
        level = 0
        for heading in page.elements("//h1 | //h2 | //h3 | //h4 | //h5 | //h6"):
            here = int(heading.tag[1])
            if here > level + 1:
                yield Fault("heading", page.path, f"h{here} after h{level}")
            if not heading.text_content().strip():
                yield Fault("heading", page.path, f"an empty h{here}")
            level = here


def names(site: Site) -> Iterator[Fault]:
    """Links and buttons that a screen reader could not name."""
    for page in site.pages.values():
        for element in page.elements("//a[@href] | //button"):
            said = element.text_content().strip() or element.get("aria-label") or "".join(map(str, element.xpath(".//img/@alt")))
            if not said.strip():
                yield Fault("name", page.path, f"<{element.tag} href={element.get('href')}> has no name")


def switcher(site: Site) -> Iterator[Fault]:
    """On every page: the present language marked and not a link, each other one a link that names its language."""
    for page in site.readers():
        if page.url == site.base:
            continue
        offered = set(page.all("//nav//a[@hreflang]/@hreflang")) | set(page.all("//nav//a[@href]//@lang"))
        here = set(page.all("//nav//*[@aria-current][not(self::a)]/@lang"))
        if page.lang not in here:
            yield Fault("switcher", page.path, f"{page.lang} is not marked as the present language")
        for tag in sorted(site.languages.keys() - offered - {page.lang}):
            yield Fault("switcher", page.path, f"no link to {tag}")
        for tag, url in page.alternates.items():
            if tag not in {page.lang, "x-default"} and not _leads(page, tag, url):
                yield Fault("switcher", page.path, f"the link to {tag} does not lead to {url}")


def _leads(page: Page, tag: str, url: str) -> bool:
    path = url.split("/", 3)[3]
    return any(str(href).endswith("/" + path) for href in page.all(f"//nav//a[@hreflang='{tag}']/@href"))


class _Nesting(HTMLParser):
    """Elements that are closed in another order than they were opened. Every one is expected to be closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        repeated = [name for name, count in Counter(name for name, _ in attrs).items() if count > 1]
        if repeated:
            self.faults.append(f"<{tag}> has {repeated[0]} twice")
        if tag == "p" and "p" in self.open:
            self.faults.append("a paragraph in a paragraph")
        if tag == "a" and "a" in self.open:
            self.faults.append("a link in a link")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<path … />` of an inline drawing."""

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.faults.append(f"</{tag}> closes {self.open[-1] if self.open else 'nothing'}")
            if tag in self.open:
                del self.open[len(self.open) - 1 - self.open[::-1].index(tag) :]


def nesting(site: Site) -> Iterator[Fault]:
    for page in site.pages.values():
        parser = _Nesting()
        parser.feed(page.source)
        parser.close()
        for detail in [*parser.faults, *(f"<{tag}> is not closed" for tag in parser.open)]:
            yield Fault("nesting", page.path, detail)
        if not page.source.lstrip().lower().startswith("<!doctype html>"):
            yield Fault("nesting", page.path, "no doctype")


CHECKS = (inline, images, ids, headings, names, switcher, nesting)
