"""Reads on where YAML gives up: the text is taken apart into fields, each typical slip is named, and the words behind it are still read."""

from __future__ import annotations

import re
from collections.abc import Iterable

import yaml

from changlai.model import Place
from changlai.problems import Problem, problem
from changlai.read.flat import flat
from changlai.read.slips import DASHES, KEY, LONGEST, SLIPS, params_of
from changlai.read.yamlnodes import Broken, Builder, Mapping, Node, Scalar, Sequence, TooDeep, remarks

_HEADER = re.compile(rf"^ *(?:(?P<key>{KEY})|\"(?P<double>[^\"]+)\"|'(?P<single>[^']+)')\s*:\s*(?:#.*)?$")
_NAME = re.compile(rf"^ *(?:- +)*[\"'“]?(?P<key>{KEY})[\"'”]?\s*[:：]")
_ITEM = re.compile(rf" *(?:-(?:$|[^-])|[{DASHES}])")
_TAB = re.compile(r"^ *(?P<at>\t)[ \t]*")
_ENOUGH = 100  # problems of one file, after which nobody reads on
_LINE = 2_000  # characters of a line that a person may have typed
_REPEATS = 20  # of one slip in one line
_CLOSING = {"[": "]", "{": "}"}


def compose(text: str, path: str, line: int = 1) -> tuple[Node | None, list[Problem]]:
    """The nodes of `text`, which begins in `line` of the file, and what is wrong with it. None for an empty text."""
    plain = flat(text, line)
    if plain is not None:
        return plain, []
    builder = Builder(text, path, line)
    found = remarks(text, path, line) if " #" in text else []
    try:
        node = builder.root()
    except yaml.YAMLError:
        node = None
    else:
        if isinstance(node, Scalar) and node.empty:
            return None, builder.problems
        if node is None or isinstance(node, (Mapping, Sequence)):
            return node, found + builder.problems
    mender = _Mender(path)
    lines = mender.without_tabs(enumerate(text.split("\n"), line))
    node = mender.block(lines) if any(_is_content(words) for _, words in lines) else None
    return node, found + mender.problems


Lines = list[tuple[int, str]]


def _is_content(words: str) -> bool:
    """Neither blank, nor a remark, nor what `git` and the ends of a document leave between the fields."""
    return bool(words.strip()) and not words.startswith(("<<<<<<< ", "=======", ">>>>>>> ", "---")) and words.lstrip()[0] != "#"


def _indent(words: str) -> int:
    return len(words) - len(words.lstrip(" "))


