"""`messages extract | update | check`: pure, from a library and the catalogs that exist to bytes and problems.

`existing` holds the files at `catalog_paths` by path. The strings of the package's templates are translated there and not in every
project, save into a language that the package does not speak. The room's `__init__` leaves this module out, since
no build needs it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from babel import Locale
from babel.messages.catalog import Catalog, Message

from changlai.model import Language, Library
from changlai.problems import Problem
from changlai.translate.judge import judge
from changlai.translate.merge import merge
from changlai.translate.po import parse_po
from changlai.translate.template import blank, dump, site_template, theme_template

Files = dict[str, bytes]
# What `update` mends, or leaves for the translator without loss. All other errors are of form: Babel would drop what stands there.
HARMLESS = frozenset(
    {
        "catalog-header",
        "catalog-charset",
        "catalog-plural-missing",
        "catalog-placeholder-lost",
        "catalog-placeholder-extra",
        "catalog-percent",
    }
)


class Packaged(NamedTuple):
    """What the package brings: its templates by name, and the languages of this site, by code, that it has words for."""

    templates: Mapping[str, str]
    spoken: Collection[str]


IN_HOUSE = Packaged({}, ())  # the repository of the theme itself


def extract(library: Library, packaged: Packaged) -> tuple[Files, list[Problem]]:
    """The templates of the catalogs: what there is to translate."""
    texts, problems = _templates(library, {}, packaged)
    return {
        f"translations/{domain}.pot": dump(template) for domain, template in texts.items() if domain == "messages" or len(template)
    }, problems


def update(library: Library, existing: Mapping[str, bytes], packaged: Packaged) -> tuple[Files, list[Problem]]:
    """The templates and every language's catalogs, brought up to date. A catalog that is torn is named and left as it is."""
    files, problems = extract(library, packaged)
    texts, _ = _templates(library, existing, packaged)
    for domain, language, template in _wanted(library, texts, packaged):
        path = path_of(language, domain)
        refused = _refusals(existing[path], path, language) if path in existing else []
        problems += refused
        if not refused:
            files[path] = merge(existing.get(path), template, language)
    return files, problems


def check(library: Library, existing: Mapping[str, bytes], packaged: Packaged) -> list[Problem]:
    """Everything that a translator should look at, at its line."""
    texts, problems = _templates(library, existing, packaged)
    for domain, language, template in _wanted(library, texts, packaged):
        path = path_of(language, domain)
        problems += judge(existing.get(path), path, language, template)
    return problems


def _wanted(library: Library, texts: Mapping[str, Catalog], packaged: Packaged) -> Iterator[tuple[str, Language, Catalog]]:
    """Each catalog that this project is asked for: of a language that the package does not speak, all of the theme."""
    whole = theme_template(library.templates)[0] if packaged.templates else texts["theme"]
    for domain in texts:
        for language in _translated(library, domain):
            foreign = domain == "theme" and packaged.templates and language.code not in packaged.spoken
            template = whole if foreign else texts[domain]
            if domain == "messages" or len(template):
                yield domain, language, template


def catalog_paths(library: Library) -> list[str]:
    """Where the catalogs of a project lie, whether or not they exist."""
    return [path_of(language, domain) for domain in ("messages", "theme") for language in _translated(library, domain)]


def path_of(language: Language, domain: str) -> str:
    return f"translations/{language.locale}/LC_MESSAGES/{domain}.po"


def _translated(library: Library, domain: str) -> list[Language]:
    """The languages that need a catalog: for the site's texts all but its source; for the theme all but the one it is written in."""
    settings = library.settings
    if domain == "messages":
        return [language for language in settings.languages.values() if language.code != settings.source]
    return [language for language in settings.languages.values() if not _simplified_chinese(language.locale)]


def _simplified_chinese(locale: str) -> bool:
    parsed = Locale.parse(locale)
    return parsed.language == "zh" and parsed.script in (None, "Hans")


def _refusals(data: bytes, path: str, language: Language) -> list[Problem]:
    found = parse_po(data, path, language.code, language.locale)[1]
    return [wrong for wrong in found if wrong.severity == "error" and wrong.code not in HARMLESS]


def _templates(library: Library, existing: Mapping[str, bytes], packaged: Packaged) -> tuple[dict[str, Catalog], list[Problem]]:
    """The domains that this project translates: the theme's only where its templates say something of their own."""
    theme, problems = theme_template(library.templates)
    if packaged.templates:
        theme = _beyond(theme, theme_template(packaged.templates)[0], _begun(library, existing))
    return {"messages": site_template(library), "theme": theme}, problems


def _begun(library: Library, existing: Mapping[str, bytes]) -> set[tuple[str, str]]:
    """What the project's own theme catalogs translate already: perhaps other words for strings of the package."""
    found: set[tuple[str, str]] = set()
    for language in library.settings.languages.values():
        path = path_of(language, "theme")
        if path in existing:
            found |= parse_po(existing[path], path, language.code, language.locale)[0].texts.keys()
    return found


def _beyond(theme: Catalog, packaged: Catalog, begun: set[tuple[str, str]]) -> Catalog:
    """The strings that the package does not have, and those of the package that the project says in its own way."""
    result = blank("theme", "The words of this site's own templates.")
    known = {_key(message) for message in packaged if message.id}
    kept = [message for message in theme if message.id and (_key(message) not in known or _key(message) in begun)]
    have = {_key(message) for message in kept}
    kept += [message for message in packaged if message.id and _key(message) in begun - have]
    for message in kept:
        result[message.id] = message
    return result


def _key(message: Message) -> tuple[str, str]:
    return message.context or "", message.id if isinstance(message.id, str) else message.id[0]
