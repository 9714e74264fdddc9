"""Brings what there is to translate into a catalog that translators work in. Nothing of theirs is lost or guessed."""

from __future__ import annotations

import re
from io import StringIO
from itertools import takewhile

from babel.messages.catalog import Catalog
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po

from changlai.model import Language
from changlai.pofile import scan
from changlai.translate.header import read_header
from changlai.translate.template import CREATED, MIME, dump

COMMENT = "# {name} ({locale}). Write each translation into msgstr; leave msgid as it is."


def merge(existing: bytes | None, template: Catalog, language: Language) -> bytes:
    """The catalog with the entries of `template` and the translations of `existing`, which must have been read without errors of form.

    What is no longer used is kept behind `#~`, and comes back when it is used again. Similar texts are never offered as translations.
    """
    text = _plain(existing or b"")
    header = _header(text, language)
    catalog = read_po(StringIO(text), locale=language.locale)
    for key in [key for key in catalog.obsolete if template.get(*_id_and_context(key)) is not None]:
        old = catalog.obsolete.pop(key)
        if catalog.get(*_id_and_context(key)) is None:
            catalog[old.id] = old
    catalog.update(template, no_fuzzy_matching=True, update_creation_date=False)
    for message in catalog:
        original = template.get(message.id, message.context) if message.id else None
        if original is not None and "python-format" not in original.flags:
            message.flags.discard("python-format")  # Babel guesses it anew each time, from any per cent sign
    comment = "\n".join(_comments(text)) or COMMENT.format(name=language.name, locale=language.locale)
    return dump(catalog, comment, header)


def _plain(data: bytes) -> str:
    return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def _header(text: str, language: Language) -> dict[str, str]:
    """The fields of the header in their order, with those that a catalog needs."""
    messages, _ = scan(text.encode())
    found = next((message.strings[0] for message in messages if not message.id and not message.context), "")
    pairs = (line.partition(":") for line in found.split("\n") if ":" in line)
    fields = {name.strip(): value.strip() for name, _, value in pairs}
    if not fields:
        fields = {"Project-Id-Version": "1", "POT-Creation-Date": CREATED, "PO-Revision-Date": CREATED, "Last-Translator": ""}
    fields.setdefault("Language", language.locale)
    if not read_header(messages, language.locale)[0].plural:
        fields["Plural-Forms"] = str(get_plural(language.locale))
    fields = {**fields, "POT-Creation-Date": CREATED, **{name: value for name, value in MIME.items() if name not in fields}}
    if not re.search(r"charset=utf-?8$", fields["Content-Type"], re.IGNORECASE):
        fields["Content-Type"] = MIME["Content-Type"]
    return fields


def _comments(text: str) -> list[str]:
    """The remarks above the header, without its flags."""
    lines = takewhile(lambda line: line.startswith("#") or not line.strip(), text.split("\n"))
    return [line.rstrip() for line in lines if line.startswith("#") and not line.startswith(("#,", "#~", "#:", "#."))]


def _id_and_context(key: object) -> tuple[str, str | None]:
    return (str(key[0]), str(key[1])) if isinstance(key, tuple) else (str(key), None)
