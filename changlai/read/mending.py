"""Reads on where YAML gives up: the text is taken apart into fields, each typical slip is named, and the words behind it are still read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

import yaml

from changlai.model import Place
from changlai.problems import Problem, problem
from changlai.read.yamlnodes import Broken, Builder, Mapping, Node, Sequence, TooDeep, remarks

_ODD = "\u3000\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060"
_KEY = r"[\w.-]+"
_START = rf"^(?P<head> *(?:- +)*(?:(?P<key>{_KEY}): +)?)"
_FIELD = rf"^(?P<head> *(?:- +)*(?P<key>{_KEY}): +)"
_FLOW = rf"^(?P<head> *(?:- +)*(?:{_KEY}: +)?\{{(?:[^}}]*, *)?)"
_HEADER = re.compile(rf"^ *(?:(?P<key>{_KEY})|\"(?P<double>[^\"]+)\"|'(?P<single>[^']+)')\s*:\s*(?:#.*)?$")
_NAME = re.compile(rf"^ *(?:- +)*[\"'“]?(?P<key>{_KEY})[\"'”]?\s*[:：]")


class Slip(NamedTuple):
    """A typical slip: where it stands is the group `at`, and how the line would be right."""

    code: str
    pattern: re.Pattern[str]
    right: Callable[[re.Match[str]], str]
    last: bool = False  # the whole value is quoted now: nothing in it is a slip any more


def _quote(text: str) -> str:
    return "'" + text.strip().replace("'", "''") + "'"


def _quoted(match: re.Match[str]) -> str:
    return match["head"] + _quote(match["at"])


SLIPS = (
    Slip("yaml-odd-space", re.compile(rf"^ *(?P<at>[{_ODD}])[\s{_ODD}]*"), lambda m: " " * max(2, len(m[0]))),
    Slip("yaml-odd-space", re.compile(rf"^(?P<head> *(?:- +)?{_KEY}:)(?P<at>[{_ODD}])[\s{_ODD}]*"), lambda m: m["head"] + " "),
    Slip(
        "yaml-fullwidth-colon",
        re.compile(rf"^(?P<head> *(?:- +)?)[\"'“]?(?P<key>{_KEY})[\"'”]?\s*(?P<at>：)[\s{_ODD}]*"),
        lambda m: f"{m['head']}{m['key']}: ",
    ),
    Slip("yaml-fullwidth-dash", re.compile(rf"^(?P<head> *)(?P<at>[－—–―‐−])[\s{_ODD}]*(?=\S)"), lambda m: m["head"] + "- "),
    Slip("yaml-colon-space", re.compile(r"^(?P<head> *(?:- +)?(?P<key>[^\W\d]\w*))(?P<at>:)(?=[^\s:/])"), lambda m: m["head"] + ": "),
    Slip("yaml-dash-space", re.compile(r"^(?P<head> *)(?P<at>-)(?=[^\s-])"), lambda m: m["head"] + "- "),
    Slip("yaml-fullwidth-colon", re.compile(_FLOW + rf"(?P<key>{_KEY})\s*(?P<at>：)"), lambda m: f"{m['head']}{m['key']}: "),
    Slip("yaml-flow-comma", re.compile(_FLOW[:-1] + rf"[^}}]*?)(?P<at>[，、；])\s*(?={_KEY}\s*[:：])"), lambda m: m["head"] + ", "),
    Slip("yaml-must-quote", re.compile(_START + r"(?P<at>[%@`*&!].*|[|>](?![+-]?\d?\s*$).*)$"), _quoted, last=True),
    Slip("yaml-after-quote", re.compile(_START + r"(?P<at>(?:\"[^\"]*\"|'(?:[^']|'')*')\s*[^\s#,:'].*)$"), _quoted, last=True),
    Slip("yaml-after-quote", re.compile(_START + r"(?P<at>(?:\[[^\]]*\]|\{[^}]*\})\s*[^\s#,:].*)$"), _quoted, last=True),
    Slip("yaml-colon-in-value", re.compile(_FIELD + r"(?P<at>[^\"'\[{|>#\s].*?:(?: .*)?)$"), _quoted, last=True),
    Slip("yaml-open-quote", re.compile(_START + r"(?P<at>\"[^\"]*)$"), lambda m: m["head"] + _quote(m["at"][1:].rstrip("”“"))),
    Slip("yaml-open-quote", re.compile(_START + r"(?P<at>'[^']*)$"), lambda m: m["head"] + _quote(m["at"][1:].rstrip("’‘"))),
)
_TAB = re.compile(r"^ *(?P<at>\t)[ \t]*")
_ENOUGH = 100  # problems of one file, after which nobody reads on
_LONGEST = 120  # characters quoted in a message
_LINE = 2_000  # characters of a line that a person may have typed
_REPEATS = 20  # of one slip in one line
_CLOSING = {"[": "]", "{": "}"}


def compose(text: str, path: str, line: int = 1) -> tuple[Node | None, list[Problem]]:
    """The nodes of `text`, which begins in `line` of the file, and what is wrong with it. None for an empty text."""
    builder = Builder(text, path, line)
    found = remarks(text, path, line) if " #" in text else []
    try:
        node = builder.root()
    except yaml.YAMLError:
        node = None
    else:
        if node is None or isinstance(node, (Mapping, Sequence)):
            return node, found + builder.problems
    mender = _Mender(path)
    node = mender.block(mender.without_tabs(enumerate(text.split("\n"), line)))
    return node, found + mender.problems


Lines = list[tuple[int, str]]


def _is_content(words: str) -> bool:
    stripped = words.strip()
    return bool(stripped) and not stripped.startswith(("#", "<<<<<<< ", "=======", ">>>>>>> ", "---"))


def _indent(words: str) -> int:
    return len(words) - len(words.lstrip(" "))


class _Mender:
    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def report(self, code: str, line: int, column: int, /, **params: object) -> None:
        self.problems.append(problem(code, Place(self.path, line, column), **params))

    def without_tabs(self, lines: Iterable[tuple[int, str]]) -> Lines:
        """Tabs of indentation go first: without them nobody knows what belongs to what."""
        found = []
        for number, words in lines:
            tab = _TAB.match(words)
            if tab and _is_content(words):
                self.report("yaml-tab", number, tab.start("at") + 1)
                words = " " * len(tab[0].expandtabs(2)) + words[tab.end() :]
            found.append((number, words))
        return found

    def block(self, lines: Lines) -> Node:
        """A map or a list, each part read by itself."""
        content = [(number, words) for number, words in lines if _is_content(words)]
        if not content:
            return Broken(lines[0][0] if lines else 1, 1)
        indent = min(_indent(words) for _, words in content)
        line, column = content[0][0], indent + 1
        chunks = _chunks(lines, indent)
        if all(words.lstrip(" ").startswith(("- ", "－", "—")) or words.strip() == "-" for (_, words), *_ in chunks):
            return Sequence([self.item(chunk) for chunk in chunks], line, column)
        fields: dict[str, Node] = {}
        keys: dict[str, tuple[int, int]] = {}
        for chunk in chunks:
            if _indent(chunk[0][1]) > indent:
                self.report("yaml-indent", chunk[0][0], _indent(chunk[0][1]) + 1)
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
        if len(self.problems) >= _ENOUGH:
            return self.give_up(lines, silent=True)
        try:
            node = self.parse(lines)
        except TooDeep as fault:
            self.problems.append(fault.found)
            return self.give_up(lines, silent=True)
        if node is not None:
            return node
        header = _HEADER.match(lines[0][1])
        below = lines[1:]
        if header and any(_is_content(words) for _, words in below):
            return self.single(lines[0], header["key"] or header["double"] or header["single"], self.block(below))
        mended = self.mend(lines)
        node = self.parse(mended)
        if node is not None:
            return node
        if len(lines) > 1 and mended != lines and _HEADER.match(mended[0][1]):
            return self.chunk(mended)
        if below and (node := self.parse(mended[:1])) is not None and _NAME.match(below[0][1]):
            self.report("yaml-indent", below[0][0], _indent(below[0][1]) + 1)
            return node
        return self.give_up(lines, silent=mended != lines)

    def item(self, lines: Lines) -> Node:
        """One item of a list: what follows its hyphen."""
        (number, words), *below = lines
        dash = _indent(words)
        if words[dash] != "-":
            lines = self.mend(lines)
            words = lines[0][1]
        opened = [(number, words[:dash] + " " + words[dash + 1 :]), *below]
        node = self.value(opened)
        if node is not None:
            return node
        if _NAME.match(opened[0][1]):
            return self.block(opened)
        mended = self.mend(opened)
        return self.value(mended) or self.give_up(lines, silent=mended != opened).fields.get("", Broken(number, dash + 1))

    def value(self, lines: Lines) -> Node | None:
        builder = Builder("\n".join(words for _, words in lines), self.path, lines[0][0])
        try:
            node = builder.root()
        except yaml.YAMLError:
            return None
        self.problems += builder.problems
        return node

    def parse(self, lines: Lines) -> Mapping | None:
        builder = Builder("\n".join(words for _, words in lines), self.path, lines[0][0])
        try:
            node = builder.root()
        except TooDeep:
            raise
        except yaml.YAMLError:
            return None
        if not isinstance(node, Mapping):
            return None
        self.problems += builder.problems
        return node

    def single(self, line: tuple[int, str], key: str, node: Node) -> Mapping:
        at = (line[0], _indent(line[1]) + 1)
        return Mapping({key: node}, {key: at}, *at)

    def mend(self, lines: Lines) -> Lines:
        """The lines with each typical slip reported and put right."""
        return [(number, self.mend_line(number, words) if _is_content(words) else words) for number, words in lines]

    def mend_line(self, number: int, words: str) -> str:
        length = len(words)
        if length > _LINE:
            return words
        for slip in SLIPS:
            for _ in range(_REPEATS):
                match = slip.pattern.match(words)
                if not match:
                    break
                column = length - (len(words) - match.start("at")) + 1  # what stands behind a slip is not mended yet
                self.report(slip.code, number, column, **_params(match))
                words = slip.right(match) + words[match.end() :]
                if slip.last or self.reads(words):
                    return words
        return words

    def reads(self, words: str) -> bool:
        try:
            return isinstance(Builder(words, self.path).root(), Mapping)
        except yaml.YAMLError:
            return False

    def give_up(self, lines: Lines, silent: bool) -> Mapping:
        number, words = lines[0]
        name = _NAME.match(words)
        column = _indent(words) + 1
        if not silent:
            self.diagnose(lines, name)
        key = name["key"] if name else ""
        return Mapping({key: Broken(number, column)} if key else {}, {key: (number, column)} if key else {}, number, column)

    def diagnose(self, lines: Lines, name: re.Match[str] | None) -> None:
        number, words = lines[0]
        value = words[name.end() :].strip() if name else words.strip()
        if value[:1] in _CLOSING:
            self.report("yaml-open-bracket", number, words.index(value) + 1, bracket=value[0], closing=_CLOSING[value[0]])
        elif not name:
            self.report("yaml-no-colon", number, _indent(words) + 1, line=words.strip()[:_LONGEST])
        else:
            self.report("yaml-syntax", number, _indent(words) + 1)


def _params(match: re.Match[str]) -> dict[str, str]:
    at = match["at"]
    groups = match.groupdict()
    return {
        "key": groups.get("key") or "…",
        "character": f"U+{ord(at[0]):04X}" if at[0].isspace() or at[0] == "\u200b" else at[0],
        "quote": at[0],
        "dash": at[0],
        "comma": at[0],
        "value": at.strip().replace("'", "''")[:_LONGEST],
    }


def _chunks(lines: Lines, indent: int) -> list[Lines]:
    """Each line at `indent` with what stands deeper below it; blank lines and remarks stay with the line above."""
    chunks: list[Lines] = []
    for number, words in lines:
        if _is_content(words) and (_indent(words) <= indent or not chunks):
            chunks.append([(number, words)])
        elif chunks:
            chunks[-1].append((number, words))
    return chunks
