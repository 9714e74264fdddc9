"""Every translation beside its source edition: which blocks say the same, what has changed since, what cannot be right. What is found is
remembered by the two texts and the record of the translation."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from itertools import chain, groupby
from pathlib import Path
from typing import Any, TypeVar

from changlai import compare, translate
from changlai.codec import Codec
from changlai.executor import Executor
from changlai.model import Date, Entry, File, Finding, Key, Library, Pair, Place, Record, Tally
from changlai.problems import Problem, problem
from changlai.progress import Progress
from changlai.record import Wrong, load, owner_of, path_of
from changlai.store import Store, digest, fingerprint
from changlai.weighing import Beside, Part, Weighing

T = TypeVar("T")
TALLIES: Codec[Tally] = Codec(Tally)
PAIRS: Codec[tuple[Pair, ...]] = Codec(tuple[Pair, ...])
PAIRED = "pairs-"  # before the key of a tally: which blocks stand beside which
ENOUGH = 0.5  # share of a record's blocks that an entry must hold to be the one that was renamed


def collate(
    library: Library, project: Path, say: translate.Speaker, today: date, store: Store, version: str, workers: Executor, watch: Progress
) -> tuple[Library, list[Problem]]:
    """The library with the tally of every translation, and what is wrong in the words of editions and in the files of
    `translations/status/`."""
    found, problems = translations(library, store)
    # A source is judged by itself; one that translated another once is there already.
    there = {beside.part for beside in found}
    alone = ((entry, translate.source_of(library, entry)) for entry in library.entries.values())
    found += [Beside(entry, source, source, None) for entry, source in alone if (entry.key, source) not in there]
    found.sort(key=lambda beside: beside.part)
    day = Date(today.year, today.month, today.day)
    terms = terms_of(library, say, day, version)
    keys = {beside.part: key_of(library, beside, terms) for beside in found}
    known = store.load_all("tallies", keys.values(), TALLIES.load_all)
    fresh = [
        [(beside, store.get(beside.record.digest) if beside.record else b"") for beside in some if keys[beside.part] not in known]
        for _, some in groupby(found, lambda beside: beside.entry.key)
    ]
    fresh = [some for some in fresh if some]
    store.settle()  # other processes read the documents from it
    compiled = compile_terms(library, say, store, terms) if fresh else None
    weigh = Weighing(project, library.documents, library.settings.languages, compiled, day, library.digests)
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
        problems += [told(beside, placed(library, beside, each)) for each in known[name].findings if is_wrong(library, beside, each)]
    # Whose a record is that follows a renamed entry, other entries decide: for the signs of pages it is a file of the entry that has it.
    followed = {path_of(*beside.part): beside.record.digest for beside in found if beside.record}
    library = library._replace(digests={**library.digests, **followed})
    tallies = {beside.part: known[keys[beside.part]] for beside in found if beside.lang != beside.source or beside.record}
    pairs = Pairs(store, {beside.part: (keys[beside.part], beside) for beside in found}, weigh)
    return library._replace(tallies=tallies, pairs=pairs), problems


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


def is_wrong(library: Library, beside: Beside, finding: Finding) -> bool:
    """A link is not missed where the translation leads there by another way of writing it, nor where it would lead to nothing in the
    reader's language."""
    if finding.code != "link-lost":
        return True
    key = beside.entry.key
    target = dict(finding.params)["target"]
    goal = aim(library, key, target)
    written = library.gists[beside.part].targets if beside.part in library.gists else ()
    leading = [each for each in written if aim(library, key, each) == goal]
    if goal == key or (
        leading and ("#" not in target or any("#" in each for each in leading) or not has_sections(library, goal, beside.lang))
    ):
        return False
    return not isinstance(goal, Key) or (goal in library.entries and beside.lang in translate.languages(library, library.entries[goal]))


def has_sections(library: Library, goal: Key | str, lang: str) -> bool:
    """Whether an edition has places that a link can lead to."""
    part = (goal, lang) if isinstance(goal, Key) else None
    return bool(part and part in library.documents and any(block.id for block in library.documents[part].blocks))


def placed(library: Library, beside: Beside, finding: Finding) -> Finding:
    """A link that is missed, at the block or its neighbour that says the name of where it leads."""
    edition = beside.entry.editions.get(beside.lang)
    goal = aim(library, beside.entry.key, dict(finding.params)["target"]) if finding.code == "link-lost" and edition else ""
    entry = library.entries.get(goal) if isinstance(goal, Key) else None
    if not edition or not entry or beside.part not in library.documents:
        return finding
    there = entry.editions.get(beside.lang)
    names = {there.title if there else "", entry.profile.name.words.get(beside.lang, "") if entry.profile else ""} - {""}
    blocks, line = library.documents[beside.part].blocks, finding.line - edition.body_line + 1
    at = next((at for at, block in enumerate(blocks) if block.line == line), 0)
    saying = [at for at, block in enumerate(blocks) if any(name in block.text for name in names)]
    nearest = min(saying, key=lambda place: abs(place - at), default=at)
    return finding if abs(nearest - at) > 1 else finding._replace(line=blocks[nearest].line + edition.body_line - 1)