class _Mender:
    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.tabbed: set[int] = set()  # lines whose tabs were reported: their indent is no second mistake

    def report(self, code: str, line: int, column: int, /, **params: object) -> None:
        self.problems.append(problem(code, Place(self.path, line, column), **params))

    def without_tabs(self, lines: Iterable[tuple[int, str]]) -> Lines:
        """Tabs of indentation go first: without them nobody knows what belongs to what."""
        found, above = [], "-"
        for number, words in lines:
            tab = _TAB.match(words)
            if tab and _is_content(words):
                self.report("yaml-tab", number, tab.start("at") + 1)
                self.tabbed.add(number)
                follows = not _HEADER.match(above) and not _ITEM.match(above)  # nothing can stand below a field that has its value
                words = " " * (_indent(above) if follows else len(tab[0].expandtabs(2))) + words[tab.end() :]
            found.append((number, words))
            above = words if _is_content(words) else above
        return found

    def block(self, lines: Lines) -> Node:
        """A map or a list, each part read by itself."""
        content = [(number, words) for number, words in lines if _is_content(words)]
        if not content:
            return Broken(lines[0][0] if lines else 1, 1)
        indent = min(_indent(words) for _, words in content)
        line, column = content[0][0], indent + 1
        chunks = _chunks(lines, indent)
        if all(_ITEM.match(words) for (_, words), *_ in chunks):
            return Sequence([self.item(chunk) for chunk in chunks], line, column)
        fields: dict[str, Node] = {}
        keys: dict[str, tuple[int, int]] = {}
        for chunk in chunks:
            if _indent(chunk[0][1]) > indent and chunk[0][0] not in self.tabbed:
                self.report("yaml-indent", chunk[0][0], _indent(chunk[0][1]) + 1)
            if chunk[0][1].lstrip(" ").startswith("{") and len(chunks) > 1:
                self.diagnose(*chunk[0])
            else:
                self.merge(self.chunk(chunk), fields, keys)
        return Mapping(fields, keys, line, column)

    def merge(self, part: Mapping, fields: dict[str, Node], keys: dict[str, tuple[int, int]]) -> None:
        for key, node in part.fields.items():
            if key in fields:
                self.report("yaml-duplicate", *part.keys[key], name=key, first=keys[key][0])
            else:
                fields[key], keys[key] = node, part.keys[key]

    def chunk(self, lines: Lines) -> Mapping:
        """One field with all that belongs to it."""
        node = self.parse(lines) if len(self.problems) < _ENOUGH else self.give_up(lines)
        if node is not None:
            return node
        first, below = lines[0], lines[1:]
        header = _HEADER.match(first[1])
        if header and any(_is_content(words) for _, words in below):
            return self.single(first, header["key"] or header["double"] or header["single"], self.block(below))
        mended = first[0], self.mend(*first)
        if mended != first:
            opens = below and _HEADER.match(mended[1])
            return self.chunk([mended, *below]) if opens else self.parse([mended, *below]) or self.parse([mended]) or self.give_up(lines)
        node = self.parse([first]) if below and _NAME.match(below[0][1]) else None
        if node is not None:
            if below[0][0] not in self.tabbed:
                self.report("yaml-indent", below[0][0], _indent(below[0][1]) + 1)
            return node
        self.diagnose(*first)
        return self.give_up(lines)

    def item(self, lines: Lines) -> Node:
        """One item of a list: what follows its hyphen."""
        (number, words), *below = lines
        dash = _indent(words)
        if not words[dash:].startswith(("- ", "-\n")) and words[dash:] != "-":
            words = self.mend(number, words)
        first = number, words[:dash] + " " + words[dash + 1 :]
        node = self.value([first, *below])
        if node is not None:
            return node
        if _NAME.match(first[1]):
            return self.block([first, *below])
        mended = number, self.mend(*first)
        if mended == first:
            self.diagnose(*first)
        return self.value([mended, *below]) or Broken(number, dash + 1)

    def value(self, lines: Lines) -> Node | None:
        """What the lines hold, if they can be read."""
        builder = Builder("\n".join(words for _, words in lines), self.path, lines[0][0])
        try:
            node = builder.root()
        except TooDeep as fault:
            self.problems.append(fault.found)
            return Broken(*fault.found[1:3])
        except yaml.YAMLError:
            return None
        self.problems += builder.problems
        return node

    def parse(self, lines: Lines) -> Mapping | None:
        """The fields that the lines hold, if they can be read."""
        before = len(self.problems)
        node = self.value(lines)
        if isinstance(node, Broken):
            return self.give_up(lines)
        if isinstance(node, Mapping):
            return node
        del self.problems[before:]
        return None

    def single(self, line: tuple[int, str], key: str, node: Node) -> Mapping:
        at = (line[0], _indent(line[1]) + 1)
        return Mapping({key: node}, {key: at}, *at)

    def mend(self, number: int, words: str) -> str:
        """The line with each typical slip reported and put right."""
        length = len(words)
        for slip in SLIPS if length <= _LINE else ():
            for _ in range(_REPEATS):
                match = slip.pattern.match(words)
                if not match:
                    break
                column = length - (len(words) - match.start("at")) + 1  # what stands behind a slip is not mended yet
                self.report(slip.code, number, column, **params_of(match))
                words = slip.right(match) + words[match.end() :]
                if slip.last or self.reads(words):
                    return words
        return words

    def reads(self, words: str) -> bool:
        try:
            return isinstance(Builder(words, self.path).root(), Mapping)
        except yaml.YAMLError:
            return False

    def give_up(self, lines: Lines) -> Mapping:
        """A field that is there and cannot be read."""
        number, words = lines[0]
        name = _NAME.match(words)
        column = _indent(words) + 1
        return self.single(lines[0], name["key"], Broken(number, column)) if name else Mapping({}, {}, number, column)

    def diagnose(self, number: int, words: str) -> None:
        """Say what can be said of a line that holds no typical slip."""
        name = _NAME.match(words)
        value = words[name.end() :].strip() if name else words.strip()
        if value[:1] in _CLOSING and value[-1] != _CLOSING[value[0]]:
            self.report("yaml-open-bracket", number, words.index(value) + 1, bracket=value[0], closing=_CLOSING[value[0]])
        elif not name:
            self.report("yaml-no-colon", number, _indent(words) + 1, line=words.strip()[:LONGEST])
        else:
            self.report("yaml-syntax", number, _indent(words) + 1)


def _chunks(lines: Lines, indent: int) -> list[Lines]:
    """Each line at `indent` with what stands deeper below it; blank lines and remarks stay with the line above."""
    chunks: list[Lines] = []
    for number, words in lines:
        if _is_content(words) and (_indent(words) <= indent or not chunks):
            chunks.append([(number, words)])
        elif chunks:
            chunks[-1].append((number, words))
    return chunks
