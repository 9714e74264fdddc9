"""Every translation beside its source edition: which blocks say the same, what has changed since, what cannot be right. What is found is
remembered by the two texts and the record of the translation."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import chain, groupby
from typing import Any, NamedTuple

from changlai import compare, translate
from changlai.codec import Codec
from changlai.executor import Executor
from changlai.gather import Documents
from changlai.model import Block, Document, Entry, File, Finding, Key, Library, Pair, Place, Record, Tally, Typography, Unit
from changlai.problems import Problem, problem
from changlai.progress import Progress
from changlai.record import Wrong, load, owner_of, path_of
from changlai.store import Store, fingerprint

TALLIES: Codec[Tally] = Codec(Tally)
PAIRS: Codec[tuple[Pair, ...]] = Codec(tuple[Pair, ...])
PAIRED = "pairs-"  # before the key of a tally: which blocks stand beside which
ENOUGH = 0.5  # share of a record's blocks that an entry must hold to be the one that was renamed
Part = tuple[Key, str]


class Beside(NamedTuple):
    """One translation, what it translates, and the file that says what it was made from."""

    entry: Entry
    source: str  # language; the translation's own where the source edition is gone
    lang: str
    record: File | None

    @property
    def part(self) -> Part:
        return self.entry.key, self.lang


def collate(library: Library, store: Store, version: str, workers: Executor, watch: Progress) -> tuple[Library, list[Problem]]:
    """The library with the tally of every translation, and what is wrong in the files of `translations/status/`."""
    found, problems = translations(library, store)
    keys = {beside.part: key_of(library, beside, version) for beside in found}
    held = store.recall_all(keys.values())
    known: dict[str, Tally] = {}
    with suppress(ValueError):
        known = dict(zip(held, TALLIES.load_all(held.values()), strict=True))
    fresh = [
        [(beside, store.get(beside.record.digest) if beside.record else b"") for beside in some if keys[beside.part] not in known]
        for _, some in groupby(found, lambda beside: beside.entry.key)
    ]
    fresh = [some for some in fresh if some]
    store.settle()  # other processes read the documents from it
    weigh = Weighing(library.documents, {code: language.typography for code, language in library.settings.languages.items()})
    # Kept when all are there: who writes keeps those from reading who still work.
    weighed = [*watch.each(workers.map(weigh, fresh), len(fresh))]
    for (beside, _), (tally, paired) in zip(chain(*fresh), chain(*weighed), strict=True):
        name = keys[beside.part]
        store.keep(name, TALLIES.dump(tally))
        store.keep(PAIRED + name, PAIRS.dump(paired))
        known[name] = tally
    for beside in found:
        name = keys[beside.part]
        store.use(PAIRED + name)
        problems += [told(beside, finding) for finding in known[name].findings]
    tallies = {part: known[name] for part, name in keys.items()}
    pairs = Pairs(store, {beside.part: (keys[beside.part], beside) for beside in found}, weigh)
    return replace(library, tallies=tallies, pairs=pairs), problems


def translations(library: Library, store: Store) -> tuple[list[Beside], list[Problem]]:
    """Every edition that translates another, or did; and the records that belong to none."""
    found: list[Beside] = []
    problems: list[Problem] = []
    waiting: list[int] = []
    strays = {path: file for path, file in library.records.items() if (owner := owner_of(path)) and owner[0] not in library.entries}
    for entry in library.entries.values():
        source = translate.source_of(library, entry)
        for lang in translate.languages(library, entry):
            record = library.records.get(path_of(entry.key, lang))
            if lang == source and (record is None or recorded(record, store).source in (lang, "")):
                continue
            found.append(Beside(entry, source, lang, record))
            if strays and not record:
                waiting.append(len(found) - 1)
    for place in waiting:
        beside = found[place]
        path = best(library, beside, {path: recorded(file, store) for path, file in strays.items() if f".{beside.lang}." in path})
        if path:
            found[place] = beside._replace(record=strays.pop(path))
    problems += [problem("status-stray", Place(path), entry=owner[0]) for path in strays if (owner := owner_of(path))]
    return found, problems


def recorded(file: File, store: Store) -> Record:
    """What a file says; one that says nothing is told where it is used."""
    with suppress(Wrong):
        return load(store.get(file.digest), words=False)
    return Record("", "", "", ())


def told(beside: Beside, finding: Finding) -> Problem:
    """What is wrong with a translation in its file; with its record in that of the record."""
    edition, record = beside.entry.editions.get(beside.lang), beside.record
    path = record.path if record and finding.code.startswith("status-") else edition.place.path if edition else beside.entry.place.path
    return problem(finding.code, Place(path, finding.line, finding.column), **dict(finding.params))


def best(library: Library, beside: Beside, records: Mapping[str, Record]) -> str:
    """The record of an entry that is gone, but for its folder's name: most of what it was made from stands in this one."""
    document = library.documents.get((beside.entry.key, beside.source))
    here = {compare.unit_of(block).digest for block in document.blocks} if document else set()
    here |= {compare.field_of(name, words).digest for name, words in translate.fields(beside.entry, beside.source).items()}
    shares = {path: share([origin.unit.digest for origin in record.origins], here) for path, record in records.items()}
    return max((path for path, found in shares.items() if found > ENOUGH), key=lambda path: shares[path], default="")


