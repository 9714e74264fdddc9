"""Texts that readers of a language get in another, each reported once at its place with all the languages that lack it."""

from collections.abc import Callable, Iterator

from changlai.model import Entry, Library, Plan, Text, Words
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
    settings, footer = library.settings, library.settings.footer
    texts = [settings.title, settings.tagline, settings.description, footer.host, footer.operator, footer.contact, footer.note]
    texts += [kind.title for kind in settings.kinds.values()] + [item.title for item in settings.menu]
    texts += [text for terms in library.terms.values() for term in terms.values() for text in (term.title, term.summary)]
    return (text for text in texts if text)


def profile_texts(entry: Entry) -> Iterator[Text]:
    """All but the name, which decides whether there is an edition at all."""
    profile = entry.profile
    if profile:
        texts = [
            profile.summary,
            profile.image_alt,
            profile.country,
            profile.region,
            profile.address,
            *(fact.text for fact in profile.facts),
        ]
        yield from (text for text in texts if text)
