"""What of an edition is translated by itself, beside the blocks of its text: its fields, and the texts of a profile."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from changlai.model import Entry, Library, Text

FIELDS = ("title", "summary", "image_alt")


def source_of(library: Library, entry: Entry) -> str:
    """The language of the edition that the others translate: the site's, else the first of the table that exists."""
    present = entry.profile.name.words if entry.profile else entry.editions
    return next((code for code in (library.settings.source, *library.settings.languages) if code in present), library.settings.source)


def fields(entry: Entry, lang: str) -> dict[str, str]:
    """What an edition says beside its text, by name, as far as it is fixed by hand; the catalog keeps count of all else."""
    if entry.profile:
        return {name: text.words[lang] for name, text in profile_texts(entry) if not text.context and text.words.get(lang)}
    edition = entry.editions.get(lang)
    return {name: words for name in FIELDS if edition and (words := getattr(edition, name))}


def profile_texts(entry: Entry) -> Iterator[tuple[str, Text]]:
    profile = entry.profile
    if profile:
        names = ("name", "summary", "image_alt", "country", "region", "address")
        yield from ((name, text) for name in names if (text := getattr(profile, name)))
        yield from ((f"facts.{number}", fact.text) for number, fact in enumerate(profile.facts))


def shared(entry: Entry, source: str, lang: str) -> Mapping[str, tuple[str, str]]:
    """The fields that both editions have: in the words of the one and of the other."""
    here, there = fields(entry, source), fields(entry, lang)
    return {name: (words, there[name]) for name, words in here.items() if name in there}
