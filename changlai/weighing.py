"""One translation beside its source: from the two texts, and the record of what it was made from, to its tally."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from changlai import compare, read, translate
from changlai.gather import Documents
from changlai.model import Block, Date, Datum, Document, Entry, File, Finding, Key, Language, Pair, Place, Record, Tally, Traits, Unit
from changlai.record import Wrong, load

Part = tuple[Key, str]


class Beside(NamedTuple):
    """One edition, what it translates, and the file that says what it was made from."""

    entry: Entry
    source: str  # language; the edition's own where it translates none
    lang: str
    record: File | None

    @property
    def part(self) -> Part:
        return self.entry.key, self.lang


class Side(NamedTuple):
    """One edition, as far as it is compared."""

    version: compare.Version
    traits: Sequence[Traits]
    fields: Mapping[str, Sequence[Datum]]  # what its fields say, by name
    terms: compare.Side


class Weighing:
    """From the editions of an entry, with the bytes of their records, to their tallies, and to which blocks stand beside which."""

    def __init__(
        self,
        project: Path,
        documents: Mapping[Part, Document],
        languages: Mapping[str, Language],
        terms: compare.Terms | None,
        day: Date,
        digests: Mapping[str, str],
    ) -> None:
        self.project, self.documents, self.languages, self.terms, self.day = project, documents, languages, terms, day
        self.digests = digests  # of the files that were read, by path
        self._sides: dict[Part, Side] = {}  # of the entry at hand: its source is wanted for each translation

    def __call__(self, tasks: Sequence[tuple[Beside, bytes]]) -> list[tuple[Tally, tuple[Pair, ...]]]:
        self._sides.clear()
        return [self.weigh(beside, data) for beside, data in tasks]

    def weigh(self, beside: Beside, data: bytes) -> tuple[Tally, tuple[Pair, ...]]:
        entry, source, lang, file = beside
        if source == lang and file is None:
            return Tally("fresh", findings=tuple(self.judged(beside, ()))), ()
        record: Record | None = None
        found: list[Finding] = []
        try:
            record = load(data) if file else None
        except Wrong as wrong:
            found.append(Finding("status-form", wrong.line, 1, path=file.path if file else ""))
        if record and record.source != source and record.source not in entry.editions:
            return Tally("orphan", made_from=record.made_from, accepted=record.accepted), ()
        here, there = self.side(entry, source), self.side(entry, lang)
        blocks = here.version.blocks, there.version.blocks
        kinds = self.languages[source].typography, self.languages[lang].typography
        pairs = compare.align(here.traits, there.traits, kinds, [*known(*blocks, record)] if record else ())
        said = [*fields(entry, lang, source), *map(compare.unit_of, blocks[0])]
        record = compare.kept(record, translate.fields(entry, lang), *blocks, pairs) if record else None
        tally = compare.tally(said, blocks[1], pairs, record, bool(entry.profile))
        if tally.state == "stale":
            # What is another version and what is new is told by the words as they are written.
            tally = compare.tally(units(self.documents, entry, lang, source), blocks[1], pairs, record, bool(entry.profile))
        found += self.judged(beside, pairs)
        return tally._replace(findings=tuple(found)), pairs

    def blocks(self, part: Part) -> Sequence[Block]:
        document = self.documents.get(part)
        return document.blocks if document else ()

    def side(self, entry: Entry, lang: str) -> Side:
        part, language = (entry.key, lang), self.languages[lang]
        if part not in self._sides:
            blocks = self.blocks(part)
            data = [compare.data(block.text, language.typography) for block in blocks]
            traits = [compare.traits(block, language.typography, said) for block, said in zip(blocks, data, strict=True)]
            edition = entry.editions.get(lang)
            head = f"{edition.title}\n{edition.summary}" if edition else ""
            beside = {name: compare.data(words, language.typography) for name, words in translate.fields(entry, lang).items()}
            version = compare.Version(blocks, data, compare.everything([*beside.values(), *data]))
            self._sides[part] = Side(version, traits, beside, compare.Side(lang, blocks, Body(self.documents, part), head))
        return self._sides[part]

    def judged(self, beside: Beside, pairs: Sequence[Pair]) -> Iterator[Finding]:
        """What is wrong in the words of an edition, by itself and beside its source; lines are those of its file."""
        entry, source, lang, _ = beside
        here, edition = self.side(entry, lang), entry.editions.get(lang)
        above, beyond = (edition.body_line - 1 if edition else 0), source != lang
        if self.terms:
            other = self.side(entry, source).terms if beyond else None
            for found in compare.judge(self.terms, entry.key, here.terms, self.day, other, pairs):
                yield found._replace(line=found.line + above)
        if beyond:

            def find(block: Block, word: str) -> tuple[int, int]:
                rows = here.terms.body().split("\n")[block.line - 1 : block.end - 1]
                return compare.written(rows, block.line, self.languages[lang].tag).find(word)

            def depth(block: Block, target: str) -> float:
                words = "\n".join(self.side(entry, source).terms.body().split("\n")[block.line - 1 : block.end - 1])
                return max(words.find(target), 0) / max(len(words), 1)

            for found in compare.agree(self.side(entry, source).version, here.version, pairs, find, depth):
                yield found._replace(line=found.line + above)
        yield from self.judged_fields(beside)

    def judged_fields(self, beside: Beside) -> Iterator[Finding]:
        """The same of its fields; of a profile at the place of each text."""
        entry, source, lang, _ = beside
        edition, texts = entry.editions.get(lang), dict(translate.profile_texts(entry))
        said, here = translate.fields(entry, source) if source != lang else {}, translate.fields(entry, lang)
        for name, words in here.items():
            found: list[Finding] = []
            original = said.get(name, "")
            if self.terms:
                rest = "\n".join(text for other, text in here.items() if other != name)
                found += compare.judge_line(self.terms, entry.key, lang, words, self.day, (source, original), rest, bool(entry.profile))
            if original and not (edition and not entry.profile and edition.differs):
                there, this = self.side(entry, source), self.side(entry, lang)
                facts = compare.agree_in_line(there.version, there.fields[name], this.version, this.fields[name], not entry.profile)
                # Each country writes an address in its own way, but no number of it changes.
                found += [one for one in facts if name != "address" or one.code == "fact-differs"]
            for one in found:
                place = texts[name].place if name in texts else Place(edition.place.path if edition else "")
                line, column = read.words_place(self.project, place, "" if name in texts else name, words, self.digests[place.path])
                yield one._replace(line=line, column=column + one.column - 1, path=place.path)


class Body:
    """The Markdown of an edition, asked for only where a place must be told."""

    def __init__(self, documents: Mapping[Part, Document], part: Part) -> None:
        self.documents, self.part = documents, part

    def __call__(self) -> str:
        assert isinstance(self.documents, Documents)
        return self.documents.written(self.part)


def known(source: Sequence[Block], target: Sequence[Block], record: Record) -> Iterator[tuple[int, int]]:
    """What was recorded once and has not changed since stays as it was."""
    now = {compare.unit_of(block).digest: place for place, block in enumerate(source)}
    there = {block.digest: place for place, block in enumerate(target)}
    for unit, into in record.origins:
        if unit.digest in now:
            yield from ((now[unit.digest], there[digest]) for digest in into if digest in there)


def fields(entry: Entry, lang: str, source: str) -> list[Unit]:
    """What an edition in `source` says beside its text for one in `lang` to say again."""
    return [compare.field_of(name, words) for name, (words, _) in translate.shared(entry, source, lang).items()]


def units(documents: Mapping[Part, Document], entry: Entry, lang: str, source: str) -> tuple[Unit, ...]:
    """The fields, and then the blocks, as they are written."""
    part, said = (entry.key, source), fields(entry, lang, source)
    if part not in documents:
        return tuple(said)
    assert isinstance(documents, Documents)
    lines = documents.written(part).split("\n")
    return (*said, *(compare.unit_of(block, "\n".join(lines[block.line - 1 : block.end - 1])) for block in documents[part].blocks))
