"""Typed readers of the fields of one map. What is wrong is reported at its line and column, and the next field is read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from collections.abc import Mapping as AnyMapping
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from changlai.model import Date, ForeignName, Language, Place, Reference, Text
from changlai.problems import Problem, problem, suggestion
from changlai.read import dates
from changlai.read.names import similar_field
from changlai.read.yamlnodes import Broken, Mapping, Node, Scalar, Sequence, one_line

TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?(?:-[A-Za-z0-9]{5,8})*", re.ASCII)
_ODD = "\u3000\u00a0\u200b\u202f\u2060"
_QUOTES = "“”‘’「」『』＂＇"
_DASHES = "－—–―‐−"
_YES = {"yes", "on", "y", "1", "是", "对", "はい", "예"}
_NO = {"no", "off", "n", "0", "否", "不", "いいえ", "아니요"}


class Tongues(NamedTuple):
    """The languages of the site, for texts."""

    source: str
    languages: AnyMapping[str, Language]


class Fields:
    """The fields of one map of one file."""

    __slots__ = ("node", "path", "problems", "tongues")

    def __init__(self, node: Mapping, path: str, problems: list[Problem], tongues: Tongues) -> None:
        self.node = node
        self.path = path
        self.problems = problems
        self.tongues = tongues

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

    def below(self, node: Mapping) -> Fields:
        return Fields(node, self.path, self.problems, self.tongues)

    def require(self, *names: str) -> None:
        for name in names:
            node = self.node.fields.get(name)
            if node is None:
                self.report("missing-field", self.node, name=name)
            elif isinstance(node, Scalar) and not node.text:
                self.report_key("empty-field", name, name=name)

    def only(self, known: Collection[str], elsewhere: Collection[str] = (), home: str = "") -> None:
        """Report every field that is not `known`; those of `elsewhere` have their home in another file."""
        for name, value in self.node.fields.items():
            if name in known:
                continue
            if name in elsewhere:
                self.report_key("field-elsewhere", name, name=name, home=home)
            else:
                self.unknown(name, value, [*known, *elsewhere])

    def unknown(self, name: str, value: Node, known: list[str]) -> None:
        similar = similar_field(name, known)
        if name[:1] in _ODD and name:
            self.report_key("yaml-odd-space", name, character=f"U+{ord(name[0]):04X}")
        elif self.node.flow and isinstance(value, Scalar) and value.empty:
            self.report_key("yaml-comma-in-value", name, name=name, example=f"…, {name}")
        elif similar:
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
        node = self.scalar(name)
        return one_line(node.text) if node else ""

    def bare(self, name: str) -> Scalar | None:
        """A scalar that is no prose: a date, a number, an address. Quotes of an input method are taken off and reported."""
        node = self.scalar(name)
        return self.bare_node(node) if node else None

    def bare_node(self, node: Scalar) -> Scalar:
        if node.text[:1] in _QUOTES or node.text[-1:] in _QUOTES:
            self.report("smart-quotes", node, value=node.text.strip(_QUOTES))
            return node._replace(text=node.text.strip(_QUOTES))
        return node._replace(text=node.text.strip(_ODD + " \n"))

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
        elif first in _ODD:
            self.report("yaml-odd-space", node, character=f"U+{ord(first):04X}")
        elif first == "-":
            self.report("yaml-dash-space", node)
        else:
            return True
        return False

    def records(self, name: str) -> list[Fields]:
        """The maps of a list of maps; one map stands for a list of one."""
        node = self.get(name)
        if isinstance(node, Mapping):
            return [self.below(node)]
        found = []
        for item in self.items(name):
            if isinstance(item, Mapping):
                found.append(self.below(item))
            else:
                self.report("map-expected", item, name=name)
        return found

    def words(self, name: str) -> list[Scalar]:
        """The words of a list of words."""
        found = []
        for item in self.items(name):
            if not isinstance(item, Scalar):
                self.report("text-expected", item, name=name)
            elif item.plain and (comma := next((mark for mark in "，、；," if mark in item.text), "")):
                parts = [part.strip() for part in re.split("[，、；,]", item.text)]
                self.report("yaml-fullwidth-comma", item, value=item.text, comma=comma, suggestion=", ".join(filter(None, parts)))
            else:
                found.append(item)
        return found

    def references(self, name: str) -> tuple[Reference, ...]:
        seen: dict[str, Reference] = {}
        for item in self.words(name):
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
        if re.fullmatch(r"/(?:[^\s?#\\/]+/)*[^\s?#\\/]*", node.text) and "/../" not in f"{node.text}/":
            return True
        path = urlsplit(node.text).path if is_url(node.text) else node.text.strip()
        self.report("bad-address", node, value=node.text, suggestion=f"/{path.strip('/')}/" if path.strip("/") else "/zh/old/")
        return False

    def is_target(self, node: Scalar) -> bool:
        """Where a redirect may lead: inside of the site, or to another site by https."""
        return (node.text.startswith("https://") and is_url(node.text)) or self.is_address(node)

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
        if (self.node.flow and isinstance(value, Scalar) and value.empty) or code[:1] in _ODD:
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


def is_url(text: str) -> bool:
    """Whether `text` is an absolute address of the web, without a password in it."""
    if not re.fullmatch(r"https?://[^\s\"<>\\^`{|}，。；：！？“”（）]+", text):
        return False
    try:
        parts = urlsplit(text)
        return bool(parts.hostname) and "@" not in parts.netloc and (parts.port is None or parts.port > 0)
    except ValueError:
        return False


_COUNTRIES = {
    "jp": "ja",
    "cn": "zh",
    "kr": "ko",
    "tw": "zh",
    "hk": "zh",
    "gb": "en",
    "uk": "en",
    "us": "en",
    "chs": "zh",
    "eng": "en",
    "kor": "ko",
    "jpn": "ja",
    "chi": "zh",
}


def similar_language(name: str, languages: AnyMapping[str, Language]) -> str:
    """The code of the language that was probably meant by a country, a tag, a locale or its name, or an empty string."""
    word = name.strip(_ODD + " ").casefold().replace("_", "-")
    for code, row in languages.items():
        if word in (
            code,
            row.tag.casefold(),
            row.locale.casefold().replace("_", "-"),
            row.og.casefold().replace("_", "-"),
            row.name.casefold(),
        ):
            return code
    meant = _COUNTRIES.get(word, word.partition("-")[0])
    near: Iterable[str] = [code for code in languages if code == meant or code.partition("-")[0] == meant]
    return next(iter(near), "")
