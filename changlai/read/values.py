"""Typed readers of the scalars of one map. What is wrong is reported at its line and column, and the next field is read."""

from __future__ import annotations

import re
from collections.abc import Collection
from collections.abc import Mapping as AnyMapping
from typing import NamedTuple

from changlai.model import Date, Language, Place
from changlai.problems import Problem, problem, suggestion
from changlai.read import dates
from changlai.read.names import ODD, TAG, is_url, similar_field
from changlai.read.yamlnodes import Broken, Mapping, Node, Scalar, Sequence, one_line

_QUOTES = "“”‘’「」『』＂＇"
_BLANK = ODD + " \n"
_JOINED = re.compile(r"(?P<comma>[，、；])\s*(?P<name>[a-z_]+)\s*[:：]")
_YES = {"yes", "on", "y", "1", "是", "对", "はい", "예"}
_NO = {"no", "off", "n", "0", "否", "不", "いいえ", "아니요"}


class Tongues(NamedTuple):
    """The languages of the site, for texts."""

    source: str
    languages: AnyMapping[str, Language]


class Values:
    """The values of one map of one file."""

    __slots__ = ("meant", "node", "path", "problems", "tongues")

    def __init__(self, node: Mapping, path: str, problems: list[Problem], tongues: Tongues) -> None:
        self.node = node
        self.path = path
        self.problems = problems
        self.tongues = tongues
        self.meant: set[str] = set()  # fields that are there under a wrong name, which `only` has reported

    # ---- where and what

    def report(self, code: str, node: Node, /, **params: object) -> None:
        self.problems.append(problem(code, Place(self.path, node.line, node.column), **params))

    def report_key(self, code: str, name: str, /, **params: object) -> None:
        self.problems.append(problem(code, Place(self.path, *self.node.keys[name]), **params))

    def place(self, name: str) -> Place:
        node = self.node.fields.get(name, self.node)
        return Place(self.path, node.line, node.column)

    def top(self) -> Place:
        return Place(self.path)

    def place_of(self, node: Node) -> Place:
        return Place(self.path, node.line, node.column)

    def get(self, name: str) -> Scalar | Sequence | Mapping | None:
        """The value of a field; None where it is absent, empty or could not be read."""
        node = self.node.fields.get(name)
        return None if node is None or isinstance(node, Broken) or (isinstance(node, Scalar) and not node.text) else node

    def require(self, *names: str) -> None:
        for name in names:
            node = self.node.fields.get(name)
            if node is None and name not in self.meant:
                self.report("missing-field", self.node, name=name)
            elif isinstance(node, Scalar) and not node.text:
                self.report_key("empty-field", name, name=name)

    def only(self, known: Collection[str], elsewhere: Collection[str] = (), home: str = "") -> None:
        """Report every field that is not `known`; those of `elsewhere` have their home in another file."""
        for name, value in self.node.fields.items():
            if name in known:
                self.joined(value, known)
            elif name in elsewhere:
                self.report_key("field-elsewhere", name, name=name, home=home)
            else:
                self.unknown(name, value, [*known, *elsewhere])

    def joined(self, value: Node, known: Collection[str]) -> None:
        """Report a further field that a full-width comma has made part of a value: {publisher: 聊城日报，title: …}."""
        found = _JOINED.search(value.text) if self.node.flow and isinstance(value, Scalar) and value.plain else None
        if found and found["name"] in known:
            self.meant.add(found["name"])
            self.report("yaml-flow-comma", value._replace(column=value.column + found.start()), comma=found["comma"])

    def unknown(self, name: str, value: Node, known: list[str]) -> None:
        similar = similar_field(name, known)
        if "：" in name and self.node.flow:
            self.report_key("yaml-fullwidth-colon", name, key=name.partition("：")[0])
        elif name[:1] in ODD and name:
            self.report_key("yaml-odd-space", name, character=f"U+{ord(name[0]):04X}")
        elif self.node.flow and isinstance(value, Scalar) and value.empty:
            self.report_key("yaml-comma-in-value", name, name=name, example=f"…, {name}")
        elif similar:
            self.meant.add(similar)
            self.report_key("misspelt-field", name, name=name, suggestion=similar)
        else:
            self.report_key("unknown-field", name, name=name, known=", ".join(known))

    # ---- scalars

    def scalar(self, name: str) -> Scalar | None:
        node = self.get(name)
        if node is None or isinstance(node, Scalar):
            return node
        self.report("text-expected", node, name=name)
        return None

    def text(self, name: str) -> str:
        node = self.scalar(name) if name in self.node.fields else None
        return one_line(node.text) if node else ""

    def bare(self, name: str) -> Scalar | None:
        """A scalar that is no prose: a date, a number, an address. Quotes of an input method are taken off and reported."""
        node = self.scalar(name) if name in self.node.fields else None
        return self.bare_node(node) if node else None

    def bare_node(self, node: Scalar) -> Scalar:
        if node.text[:1] in _QUOTES or node.text[-1:] in _QUOTES:
            self.report("smart-quotes", node, value=node.text.strip(_QUOTES))
            return node._replace(text=node.text.strip(_QUOTES))
        text = node.text.strip(_BLANK)
        return node if text == node.text else node._replace(text=text)

    def flag(self, name: str, default: bool = False) -> bool:
        node = self.bare(name)
        if node is None:
            return default
        word = node.text.casefold()
        if word in ("true", "false"):
            return word == "true"
        right = "true" if word in _YES else "false" if word in _NO else "true, false"
        self.report("flag-expected", node, name=name, value=node.text, suggestion=right)
        return word in _YES if right != "true, false" else default

    def number(self, name: str, least: int = 0, most: int = 99_999) -> int | None:
        node = self.bare(name)
        if node is None:
            return None
        if not re.fullmatch(r"-?[0-9]{1,9}", node.text):
            self.report("number-expected", node, name=name, value=node.text)
            return None
        if not least <= int(node.text) <= most:
            self.report("number-range", node, name=name, value=node.text, least=least, most=most)
            return None
        return int(node.text)

    def choice(self, name: str, known: Collection[str]) -> str:
        node = self.bare(name)
        if node is None or node.text in known:
            return node.text if node else ""
        similar = suggestion(node.text.replace("-", "_"), known)
        if similar:
            self.report("misspelt-value", node, name=name, value=node.text, suggestion=similar)
        else:
            self.report("unknown-value", node, name=name, value=node.text, known=", ".join(known))
        return ""

    def date(self, name: str, whole: bool = False) -> Date | None:
        node = self.bare(name)
        return self.date_of(node, name, whole) if node else None

    def date_of(self, node: Scalar, name: str, whole: bool) -> Date | None:
        date = dates.parse(node.text)
        if date is None:
            self.report("bad-date", node, name=name, value=node.text, suggestion=dates.suggest(node.text) or "2022-08-26")
        elif not dates.exists(date, node.text.count("-") + 1):
            last = dates.last_day(date)
            code = "impossible-day" if last else "impossible-date"
            self.report(code, node, name=name, value=node.text, suggestion=last or "2022-08-26")
        elif whole and not date.day:
            self.report("whole-date", node, name=name, value=node.text)
        else:
            return date
        return None

    def url(self, name: str) -> str:
        node = self.bare(name)
        if node is None:
            return ""
        if not is_url(node.text):
            host = node.text.replace("：／／", "://").partition("://")[2] or node.text
            right = f"https://{host}" if is_url(f"https://{host}") and "." in host else "https://example.org/"
            self.report("bad-url", node, name=name, value=node.text, suggestion=right)
            return ""
        return node.text

    def tag(self, name: str) -> str:
        node = self.bare(name)
        if node is None:
            return ""
        if not TAG.fullmatch(node.text):
            self.report("bad-tag", node, name=name, value=node.text, suggestion=node.text.replace("_", "-"))
            return ""
        return node.text
