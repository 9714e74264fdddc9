"""What kind of character stands here: the ground of every rule that is special to Chinese, Japanese and Korean."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from changlai.model import Typography

_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_KANA = "\u3041-\u309f\u30a0-\u30fa\u30fc-\u312f\u31a0-\u31bf\u31f0-\u31ff\uff66-\uff9f\U0001b000-\U0001b16f"
_HANGUL = "\u1100-\u11ff\u3131-\u318f\ua960-\ua97f\uac00-\ud7ff\uffa0-\uffdc"
# Full-width punctuation, symbols and letters; not U+3000, which is a space.
_WIDE = (
    "\u2ff0-\u2fff\u3001-\u3004\u3008-\u3020\u302a-\u3037\u303c-\u303f\u30fb\u31c0-\u31ef\u3200-\u33ff"
    "\ufe10-\ufe1f\ufe30-\ufe6f\uff01-\uff65\uffe0-\uffe6"
)

HAN_OR_KANA = re.compile(f"[{_HAN}{_KANA}]")
HANGUL = re.compile(f"[{_HANGUL}]")
CJK = re.compile(f"[{_HAN}{_KANA}{_HANGUL}]")
FULL_WIDTH = re.compile(f"[{_HAN}{_KANA}{_WIDE}]")
_EASTERN = re.compile(f"[{_HAN}{_KANA}{_WIDE}{_HANGUL}]")
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u02bb\u02bc\u0300-\u036f\u1e00-\u1eff"
_LATIN_WORD = f"[{_LATIN}](?:[{_LATIN}0-9'’&.-]*[{_LATIN}0-9])?"
LATIN = re.compile(f"({_LATIN_WORD}(?:[ ,]+{_LATIN_WORD})*)")
URL_END = f"{_HAN}{_KANA}{_WIDE}{_HANGUL}"  # of a character class: nothing of this belongs to a bare URL
# Letters and marks of the East that nothing rides on and that ride on nothing.
STEADY = "\u3001-\u3029\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60"

# Marks that Unicode shares between East and West: as wide as the text around them.
AMBIGUOUS = frozenset("“”‘’…⋯‥—―·")
_ASCII_MARKS = frozenset("!\"#$%&'(),-./:;<=>?@^{|}")
_REACH = 8  # how far a mark looks for the text that it belongs to


@lru_cache(maxsize=4096)
def _rides(character: str) -> bool:
    """Variation selectors, combining marks and invisible format characters belong to what stands before them."""
    return unicodedata.category(character) in {"Mn", "Me", "Cf"}


def base(text: str, pos: int) -> int:
    """The position of the character that is seen at `pos`, going back over what only rides on it; -1 where there is none."""
    while pos >= 0 and _rides(text[pos]):
        pos -= 1
    return pos


def _through(text: str, pos: int, step: int, end: int, passed: frozenset[str]) -> str:
    """The first character from `pos` on, in the direction of `step`, that is not in `passed`; empty at a line's end."""
    for _ in range(_REACH):
        pos = base(text, pos) if step < 0 else pos
        if not 0 <= pos < end:
            return ""
        if text[pos] not in passed:
            return text[pos]
        pos += step
    return ""


def is_eastern(text: str, pos: int, step: int, end: int, typography: Typography) -> bool:
    """Does the character at `pos` count as Chinese, Japanese or Korean for emphasis?

    A shared mark takes the side of the text behind it, seen from the delimiter (`step` is the direction away from it); in Chinese and
    Japanese typography curly quotes, ellipses and dashes are always full width. An ASCII mark does the same, for `**时间:**2022年`.
    """
    pos = base(text, pos) if step < 0 else pos
    if not 0 <= pos < end:
        return False
    character = text[pos]
    if character in AMBIGUOUS and typography in ("zh", "ja"):
        return True
    if character in AMBIGUOUS or character in _ASCII_MARKS:
        character = _through(text, pos, step, end, AMBIGUOUS | _ASCII_MARKS)
    return bool(character and _EASTERN.match(character))


def is_latin(word: str) -> bool:
    """Are all letters of `word` Latin ones? Modifier letters such as U+02BB belong to any script; no letter at all is no Latin."""
    letters = [character for character in word if character.isalpha()]
    return bool(letters) and (word.isascii() or all(_is_latin_letter(character) for character in letters))


@lru_cache(maxsize=4096)
def _is_latin_letter(character: str) -> bool:
    return unicodedata.name(character, "").startswith(("LATIN", "MODIFIER LETTER"))


def joins(before: str, after: str, typography: Typography) -> bool:
    """Is a line break between these two pieces of text nothing at all, rather than a space?

    Han, kana and full-width marks join with what stands next to them, Hangul and Latin words do not; a shared mark (“ ” … —) is looked
    through. In Korean and Latin typography words are set apart, so only Han or kana on both sides join there.
    """
    left = _through(before, len(before) - 1, -1, len(before), AMBIGUOUS)
    right = _through(after, 0, 1, len(after), AMBIGUOUS)
    if HANGUL.match(left) or HANGUL.match(right):
        return False
    wide = (bool(FULL_WIDTH.match(left)), bool(FULL_WIDTH.match(right)))
    if typography == "latin":
        return all(wide)
    if typography == "ko":
        return all(wide) and bool(HAN_OR_KANA.match(left) or HAN_OR_KANA.match(right))
    if not left or not right:  # only shared marks: “…”⏎——
        return any(wide) or bool(before and after and before[-1] in AMBIGUOUS and after[0] in AMBIGUOUS)
    return any(wide)
