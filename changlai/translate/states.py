"""How much of the site's data is said in each language: of each profile, of the terms, of the settings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from changlai.model import Library, Text, texts
from changlai.translate.standing import say


class CatalogState(NamedTuple):
    """The texts of one owner in one language, by hand or from the catalog."""

    owner: str  # an entry with a profile, as `cities/paks`; `terms`; `site`
    lang: str
    texts: int
    missing: tuple[Text, ...]  # of them, those that readers get in another language

    @property
    def translated(self) -> int:
        return self.texts - len(self.missing)


def catalog_states(library: Library) -> tuple[CatalogState, ...]:
    """One row for each owner that has texts and each language of the site, in the order of the site. The name of an entry counts: without
    it there is no edition."""
    return tuple(
        CatalogState(owner, lang, len(found), tuple(text for text in found if say(text, lang, library).lang != lang))
        for owner, found in _owned(library)
        for lang in library.settings.languages
        if found
    )


def _owned(library: Library) -> Iterator[tuple[str, list[Text]]]:
    profiles = ((str(key), entry.profile) for key, entry in library.entries.items() if entry.profile)
    for owner, records in (("site", library.settings), ("terms", library.terms), *profiles):
        yield owner, [text for text in texts(records) if any(text.words.values())]
