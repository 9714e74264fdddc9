"""What there is to translate: the texts of a site and the strings of its templates.

Written so that a change of one text is a change of one entry: no dates, no line numbers, no wrapping, no versions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import Any, NamedTuple

from babel.messages.catalog import Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from jinja2 import TemplateSyntaxError
from jinja2.ext import babel_extract

from changlai.model import Library, Place, Text, texts
from changlai.problems import Problem, problem
from changlai.translate.units import CREATED, MIME, Unit, dump

SAID_TO_TRANSLATORS = ("TRANSLATORS:",)  # how a comment in a template begins that is for them
# As the renderer reads templates; a template with a wrong tag is an error instead of a file without strings.
JINJA = {"silent": "false", "newstyle_gettext": "true", "trimmed": "true", "trim_blocks": "true", "lstrip_blocks": "true"}
METHOD: Any = babel_extract  # typed by its authors for older versions of Babel
NOTES = {
    "name": "A name. Use the form that is established in your language.",
    "summary": "One or two sentences, shown in lists and by search engines.",
    "image_alt": "What the picture shows, for readers who cannot see it.",
    "country": "A country or region.",
    "fact": "A statement with its source. Keep numbers and dates exactly.",
    "tagline": "One line below the title of the site.",
    "host": "The office that is responsible for the site.",
    "operator": "The office that runs the site.",
}


class Template(NamedTuple):
    """The texts of one domain, in the order of the files that they stand in."""

    remark: str  # what it holds
    units: tuple[Unit, ...]
    project: str = ""

    def dump(self) -> bytes:
        """The POT file; msgfmt asks for every field of its header, so that they stand there without words."""
        empty = {"Last-Translator": "", "Language-Team": "", "Language": ""}
        header = {"Project-Id-Version": self.project, "POT-Creation-Date": CREATED, "PO-Revision-Date": CREATED, **empty, **MIME}
        return dump(self.units, header, [f"# {self.remark}"])


def site_template(library: Library) -> Template:
    """The source strings of `site.yaml`, the terms and the profiles. Maps of languages are fixed by hand and stay out. They are printed as
    they are, so that "50% of …" formats nothing."""
    found = []
    for text in sorted(site_texts(library), key=lambda text: text.place):
        note = NOTES.get(text.context.rpartition(".")[2])
        found.append(Unit(text.context, text.words[library.settings.source], notes=(note,) if note else (), files=(text.place.path,)))
    return Template("The texts of this site that are written in its data files.", collected(found), project_name(library))


def project_name(library: Library) -> str:
    title, source = library.settings.title.words, library.settings.source
    return title.get(source) or next(iter(title.values()), "")


def site_texts(library: Library) -> Iterator[Text]:
    """Every text of a library that goes through the catalog."""
    for text in texts([library.settings, library.terms, *(entry.profile for entry in library.entries.values())]):
        if text.context and text.words.get(library.settings.source):
            yield text


def theme_template(templates: Mapping[str, str], project: str = "") -> tuple[Template, list[Problem]]:
    """The strings of templates, and the templates that cannot be read."""
    found, problems = [], []
    for name, source in sorted(templates.items()):
        path = f"templates/{name}"
        try:
            for _, message, comments, context in strings(source):
                found.append(string(message, path, comments, context))
        except TemplateSyntaxError as error:
            problems.append(problem("template-syntax", Place(path, error.lineno), reason=error.message or ""))
    return Template("The words of the theme.", collected(found), project), problems


def strings(source: str) -> Iterable[tuple[int, Any, list[str], str | None]]:
    file = BytesIO(source.encode())
    return extract(METHOD, file, keywords=DEFAULT_KEYWORDS, comment_tags=SAID_TO_TRANSLATORS, options={**JINJA, "encoding": "utf-8"})


def string(message: str | tuple[str, ...], file: str, notes: Iterable[str] = (), context: str | None = None) -> Unit:
    """A string of a program, as Babel extracts it, flagged as what it looks like to Babel."""
    single, plural = (message, "") if isinstance(message, str) else message[:2]
    return Unit(context or "", single, plural, notes=tuple(notes), files=(file,), flags=tuple(Message(message).flags))


def collected(units: Iterable[Unit]) -> tuple[Unit, ...]:
    """Each text once, with all the files that it stands in, sorted by these."""
    found: dict[tuple[str, str], Unit] = {}
    for unit in units:
        one = found.setdefault(unit.key, unit)
        found[unit.key] = one._replace(
            plural=one.plural or unit.plural,
            notes=tuple(dict.fromkeys(one.notes + unit.notes)),
            files=tuple(dict.fromkeys(one.files + unit.files)),
            flags=tuple(dict.fromkeys(one.flags + unit.flags)),
        )
    return tuple(sorted(found.values(), key=lambda unit: unit.files))


def glossed(template: Template, label: str, words: Mapping[tuple[str, str], tuple[str, ...]]) -> Template:
    """The template with a known translation beside each text, for translators who do not read its language."""
    units = []
    for unit in template.units:
        known = words.get(unit.key) or words.get(("", unit.id)) or ()
        note = (f"{label}: {' / '.join(' '.join(string.split()) for string in known)}",) if known else ()
        units.append(unit._replace(notes=unit.notes + note))
    return template._replace(units=tuple(units))
