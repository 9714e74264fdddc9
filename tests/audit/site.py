"""A built site as a visitor's tools see it: files, pages and addresses. Knows nothing of the generator."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import lxml.html
from lxml.html import HtmlElement


class Fault(NamedTuple):
    check: str
    file: str
    detail: str

    def __str__(self) -> str:
        return f"{self.file}: {self.check}: {self.detail}"


@dataclass(frozen=True)
class Page:
    path: str
    url: str
    source: str
    tree: HtmlElement

    def all(self, xpath: str) -> list[str]:
        return [str(found) for found in self.tree.xpath(xpath)]

    def first(self, xpath: str) -> str:
        return next(iter(self.all(xpath)), "").strip()

    def elements(self, xpath: str) -> list[HtmlElement]:
        return list(self.tree.xpath(xpath))

    @cached_property
    def lang(self) -> str:
        return self.first("/html/@lang")

    @cached_property
    def canonical(self) -> str:
        return self.first("/html/head/link[@rel='canonical']/@href")

    @cached_property
    def noindex(self) -> bool:
        return "noindex" in self.first("/html/head/meta[@name='robots']/@content")

    @cached_property
    def redirect(self) -> str:
        """Where a meta refresh leads, absolute; empty for other pages."""
        content = self.first("//meta[translate(@http-equiv, 'REFSH', 'refsh')='refresh']/@content")
        return urljoin(self.url, content.partition("=")[2].strip(" '\"")) if content else ""

    @cached_property
    def alternates(self) -> dict[str, str]:
        links = self.elements("/html/head/link[@rel='alternate'][@hreflang]")
        return {str(link.get("hreflang")): str(link.get("href")) for link in links}

    @cached_property
    def ids(self) -> list[str]:
        return self.all("//@id")

    @property
    def real(self) -> bool:
        """A page for readers in its own right: not a redirect, a stub, a copy of another page or a 404."""
        return not self.redirect and self.canonical == self.url and bool(self.alternates)


class Site:
    """The folder, and the address under which it will be published (with its closing slash)."""

    def __init__(self, folder: Path, base_url: str) -> None:
        self.folder, self.base = folder, base_url
        self.files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
        self.pages = {path: self._page(path) for path in sorted(self.files) if path.endswith(".html")}

    def _page(self, path: str) -> Page:
        data = (self.folder / path).read_bytes()
        url = self.base + (path[: -len("index.html")] if path.endswith("index.html") else path)
        tree = lxml.html.document_fromstring(data, parser=lxml.html.HTMLParser(encoding="utf-8"))
        return Page(path, url, data.decode("utf-8", "replace"), tree)

    def readers(self) -> Iterator[Page]:
        """Every page but the redirects."""
        return (page for page in self.pages.values() if not page.redirect)

    def own(self, url: str) -> bool:
        """Whether an absolute URL is on the site's host."""
        here, there = urlsplit(self.base), urlsplit(url)
        return (here.scheme, here.netloc) == (there.scheme, there.netloc)

    def file(self, url: str) -> str | None:
        """The file that an absolute URL of this site is served from, or None where nothing is."""
        address = urldefrag(url).url.partition("?")[0]
        if not address.startswith(self.base):
            return None
        path = unquote(address[len(self.base) :])
        path = f"{path}index.html" if path == "" or path.endswith("/") else path
        return path if path in self.files else None

    def target(self, url: str) -> Page | None:
        return self.pages.get(self.file(url) or "")

    @cached_property
    def languages(self) -> dict[str, str]:
        """The languages of the site, BCP 47 tag → URL of the home page, as the chooser at the root lists them."""
        chooser = self.pages.get("index.html")
        links = chooser.elements("//body//a[@hreflang]") if chooser else []
        return {str(link.get("hreflang")): urljoin(self.base, str(link.get("href"))) for link in links}

    def text(self, path: str) -> str:
        return (self.folder / path).read_text("utf-8")
