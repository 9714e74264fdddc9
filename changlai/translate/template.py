"""What there is to translate: the texts of a site and the strings of its templates, as Babel catalogs; and catalogs as bytes.

Written so that a change of one text is a change of one entry: no dates, no line numbers, no wrapping, no versions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from io import BytesIO
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import write_po
from jinja2 import TemplateSyntaxError
from jinja2.ext import babel_extract

from changlai.model import Library, Place, Text
from changlai.problems import Problem, problem

CREATED = "2000-01-01 00:00+0000"
MIME = {"MIME-Version": "1.0", "Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit"}
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


def blank(domain: str, comment: str) -> Catalog:
    """A template without entries."""
    return Catalog(domain=domain, header_comment=f"# {comment}", charset="utf-8", fuzzy=False)


def site_template(library: Library) -> Catalog:
    """The source strings of `site.yaml`, the terms and the profiles. Maps of languages are fixed by hand and stay out."""
    template = blank("messages", "The texts of this site that are written in its data files.")
    for text in sorted(site_texts(library), key=lambda text: text.place):
        note = NOTES.get(text.context.rpartition(".")[2])
        words = text.words[library.settings.source]
        message = template.add(words, locations=[(text.place.path, 1)], auto_comments=[note] if note else [], context=text.context)
        message.flags.discard("python-format")  # printed as it is: "50% of …" formats nothing
    return template


def site_texts(library: Library) -> Iterator[Text]:
    """Every text of a library that goes through the catalog."""
    profiles = [entry.profile for entry in library.entries.values()]
    terms = [term for vocabulary in library.terms.values() for term in vocabulary.values()]
    for text in walk([library.settings, *terms, *profiles]):
        if text.context and text.words.get(library.settings.source):
            yield text


def walk(value: Any) -> Iterator[Text]:
    """The texts inside records and collections, however deep."""
    if isinstance(value, Text):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from walk(getattr(value, field.name))
    elif isinstance(value, Mapping):
        yield from walk(list(value.values()))
    elif isinstance(value, list | tuple):
        for member in value:
            yield from walk(member)


def theme_template(templates: Mapping[str, str]) -> tuple[Catalog, list[Problem]]:
    """The strings of templates, and the templates that cannot be read."""
    template, problems = blank("theme", "The words of the theme."), []
    for name, source in sorted(templates.items()):
        path = f"templates/{name}"
        try:
            for _, message, comments, context in strings(source):
                template.add(message, locations=[(path, 1)], auto_comments=comments, context=context)
        except TemplateSyntaxError as error:
            problems.append(problem("template-syntax", Place(path, error.lineno), reason=error.message or ""))
    return template, problems


def strings(source: str) -> Iterable[tuple[int, Any, list[str], str | None]]:
    file = BytesIO(source.encode())
    return extract(METHOD, file, keywords=DEFAULT_KEYWORDS, comment_tags=SAID_TO_TRANSLATORS, options={**JINJA, "encoding": "utf-8"})


def dump(catalog: Catalog, comment: str = "", header: Mapping[str, str] | None = None) -> bytes:
    """A catalog as a PO file: its header as given, its entries in the order of the files that they come from."""
    catalog.charset = "utf-8"  # Babel took it over from the header that was
    body = BytesIO()
    write_po(body, catalog, width=0, omit_header=True, sort_by_file=True, include_lineno=False)
    lines = [*(comment or catalog.header_comment).splitlines(), 'msgid ""', 'msgstr ""']
    given = header or {"POT-Creation-Date": CREATED, **MIME}
    lines += [f'"{_escaped(name)}: {_escaped(value)}\\n"' for name, value in given.items()]
    return "\n".join([*lines, "", ""]).encode() + re.sub(rb"\n+\Z", b"\n", body.getvalue())


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
