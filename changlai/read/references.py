"""What entries name, held against what exists. Runs when everything has been read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from changlai.model import Entry, Key, Library, Place, Reference, Text
from changlai.problems import Problem, problem, suggestion
from changlai.read.names import slug_of

Numbers = Mapping[Key, Place]


def check_references(library: Library, numbers: Numbers) -> list[Problem]:
    """Every name of an entry or term that does not exist, and numbers given twice in a series."""
    known = {kind: _entry_names(library, kind) for kind in ("cities", "figures", "places")}
    for vocabulary, terms in library.terms.items():
        known[vocabulary] = {id: [*term.title.words.values(), *_flat(term.aliases)] for id, term in terms.items()}
    found: list[Problem] = []
    for entry in library.entries.values():
        for vocabulary, references in _named(entry):
            found += (
                _unknown(reference, known[vocabulary], vocabulary) for reference in references if reference.name not in known[vocabulary]
            )
    return found + _numbers(library.entries, numbers) + _settings(library)


def _named(entry: Entry) -> list[tuple[str, tuple[Reference, ...]]]:
    return [
        ("cities", entry.cities),
        ("figures", entry.figures),
        ("places", entry.places),
        ("topics", entry.topics),
        ("series", (entry.series,) if entry.series else ()),
    ]


def _entry_names(library: Library, kind: str) -> dict[str, list[str]]:
    """Slugs of a kind, and of those made like it, with every name that a writer may type in their place."""
    names = {}
    for key, entry in library.entries.items():
        if library.settings.kinds[key.kind].model == kind:
            said = _words(entry.profile.name if entry.profile else None) + [edition.title for edition in entry.editions.values()]
            local = [entry.profile.local_name.text] if entry.profile and entry.profile.local_name else []
            names[key.slug] = [*said, *local, *_flat(entry.aliases)]
    return names


def _words(text: Text | None) -> list[str]:
    return list(text.words.values()) if text else []


def _flat(aliases: Mapping[str, tuple[str, ...]]) -> list[str]:
    return [name for names in aliases.values() for name in names]


def _unknown(reference: Reference, known: Mapping[str, Iterable[str]], vocabulary: str) -> Problem:
    word = reference.name.rpartition(":")[2].rpartition("/")[2].strip().casefold()
    slugs = {name.casefold(): slug for slug, names in known.items() for name in names}
    similar = word if word in known else slugs.get(word) or suggestion(word, known) or slugs.get(suggestion(word, slugs), "")
    if similar:
        return problem("misspelt-reference", reference.place, name=reference.name, suggestion=similar, vocabulary=vocabulary)
    home = "content/terms.yaml" if vocabulary in ("series", "topics") else f"content/{vocabulary}/{slug_of(reference.name)}/"
    return problem("unknown-reference", reference.place, name=reference.name, vocabulary=vocabulary, home=home)


def _numbers(entries: Mapping[Key, Entry], numbers: Numbers) -> list[Problem]:
    found = []
    first: dict[tuple[str, int], Key] = {}
    for key, entry in entries.items():
        if entry.series and entry.number is not None:
            other = first.setdefault((entry.series.name, entry.number), key)
            if other != key:
                found.append(problem("same-number", numbers[key], number=entry.number, series=entry.series.name, other=other))
    return found


def _settings(library: Library) -> list[Problem]:
    settings, found = library.settings, []
    slugs: dict[str, list[str]] = {}
    for kind, slug in library.entries:
        slugs.setdefault(kind, []).append(slug)
    featured = settings.featured
    if featured and Key("stories", featured.name) not in library.entries:
        found.append(_unknown(featured, {slug: _titles(library, "stories", slug) for slug in slugs.get("stories", ())}, "stories"))
    targets = [*settings.kinds, "series", "topics", *slugs.get("pages", ())]
    for item in settings.menu:
        kind, _, slug = item.target.rpartition("/")
        if item.target not in targets and Key(kind or "pages", slug) not in library.entries:
            similar = suggestion(item.target, [*targets, *(f"{kind}/{slug}" for kind, slug in library.entries)])
            code = "misspelt-menu" if similar else "unknown-menu"
            found.append(problem(code, item.place, name=item.target, suggestion=similar, known=", ".join(targets)))
    return found


def _titles(library: Library, kind: str, slug: str) -> list[str]:
    return [edition.title for edition in library.entries[Key(kind, slug)].editions.values()]
