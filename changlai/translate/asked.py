"""What each catalog of a project is asked to translate.

The strings of the package's templates are translated there and not in every project, save into a language that the package does not speak.
Beside each text stands its English, where there is any: few translators read Chinese, and the theme is written in it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from babel import Locale

from changlai.model import Language, Library
from changlai.problems import Problem
from changlai.translate.merge import merge
from changlai.translate.po import parse_po
from changlai.translate.template import Template, collected, glossed, project_name, site_template, theme_template
from changlai.translate.units import Unit

DOMAINS = ("messages", "theme")
# What `update` mends, or leaves for the translator without loss. All other errors are of form: what stands there would be dropped.
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

Existing = Mapping[str, bytes]
Strings = Mapping[tuple[str, str], tuple[str, ...]]


class Packaged(NamedTuple):
    """What the package brings: its templates by name, the languages of this site, by code, that it has words for, and its English."""

    templates: Mapping[str, str]
    spoken: Collection[str]
    english: Strings


IN_HOUSE = Packaged({}, (), {})  # the repository of the theme itself


class Asked(NamedTuple):
    """One catalog, and the texts that it is to hold."""

    domain: str
    language: Language
    path: str
    template: Template


def asked(library: Library, existing: Existing, packaged: Packaged) -> tuple[list[Asked], list[Problem]]:
    """Every catalog that this project needs; none of the theme for a language whose words all come with the package."""
    site, (theme, problems) = site_template(library), theme_template(library.templates, project_name(library))
    brought = theme_template(packaged.templates)[0].units
    found = []
    for domain in DOMAINS:
        for language in translated(library, domain):
            path = path_of(language, domain)
            template = site if domain == "messages" else _own(theme, brought, existing.get(path), language, packaged)
            if domain == "messages" or template.units:
                found.append(Asked(domain, language, path, template))
    return list(_beside(found, existing, packaged, library.settings.source)), problems


def pots(library: Library, found: list[Asked]) -> dict[str, Template]:
    """The template of each domain, by path: what any of its catalogs is asked for."""
    result = {}
    for domain in DOMAINS:
        templates = [one.template for one in found if one.domain == domain] or [site_template(library)][: domain == "messages"]
        if templates:
            units = collected(unit for template in templates for unit in template.units)
            result[f"translations/{domain}.pot"] = max(templates, key=lambda template: len(template.units))._replace(units=units)
    return result


def catalog_paths(library: Library) -> list[str]:
    """Where the catalogs of a project lie, whether or not they exist."""
    return [path_of(language, domain) for domain in DOMAINS for language in translated(library, domain)]


def path_of(language: Language, domain: str) -> str:
    return f"translations/{language.locale}/LC_MESSAGES/{domain}.po"


def translated(library: Library, domain: str) -> list[Language]:
    """The languages that need a catalog: for the site's texts all but its source; for the theme all but the one it is written in."""
    settings = library.settings
    if domain == "messages":
        return [language for language in settings.languages.values() if language.code != settings.source]
    return [language for language in settings.languages.values() if not _simplified_chinese(language.locale)]


def _simplified_chinese(locale: str) -> bool:
    parsed = Locale.parse(locale)
    return parsed.language == "zh" and parsed.script in (None, "Hans")


def _own(theme: Template, brought: tuple[Unit, ...], existing: bytes | None, language: Language, packaged: Packaged) -> Template:
    """The strings that the package does not have, and those of the package that the project's catalog says in its own way."""
    if not packaged.templates or language.code not in packaged.spoken:
        return theme
    begun = parse_po(existing or b"", "theme.po", language.code, language.locale)[0].texts.keys()
    known = {unit.key for unit in brought}
    own = [unit for unit in theme.units if unit.key not in known or unit.key in begun]
    units = collected([*own, *(unit for unit in brought if unit.key in begun)])
    return theme._replace(remark="The words of this site's own templates.", units=units)


def _beside(found: list[Asked], existing: Existing, packaged: Packaged, source: str) -> Iterator[Asked]:
    """The same with the English beside each text, save in English itself."""
    for domain in DOMAINS:
        here = [one for one in found if one.domain == domain]
        english = next((one for one in here if _is_english(one.language)), None)
        words = dict(packaged.english) if domain == "theme" else {}
        if english:
            words |= _said(english, existing.get(english.path))
        for one in here:
            yield one if _is_english(one.language) else one._replace(template=glossed(one.template, "en", words))


def _is_english(language: Language) -> bool:
    return language.locale.split("_")[0] == "en"


def _said(english: Asked, data: bytes | None) -> Strings:
    """What the English catalog says once it is up to date: what was put aside in it and is needed again, too."""
    if data and not refusals(data, english.path, english.language):
        data = merge(data, english.template, english.language)
    return parse_po(data or b"", english.path, english.language.code, english.language.locale)[0].texts


def refusals(data: bytes, path: str, language: Language) -> list[Problem]:
    """What is so wrong with the form of a catalog that rewriting it would lose something."""
    found = parse_po(data, path, language.code, language.locale, obsolete=True)[1]
    return [wrong for wrong in found if wrong.severity == "error" and wrong.code not in HARMLESS]
