"""Which text took the place of which: told to the translator beside the new one, never taken for a translation.

It is told in a remark of translators, since that is what all tools keep: the lines `#|` that gettext has for it mean something only
beside a fuzzy translation, and msgmerge drops them from an entry that has none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from difflib import SequenceMatcher, get_close_matches

from changlai.translate.units import Unit

TEXT, TRANSLATION = "# Earlier text: ", "# Earlier translation: "
EARLIER = (TEXT, TRANSLATION)

Key = tuple[str, str]  # context and text

_ALIKE = 0.6  # of the characters, as difflib counts
_COMPARED = 2500  # pairs at most: where so much changes at once, nothing is reworded, and comparing takes its time


def earlier(unit: Unit | None) -> tuple[str, ...]:
    """The remark on what stood in the place of a text. Where that was not translated either, what stood there before it."""
    if unit is None:
        return ()
    if not any(unit.strings):
        return tuple(line for line in unit.remarks if line.startswith(EARLIER))
    return TEXT + _line(unit.id), *(TRANSLATION + _line(string) for string in unit.strings if string)


def _line(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n")


def reworded(before: Iterable[Unit], after: Iterable[Unit]) -> dict[Key, Unit]:
    """By the key of each text that is new in `after`: the one of `before` that is gone and stood, in the same context, in the same place,
    or else is much alike; if there is something to tell of it."""
    old, new = {unit.key: unit for unit in before}, {unit.key: unit for unit in after}
    gone, come = [key for key in old if key not in new], [key for key in new if key not in old]
    found = _in_place(list(old), list(new), set(gone), set(come))
    taken = set(found.values())
    found |= _alike([key for key in gone if key not in taken], [key for key in come if key not in found])
    return {key: old[there] for key, there in found.items() if earlier(old[there])}


def _in_place(old: list[Key], new: list[Key], gone: Collection[Key], come: Collection[Key]) -> dict[Key, Key]:
    """New texts with old ones between the same neighbours; where their numbers differ, it cannot be told which is which."""
    found: dict[Key, Key] = {}
    for kind, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for context in {key[0] for key in new[first:last]} if kind == "replace" else ():
            here = [key for key in old[start:end] if key[0] == context and key in gone]
            there = [key for key in new[first:last] if key[0] == context and key in come]
            if len(here) == len(there):
                found.update(zip(there, here, strict=True))
    return found


def _alike(gone: list[Key], come: list[Key]) -> dict[Key, Key]:
    found: dict[Key, Key] = {}
    for context in dict.fromkeys(key[0] for key in come):
        texts, rest = ([key[1] for key in keys if key[0] == context] for keys in (come, gone))
        if len(texts) * len(rest) <= _COMPARED:
            for text in texts:
                for like in get_close_matches(text, rest, n=1, cutoff=_ALIKE):
                    found[context, text] = context, like
                    rest.remove(like)
    return found
