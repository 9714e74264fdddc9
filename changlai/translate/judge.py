"""Looks at one catalog beside what there is to translate: what is missing, left over, or changed in form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from changlai.model import Datum, Language, Place, Typography
from changlai.pofile import Message, scan
from changlai.problems import Problem, problem
from changlai.translate.header import read_header
from changlai.translate.plurals import groups, plural_forms
from changlai.translate.po import brief, parse_po
from changlai.translate.punctuation import end, prose, slips
from changlai.translate.template import Template

# A source text and its typography, a translation and its typography → in which figures they differ; None where one has nothing beside.
Differ = Callable[[str, Typography, str, Typography], Iterable[tuple[Datum | None, Datum | None]]]
Found = Iterator[tuple[str, int, dict[str, str]]]  # code, index in the translation, parameters

WITHOUT_STOPS = frozenset({"th", "lo"})  # languages whose sentences end without a mark

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_WIDE_GAP = re.compile(r"(?<=\S)(?: {2,}|\u3000+)(?=\S)")
_WIDE = re.compile(r"[、。〈-】！-～]")  # marks that bring their own blank


class Desk(NamedTuple):
    """What each entry of a catalog is judged by."""

    path: str
    language: Language
    typography: Typography  # of the source
    differ: Differ | None


def judge(
    data: bytes | None, path: str, language: Language, template: Template, typography: Typography, differ: Differ | None = None
) -> list[Problem]:
    """All problems of the catalog at `path`; None stands for a file that does not exist. `typography` is that of the texts to translate."""
    wanted = {unit.key: unit.id for unit in template.units}
    if data is None:
        return [problem("catalog-missing", Place(path), language=language.name, count=len(wanted))] if wanted else []
    _, problems = parse_po(data, path, language.code, language.locale, obsolete=True)
    messages, _ = scan(data)
    problems += _plurals(messages, path, language)
    problems += _two_ways(messages, path)
    alike: dict[str, set[tuple[str, str]]] = {}
    for key in wanted:
        alike.setdefault(key[1], set()).add(key)
    present, desk = set(), Desk(path, language, typography, differ)
    for message in messages:
        # A translator's catalog without contexts serves all of them.
        served = alike.get(message.id, set()) & ({(message.context, message.id)} if message.context else wanted.keys())
        present |= served
        if message.id:
            problems += _entry(message, bool(served), desk)
    absent = [text for key, text in wanted.items() if key not in present]
    if absent:
        problems.append(problem("catalog-outdated", Place(path), count=len(absent), text=brief(absent[0])))
    return problems


def _plurals(messages: list[Message], path: str, language: Language) -> Iterator[Problem]:
    """A rule that is well formed may still be another language's."""
    header, _ = read_header(messages, language.locale)
    right = plural_forms(language.locale)
    if header.plural and groups(header.plural) != groups(right):
        yield problem("catalog-plural-foreign", Place(path), language=language.name, expected=right)


def _two_ways(messages: list[Message], path: str) -> Iterator[Problem]:
    """One text in one field of several kinds of entry, such as `city.country` and `figure.country`, should read the same in all."""
    first: dict[tuple[str, str], Message] = {}
    for message in messages:
        _, dot, field = message.context.rpartition(".")
        if dot and not message.fuzzy and any(message.strings):
            other = first.setdefault((field, message.id), message)
            if other.strings != message.strings:
                words = {"text": brief(message.id), "here": brief(message.strings[0]), "there": brief(other.strings[0])}
                yield problem("catalog-two-ways", Place(path, *message.where(0, 0)), first=other.lines[0], **words)


def _entry(message: Message, used: bool, desk: Desk) -> Iterator[Problem]:
    place = Place(desk.path, message.line)
    if not used:
        yield problem("catalog-unused", place, text=brief(message.id))
    elif not any(message.strings):
        yield problem("catalog-untranslated", place, text=brief(message.id))
    for form, string in enumerate(message.strings):
        if string and not message.fuzzy:
            original = message.plural or message.id
            for code, index, params in (
                *_blanks(original, string, desk.language),
                *_tags(original, string),
                *_marks(original, string, desk.language),
                *_figures(original, string, desk),
            ):
                yield problem(code, Place(desk.path, *message.where(form, index)), **params)


def _blanks(original: str, string: str, language: Language) -> Found:
    """Line breaks at the ends are looked at elsewhere."""
    for index, here, there in ((0, original[0], string[0]), (len(string) - 1, original[-1], string[-1])):
        if (here in " \u3000\u00a0") != (there in " \u3000\u00a0") and not _WIDE.match(here) and not _WIDE.match(there):
            yield "catalog-space", index, {}
    gaps = _GAP if language.typography in ("zh", "ja") else _WIDE_GAP
    if not _GAP.search(original):
        yield from (("catalog-gap", gap.start(), {}) for gap in gaps.finditer(prose(string)))


def _tags(original: str, string: str) -> Found:
    here, there = Counter(_TAG.findall(original)), Counter(_TAG.findall(string))
    yield from (("catalog-tag-lost", 0, {"tag": tag}) for tag in sorted((here - there).keys()))
    yield from (("catalog-tag-extra", string.rfind(tag), {"tag": tag}) for tag in sorted((there - here).keys()))


def _marks(original: str, string: str, language: Language) -> Found:
    for slip in slips(string, original, language):
        yield "catalog-mark", slip.start, {"mark": slip.mark, "right": slip.right, "language": language.name}
    wide = language.typography in ("zh", "ja")
    if language.locale.split("_")[0] in WITHOUT_STOPS:
        return
    before, after = end(original, sure=True), end(string)
    if before and before != after and (before == ":" or not after):
        yield "catalog-end-lost", len(string), {"mark": original.rstrip()[-1], "right": {".": "。", ":": "："}[before] if wide else before}
    if end(string, sure=True) == "." and not end(original):
        yield "catalog-end-extra", len(string) - 1, {"mark": string.rstrip()[-1]}


def _figures(original: str, string: str, desk: Desk) -> Found:
    for here, there in desk.differ(original, desk.typography, string, desk.language.typography) if desk.differ else ():
        params = {"source": here.text if here else "–", "translation": there.text if there else "–"}
        yield "catalog-figures", there.start if there else 0, params
