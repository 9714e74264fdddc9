"""What every page is called. Site-relative: begins and ends with a slash, knows no host and no folder of a host."""

from __future__ import annotations

from urllib.parse import quote, unquote, urlsplit

from changlai.model import Key, Kind


def home(lang: str) -> str:
    return f"/{lang}/"


def listing(lang: str, name: str, page: int = 1) -> str:
    """Of a kind, `series`, `topics`, or `series/<id>`."""
    return f"/{lang}/{name}/" if page == 1 else f"/{lang}/{name}/page/{page}/"


def term(lang: str, vocabulary: str, name: str, page: int = 1) -> str:
    return listing(lang, f"{vocabulary}/{name}", page)


def entry(lang: str, key: Key, kind: Kind) -> str:
    return f"/{lang}/{key.slug}/" if kind.model == "pages" else f"/{lang}/{key.kind}/{key.slug}/"


def parallel(page: str, source: str) -> str:
    """Of a translation beside its source."""
    return f"{page}with/{source}/"


def feed(page: str) -> str:
    return f"{page}feed.xml"


def media(key: Key, file: str) -> str:
    return f"/media/{key.kind}/{key.slug}/{quote(file)}"


def output(url: str) -> str:
    """The file that serves `url`: a server undoes %-signs before it looks for one."""
    plain = unquote(url)
    path = url if set(plain.split("/")) & {".", ".."} or not plain.isprintable() or "\\" in plain else plain
    return f"{path[1:]}index.html" if path.endswith("/") else path[1:]


def base_path(base_url: str) -> str:
    """The path of the site on its host, without the closing slash: `` or `/a/b`."""
    return urlsplit(base_url).path.rstrip("/")
