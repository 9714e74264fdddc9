"""The glossary, ready for use, and one edition while it is judged."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from changlai.compare.matching import Matcher, Sense, Use, matcher
from changlai.compare.spelling import key
from changlai.compare.ties import Partner, Partners, Say, partners
from changlai.compare.written import Written, plainly, written
from changlai.model import Block, Concept, Date, Entry, Exemption, Finding, Key, Language, Library, Rendering

SILENT = frozenset({"code", "html", "rule"})  # blocks without words of a writer
LINE = "line"  # the kind of a block that is no Markdown, but one line of a profile or a title


class Terms(NamedTuple):
    """The glossary, compiled for every language of a site."""

    concepts: Mapping[str, Concept]
    languages: Mapping[str, Language]
    matchers: Mapping[str, Matcher]  # by language
    partners: Partners
    named: Mapping[str, Key]  # the entry of which a concept is the name
    owned: Mapping[Key, Sequence[str]]  # and the other way round
    kinds: Mapping[str, re.Pattern[str]]  # by language: what stands behind names, such as County
    inner: Mapping[str, Mapping[str, Mapping[str, str]]]  # by language and concept: names inside of its words, by concept
    abroad: Mapping[str, Sequence[tuple[str, str]]]  # by concept: languages, and words that are forbidden in them
    exempt: Mapping[str, Sequence[tuple[str, Exemption]]]  # by entry: concepts


class Side(NamedTuple):
    """One edition."""

    lang: str
    blocks: Sequence[Block]
    body: Callable[[], str]  # its Markdown, asked for only where a place must be told
    head: str = ""  # what readers have read before: title, summary


def compiled(library: Library, say: Say) -> Terms:
    """`say` gives a text of the site as readers of a language get it."""
    languages, concepts, kinds = library.settings.languages, library.glossary, library.settings.kinds
    entries = [*library.entries.values()]
    named = dict(_named(entries, concepts.values()))
    references = [Sense(id, f"{{{kinds[entry.kind].ref}:{entry.slug}}}", "accepted") for id, entry in named.items()]
    exempt: dict[str, list[tuple[str, Exemption]]] = {}
    for concept in concepts.values():
        for exemption in concept.exemptions:
            exempt.setdefault(exemption.entry.name, []).append((concept.id, exemption))
    matchers = {
        # A reference names nothing where the glossary has no word for it.
        code: matcher(concepts.values(), language, [each for each in references if code in concepts[each.concept].words])
        for code, language in languages.items()
    }
    return Terms(
        concepts,
        languages,
        matchers,
        partners(entries, kinds, concepts.values(), say, languages),
        named,
        {key: [id for id in named if named[id] == key] for key in named.values()},
        {code: _kinds(concepts.values(), code, language.typography == "latin") for code, language in languages.items()},
        {code: {concept.id: _inner(concept, concepts.values(), code) for concept in concepts.values()} for code in languages},
        _abroad(matchers),
        exempt,
    )


def _named(entries: Iterable[Entry], concepts: Iterable[Concept]) -> Iterator[tuple[str, Key]]:
    """Concepts whose right rendering is the name of an entry: `{city:paks}` names them too."""
    owners = {key(said.right): concept.id for concept in concepts for said in concept.words.values()}
    for entry in entries:
        names = entry.profile.name.words.values() if entry.profile else ()
        yield from ((owners[key(name)], entry.key) for name in names if key(name) in owners)


def _kinds(concepts: Iterable[Concept], lang: str, gaps: bool) -> re.Pattern[str]:
    """Of names whose short form may stand without it; where words have gaps between them, of all."""
    names = [said for concept in concepts if concept.once and (said := concept.words.get(lang))]
    tails = {said.right.removeprefix(word) for said in names for word in said.accept if said.right.startswith(word)}
    if gaps:
        tails |= {f" {tail}" for said in names if (tail := said.right.rpartition(" ")[2])[:1].isupper() and " " in said.right}
    ways = "|".join(re.escape(tail) for tail in sorted(tails, key=len, reverse=True) if gaps or len(tail) == 1)
    return re.compile(rf"(?:{ways or '(?!)'})" + (r"(?!\w)" if gaps else ""))


def _inner(concept: Concept, others: Iterable[Concept], lang: str) -> dict[str, str]:
    said = concept.words.get(lang)
    words = [other for other in others if other.once and other is not concept and lang in other.words] if said else []
    whole = "\n".join((said.right, *said.accept)) if said else ""
    return {other.id: found for other in words if (found := next((word for word in _sound(other.words[lang]) if word in whole), ""))}


def _sound(said: Rendering) -> tuple[str, ...]:
    return (said.right, *said.accept)


def _abroad(matchers: Mapping[str, Matcher]) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for lang, known in matchers.items():
        for concept, word, how in chain.from_iterable(known.plain.values()):
            if how == "forbidden" and (lang, word) not in found.setdefault(concept, []):
                found[concept].append((lang, word))
    return found


def words_of(side: Side, block: Block, tag: str) -> Written:
    return written(side.body().split("\n")[block.line - 1 : block.end - 1], block.line, tag)


class Case:
    """One edition while it is judged: what it names, and the concepts from which it is not exempt."""

    def __init__(self, terms: Terms, entry: Key, edition: Side, day: Date) -> None:
        self.terms, self.edition = terms, edition
        self.lang = terms.languages[edition.lang]
        self.matcher = terms.matchers[edition.lang]
        self.home: Partner | None = terms.partners.links.get(str(entry))
        found = terms.exempt.get(str(entry), ())
        exempt = {id for id, exemption in found if exemption.lang in ("", edition.lang) and exemption.until >= day}
        self.concepts = {id: concept for id, concept in terms.concepts.items() if id not in exempt} if exempt else terms.concepts
        self.own = [id for id in terms.owned.get(entry, ()) if id in self.concepts]
        self.lines: list[str] = []  # of the body, once they were asked for
        self.uses = [self.found(block.text) if block.kind not in SILENT else () for block in edition.blocks]

    def found(self, text: str) -> tuple[Use, ...]:
        return tuple(use for use in self.matcher.find(text) if use.concept in self.concepts)

    def written(self, block: Block) -> Written:
        if block.kind == LINE:
            return plainly(block.text)
        self.lines = self.lines or self.edition.body().split("\n")
        return written(self.lines[block.line - 1 : block.end - 1], block.line, self.lang.tag)

    def forbidden(self, use: Use, words: Written) -> Finding:
        right = self.concepts[use.concept].words[self.lang.code].forbid[use.word]
        params = {"word": words.text[use.start : use.end], "right": right, "id": use.concept}
        return Finding("term-forbidden", *words.place(use.start), tuple(params.items()))
