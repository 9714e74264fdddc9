"""A PO file read strictly: what may be used of it, and everything that is wrong with it."""

from __future__ import annotations

from pathlib import PurePosixPath

from changlai.model import Catalog, Place
from changlai.pofile import Fault, Message, scan
from changlai.problems import Problem, problem
from changlai.store import fingerprint
from changlai.translate.header import ONE_FORM, Header, read_header
from changlai.translate.placeholders import compare, is_format

SITE = "messages.po"  # its texts are printed as they are; those of all other domains are formatted with %
HARMLESS = frozenset({"catalog-newline-start", "catalog-newline-end"})


def parse_po(data: bytes, path: str, lang: str, locale: str, obsolete: bool = False) -> tuple[Catalog, list[Problem]]:
    """The catalog of one language as far as it can be used, and what is wrong with the file: with `obsolete` also in the form of what is
    no longer used."""
    entries, faults = scan(data, obsolete)
    messages = [message for message in entries if not message.obsolete]
    header = Header()
    if not any(fault.code == "catalog-encoding" for fault in faults):
        header, found = read_header(messages, locale)
        faults += found
    texts: dict[tuple[str, str], tuple[str, ...]] = {}
    seen: dict[tuple[str, str], int] = {}
    for message in messages:
        key = message.context, message.id
        if key in seen:
            faults.append(Fault("catalog-duplicate", message.line, 1, (("text", brief(message.id)), ("first", str(seen[key])))))
            continue
        seen[key] = message.line
        if message.id and any(message.strings):
            wrong = entry_faults(message, header, formatted=PurePosixPath(path).name != SITE)
            faults += wrong
            if all(fault.code in HARMLESS for fault in wrong):
                texts[key] = message.strings
    plural = header.plural or ONE_FORM
    used = fingerprint(plural, [[*key, *strings] for key, strings in sorted(texts.items())])
    problems = [problem(fault.code, Place(path, fault.line, fault.column), **dict(fault.params)) for fault in sorted(faults, key=_order)]
    return Catalog(lang, locale, texts, plural, used), problems


def entry_faults(message: Message, header: Header, formatted: bool) -> list[Fault]:
    """What is wrong with one translated entry."""
    if message.fuzzy:
        return [Fault("catalog-fuzzy", message.line, 1, (("text", brief(message.id)),))]
    if message.plural and not header.plural:
        return [Fault("catalog-plural-missing", message.line, 1, (("text", brief(message.id)),))]
    if message.plural and len(message.strings) != header.forms:
        params = ("found", str(len(message.strings))), ("expected", str(header.forms))
        return [Fault("catalog-plural-count", message.lines[0], 1, params)]
    empty = next((line for string, line in zip(message.strings, message.lines, strict=True) if not string), 0)
    if empty:
        return [Fault("catalog-plural-empty", empty)]
    return list(compare(message, header.single, formatted and is_format(message.id) and is_format(message.plural)))


def _order(fault: Fault) -> tuple[int, int, str]:
    return fault.line, fault.column, fault.code


def brief(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else line[:39] + "…"
