"""YAML → nodes that know their line and column and nothing of types: every scalar is the text that was typed.

Parsed by events, so that depth and references are bounded while reading, and duplicate keys are seen. Where the parser gives up,
`mending` reads on, field by field.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple, TypeAlias

import yaml

from changlai.model import Place
from changlai.problems import Problem, problem
from changlai.read.text import misleading

DEPTH = 12
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CJK = r"[\u2e80-\u2fff\u3001-\u312f\u31a0-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff“”‘’…—]"
_FOLD = re.compile(rf"(?<={_CJK})\s+(?={_CJK})")
_HASH = re.compile(r"^[ ]*(?:- +|(?:- +)?[^\s:#]+: +)[^\s\"'\[{#|>][^\"\n]*? (#[^\s#].*)$")


class Scalar(NamedTuple):
    text: str
    line: int
    column: int
    plain: bool = True

    @property
    def empty(self) -> bool:
        return self.plain and not self.text


class Sequence(NamedTuple):
    items: list[Node]
    line: int
    column: int


class Mapping(NamedTuple):
    fields: dict[str, Node]
    keys: dict[str, tuple[int, int]]
    line: int
    column: int
    flow: bool = False


class Broken(NamedTuple):
    """A value that is there and cannot be read; that has been said already."""

    line: int
    column: int


class TooDeep(yaml.YAMLError):
    """Reading stops at once: to read on to the end of such a text costs the square of its length."""

    def __init__(self, found: Problem) -> None:
        self.found = found


Node: TypeAlias = Scalar | Sequence | Mapping | Broken


class Builder:
    """Builds the nodes of one text whose first line is `line` of the file."""

    def __init__(self, text: str, path: str, line: int = 1) -> None:
        self.loader = _Loader(text)
        self.path = path
        self.first = line
        self.problems: list[Problem] = []

    def root(self) -> Node | None:
        """The first document; None for an empty text. Raises yaml.YAMLError where the text is no YAML."""
        self.loader.get_event()
        event = self.loader.get_event()
        if type(event) is yaml.StreamEndEvent:
            return None
        node = self.node(self.loader.get_event(), 0)
        self.loader.get_event()
        event = self.loader.get_event()
        if type(event) is not yaml.StreamEndEvent:
            self.report("yaml-documents", event)
        return node

    def report(self, code: str, event: Any, /, **params: object) -> None:
        mark = event.start_mark
        self.problems.append(problem(code, Place(self.path, mark.line + self.first, mark.column + 1), **params))

    def alias(self, event: Any, name: str) -> None:
        """The first of a line is enough: a bomb would bury what else is wrong."""
        if not any(found.code == "yaml-alias" and found.line == event.start_mark.line + self.first for found in self.problems):
            self.report("yaml-alias", event, name=name)

    def node(self, event: Any, depth: int) -> Node:
        mark = event.start_mark
        line, column = mark.line + self.first, mark.column + 1
        kind = type(event)
        if kind is yaml.AliasEvent:
            self.alias(event, f"*{event.anchor}")
            return Broken(line, column)
        if event.anchor is not None:
            self.alias(event, f"&{event.anchor}")
        elif event.tag is not None:
            self.report("yaml-tag", event, name=event.tag)
        if kind is yaml.ScalarEvent:
            return self.scalar(event, line, column)
        if depth >= DEPTH:
            raise TooDeep(problem("yaml-too-deep", Place(self.path, line, column), limit=DEPTH))
        if kind is yaml.SequenceStartEvent:
            return self.sequence(depth, line, column)
        return self.mapping(depth, line, column, bool(event.flow_style))

    def scalar(self, event: Any, line: int, column: int) -> Scalar | Broken:
        text: str = event.value
        style = event.style
        if style == '"' and (name := misleading(text)):
            self.report("control-character" if int(name[2:], 16) < 0x2000 else "bidi-character", event, character=name, count=1)
            return Broken(line, column)
        if event.end_mark.line != event.start_mark.line and style != "|":
            text = _FOLD.sub("", text)
        if style in ("|", ">"):
            text = text.rstrip("\n")
        return Scalar(text.strip() if style is None or style == "" else text, line, column, not style)

    def sequence(self, depth: int, line: int, column: int) -> Sequence:
        items: list[Node] = []
        while type(event := self.loader.get_event()) is not yaml.SequenceEndEvent:
            items.append(self.node(event, depth + 1))
        return Sequence(items, line, column)

    def mapping(self, depth: int, line: int, column: int, flow: bool) -> Mapping:
        fields: dict[str, Node] = {}
        keys: dict[str, tuple[int, int]] = {}
        while type(event := self.loader.get_event()) is not yaml.MappingEndEvent:
            if type(event) is not yaml.ScalarEvent:
                self.report("yaml-key", event)
                self.node(event, depth + 1)
            name = event.value if type(event) is yaml.ScalarEvent else None
            value = self.node(self.loader.get_event(), depth + 1)
            if name in fields:
                self.report("yaml-duplicate", event, name=name, first=keys[name][0])
            elif name is not None:
                fields[name] = value
                keys[name] = (event.start_mark.line + self.first, event.start_mark.column + 1)
        return Mapping(fields, keys, line, column, flow)


def remarks(text: str, path: str, line: int = 1) -> list[Problem]:
    """Warnings where a `#` inside of a value cuts it short without a word."""
    found = []
    for number, words in enumerate(text.split("\n"), line):
        match = _HASH.match(words)
        if match:
            found.append(problem("yaml-comment", Place(path, number, match.start(1) + 1), words=match[1][:60]))
    return found


def one_line(text: str) -> str:
    """A text that is printed in one line: line ends between Chinese or Japanese characters are no spaces."""
    return " ".join(_FOLD.sub("", text).split()) if "\n" in text else text
