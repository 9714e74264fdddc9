"""Readers of lists, maps and texts, on top of those of scalars."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from changlai.model import ForeignName, Place, Reference, Text
from changlai.read.names import ODD, UNFIT, is_path, is_url, similar_language
from changlai.read.values import Values
from changlai.read.yamlnodes import Broken, Mapping, Node, Scalar, Sequence, one_line

_DASHES = "－—–―‐−"


class Fields(Values):
    """The fields of one map of one file."""

    __slots__ = ()

    def below(self, node: Mapping) -> Fields:
        return Fields(node, self.path, self.problems, self.tongues)

    # ---- lists and maps

    def mapping(self, name: str) -> Fields | None:
        node = self.get(name)
        if node is None:
            return None
        if isinstance(node, Mapping):
            return self.below(node)
        self.report("map-expected", node, name=name)
        return None

    def items(self, name: str) -> list[Scalar | Sequence | Mapping]:
        """The items of a list. One plain word stands for a list of one."""
        node = self.get(name)
        if isinstance(node, Sequence):
            return [item for item in node.items if not isinstance(item, Broken) and not (isinstance(item, Scalar) and not item.text)]
        if isinstance(node, Scalar) and self.is_one(node):
            return [node]
        if isinstance(node, Mapping):
            self.report("list-expected", node, name=name)
        return []

    def is_one(self, node: Scalar) -> bool:
        first = node.text[0]
        if first in _DASHES:
            self.report("yaml-fullwidth-dash", node, dash=first)
        elif first in ODD:
            self.report("yaml-odd-space", node, character=f"U+{ord(first):04X}")
        elif first == "-":
            self.report("yaml-dash-space", node)
        else:
            return True
        return False

    def records(self, name: str) -> list[Fields]:
        """The maps of a list of maps; one map stands for a list of one."""
        node = self.get(name)
        if node is None:
            return []
        if isinstance(node, Mapping):
            return [self.below(node)]
        found = []
        for item in self.items(name):
            if isinstance(item, Mapping):
                found.append(self.below(item))
            else:
                self.report("map-expected", item, name=name)
        return found

    def words(self, name: str, commas: str = "，、；") -> list[Scalar]:
        """The words of a list of words, none of which holds one of `commas` unless it is quoted."""
        found = []
        for item in self.items(name):
            if not isinstance(item, Scalar):
                self.report("text-expected", item, name=name)
            elif item.plain and (comma := next((mark for mark in commas if mark in item.text), "")):
                parts = [part.strip(" []［］【】「」") for part in re.split("[，、；,]", item.text)]
                code = "list-unbracketed" if comma == "," else "yaml-fullwidth-comma"
                self.report(code, item, name=name, value=item.text, comma=comma, suggestion=", ".join(filter(None, parts)))
            else:
                found.append(item)
        return found

    def references(self, name: str) -> tuple[Reference, ...]:
        seen: dict[str, Reference] = {}
        for item in self.words(name, "，、；,") if name in self.node.fields else ():
            item = self.bare_node(item)
            if item.text in seen:
                self.report("twice-in-list", item, name=name, value=item.text)
            seen.setdefault(item.text, Reference(item.text, Place(self.path, item.line, item.column)))
        return tuple(seen.values())

    def reference(self, name: str) -> Reference | None:
        node = self.bare(name)
        return Reference(node.text, Place(self.path, node.line, node.column)) if node else None

    def addresses(self, name: str) -> tuple[Reference, ...]:
        """Addresses inside of the site: /zh/old/."""
        found = []
        for item in self.words(name):
            if self.is_address(item):
                found.append(Reference(item.text, Place(self.path, item.line, item.column)))
        return tuple(found)

    def is_address(self, node: Scalar) -> bool:
        if is_path(node.text):
            return True
        written = urlsplit(node.text).path if is_url(node.text) else re.split("[?#]", node.text)[0].strip()
        path = "".join(sign for sign in written if sign not in UNFIT)
        self.report("bad-address", node, value=node.text, suggestion=f"/{path.strip('/')}/" if path.strip("/") else "/zh/old/")
        return False

    def is_target(self, node: Scalar) -> bool:
        """Where a redirect may lead: inside of the site, to a part of a page too, or to another site by https."""
        page, _, part = node.text.partition("#")
        if node.text.startswith("https://") and is_url(node.text):
            return True
        return self.is_address(node._replace(text=page) if is_path(f"/{part}") else node)

    # ---- texts in several languages

    def said(self, name: str, context: str) -> Text | None:
        """A text: a map of languages, or a string in the source language."""
        node = self.get(name)
        if node is None:
            return None
        place = self.place(name)
        if isinstance(node, Scalar):
            return Text(place, {self.tongues.source: one_line(node.text)}, context)
        if isinstance(node, Mapping):
            below = self.below(node)
            words = {code: below.text(code) for code in below.by_language()}
            return Text(place, {code: text for code, text in words.items() if text})
        self.report("text-expected", node, name=name)
        return None

    def by_language(self) -> list[str]:
        """The keys of a map of languages, in the order of the site."""
        languages = self.tongues.languages
        for code, value in self.node.fields.items():
            if code not in languages:
                self.unknown_language(code, value)
        return [code for code in languages if code in self.node.fields]

    def unknown_language(self, code: str, value: Node) -> None:
        similar = similar_language(code, self.tongues.languages)
        if (self.node.flow and isinstance(value, Scalar) and value.empty) or code[:1] in ODD or "：" in code:
            self.unknown(code, value, [])
        elif similar:
            self.report_key("misspelt-language", code, name=code, suggestion=similar)
        else:
            self.report_key("unknown-language", code, name=code, known=", ".join(self.tongues.languages))

    def foreign(self, name: str) -> ForeignName | None:
        """A text with its own language: {text: …, lang: …}."""
        below = self.mapping(name)
        if below is None:
            return None
        below.only(("text", "lang"))
        below.require("text", "lang")
        text, tag = below.text("text"), below.tag("lang")
        return ForeignName(text, tag) if text and tag else None

    def names(self, name: str) -> dict[str, tuple[str, ...]]:
        """Other names: a list for every language, or a map of lists."""
        node = self.get(name)
        if node is None:
            return {}
        if isinstance(node, Mapping):
            below = self.below(node)
            return {code: tuple(item.text for item in below.words(code)) for code in below.by_language()}
        found = tuple(item.text for item in self.words(name))
        return {"": found} if found else {}

    def data(self, name: str) -> dict[str, Any]:
        """What a site adds for its own templates: text, lists and maps, and the words true and false."""
        below = self.mapping(name)
        return {key: _plain(value) for key, value in below.node.fields.items()} if below else {}


def _plain(node: Node) -> Any:
    if isinstance(node, Mapping):
        return {key: _plain(value) for key, value in node.fields.items()}
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    if isinstance(node, Scalar):
        return node.text == "true" if node.plain and node.text in ("true", "false") else node.text
    return ""
