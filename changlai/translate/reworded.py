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
    or else is much alike."""
    old, new = {unit.key: unit for unit in before}, {unit.key: unit for unit in after}
    gone = {key: unit for key, unit in old.items() if key not in new and earlier(unit)}
    come = {key: unit for key, unit in new.items() if key not in old}
    found = _in_place(list(old), list(new), gone, come)
    left = [key for key in gone if key not in set(found.values())]
    for key in come:
        near = [text for context, text in left if context == key[0]] if key not in found else []
        for text in get_close_matches(key[1], near, n=1, cutoff=_ALIKE):
            found[key] = key[0], text
            left.remove(found[key])
    return {key: gone[there] for key, there in found.items()}


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
