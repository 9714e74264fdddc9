"""The translation memory of a site: what its editions say the same, as far as that is known for certain and nothing has changed since."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from changlai import compare, translate
from changlai.collate import recorded_for
from changlai.model import Block, Entry, Key, Library
from changlai.translate.packets import Variants

CERTAIN = 0.9  # confidence below which a pair is no memory
_NAME = re.compile(r"\{([a-z][a-z0-9_-]*):([^\s{}|]+)\}")
SILENT = frozenset({"code", "html", "rule"})  # blocks without words of a language


def variants(library: Library, languages: Collection[str], keys: Collection[Key]) -> Iterator[Variants]:
    """Of each entry, or of `keys`: fields and blocks in the words that readers see, with every one of `languages` that says the same."""
    for key, entry in library.entries.items():
        source = translate.source_of(library, entry)
        parts = [code for code in library.settings.languages if code in languages and (key, code) in library.tallies and code != source]
        if (not keys or key in keys) and parts and not entry.withdrawn:
            yield from _fields(library, entry, source, parts)
            yield from _blocks(library, entry, source, parts)


def _fields(library: Library, entry: Entry, source: str, languages: Sequence[str]) -> Iterator[Variants]:
    for name, words in translate.fields(entry, source).items():
        others = [(code, translate.fields(entry, code).get(name, "")) for code in languages if _current(library, entry, code, name, words)]
        yield from _variants(library, entry, [(source, words), *others])


def _current(library: Library, entry: Entry, lang: str, name: str, words: str) -> bool:
    """Whether a field was not changed since it was translated, as far as anybody has said from what it was."""
    record, _ = recorded_for(library, (entry.key, lang))
    made_from = [origin.unit.digest for origin in record.origins if origin.unit.name == name] if record else []
    return not record or compare.field_of(name, words).digest in made_from


def _blocks(library: Library, entry: Entry, source: str, languages: Sequence[str]) -> Iterator[Variants]:
    here, refs = _said(library, entry, source), {kind.ref: kind.name for kind in library.settings.kinds.values()}

    def words(blocks: Sequence[Block], places: Sequence[int], lang: str) -> str:
        return _NAME.sub(lambda found: _name(library, Key(refs.get(found[1], ""), found[2]), lang) or found[0], _words(blocks, places))

    beside: dict[tuple[int, ...], list[tuple[str, str]]] = {}
    for code in languages:
        there, behind = _said(library, entry, code), set(library.tallies[entry.key, code].marks)
        for pair in library.pairs[entry.key, code]:
            if pair.how != "section" and pair.confidence >= CERTAIN and not behind & {*pair.target}:
                beside.setdefault(pair.source, []).append((code, words(there, pair.target, code)))
    for places, others in sorted(beside.items()):
        yield from _variants(library, entry, [(source, words(here, places, source)), *others])


def _name(library: Library, key: Key, lang: str) -> str:
    """What is printed for `{city:paks}`; empty where it says nothing in this language."""
    entry = library.entries.get(key)
    if entry is None:
        return ""
    if entry.profile:
        return translate.say(entry.profile.name, lang, library).text
    return entry.editions[lang].title if lang in entry.editions else ""


def _said(library: Library, entry: Entry, lang: str) -> Sequence[Block]:
    part = entry.key, lang
    return library.documents[part].blocks if part in library.documents else ()


def _words(blocks: Sequence[Block], places: Sequence[int]) -> str:
    """Plain words, of several blocks one behind the other."""
    texts = (" ".join(blocks[place].text.split()) for place in places if blocks[place].kind not in SILENT)
    return " ".join(filter(None, texts))


def _variants(library: Library, entry: Entry, texts: Sequence[tuple[str, str]]) -> Iterator[Variants]:
    tags = {code: language.tag for code, language in library.settings.languages.items()}
    said = tuple((tags[code], words) for code, words in texts if words)
    if len(said) > 1 and texts[0][1]:
        yield Variants(str(entry.key), said[0][0], said)
