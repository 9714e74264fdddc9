"""Templates, assets and catalogs: those of the project before those of the package."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from babel.core import get_global

from changlai.model import Catalog, File, Language, Place
from changlai.problems import Problem, problem
from changlai.read.disk import Disk
from changlai.read.text import decode
from changlai.read.tree import is_ignored
from changlai.store import fingerprint

ParseCatalog = Callable[[bytes, str, Language, str], tuple[Catalog, list[Problem]]]
Strings = Mapping[tuple[str, str], tuple[str, ...]]
ASSETS = "assets/"
ENGLISH = Language("en", "en", "en", "English", "en", "latin")


def read_templates(project: Disk, package: Disk | None) -> tuple[dict[str, str], dict[str, File]]:
    """Sources by name under `templates/`, and what lies in `templates/assets/` by its name there."""
    templates: dict[str, str] = {}
    assets: dict[str, File] = {}
    for disk in filter(None, (package, project)):
        for name, path, real in files_below(disk, "templates", ""):
            if name.startswith(ASSETS):
                file = disk.keep(path, real)
                if file:
                    assets[name.removeprefix(ASSETS)] = file
            elif (data := disk.read(path, real)) is not None:
                templates[name], problems = decode(data, path)
                disk.problems += problems
    return dict(sorted(templates.items())), dict(sorted(assets.items()))


def read_package(root: Path, languages: Mapping[str, Language], parse: ParseCatalog) -> tuple[dict[str, str], frozenset[str], Strings]:
    """The package's own templates, by name, the codes of those `languages` that it has words for, and what it says in English."""
    disk = Disk(root, bounded=False)
    names = _spoken(disk)
    spoken = {language_and_script(name) for name in names}
    codes = (code for code, language in languages.items() if _reads_msgids(language) or language_and_script(language.locale) in spoken)
    english = _nearest([(disk, names)], ENGLISH, parse)
    return read_templates(disk, None)[0], frozenset(codes), english[0].texts if english else {}


def files_below(disk: Disk, folder: str, real: str, seen: tuple[str, ...] = ()) -> list[tuple[str, str, str]]:
    """(name below the first folder, path, real path) of every file, folders followed."""
    found = []
    if not disk.exists(folder):
        return []
    seen = (*seen, os.path.realpath(real or disk.real(folder)))
    for name, entry in disk.list(folder, real):
        path = f"{folder}/{name}"
        if is_ignored(name) and name != ".htaccess":
            continue
        kind = disk.kind_of(path, entry)
        if kind == "folder":
            if os.path.realpath(entry.path) in seen:
                disk.report("link-broken", path)
            else:
                found += files_below(disk, path, entry.path, seen)
        elif kind == "file":
            found.append((path.partition("/")[2], path, entry.path))
    return found


def read_messages(project: Disk, languages: Mapping[str, Language], parse: ParseCatalog) -> dict[str, Catalog]:
    """This site's own texts, by language; a language without a catalog is left out."""
    found = {}
    for code, language in languages.items():
        catalog = _catalog(project, language.locale, "messages", language, parse)
        if catalog:
            found[code] = catalog
    return found


def read_theme(project: Disk, package: Disk | None, languages: Mapping[str, Language], parse: ParseCatalog) -> dict[str, Catalog]:
    """The templates' strings, by language: of the project, completed by the package, and by English for whoever reads no Chinese."""
    shelves = [(disk, _spoken(disk)) for disk in (project, package) if disk]
    english: list[Catalog] | None = None  # read where somebody needs it, once for all
    found = {}
    for code, language in languages.items():
        layers = _nearest(shelves, language, parse)
        if not _reads_msgids(language):
            if not any(layer.texts for layer in layers):
                project.problems.append(problem("theme-language", Place("site.yaml"), name=language.name, locale=language.locale))
            if language_and_script(language.locale)[0] != "en":
                english = _nearest(shelves, language._replace(locale="en"), parse) if english is None else english
                layers = layers + english
        found[code] = _merge(code, language, layers)
    return found


def _spoken(disk: Disk) -> list[str]:
    """The locales that have a theme catalog."""
    if not disk.exists("translations"):
        return []
    return [name for name, _ in disk.list("translations") if disk.exists(f"translations/{name}/LC_MESSAGES/theme.po")]


def _nearest(shelves: list[tuple[Disk, list[str]]], language: Language, parse: ParseCatalog) -> list[Catalog]:
    """Of each disk the catalog of the locale itself, else of the first one in the same language and script."""
    spoken = language_and_script(language.locale)
    found = []
    for disk, here in shelves:
        near = [name for name in here if language_and_script(name) == spoken]
        locale = language.locale if language.locale in here else near[0] if near else ""
        found.append(_catalog(disk, locale, "theme", language, parse) if locale else None)
    return [catalog for catalog in found if catalog]


def _catalog(disk: Disk, locale: str, domain: str, language: Language, parse: ParseCatalog) -> Catalog | None:
    path = f"translations/{locale}/LC_MESSAGES/{domain}.po"
    if not disk.exists(path):
        return None
    data = disk.read(path)
    if data is None:
        return None
    catalog, problems = parse(data, language.code, language, path)
    disk.problems += problems
    return catalog


def _merge(code: str, language: Language, layers: list[Catalog]) -> Catalog:
    """The first layer counts; the next complete it. A plural of another rule gives its last form to all that are missing."""
    if not layers:
        return Catalog(code, language.locale, {})
    forms = re.search(r"nplurals\s*=\s*(\d+)", layers[0].plural)
    count = int(forms[1]) if forms else 1
    texts: dict[tuple[str, str], tuple[str, ...]] = {}
    for layer in reversed(layers):
        for key, words in layer.texts.items():
            texts[key] = words if len(words) == 1 else (*words, *[words[-1]] * count)[:count]
    return layers[0]._replace(lang=code, texts=texts, digest=fingerprint([layer.digest for layer in layers]))


def _reads_msgids(language: Language) -> bool:
    """The theme is written in simplified Chinese, which needs no catalog."""
    return language_and_script(language.locale) == ("zh", "Hans")


def language_and_script(locale: str) -> tuple[str, str]:
    """zh_TW → zh, Hant; en_AU → en, Latn. By CLDR's likely subtags."""
    parts = locale.replace("-", "_").split("_")
    script = next((part for part in parts[1:] if len(part) == 4), "")
    likely = get_global("likely_subtags")
    full = str(likely.get("_".join(parts)) or likely.get(f"{parts[0]}_{parts[-1]}") or likely.get(parts[0]) or "")
    return parts[0], script or next((part for part in full.split("_")[1:] if len(part) == 4), "")
