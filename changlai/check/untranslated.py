"""Texts that readers of a language get in another, each reported once at its place with all the languages that lack it."""

from collections.abc import Callable, Iterator

from changlai.model import Entry, Library, Plan, Text, Words, texts
from changlai.problems import Problem, problem

Say = Callable[[Text, str], Words]


def check(library: Library, plan: Plan, say: Say) -> list[Problem]:
    languages = tuple(library.settings.languages)
    found = []
    for text in shared_texts(library):
        found += missing(text, languages, say)
    real = {page.url for page in plan.sheets if page.real}
    for entry in library.entries.values():
        shown = tuple(lang for lang in languages if f"/{lang}/{entry.key.kind}/{entry.key.slug}/" in real)
        for text in profile_texts(entry):
            found += missing(text, shown, say)
    return found


def missing(text: Text, languages: tuple[str, ...], say: Say) -> list[Problem]:
    lacking = [lang for lang in languages if say(text, lang).lang != lang]
    if not lacking:
        return []
    words = next(iter(text.words.values()), "")
    code = "text-untranslated" if text.context else "text-language-missing"
    return [problem(code, text.place, text=words[:40], langs=", ".join(lacking))]


def shared_texts(library: Library) -> Iterator[Text]:
    return texts([library.settings, library.terms])


def profile_texts(entry: Entry) -> Iterator[Text]:
    """All but the name, which decides whether there is an edition at all."""
    return (text for text in texts(entry.profile) if entry.profile and text is not entry.profile.name)
