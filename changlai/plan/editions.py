"""The one answer to "which editions exist and where". Head, switcher, sitemap, feeds, lists, links and the chooser all ask it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from changlai.model import Key, Kind, Library, Standing
from changlai.plan import urls

REAL = frozenset({"source", "translated"})


class Target(NamedTuple):
    """Where a reader of one language is led, and in which language the text there is."""

    url: str
    lang: str


@dataclass(frozen=True, slots=True)
class Editions:
    """Built once from the standing; everything here is a look-up."""

    kinds: Mapping[str, Kind]
    codes: tuple[str, ...]  # languages, in the order of site.yaml
    real: Mapping[Key, tuple[str, ...]]  # languages in which the entry has a page of its own
    stubs: Mapping[tuple[Key, str], str]  # a page that says what there is: `stub`, `withdrawn`
    mirrors: frozenset[tuple[Key, str]]
    sources: Mapping[Key, str]  # the language of the source edition, real or not

    def exists(self, key: Key, lang: str) -> bool:
        return lang in self.real.get(key, ())

    def own(self, key: Key, lang: str) -> str:
        """The permanent URL of the entry in `lang`, whether or not something is there."""
        return urls.entry(lang, key, self.kinds[key.kind])

    def nearest(self, key: Key, lang: str) -> str | None:
        """The language whose real edition a reader of `lang` gets: the own, the source's, the first that there is."""
        real = self.real.get(key, ())
        return next((code for code in (lang, self.sources[key], *real) if code in real), None)

    def target(self, key: Key, lang: str) -> Target | None:
        """Where links written to the entry lead a reader of `lang`; None where nothing of it is shown."""
        nearest = self.nearest(key, lang)
        if nearest == lang or (nearest and (key, lang) in self.mirrors):
            return Target(self.own(key, lang), nearest)
        if self.stubs.get((key, lang)) == "stub" and nearest:
            return Target(self.own(key, lang), lang)
        return Target(self.own(key, nearest), nearest) if nearest else None


def editions(library: Library, standings: Iterable[Standing]) -> Editions:
    """Decide from the standing of each edition, the fallback of its kind, and what was ever released."""
    kinds, codes, released = library.settings.kinds, tuple(library.settings.languages), set(library.released)
    states: dict[Key, dict[str, str]] = {key: {} for key in library.entries}
    for standing in standings:
        states[standing.entry][standing.lang] = standing.state
    real = {key: tuple(code for code in codes if states[key].get(code) in REAL) for key in states}
    stubs: dict[tuple[Key, str], str] = {}
    mirrors = set()
    for key, state in states.items():
        kind = kinds[key.kind]
        for code in codes:
            if code in real[key]:
                continue
            if state.get(code) == "withdrawn":
                stubs[key, code] = "withdrawn"
            elif (kind.fallback == "stub" and real[key]) or urls.entry(code, key, kind) in released:
                stubs[key, code] = "stub"
            elif kind.fallback == "mirror" and real[key]:
                mirrors.add((key, code))
    return Editions(kinds, codes, real, stubs, frozenset(mirrors), {key: source(library, key) for key in states})


def source(library: Library, key: Key) -> str:
    """The language of the source edition: the site's, else the first of the table that exists."""
    entry, codes = library.entries[key], (library.settings.source, *library.settings.languages)
    present = entry.profile.name.words if entry.profile else entry.editions
    return next((code for code in codes if code in present), library.settings.source)
