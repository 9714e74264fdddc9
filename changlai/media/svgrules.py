"""What a drawing may hold: it is shown as a picture, so nothing in it may act, move elsewhere or fetch."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

SVG, XLINK, XML, XHTML = (
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1999/xlink",
    "http://www.w3.org/XML/1998/namespace",
    "http://www.w3.org/1999/xhtml",
)
_ELEMENTS = """
    svg g defs symbol use title desc switch style view a
    path rect circle ellipse line polyline polygon text tspan textPath image
    marker pattern clipPath mask linearGradient radialGradient stop filter
    feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight
    feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset
    fePointLight feSpecularLighting feSpotLight feTile feTurbulence
    animate animateMotion animateTransform mpath set
"""
ELEMENTS = frozenset(_ELEMENTS.split())
ANIMATIONS = frozenset({"animate", "animateMotion", "animateTransform", "set"})
PICTURES = frozenset({"image", "feImage"})
DROPPED = frozenset({"metadata"})
RASTER = re.compile(r"data:image/(png|jpe?g|gif|webp|avif);base64,([A-Za-z0-9+/=\s]+)", re.IGNORECASE)

_NUMBER = r"[+-]?(?:\d{1,9}\.?\d{0,9}|\.\d{1,9})(?:[eE][+-]?\d{1,2})?"
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
_INNER_URL = re.compile(r"""url\(\s*(?:'#[^'()]*'|"#[^"()]*"|#[^'"()\s]*)\s*\)""", re.IGNORECASE)
_ACTIVE = re.compile(
    r"@import|@font-face|(?:url|src|image|image-set|expression)\s*\(|-moz-binding|behavior\s*:|javascript\s*:", re.IGNORECASE
)


def outside(css: str) -> str:
    """The first thing in a style, or in the value of any attribute, that would fetch or act; empty where there is none."""
    plain = _INNER_URL.sub("", _COMMENT.sub("", _ESCAPE.sub(_unescape, css)))
    found = _ACTIVE.search(plain)
    return plain[found.start() : found.start() + 40].strip() if found else ""


def _unescape(found: re.Match[str]) -> str:
    code = int(found[1], 16) if found[1] else 0
    return chr(code) if 0 < code < 0x110000 else found[2] or ""


def inner(target: str) -> bool:
    """Whether a reference stays within the drawing."""
    return not target.strip() or target.strip().startswith("#")


def pixels(length: str) -> float:
    """A length in pixels; 0 where it is relative or no length."""
    found = re.fullmatch(rf"\s*({_NUMBER})\s*(px|pt|pc|mm|cm|in|Q)?\s*", length)
    return max(0.0, float(found[1]) * _UNITS[found[2] or "px"]) if found else 0


def box(text: str) -> tuple[float, float] | None:
    """Width and height of a viewBox, None where it is absent or wrong."""
    found = re.fullmatch(rf"\s*{_NUMBER}[\s,]+{_NUMBER}[\s,]+({_NUMBER})[\s,]+({_NUMBER})\s*", text)
    return (float(found[1]), float(found[2])) if found and float(found[1]) > 0 and float(found[2]) > 0 else None


def whole(length: float) -> int:
    return min(max(1, round(length)), 100_000)


_UNITS = {"px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "Q": 96 / 101.6}


def copies(uses: Mapping[str, Sequence[str]], known: dict[str, int], name: str = "") -> int:
    """How many elements `use` draws within the element called `name`, "" being the whole drawing; loops draw nothing."""
    if name not in known:
        known[name] = 0
        known[name] = sum(1 + copies(uses, known, target) for target in uses.get(name, ()))
    return known[name]
