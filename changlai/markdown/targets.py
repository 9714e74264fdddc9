"""Where a link or an image may lead, and what is wrong with the address as it was typed."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

import mdurl
from markdown_it.common.normalize_url import normalizeLink

EXTERNAL = ("https", "http", "mailto", "tel")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_MAIL = re.compile(r"[^/@\s:]+@[^/@\s:]+\.[A-Za-z]{2,}")
_WIDE_SCHEME = re.compile(r"(?:https?|mailto|tel)：", re.IGNORECASE)
_NORMAL = re.compile(r"https?://[a-z0-9]{1,30}(?:[.-][a-z0-9]{1,30}){1,7}(?:/[A-Za-z0-9._-]*)*")  # by the library's own account


class Target(NamedTuple):
    """`href` is ready for the attribute where the target is external, and as written where the plan must find it."""

    kind: Literal["external", "internal", "refused"]
    href: str
    code: str = ""  # of what is wrong with it
    scheme: str = ""


def link(written: str, refs: frozenset[str]) -> Target:
    url = written.strip()
    if not url:
        return Target("refused", "", "link-empty")
    if _CONTROL.search(url):
        return Target("refused", url, "link-control")
    found = _SCHEME.match(url)
    if found:
        return _with_scheme(url, found[1].lower(), refs)
    if _WIDE_SCHEME.match(url):
        return Target("refused", url, "link-wide")
    if url.lower().startswith("www.") or _MAIL.fullmatch(url):
        return Target("refused", url, "link-no-scheme")
    return _relative(url)


def image(written: str, refs: frozenset[str]) -> Target:
    """An image is a file of this site: nothing is fetched from another host."""
    target = link(written, refs)
    if target.kind == "external" or target.code == "link-host":
        return Target("refused", target.href, "image-remote")
    if is_reference(target):
        return Target("refused", target.href, "image-reference")
    return target


def is_reference(target: Target) -> bool:
    """Does it name an entry: city:paks?"""
    return target.kind == "internal" and bool(_SCHEME.match(target.href))


def _with_scheme(url: str, scheme: str, refs: frozenset[str]) -> Target:
    if scheme in refs:
        return Target("internal", _decoded(scheme + url[len(scheme) :]))
    if scheme not in EXTERNAL:
        return Target("refused", url, "link-scheme", scheme)
    rest = url[len(scheme) + 1 :]
    if scheme in ("http", "https") and not re.match(r"//[^/?#\\\s]", rest):
        return Target("refused", url, "link-host-missing")
    return Target("external", url if _NORMAL.fullmatch(url) else normalizeLink(url))


def _relative(url: str) -> Target:
    """A path of this site. Windows writes it with backslashes, which a browser would take for slashes as well."""
    path = url.replace("\\", "/")
    if path.startswith("//"):
        return Target("refused", url, "link-host")
    return Target("internal", _decoded(path), "link-backslash" if path != url else "")


def _decoded(url: str) -> str:
    """As one would write it by hand; escapes that would change the meaning of the path stay."""
    return mdurl.decode(url, mdurl.DECODE_DEFAULT_CHARS + "%") if "%" in url else url
