"""Brings what there is to translate into a catalog that translators work in. Nothing of theirs is lost or guessed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from changlai.model import Language
from changlai.pofile import scan
from changlai.translate.header import Header, read_header
from changlai.translate.plurals import plural_forms
from changlai.translate.reworded import EARLIER, earlier, reworded
from changlai.translate.template import Template
from changlai.translate.units import CREATED, MIME, Unit, dump, unit

COMMENT = "# {name} ({locale}). Write each translation into msgstr; leave msgid as it is."

Held = Mapping[tuple[str, str], Unit]


def merge(existing: bytes | None, template: Template, language: Language) -> bytes:
    """The catalog with the entries of `template` and the translations of `existing`, which must have been read without errors of form.

    What is no longer used is kept behind `#~`, and comes back when it is used again. Similar texts are never offered as translations: where
    one takes the place of another, that one and its translation are told in a remark, until there is a new translation.
    """
    messages, _ = scan(existing or b"", obsolete=True)
    first = next((message for message in messages if not message.id and not message.context), None)
    fields = completed(first.strings[0] if first else "", read_header(messages, language.locale)[0], language, template.project)
    forms = int(fields["Plural-Forms"].partition("nplurals=")[2].partition(";")[0])
    units = [unit(message) for message in messages if message.id]
    held = _best(units)
    replaced = reworded((one for one in units if not one.obsolete), template.units)
    pairs = [(one, _translation(one, held)) for one in template.units]
    active = [_filled(one, found, replaced.get(one.key), forms) for one, found in pairs]
    used = {one.key for pair in pairs for one in pair if one}
    remarks = (unit(first).remarks if first else ()) or (COMMENT.format(name=language.name, locale=language.locale),)
    return dump([*active, *_left(held, used)], fields, remarks)


def completed(text: str, read: Header, language: Language, project: str) -> dict[str, str]:
    """The fields of a header as translators' tools have written them, with those that a catalog needs. The day on which there was something
    new to translate stays the same, so that it is no change."""
    given = {name.strip(): value.strip() for name, colon, value in (line.partition(":") for line in text.split("\n")) if colon}
    needed = {
        "Project-Id-Version": project,
        "PO-Revision-Date": CREATED,
        "Last-Translator": "",
        "Language-Team": language.name,
        "Language": language.locale,
    }
    if not read.plural:
        given["Plural-Forms"] = plural_forms(language.locale)
    return {**needed, **given, **MIME, "POT-Creation-Date": CREATED}


def _best(units: Iterable[Unit]) -> Held:
    """Each text once: as it is translated, and rather in use than put aside."""
    found: dict[tuple[str, str], Unit] = {}
    for one in sorted(units, key=lambda one: (not any(one.strings), one.obsolete)):
        found.setdefault(one.key, one)
    return found


def _translation(wanted: Unit, held: Held) -> Unit | None:
    """What is there for a text: in its context, else without one, as a reader would be given it."""
    found, bare = held.get(wanted.key), held.get(("", wanted.id))
    return bare if bare and any(bare.strings) and not (found and any(found.strings)) else found


def _filled(wanted: Unit, found: Unit | None, before: Unit | None, forms: int) -> Unit:
    strings = ("",) * (forms if wanted.plural else 1)
    if found is None or found.plural != wanted.plural:
        return wanted._replace(strings=strings, remarks=earlier(found or before))
    done = any(found.strings) and not found.fuzzy
    kept = [flag for flag in found.flags if not flag.endswith("-format") and (flag != "fuzzy" or any(found.strings))]
    return wanted._replace(
        strings=(found.strings + strings)[: max(len(strings), len(found.strings))],
        remarks=tuple(line for line in found.remarks if not (done and line.startswith(EARLIER))),
        flags=tuple(dict.fromkeys((*wanted.flags, *kept))),
        previous=found.previous if "fuzzy" in kept else (),
    )


def _left(held: Held, used: Collection[tuple[str, str]]) -> list[Unit]:
    """The translations that are not needed now, in an order that does not depend on when they were needed last."""
    rest = [one for key, one in sorted(held.items()) if key not in used and any(one.strings)]
    return [one._replace(obsolete=True, previous=one.previous if one.fuzzy else ()) for one in rest]
