"""How all translations stand, as rows of entries and columns of languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from changlai.model import Explanation, Key, Language, Standing
from changlai.translate.reports.wording import Wording, behind

WITHHELD = ("draft", "scheduled", "withdrawn")  # these keep a translation from readers, however fresh it is
STATES = ("stale", "missing", "unverified", "orphan", "ahead", "cosmetic", "fresh", *WITHHELD)  # in the order in which they want work
NOWHERE = "nowhere"  # the kind of texts that are in no entry
OPEN = frozenset({"stale", "missing", "unverified", "orphan", "ahead"})  # states in which something is left to do


class Share(NamedTuple):
    """How many of the texts of one owner (`terms`, `site`) are there in a language."""

    owner: str
    lang: str
    translated: int
    texts: int


class Overview(NamedTuple):
    """What a report on a whole site is made from."""

    site: str  # its title
    day: str
    source: str  # the site's source language
    languages: Mapping[str, Language]  # those that are shown
    kinds: Mapping[str, str]  # titles of the site's own kinds
    titles: Mapping[Key, tuple[str, str]]  # of entries, with the language of each
    standings: Sequence[Standing]
    explanations: Sequence[Explanation]  # of all translations of which there is something to tell
    shares: Sequence[Share] = ()


class Cell(NamedTuple):
    state: str
    word: str
    share: str = ""  # how many blocks of how many are behind; how many texts of how many are there
    heat: int = 0  # how much is left to do, in per cent
    held: str = ""  # the state that keeps it from readers
    told: str = ""  # the id of the section that tells of it


class Row(NamedTuple):
    name: str  # stories/a-garden; terms
    kind: str
    title: str
    lang: str  # of the title
    cells: Mapping[str, Cell]

    @property
    def marks(self) -> frozenset[str]:
        """By which filters it is shown: a state in any language, and in each."""
        states = [(lang, state) for lang, cell in self.cells.items() for state in (cell.state, cell.held) if state]
        states += [(lang, "open") for lang, cell in self.cells.items() if cell.state in OPEN]
        return frozenset(mark for lang, state in states for mark in (f"s-{state}", f"{lang}-{state}"))


def section(entry: Key, lang: str) -> str:
    """The id of the section on one translation."""
    return f"{entry.kind}-{entry.slug}-{lang}"


def rows(overview: Overview, wording: Wording) -> list[Row]:
    told = {(found.entry, found.lang) for found in overview.explanations}
    found: dict[Key, dict[str, Cell]] = {}
    for standing in overview.standings:
        row = found.setdefault(standing.entry, {})
        if standing.lang in overview.languages:
            row[standing.lang] = cell(standing, (standing.entry, standing.lang) in told, wording)
    entries = [Row(str(key), key.kind, *overview.titles[key], cells) for key, cells in found.items()]
    return entries + owners(overview, wording)


def cell(standing: Standing, told: bool, wording: Wording) -> Cell:
    tally = standing.tally
    held = standing.state if standing.state in WITHHELD else ""
    name = tally.state if tally else held or "source"
    if name == "unverified" and held == "draft":
        name, held = held, ""
    stale = tally if tally and name == "stale" else None
    return Cell(
        state=name,
        word=wording.state(name),
        share=f"{behind(stale)}/{stale.blocks}" if stale else "",
        heat=min(100, 100 * behind(stale) // max(stale.blocks, 1)) if stale else 0,
        held=held if held != name else "",
        told=section(standing.entry, standing.lang) if told else "",
    )


def owners(overview: Overview, wording: Wording) -> list[Row]:
    """Texts that are in no entry: how many of them are translated."""
    found: dict[str, dict[str, Cell]] = {}
    for share in overview.shares:
        if share.lang == overview.source:
            one = Cell("source", wording.state("source"))
        elif share.translated == share.texts:
            one = Cell("fresh", wording.state("fresh"))
        else:
            state, heat = "stale" if share.translated else "missing", 100 - 100 * share.translated // share.texts
            one = Cell(state, wording.translated, f"{share.translated}/{share.texts}", heat)
        if share.lang in overview.languages:
            found.setdefault(share.owner, {})[share.lang] = one
    return [Row(owner, NOWHERE, wording.kind(owner), "", cells) for owner, cells in found.items()]


def counted(found: Sequence[Row], languages: Sequence[str]) -> dict[str, Counter[str]]:
    """For each language that translates, how many translations of entries are in each state."""
    counts = {lang: Counter(row.cells[lang].state for row in found if row.lang and lang in row.cells) for lang in languages}
    return {lang: count for lang, count in counts.items() if count.keys() - {"source"}}
