"""Data in text of Latin languages: digits in all of them, words and months in English and German.

Digits are hard. Words are hard from eleven on, and with a unit of measure, light from two to ten and as ordinals.
"""

from __future__ import annotations

import re

from changlai.compare.amounts import BEFORE_AMOUNTS, CODES, COLD, multiply, quantity
from changlai.compare.dates import LATIN_DATES, LATIN_MONTH, LATIN_WORDED_DATES
from changlai.compare.dynasties import LATIN_DYNASTIES, LATIN_DYNASTY
from changlai.compare.eras import ERAS
from changlai.compare.figures import FIGURES, LATIN_TIME, LATIN_TIME_IN_WORDS
from changlai.compare.grammar import Grammar, Rule, Spot, any_of, beginning, gated, said
from changlai.compare.numerals import WESTERN, add_half, western
from changlai.compare.units import Tail, tails
from changlai.compare.words import CARDINAL, ONE, ORDINAL, PART, SCALES, STARTS, spelled
from changlai.model import Datum, Weight

_KNOWN = tails("latin")
_CLOCK = re.compile("(?:2[0-3]|1?[0-9])[.][0-5][0-9]")


def _nth(match: re.Match[str]) -> list[Datum]:
    """18th; 9th, which may be a day; 7th of a reign, which another language counts by its era."""
    number = match["number"]
    weight: Weight = "soft" if match["reign"] or number == "1" else "hard"
    return said(match, "ordinal", f"{number}|---{number.zfill(2)}" if len(number) < 3 else number, weight)


def _ancient(match: re.Match[str]) -> list[Datum]:
    return said(match, "date", f"-{match['number']}")


def _era(match: re.Match[str]) -> list[Datum]:
    return said(match, "date", str(ERAS[match["before"].strip()] + int(match["number"]) - 1))


def _amount(match: re.Match[str]) -> list[Datum]:
    if match["words"]:
        return _cardinal(match)
    readings = western(match["number"])
    if scale := match["scale"]:
        readings = multiply(readings, SCALES[scale.lower().rstrip(".")])
    tail = _tail(match)
    if tail and match["half"]:
        readings = add_half(readings)
    found = quantity(match, readings, tail)
    if not scale and _CLOCK.fullmatch(match.group()):  # 13.20, which is a time in Britain
        hour, minute = map(int, match.group().split("."))
        hours = (hour, hour + 12) if 0 < hour < 12 else (hour,)
        return [each._replace(value="|".join([each.value, *(f"{each:02}:{minute:02}" for each in hours)])) for each in found]
    return found


def _millions(match: re.Match[str]) -> list[Datum]:
    """€5m."""
    return quantity(match, multiply(western(match["number"]), 10**6), None)


def _tail(match: re.Match[str]) -> Tail | None:
    return _KNOWN.of(match) if match["word"] or match["symbol"] else None


def _part(match: re.Match[str]) -> list[Datum]:
    value = spelled(match.group())[1]
    return said(match, "percent", value, "soft" if value == "50%" else "hard")


def _ordinal(match: re.Match[str]) -> list[Datum]:
    number = spelled(match.group())[2]
    return said(match, "ordinal", f"{number}|1/{number}", "hard" if number > 10 else "light")


def _cardinal(match: re.Match[str]) -> list[Datum]:
    kind, value, number = spelled(match["words"])
    tail = _tail(match)
    if tail and tail.kind in ("measure", "money", "percent") and number:
        value = add_half(value) if match["half"] else value
        return quantity(match, value, tail, "light" if number == 1 else "hard")
    bare = not number or match["words"].lower() in SCALES
    if kind == "relative":
        return said(match, kind, value, "light")
    return said(match, kind, value, "soft" if bare else "hard" if number > 10 else "light")


_SCALE = rf"[ \u00a0-]?(?P<scale>(?:{beginning(SCALES.keys() - {'mio', 'mrd'})})(?![A-Za-z])|(?:Mio|Mrd)(?![A-Za-z])\.?)"
_TAIL = rf"(?P<half>[ ]and[ ]a[ ]half)?{_KNOWN.pattern}"
_FIGURES = (
    *FIGURES,
    LATIN_TIME,
    *gated("[0-9]{1,2}[ ](?:o['’]|in[ ])", LATIN_TIME_IN_WORDS[1]),
    *LATIN_DATES,
    COLD,
    Rule(r"(?P<number>[0-9]{1,9})(?:st|nd|rd|th)(?![A-Za-z])(?P<reign>[ ]years? of (?:the (?:reign )?)?[A-Z])?", _nth),
    Rule(r"(?P<number>[0-9]{1,4})[ ]?(?:BCE?|B\.C\.|v\.[ ]?Chr\.)", _ancient),
)
_WORDS = (*LATIN_DYNASTIES, *LATIN_TIME_IN_WORDS, *LATIN_WORDED_DATES, Rule(PART, _part), Rule(ORDINAL, _ordinal))
_AMOUNTS = (
    Rule(rf"(?:(?P<number>{WESTERN})(?:{_SCALE})?|(?P<words>{CARDINAL}))(?:{_TAIL})?(?![A-Za-z])", _amount, BEFORE_AMOUNTS),
    CODES,
)
_MARKED = (
    Rule("(?P<number>[0-9]{1,2})", _era, tuple(f"{era} " for era in ERAS if era.isascii())),
    Rule(rf"(?P<number>{WESTERN})m(?![A-Za-z²³])", _millions, BEFORE_AMOUNTS),
)


def latin() -> Grammar:
    words = any_of(each for word in STARTS for each in (word, word.capitalize()))
    first = "".join(sorted({letter for word in STARTS for letter in (word[0], word[0].upper())} | set("OoJFMASONDHTYQ")))
    spot = Spot(first, f"{words}|{ONE}|[A-Z](?<=(?={LATIN_MONTH}|{LATIN_DYNASTY}).)", "A-Za-zÀ-ɏ")
    return Grammar(spot, _FIGURES, _WORDS, _AMOUNTS, _MARKED)
