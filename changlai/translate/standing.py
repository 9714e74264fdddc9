"""What state each edition is in, and in which words a reader gets a text. Pure: the day is handed in."""

from __future__ import annotations

from datetime import date

from changlai.model import Date, Entry, Freshness, Library, Standing, State, Tally, Text, Words
from changlai.translate.fields import profile_texts, source_of


def standing(library: Library, today: date, drafts: bool) -> tuple[Standing, ...]:
    """One row for each entry and language of the site. With `drafts`, what is not out yet stands as if it were."""
    rows = []
    for key, entry in library.entries.items():
        present, source = languages(library, entry), source_of(library, entry)
        for lang in library.settings.languages:
            tally = library.tallies.get((key, lang))
            if lang != source and lang not in present:
                tally = Tally("missing", blocks := count(library, entry, source), new=blocks)
            elif tally and entry.profile:
                tally = with_catalog(tally, library, entry, lang)
            found = state(entry, lang, present, library.settings.source, None if drafts else today)
            if found == "translated" and tally and tally.state == "stale" and library.settings.kinds[key.kind].stale == "withdraw":
                found = "behind"
            rows.append(Standing(key, lang, found, count(library, entry, lang), tally))
    return tuple(rows)


def with_catalog(tally: Tally, library: Library, entry: Entry, lang: str) -> Tally:
    """The same, with the texts of a profile that the catalog translates: none of these is ever old, since one that changed is another."""
    texts = [text for _, text in profile_texts(entry) if text.context and text.words.get(library.settings.source)]
    missing = sum(say(text, lang, library).lang != lang for text in texts)
    behind: Freshness = "stale" if missing and tally.state in ("fresh", "cosmetic", "ahead") else tally.state
    return tally._replace(state=behind, blocks=tally.blocks + len(texts), new=tally.new + missing)


def state(entry: Entry, lang: str, present: tuple[str, ...], source: str, today: date | None) -> State:
    """`present` are the languages in which the entry has an edition; without a day, nothing is held back."""
    if lang not in present:
        return "missing"
    if entry.withdrawn:
        return "withdrawn"
    if today and (entry.draft or (entry.profile is None and entry.editions[lang].draft)):
        return "draft"
    if today and entry.publish_on and first_day(entry.publish_on) > today:
        return "scheduled"
    return "source" if lang == (source if source in present else present[0]) else "translated"


def languages(library: Library, entry: Entry) -> tuple[str, ...]:
    """The languages in which there is an edition, drafts too. A profile has one exactly where its name is said in that language."""
    codes = tuple(library.settings.languages)
    if entry.profile:
        name = entry.profile.name
        return tuple(code for code in codes if name.words and say(name, code, library).lang == code)
    return tuple(code for code in codes if code in entry.editions)


def count(library: Library, entry: Entry, lang: str) -> int:
    gist = library.gists.get((entry.key, lang))
    return gist.blocks if gist else 0


def first_day(when: Date) -> date:
    return date(when.year, when.month or 1, when.day or 1)


class Speaker:
    """`say` for one library, in every process."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def __call__(self, text: Text, lang: str) -> Words:
        return say(text, lang, self.library)


def say(text: Text, lang: str, library: Library) -> Words:
    """`text` for readers of `lang`: the word fixed by hand, else the catalog's, else the source language's, else the first there is."""
    word = text.words.get(lang) or translated(text, lang, library)
    if word:
        return Words(word, lang)
    source = library.settings.source
    for code in (source, *library.settings.languages):
        if text.words.get(code):
            return Words(text.words[code], code)
    return Words("", source)


def translated(text: Text, lang: str, library: Library) -> str:
    """The catalog's word for a source string; empty for a map of languages, and where the catalog has none."""
    catalog, original = library.messages.get(lang), text.words.get(library.settings.source, "")
    if not text.context or not original or catalog is None:
        return ""
    found = catalog.texts.get((text.context, original)) or catalog.texts.get(("", original)) or ("",)
    return found[0]
