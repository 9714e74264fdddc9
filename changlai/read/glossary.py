"""`content/glossary.yaml` → the concepts that every language calls by a name of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as AnyMapping
from typing import get_args

from changlai.model import Concept, Exemption, Key, Rendering, Tie
from changlai.problems import Problem, problem, suggestion
from changlai.read.fields import Fields
from changlai.read.names import is_slug, slug_of
from changlai.read.values import Tongues
from changlai.read.yamlnodes import Mapping, Node, Scalar, Sequence, one_line

PATH = "content/glossary.yaml"
LONGEST = 120  # characters of a rendering: more is a sentence, which no text says twice
_FIELDS = ("note", "source", "once", "gloss", "gloss_required", "tie", "apart", "except")
_RENDERING = ("right", "accept", "forbid", "aliases")
_TIES: tuple[Tie, ...] = get_args(Tie)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]+)*")


def read_glossary(node: Mapping, path: str, problems: list[Problem], tongues: Tongues) -> dict[str, Concept]:
    """Concepts by id, in the order of the file."""
    file = Fields(node, path, problems, tongues)
    found: dict[str, Concept] = {}
    for name in node.fields:
        if not is_slug(name):
            file.report_key("bad-slug", name, name=name, suggestion=slug_of(name))
        value = file.get(name)
        if isinstance(value, Mapping):
            found[name] = _concept(file.below(value), name)
        elif value is None:
            file.require(name)
        else:
            text = value.text if isinstance(value, Scalar) else "…"
            file.report("glossary-flat", value, name=name, lang=tongues.source, value=text)
    _judge(file, found)
    return found


def _concept(row: Fields, id: str) -> Concept:
    languages = row.tongues.languages
    foreign = [name for name in row.node.fields if name not in {*languages, *_FIELDS} and _LANGUAGE.fullmatch(name)]
    for name in foreign:
        row.unknown_language(name, row.node.fields[name])
    row.only((*_FIELDS, *languages, *foreign))
    row.require(row.tongues.source)
    below = row.mapping("gloss")
    glosses = {code: below.text(code) for code in below.by_language()} if below else {}
    tie = row.choice("tie", _TIES)
    return Concept(
        id=id,
        place=row.place(""),
        words={code: said for code in languages if (said := _rendering(row, code, glosses.get(code, "")))},
        tie=next((known for known in _TIES if known == tie), None),
        apart=row.references("apart"),
        once=row.flag("once"),
        gloss_required=row.flag("gloss_required"),
        note=row.text("note"),
        source=row.text("source"),
        exemptions=tuple(found for below in row.records("except") if (found := _exemption(below))),
    )


def _rendering(row: Fields, lang: str, gloss: str) -> Rendering | None:
    """A plain text is the right rendering."""
    node = row.get(lang)
    if isinstance(node, Mapping):
        below = row.below(node)
        below.only(_RENDERING)
        below.require("right")
        right = below.text("right")
        found = Rendering(right, _texts(below, "accept"), dict(_forbidden(below, right)), _texts(below, "aliases"), gloss)
        sound = right and _fits(below, below.node.fields["right"], right)
        return found if _once(below, found) and sound else None
    text = row.text(lang)
    return Rendering(text, gloss=gloss) if node and text and _fits(row, node, text) else None


def _exemption(row: Fields) -> Exemption | None:
    row.only(("entry", "lang", "reason", "until"))
    row.require("entry", "reason", "until")
    entry, until, reason = row.reference("entry"), row.date("until", whole=True), row.text("reason")
    lang = row.choice("lang", row.tongues.languages)
    return Exemption(entry, lang, reason, until, row.place("")) if entry and until and reason else None


def _texts(row: Fields, name: str) -> tuple[str, ...]:
    words = row.words(name) if name in row.node.fields else ()
    return tuple(one_line(node.text) for node in words if _fits(row, node, node.text))


def _forbidden(row: Fields, right: str) -> Iterator[tuple[str, str]]:
    """A list of words, or a map of words to what is to stand in their place; in the list maps too."""
    node = row.node.fields.get("forbid")
    maps = (
        [node]
        if isinstance(node, Mapping)
        else [item for item in node.items if isinstance(item, Mapping)]
        if isinstance(node, Sequence)
        else []
    )
    for found in maps:
        below = row.below(found)
        for word, value in found.fields.items():
            if _fits(below, value, word):
                yield word, below.text(word) or right
    if isinstance(node, Sequence):
        node = node._replace(items=[item for item in node.items if not isinstance(item, Mapping)])
    if isinstance(node, Sequence | Scalar):
        plain = row.below(Mapping({"forbid": node}, row.node.keys, node.line, node.column))
        yield from ((word, right) for word in _texts(plain, "forbid"))


def _fits(row: Fields, node: Node, word: str) -> bool:
    """Whether a word can be looked for at all: one without a letter would be found everywhere or nowhere."""
    if len(word) <= LONGEST and any(sign.isalnum() for sign in word):
        return True
    row.report("glossary-word", node, word=word[:40], most=LONGEST)
    return False


def _once(row: Fields, found: Rendering) -> bool:
    """Whether each word stands once, and on one side."""
    good = [found.right, *found.accept, *found.aliases]
    both = [word for word in found.forbid if word in good]
    for word in both:
        row.report("glossary-both", row.node.fields["forbid"], word=word)
    for word in dict.fromkeys(word for word in good if word and good.count(word) > 1):
        row.report("glossary-twice", row.node, word=word)
    return not both


def _judge(file: Fields, concepts: AnyMapping[str, Concept]) -> None:
    """What can be seen only when all concepts are known."""
    owners: dict[str, str] = {}
    for concept in concepts.values():
        said = concept.words.get(file.tongues.source)
        for word in (said.right, *said.accept, *said.aliases) if said else ():
            first = owners.setdefault(word, concept.id)
            if first != concept.id:
                file.problems.append(problem("glossary-shared", concept.place, word=word, other=first))
        for other in concept.apart:
            if other.name not in concepts:
                similar = suggestion(other.name, concepts)
                code = "misspelt-reference" if similar else "unknown-reference"
                params = {"name": other.name, "suggestion": similar, "vocabulary": PATH, "home": PATH}
                file.problems.append(problem(code, other.place, **params))


def check_exemptions(concepts: Iterable[Concept], entries: Iterable[Key]) -> list[Problem]:
    """Entries named in exceptions that do not exist."""
    known = {str(key) for key in entries}
    found = []
    for exemption in (exemption for concept in concepts for exemption in concept.exemptions):
        entry = exemption.entry
        if entry.name not in known:
            kind = entry.name.partition("/")[0]
            similar = suggestion(entry.name, known)
            code = "misspelt-reference" if similar else "unknown-reference"
            home = f"content/{entry.name}/"
            found.append(problem(code, entry.place, name=entry.name, suggestion=similar, vocabulary=f"content/{kind}/", home=home))
    return found
