"""One entry and one language that translates it: what is written on both sides, and what there is to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from changlai import compare, markdown, translate
from changlai.collate import recorded_for
from changlai.exchange.agreement import Agreement
from changlai.gather import Documents, rules_of
from changlai.model import Bead, Block, Entry, Key, Library, Marked, Pair, Place, Record, Request, Typography, Unit

WORDLESS = frozenset({"code", "rule"})  # blocks that are the same in all languages
BRIEF = 160  # characters of what stands before and behind
Terms = Callable[[str, str, str], Sequence[tuple[str, str]]]  # of plain words in one language, with their right renderings in another


def no_terms(_: str, __: str, ___: str) -> Sequence[tuple[str, str]]:
    return ()


class Ask(NamedTuple):
    request: Request
    bead: Bead


class Task:
    """One entry and one language that translates it: both texts as they are written, and what there is to do."""

    def __init__(self, library: Library, entry: Entry, lang: str) -> None:
        self.library, self.entry, self.lang = library, entry, lang
        self.source = translate.source_of(library, entry)
        self.part = entry.key, lang
        self.there = lang in translate.languages(library, entry)
        self.record, self.record_path = recorded_for(library, self.part) if self.part in library.pairs else (None, "")
        # Of what is not there at all, nothing needs to be verified.
        self.known = self.record if self.record or self.there else Record(self.source, "", "", ())
        self.ours, self.theirs = translate.fields(entry, self.source), translate.fields(entry, lang)
        self.lines, self.target_lines = self._lines(self.source), self._lines(lang)
        self.blocks, self.target = self._blocks(self.source), self._blocks(lang)
        said = (_written(self.lines, block) for block in self.blocks)
        fields = [compare.field_of(name, words) for name, words in self.ours.items()]
        self.units: tuple[Unit, ...] = (*fields, *map(compare.unit_of, self.blocks, said))
        self.fields = len(fields)
        self.old: tuple[Unit, ...] = tuple(origin.unit for origin in self.known.origins) if self.known else ()
        self.pairs: Sequence[Pair] = library.pairs.get(self.part, ())
        self.beads = compare.beads(self.units, self.target, self.pairs, self.known)
        if not self.target and lang not in entry.editions:
            self._begin()

    def _begin(self) -> None:
        """Where there is no text yet, the translation begins with the source's words, each where it will be replaced."""
        self.target, self.target_lines = self.blocks, self.lines
        self.beads = tuple(bead._replace(target=tuple(n - self.fields for n in bead.new if n >= self.fields)) for bead in self.beads)

    @property
    def path(self) -> str:
        """Of the text of the translation."""
        return f"{self.entry.place.path.rpartition('/')[0]}/index.{self.lang}.md"

    @property
    def field_path(self) -> str:
        """Of the file that holds the fields."""
        return self.entry.place.path if self.entry.profile else self.path

    def within(self, name: str) -> tuple[str, ...]:
        """Where a field stands in its file."""
        if not self.entry.profile:
            return (name,)
        head, _, number = name.partition(".")
        return (head, number, "text", self.lang) if number else (head, self.lang)

    @property
    def unedited(self) -> tuple[Pair, ...]:
        """Which blocks stand beside which, as far as that is known."""
        beside = [([place - self.fields for place in bead.new if place >= self.fields], bead) for bead in self.beads]
        how = {True: "recorded", False: "section"}
        found = [Pair(tuple(places), bead.target, 1.0, how[bead.clear]) for places, bead in beside if places]  # type: ignore[arg-type]
        return (*found, *(Pair((), (place,), 1.0) for place in compare.alone(self.target, self.beads)))

    def _lines(self, lang: str) -> list[str]:
        documents = self.library.documents
        assert isinstance(documents, Documents)
        return documents.written((self.entry.key, lang)).split("\n") if (self.entry.key, lang) in documents else []

    def _blocks(self, lang: str) -> tuple[Block, ...]:
        part = self.entry.key, lang
        return self.library.documents[part].blocks if part in self.library.documents else ()

    @cached_property
    def definitions(self) -> str:
        """What the links of a part may be named by, wherever in the text that stands."""
        sides = (self.target_lines, self.target), (self.lines, self.blocks)
        return "\n\n" + "\n".join(line for lines, blocks in sides for line in _between(lines, blocks))

    def marked(self, text: str, lang: str) -> tuple[Marked, ...]:
        """The blocks of a part of one of the two texts."""
        last = text.count("\n") + 1
        found = markdown.marked(text + self.definitions, self.typography(lang), self.refs)
        return tuple(part for part in found if part.block.line <= last)

    def typography(self, lang: str) -> Typography:
        return self.library.settings.languages[lang].typography

    @cached_property
    def refs(self) -> frozenset[str]:
        return frozenset(rules_of(self.library.settings, "").refs)

    @property
    def title(self) -> str:
        profile = self.entry.profile
        return profile.name.words.get(self.source, "") if profile else self.entry.editions[self.source].title

    def differs(self, name: str) -> bool:
        """Whether a field need not say the numbers of its source: each country writes an address in its own way, and a translator may say
        that title and summary differ."""
        edition = self.entry.editions.get(self.lang)
        return name == "address" or bool(edition and not self.entry.profile and edition.differs)

    def agreement(self, bead: Bead) -> Agreement:
        """How a new translation of a part is held to the numbers of its source; what the rest of the translation says is known."""
        rest = [block for place, block in enumerate(self.target) if place not in bead.target]
        name = self.name(bead)
        fields = [text for other, text in self.theirs.items() if other != name]
        kinds = self.typography(self.source), self.typography(self.lang)
        return Agreement(kinds, ([*self.ours.values()], self.blocks), (fields, rest))

    def present(self, bead: Bead) -> str:
        """The translation as it is written; empty where nobody has begun it."""
        name = self.name(bead)
        text = self.theirs.get(name, "") if name else "\n\n".join(_written(self.target_lines, self.target[place]) for place in bead.target)
        return "" if self._untouched(bead, text) else text

    def _untouched(self, bead: Bead, text: str) -> bool:
        """Whether the source's own words stand there, as they do in an edition that was only just made."""
        return not bead.old and not self.name(bead) and text == self.said(bead)

    def name(self, bead: Bead) -> str:
        return (self.units[bead.new[0]] if bead.new else self.old[bead.old[0]]).name

    def said(self, bead: Bead) -> str:
        """What the source says; of what was removed, what it said."""
        units = [self.units[place] for place in bead.new] or [self.old[place] for place in bead.old]
        return "\n\n".join(unit.text for unit in units)

    def was(self, bead: Bead) -> str:
        """What the translation was made from, where that is something else."""
        before = "\n\n".join(self.old[place].text for place in bead.old)
        return before if bead.kind == "changed" and before != self.said(bead) else ""

    def asks(self, terms: Terms = no_terms) -> Iterator[Ask]:
        """Everything that there is, the same for the same texts and record."""
        again: Counter[str] = Counter()
        for bead in self.beads:
            base = self._base(bead)
            again[base] += 1
            name = f"{base}-{again[base]}" if again[base] > 1 else base
            yield Ask(self._request(bead, f"{name}:{self.stamp(bead)}", terms), bead)

    def _base(self, bead: Bead) -> str:
        units = [self.units[place] for place in bead.new] or [self.old[place] for place in bead.old]
        digests = [unit.digest for unit in units]
        digest = digests[0] if len(digests) == 1 else compare.hashed("\n".join(digests))
        what = "gone" if bead.kind == "removed" else units[0].name or "block"
        return f"{self.entry.key.kind}:{self.entry.key.slug}:{what}:{digest}"

    def stamp(self, bead: Bead) -> str:
        """What the translation says now, in short: a packet does not undo what was written since."""
        text = self.present(bead)
        return compare.hashed(text)[:8] if text else "0"

    def _request(self, bead: Bead, name: str, terms: Terms) -> Request:
        source, present = self.said(bead), self.present(bead)
        parts = () if self.name(bead) else self.marked(source, self.source)
        words = "\n".join(part.block.text for part in parts) if parts else source
        wordless = bool(parts) and all(part.block.kind in WORDLESS for part in parts)
        heading, before, after = self._around(bead)
        return Request(
            id=name,
            entry=str(self.entry.key),
            title=self.title,
            place=self._place(bead),
            kind="new" if bead.kind == "unverified" and not present else bead.kind,
            name=self.name(bead),
            source=source,
            old=self.was(bead),
            target=source if wordless and bead.new and not present else present,
            heading=heading,
            before=before,
            after=after,
            keep=tuple(compare.marks(parts)),
            terms=tuple(terms(words, self.source, self.lang)),
        )

    def _around(self, bead: Bead) -> tuple[str, str, str]:
        """The heading of its section, what stands before it and what behind it."""
        places = [place - self.fields for place in bead.new if place >= self.fields]
        if not places:
            return "", "", ""
        first, last = places[0], places[-1]
        heading = next((block.text for block in reversed(self.blocks[:first]) if block.kind == "heading"), "")
        before = self.blocks[first - 1].text if first and self.blocks[first - 1].kind != "heading" else ""
        after = self.blocks[last + 1].text if last + 1 < len(self.blocks) else ""
        return heading, _brief(before, end=True), _brief(after)

    def _place(self, bead: Bead) -> Place:
        """In the source; of what was removed, in the translation."""
        lang = self.lang if bead.kind == "removed" else self.source
        edition = self.entry.editions.get(lang)
        places = bead.target if bead.kind == "removed" else [place - self.fields for place in bead.new]
        if self.name(bead) or edition is None or not places:
            return edition.place if edition and not self.entry.profile else self.entry.place
        blocks = self.target if bead.kind == "removed" else self.blocks
        return Place(edition.place.path, edition.body_line + blocks[places[0]].line - 1)


def task(library: Library, key: Key, lang: str) -> Task | None:
    """None where an entry is not there to be translated into a language; nor is one whose name it cannot keep, and under which its files
    might not be found again."""
    entry = library.entries[key]
    tally = library.tallies.get((key, lang))
    if entry.withdrawn or not key.slug.isascii() or lang == translate.source_of(library, entry) or (tally and tally.state == "orphan"):
        return None
    return Task(library, entry, lang)


def indexed(made: Task) -> Mapping[str, Ask]:
    """By the part of the id that binds a request to its source."""
    return {ask.request.id.rpartition(":")[0]: ask for ask in made.asks()}


def _written(lines: Sequence[str], block: Block) -> str:
    return "\n".join(lines[block.line - 1 : block.end - 1])


def _between(lines: Sequence[str], blocks: Sequence[Block]) -> list[str]:
    """What stands in no block: definitions of links."""
    inside = {line for block in blocks for line in range(block.line - 1, block.end - 1)}
    return [line for number, line in enumerate(lines) if number not in inside and line.strip()]


def _brief(text: str, end: bool = False) -> str:
    text = " ".join(text.split())
    if len(text) <= BRIEF:
        return text
    return "…" + text[-BRIEF:] if end else text[:BRIEF] + "…"
