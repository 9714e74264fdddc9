"""`content/terms.yaml` → the declared vocabularies."""

from __future__ import annotations

from changlai.model import Term, Text
from changlai.problems import Problem
from changlai.read.fields import Fields
from changlai.read.names import RESERVED, is_slug, slug_of
from changlai.read.values import Tongues
from changlai.read.yamlnodes import Mapping, Scalar

VOCABULARIES = ("series", "topics")
_TOPIC = ("title", "summary", "aliases", "redirect_from", "order")
_SERIES = (*_TOPIC, "counter", "mark")


def read_terms(node: Mapping, path: str, problems: list[Problem], tongues: Tongues) -> dict[str, dict[str, Term]]:
    """Terms by vocabulary and id, in the order of the file."""
    file = Fields(node, path, problems, tongues)
    file.only(VOCABULARIES)
    return {vocabulary: _vocabulary(file, vocabulary) for vocabulary in VOCABULARIES}


def _vocabulary(file: Fields, vocabulary: str) -> dict[str, Term]:
    table = file.mapping(vocabulary)
    found: dict[str, Term] = {}
    for name in table.node.fields if table else ():
        assert table is not None
        if not is_slug(name):
            table.report_key("bad-slug", name, name=name, suggestion=slug_of(name))
        elif name in RESERVED:
            table.report_key("reserved-slug", name, name=name)
        value = table.get(name)
        if isinstance(value, Scalar):
            table.report("term-as-text", value, name=name, value=value.text)
        elif value is None:
            table.require(name)
        row = table.below(value) if isinstance(value, Mapping) else table.mapping(name) if value and not isinstance(value, Scalar) else None
        if row:
            found[name] = _term(row, vocabulary, name)
    return found


def _term(row: Fields, vocabulary: str, name: str) -> Term:
    ref = "series" if vocabulary == "series" else "topic"
    row.only(_SERIES if vocabulary == "series" else _TOPIC)
    row.require("title")
    counter = row.choice("counter", ("event", "issue")) if vocabulary == "series" else ""
    return Term(
        vocabulary=vocabulary,
        id=name,
        place=row.place(""),
        title=row.said("title", f"{ref}.title") or Text(row.place("title"), {}, f"{ref}.title"),
        summary=row.said("summary", f"{ref}.summary"),
        counter="event" if counter == "event" else "issue" if counter == "issue" else None,
        mark=row.text("mark") if vocabulary == "series" else "",
        aliases=row.names("aliases"),
        redirect_from=row.addresses("redirect_from"),
        order=row.number("order", least=-9999) or 0,
    )
