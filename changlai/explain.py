"""What has become of the source of a translation since it was made: block by block, word by word, with the place in both files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from changlai import compare, read, translate
from changlai.collate import recorded_for
from changlai.model import Block, Change, Entry, Explanation, Library, Match, Origin, Pair, Passage, Quote, Unit
from changlai.weighing import Part, units


class Side:
    """One of two editions: its units as `units` gives them, each with its place."""

    def __init__(self, library: Library, project: Path, entry: Entry, lang: str, other: str) -> None:
        self.entry, self.lang, self._project, self._digests = entry, lang, project, library.digests
        self.typography = library.settings.languages[lang].typography
        self.units: Sequence[Unit] = units(library.documents, entry, other, lang)
        document = library.documents.get((entry.key, lang))
        self.blocks: Sequence[Block] = document.blocks if document else ()
        self.fields = len(self.units) - len(self.blocks)

    def quote(self, place: int) -> Quote:
        """The unit at `place`."""
        unit, edition = self.units[place], self.entry.editions.get(self.lang)
        if not unit.name and edition:
            return Quote(unit.text, edition.place.path, edition.body_line + self.blocks[place - self.fields].line - 1)
        text = dict(translate.profile_texts(self.entry)).get(unit.name)
        place_of = text.place if text else edition.place if edition else self.entry.place
        known = self._digests[place_of.path]
        return Quote(unit.text, place_of.path, read.words_place(self._project, place_of, "" if text else unit.name, unit.text, known)[0])

    def block(self, place: int) -> Quote:
        return self.quote(place + self.fields)

    def kind(self, unit: Unit) -> str:
        """What sort of block says it now; of what was removed that is not known any more."""
        place = next((place for place, other in enumerate(self.units) if other is unit), -1) - self.fields
        if unit.name or place < 0:
            return ""
        return self.blocks[place].shape if self.blocks[place].kind == "heading" else self.blocks[place].kind


def explained(library: Library, project: Path, part: Part) -> Explanation:
    """All that there is to tell of a translation that has a tally."""
    key, lang = part
    entry, tally = library.entries[key], library.tallies[part]
    source = translate.source_of(library, entry)
    found = Explanation(key, title_of(library, entry, source), source, lang, tally)
    if tally.state == "orphan":
        return found
    here, there = Side(library, project, entry, source, lang), Side(library, project, entry, lang, source)
    record, _ = recorded_for(library, part)
    pairs = library.pairs[part]
    if record is None:
        return found._replace(matches=tuple(sorted((match(pair, here, there) for pair in pairs), key=lambda found: found.confidence)))
    old = [origin.unit for origin in record.origins]
    changed = compare.changes(old, here.units)
    named = [*zip(changed, compare.numbered(changed, here.units, old), strict=True)]
    telling = Telling(record.origins, here, there, pairs)
    return found._replace(
        passages=tuple(telling.passage(change, name) for change, name in named if change.kind not in ("same", "cosmetic")),
        cosmetic=tuple(name for change, name in named if change.kind == "cosmetic"),
        beyond=tuple(there.block(place) for place in compare.beyond(there.blocks, pairs, record)),
    )


def title_of(library: Library, entry: Entry, lang: str) -> str:
    if entry.profile:
        return translate.say(entry.profile.name, lang, library).text
    return entry.editions[lang].title if lang in entry.editions else entry.key.slug


def match(pair: Pair, here: Side, there: Side) -> Match:
    return Match(tuple(map(here.block, pair.source)), tuple(map(there.block, pair.target)), pair.confidence, pair.how == "section")


class Telling:
    """What the changes of one source mean for one translation."""

    def __init__(self, origins: Sequence[Origin], here: Side, there: Side, pairs: Sequence[Pair]) -> None:
        self._origins, self._here, self._there = origins, here, there
        self._claimed = {digest for origin in origins for digest in origin.into}
        self._places = {block.digest: place for place, block in enumerate(there.blocks)}
        self._pairs = {one: pair for pair in pairs for one in pair.source}

    def passage(self, change: Change, name: str) -> Passage:
        here = self._here
        old = self._origins[change.old].unit if change.old >= 0 else None
        new = here.units[change.new] if change.new >= 0 else None
        kind = change.kind
        if old and new and kind == "changed" and old.digest.partition(".")[0] == new.digest.partition(".")[0]:
            kind = "links"  # type: ignore[assignment]
        beside, sure = self._beside(change, new or old)
        into = self._origins[change.old].into if change.old >= 0 else ()
        return Passage(
            name=name,
            kind=kind,  # type: ignore[arg-type]
            block=here.kind(new) if new else "",
            pieces=compare.difference(old.text if old else "", new.text if new else "", here.typography),
            now=here.quote(change.new) if new else None,
            beside=beside,
            sure=sure,
            edited=any(digest not in self._places for digest in into),
            below=self._below(change) if not beside else 0,
        )

    def _beside(self, change: Change, unit: Unit | None) -> tuple[tuple[Quote, ...], bool]:
        """What the translation says for a unit: what was recorded, as far as it still stands; else what seems to say the same."""
        if unit and unit.name:
            same = (place for place, other in enumerate(self._there.units) if other.name == unit.name)
            return tuple(map(self._there.quote, same)), True
        into = self._origins[change.old].into if change.old >= 0 else ()
        places = [self._places[digest] for digest in into if digest in self._places]
        pair = self._pairs.get(change.new - self._here.fields) if change.new >= 0 else None
        if not places and pair:
            section = pair.how == "section"
            # Of a section that cannot be told apart, what is known to say something else is no candidate.
            places = [place for place in pair.target if not (section and self._there.blocks[place].digest in self._claimed)]
            return tuple(map(self._there.block, places)), not section
        return tuple(map(self._there.block, places)), True

    def _below(self, change: Change) -> int:
        """The last line of what the translation says for the block before."""
        place = change.new - self._here.fields - 1
        while place >= 0 and not (place in self._pairs and self._pairs[place].target):
            place -= 1
        blocks, edition = self._there.blocks, self._there.entry.editions.get(self._there.lang)
        if edition is None or change.new < 0:
            return 0
        last = max(self._pairs[place].target) if place >= 0 else -1
        return edition.body_line + blocks[last].end - 2 if last >= 0 else max(edition.body_line - 1, 1)
