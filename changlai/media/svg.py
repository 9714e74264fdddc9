"""Drawings: read by a parser that expands nothing, written anew with what they need and nothing else."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Iterator
from html import escape
from typing import NamedTuple
from xml.parsers import expat

from changlai.media import svgrules as rules
from changlai.model import Place
from changlai.problems import Problem, problem

DEPTH = 100
ELEMENTS = 50_000  # those that `use` draws again included
DEFAULT = 300, 150  # what a browser takes where a drawing names no size

Embedded = Callable[[bytes, str], bytes | None]
Pairs = list[tuple[str, str]]


class Drawing(NamedTuple):
    data: bytes
    width: int
    height: int


def drawing(data: bytes, path: str, embedded: Embedded) -> tuple[Drawing | None, list[Problem]]:
    """The drawing made safe, None where it cannot be, and what is wrong with it. `embedded` cleans the pictures inside."""
    writer = _Writer(path, embedded)
    try:
        writer.parser.Parse(data, True)
    except expat.ExpatError as error:
        place = Place(path, error.lineno, error.offset + 1)
        writer.problems.append(problem("asset-svg-broken", place, reason=expat.ErrorString(error.code)))
    except (ValueError, LookupError) as error:
        writer.problems.append(problem("asset-svg-broken", Place(path), reason=error))
    except _Stop:
        pass
    if any(found.severity == "error" for found in writer.problems):
        return None, writer.problems
    return Drawing("".join([*writer.out, "\n"]).encode(), *writer.size), writer.problems


class _Stop(Exception):
    """Nothing behind this place is worth reading; what is wrong is noted already."""


class _Writer:
    """Handlers of the parser: each writes what it keeps and notes what it refuses."""

    def __init__(self, path: str, embedded: Embedded) -> None:
        self.out: list[str] = []
        self.problems: list[Problem] = []
        self.size = DEFAULT
        self._path, self._embedded = path, embedded
        self._open: list[str] = []
        self._ids: list[str] = [""]  # of the elements that are open
        self._uses: dict[str, list[str]] = {}
        self._skipping = self._elements = 0
        self._empty = False  # whether the last thing written is a start tag
        self._style: list[str] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.ordered_attributes = True
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.EntityDeclHandler = self._entity

    def _refuse(self, code: str, **params: object) -> None:
        place = Place(self._path, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
        self.problems.append(problem(code, place, **params))

    def _entity(self, *_: object) -> None:
        self._refuse("asset-svg-entity")
        raise _Stop

    def _start(self, name: str, attributes: list[str]) -> None:
        namespace, _, local = name.rpartition(" ")
        self._elements += 1
        if self._elements == 1 and (local != "svg" or namespace not in ("", rules.SVG)):
            self._refuse("asset-svg-broken", reason=f"<{local}>")
            raise _Stop
        if self._elements > ELEMENTS or len(self._open) > DEPTH:
            self._refuse("asset-svg-large")
            raise _Stop
        if self._skipping or self._dropped(namespace, local):
            self._skipping += 1
            return
        pairs = list(self._attributes(local, list(zip(attributes[::2], attributes[1::2], strict=True))))
        if not self._open:
            pairs = self._root(dict(pairs))
        self._note(local, dict(pairs))
        written = "".join(f' {key}="{quoted(value)}"' for key, value in pairs)
        self.out.append(f"<{local}{written}>")
        self._empty = True

    def _dropped(self, namespace: str, local: str) -> bool:
        """Whether the element goes: without a word what editors note for themselves, with one what acts."""
        ours = namespace in ("", rules.SVG)
        if namespace == rules.XHTML or (ours and local not in rules.ELEMENTS | rules.DROPPED):
            self._refuse("asset-svg-element", element=local)
            return True
        return not ours or local in rules.DROPPED

    def _attributes(self, local: str, raw: Pairs) -> Iterator[tuple[str, str]]:
        names = {name for name, _ in raw}
        for name, value in raw:
            namespace, _, key = name.rpartition(" ")
            if namespace == rules.XML and key in ("space", "lang"):
                yield f"xml:{key}", value
            elif key == "href" and (not namespace or (namespace == rules.XLINK and "href" not in names)):
                yield from self._target(local, value)
            elif not namespace and self._allowed(local, key, value):
                yield key, value

    def _allowed(self, local: str, key: str, value: str) -> bool:
        moved = value.rpartition(":")[2].strip().lower() if local in rules.ANIMATIONS and key == "attributeName" else ""
        outside = rules.outside(value)
        if key.lower().startswith("on"):
            self._refuse("asset-svg-event", attribute=key)
        elif moved == "href" or moved.startswith("on"):
            self._refuse("asset-svg-element", element=f"{local} attributeName={value}")
        elif outside:
            self._refuse("asset-svg-outside", target=outside)
        return True

    def _target(self, local: str, value: str) -> Iterator[tuple[str, str]]:
        """A reference: within the drawing, or a picture that is part of the file."""
        found = rules.RASTER.fullmatch(value.strip()) if local in rules.PICTURES else None
        if found:
            yield from self._picture(found[1].lower(), found[2])
        elif rules.inner(value):
            yield "href", value.strip()
        else:
            self._refuse("asset-svg-outside", target=value.strip()[:60])

    def _picture(self, suffix: str, text: str) -> Iterator[tuple[str, str]]:
        try:
            cleaned = self._embedded(base64.b64decode(text), suffix)
        except binascii.Error:
            cleaned = None
        if cleaned is None:
            self._refuse("asset-svg-picture")
        else:
            yield "href", f"data:image/{suffix.replace('jpg', 'jpeg')};base64,{base64.b64encode(cleaned).decode()}"

    def _root(self, pairs: dict[str, str]) -> Pairs:
        width, height = rules.pixels(pairs.get("width", "")), rules.pixels(pairs.get("height", ""))
        box = rules.box(pairs.get("viewBox", ""))
        if not box and width and height:
            pairs["viewBox"] = f"0 0 {width:g} {height:g}"  # without it, a style sheet that makes the drawing smaller cuts it off
        elif not box:
            self._refuse("asset-svg-size")
        across, down = box or (width or DEFAULT[0], height or DEFAULT[1])
        width = width or (height * across / down if height else across)
        height = height or width * down / across
        self.size = rules.whole(width), rules.whole(height)
        return [("xmlns", rules.SVG), *pairs.items()]

    def _note(self, local: str, pairs: dict[str, str]) -> None:
        """What the end of the element and of the drawing will need."""
        self._open.append(local)
        self._ids.append(pairs.get("id", ""))
        self._style = []
        if local == "use":
            for name in dict.fromkeys(self._ids):
                self._uses.setdefault(name, []).append(pairs.get("href", "")[1:])

    def _end(self, _: str) -> None:
        if self._skipping:
            self._skipping -= 1
            return
        local = self._open.pop()
        self._ids.pop()
        outside = rules.outside("".join(self._style)) if local == "style" else ""
        if outside:
            self._refuse("asset-svg-outside", target=outside)
        if self._empty:
            self.out[-1] = self.out[-1][:-1] + "/>"
        else:
            self.out.append(f"</{local}>")
        self._empty = False
        if not self._open and self._elements + rules.copies(self._uses, {}) > ELEMENTS:
            self._refuse("asset-svg-large")

    def _text(self, text: str) -> None:
        if not self._skipping and self._open:
            self._style.append(text)
            self.out.append(escape(text, quote=False))
            self._empty = False


def quoted(value: str) -> str:
    """The value of an attribute, between double quotes; line breaks and tabs in it would come out as spaces."""
    text = escape(value, quote=False).replace('"', "&quot;")
    return text.replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")