def share(digests: Sequence[str], here: Collection[str]) -> float:
    return sum(digest in here for digest in digests) / len(digests) if digests else 0.0


def key_of(library: Library, beside: Beside, version: str) -> str:
    """What a tally follows from."""
    entry, source, lang, record = beside
    gists = [(gist.said if (gist := library.gists.get((entry.key, code))) else "") for code in (source, lang)]
    said = translate.fields(entry, source), translate.fields(entry, lang)
    kinds = [library.settings.languages[code].typography for code in (source, lang)]
    return fingerprint("tally", version, source, lang, kinds, gists, said, record.digest if record else "", [*entry.editions])


class Weighing:
    """From the translations of an entry and the bytes of their records to their tallies, and to which blocks stand beside which."""

    def __init__(self, documents: Mapping[Part, Document], typography: Mapping[str, Typography]) -> None:
        self.documents, self.typography = documents, typography

    def __call__(self, tasks: Sequence[tuple[Beside, bytes]]) -> list[tuple[Tally, tuple[Pair, ...]]]:
        return [self.weigh(beside, data) for beside, data in tasks]

    def weigh(self, beside: Beside, data: bytes) -> tuple[Tally, tuple[Pair, ...]]:
        entry, source, lang, file = beside
        record: Record | None = None
        findings: tuple[Finding, ...] = ()
        try:
            record = load(data) if file else None
        except Wrong as wrong:
            findings = (Finding("status-form", wrong.line, 1),)
        if record and record.source != source and record.source not in entry.editions:
            return Tally("orphan", made_from=record.made_from, accepted=record.accepted), ()
        here, there = (document.blocks if (document := self.documents.get((entry.key, code))) else () for code in (source, lang))
        pairs = beside_each_other(here, there, (self.typography[source], self.typography[lang]), record)
        tally = compare.tally([*fields(entry, lang, source), *map(compare.unit_of, here)], there, pairs, record, bool(entry.profile))
        if tally.state == "stale":
            # What is another version and what is new is told by the words as they are written.
            tally = compare.tally(units(self.documents, entry, lang, source), there, pairs, record, bool(entry.profile))
        return tally._replace(findings=findings), pairs


def beside_each_other(
    source: Sequence[Block], target: Sequence[Block], languages: tuple[Typography, Typography], record: Record | None
) -> tuple[Pair, ...]:
    """Which blocks say the same. What was recorded once and has not changed since stays as it was."""
    known: list[tuple[int, int]] = []
    if record:
        now = {compare.unit_of(block).digest: place for place, block in enumerate(source)}
        there = {block.digest: place for place, block in enumerate(target)}
        known = [
            (now[origin.unit.digest], there[digest])
            for origin in record.origins
            for digest in origin.into
            if origin.unit.digest in now and digest in there
        ]
    sides = [[compare.traits(block, kind) for block in blocks] for blocks, kind in zip((source, target), languages, strict=True)]
    return compare.align(sides[0], sides[1], languages, known)


class Pairs(Mapping[Part, tuple[Pair, ...]]):
    """Which blocks of a translation stand beside which of its source; fetched one by one, since few pages show them."""

    def __init__(self, store: Store, places: Mapping[Part, tuple[str, Beside]], weigh: Weighing) -> None:
        self._store, self._places, self._weigh = store, places, weigh

    def __getitem__(self, part: Part) -> tuple[Pair, ...]:
        name, beside = self._places[part]
        with suppress(ValueError):
            return PAIRS.load(self._store.recall(PAIRED + name) or b"")
        return self._weigh.weigh(beside, self._store.get(beside.record.digest) if beside.record else b"")[1]

    def __contains__(self, part: object) -> bool:
        return part in self._places

    def __iter__(self) -> Iterator[Part]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __reduce__(self) -> tuple[Any, ...]:
        """To a process that has not grown out of this one."""
        return Pairs, (Store(None), self._places, self._weigh)

    def record(self, part: Part) -> tuple[Record | None, str]:
        """What the translation was made from, and the path of the file that says it."""
        beside = self._places[part][1]
        with suppress(Wrong):
            return (load(self._store.get(beside.record.digest)), beside.record.path) if beside.record else (None, "")
        return None, beside.record.path if beside.record else ""


def recorded_for(library: Library, part: Part) -> tuple[Record | None, str]:
    """What a translation was made from, as far as that is recorded, and the path of the file that says it."""
    assert isinstance(library.pairs, Pairs)
    return library.pairs.record(part)


def heads(library: Library, entry: Entry, day: str) -> Record:
    """The beginning of a record that is written on `day`."""
    source = translate.source_of(library, entry)
    edition = entry.editions.get(source)
    dated = (edition.updated if edition else None) or entry.updated or entry.date
    return Record(source, str(dated or ""), day, ())


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