def aim(library: Library, key: Key, target: str) -> Key | str:
    """The entry that a target written in the texts of `key` means; what is none as a path, or as it is written."""
    target = target.partition("#")[0]
    scheme, colon, slug = target.partition(":")
    if colon:
        kind = next((kind.name for kind in library.settings.kinds.values() if kind.ref == scheme), "")
        return Key(kind, slug) if kind else target
    path = posixpath.normpath(f"content/{key}/{target}")
    _, *names = path.split("/")
    leads = len(names) == 2 or (len(names) == 3 and names[2].endswith((".md", ".yaml")))
    return Key(names[0], names[1]) if leads else path


def told(beside: Beside, finding: Finding) -> Problem:
    edition = beside.entry.editions.get(beside.lang)
    path = finding.path or (edition.place.path if edition else beside.entry.place.path)
    return problem(finding.code, Place(path, finding.line, finding.column), **dict(finding.params))


def best(library: Library, beside: Beside, records: Mapping[str, Record]) -> str:
    """The record of an entry that is gone, but for its folder's name: most of what it was made from stands in this one, or most of what
    was made of it."""
    entry = beside.entry
    source, target = (library.documents.get((entry.key, lang)) for lang in (beside.source, beside.lang))
    here = {compare.unit_of(block).digest for block in source.blocks} if source else set()
    here |= {compare.field_of(name, words).digest for name, words in translate.fields(entry, beside.source).items()}
    there = {block.digest for block in target.blocks} if target else set()
    made = {path: [digest for origin in record.origins for digest in origin.into] for path, record in records.items()}
    from_it = {path: [origin.unit.digest for origin in record.origins] for path, record in records.items()}
    return likest({path: max(share(from_it[path], here), share(made[path], there)) for path in records}, "")


def likest(shares: Mapping[T, float], otherwise: T) -> T:
    """That of which most is there; `otherwise` where it is too little of any."""
    return max((one for one, found in shares.items() if found > ENOUGH), key=lambda one: shares[one], default=otherwise)


def share(digests: Sequence[object], here: Collection[object]) -> float:
    return sum(digest in here for digest in digests) / len(digests) if digests else 0.0


def compile_terms(library: Library, say: compare.Say, store: Store, terms: str) -> compare.Terms | None:
    """The glossary ready for use; None where there is none. `terms` is what it follows from."""
    return store.hold("terms", terms, lambda: compare.compiled(library, say)) if library.glossary else None


def terms_of(library: Library, say: compare.Say, day: Date, version: str) -> str:
    """What the judgement of all texts follows from."""
    return fingerprint("terms", version, glossary(library, say, day), repr(library.settings.languages))


def glossary(library: Library, say: compare.Say, day: Date) -> list[object]:
    """What the judgement of terms follows from, beside the texts."""
    if not library.glossary:
        return []
    concepts = library.glossary.values()
    held = [(concept.id, found.entry.name, found.lang) for concept in concepts for found in concept.exemptions if found.until >= day]
    found: list[object] = [library.digests.get("content/glossary.yaml", ""), held]
    for entry in library.entries.values():
        said = entry.profile
        if said:
            names = [
                dict(said.name.words),
                *(say(said.name, lang).text for lang in library.settings.languages),
                said.local_name and said.local_name.text,
            ]
            found.append(
                [
                    entry.key,
                    said.tie,
                    names,
                    said.partner_term and said.partner_term.text,
                    dict(entry.aliases),
                    library.settings.kinds[entry.key.kind].ref,
                ]
            )
    return found


def key_of(library: Library, beside: Beside, terms: str) -> str:
    """What a tally follows from; `terms` is what all of them do."""
    entry, source, lang, _ = beside
    kinds = [library.settings.languages[code].typography for code in (source, lang)]
    gists = [gist.said if (gist := library.gists.get((entry.key, code))) else "" for code in (source, lang)]
    # Fields stand in the files; and what is wrong with one is told at its line, which any edit may move.
    places = [entry.place, *(entry.editions[code].place for code in (source, lang) if code in entry.editions)]
    files = [library.digests[place.path] for place in places]
    record = [beside.record.path, beside.record.digest] if beside.record else []
    made_of = [terms, str(entry.key), source, lang, *kinds, *gists, *files, *record, *entry.editions]
    return digest("\n".join(["tally", *made_of]).encode("utf-8", "surrogatepass"))


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
        """To a process that has not grown out of this one, and may have no disk of ours."""
        records = Store(None)
        for _, beside in self._places.values():
            if beside.record:
                records.put(self._store.get(beside.record.digest))
        return Pairs, (records, self._places, self._weigh)

    def record(self, part: Part) -> tuple[Record | None, str]:
        """What the translation, as far as it still stands, was made from, and the path of the file that says it."""
        beside = self._places[part][1]
        if beside.record is None:
            return None, ""
        with suppress(Wrong):
            record = load(self._store.get(beside.record.digest))
            source, target = (self._weigh.blocks((part[0], lang)) for lang in (beside.source, beside.lang))
            theirs = translate.fields(beside.entry, beside.lang)
            return compare.kept(record, theirs, source, target, self[part]), beside.record.path
        return None, beside.record.path


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
