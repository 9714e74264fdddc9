"""Looks at one catalog beside what there is to translate: what is missing, left over, or changed in form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from babel.messages.catalog import Catalog
from babel.messages.plurals import get_plural

from changlai.model import Language, Place
from changlai.pofile import Message, scan
from changlai.problems import Problem, problem
from changlai.translate.header import read_header
from changlai.translate.po import brief, parse_po

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def judge(data: bytes | None, path: str, language: Language, template: Catalog) -> list[Problem]:
    """All problems of the catalog at `path`; None stands for a file that does not exist."""
    wanted = {(message.context or "", _id(message.id)): message for message in template if message.id}
    if data is None:
        return [problem("catalog-missing", Place(path), language=language.name, count=len(wanted))] if wanted else []
    _, problems = parse_po(data, path, language.code, language.locale)
    messages, _ = scan(data)
    problems += _plurals(messages, path, language)
    present = set()
    for message in messages:
        key = message.context, message.id
        # A translator's catalog without contexts serves all of them.
        same = [other for other in wanted if other == key or (not message.context and other[1] == message.id)]
        present.update(same)
        if message.id:
            problems += _entry(message, bool(same), path)
    absent = [text for key, text in wanted.items() if key not in present]
    if absent:
        problems.append(problem("catalog-outdated", Place(path), count=len(absent), text=brief(_id(absent[0].id))))
    return problems


def _id(value: str | tuple[str, ...] | list[str]) -> str:
    return value if isinstance(value, str) else value[0]


def _plurals(messages: list[Message], path: str, language: Language) -> Iterator[Problem]:
    """A rule that is well formed may still be another language's."""
    header, _ = read_header(messages, language.locale)
    right = get_plural(language.locale)
    if header.plural and header.forms != right.num_plurals:
        yield problem("catalog-plural-foreign", Place(path), found=header.forms, language=language.name, expected=right.num_plurals)


def _entry(message: Message, used: bool, path: str) -> Iterator[Problem]:
    place = Place(path, message.line)
    if not used:
        yield problem("catalog-unused", place, text=brief(message.id))
    elif not any(message.strings):
        yield problem("catalog-untranslated", place, text=brief(message.id))
    for string, line in zip(message.strings, message.lines, strict=True):
        if not string or message.fuzzy:
            continue
        if _edges(string) != _edges(message.id):
            yield problem("catalog-space", Place(path, line))
        tags = Counter(_TAG.findall(message.plural or message.id))
        for tag in sorted((tags - Counter(_TAG.findall(string))).keys()):
            yield problem("catalog-tag-lost", Place(path, line), tag=tag)
        for tag in sorted((Counter(_TAG.findall(string)) - tags).keys()):
            yield problem("catalog-tag-extra", Place(path, line), tag=tag)


def _edges(text: str) -> tuple[bool, bool]:
    """Whether blanks stand at the two ends; line breaks are looked at elsewhere."""
    return text[:1] in " \u3000\u00a0", text[-1:] in " \u3000\u00a0"
