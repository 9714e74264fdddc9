"""Data in text of Latin languages: digits in all of them, words and months in English and German.

Digits are hard. Words are hard from eleven on, and with a unit of measure, light from two to ten and as ordinals.
"""

from __future__ import annotations

from changlai.compare.amounts import BEFORE_AMOUNTS, CODE, MINUS, code, multiply, quantity
from changlai.compare.dates import LATIN_DATES, LATIN_MONTH, LATIN_MONTHS, WORDED_DATES
from changlai.compare.eras import ERAS
from changlai.compare.figures import FIGURES, LATIN_TIME
from changlai.compare.grammar import Grammar, Rule, Rules, any_of, beginning, said
from changlai.compare.numerals import WESTERN, western
from changlai.compare.units import Tail, tails
from changlai.compare.words import CARDINAL, ONE, ORDINAL, PART, SCALES, STARTS, spelled
from changlai.model import Datum, Weight

_KNOWN = tails("latin")


def _nth(match: re.Match[str]) -> list[Datum]:
    """18th; 9th, which may be a day; 7th of a reign, which another language counts by its era."""
    number = match["number"]
    weight: Weight = "soft" if match["reign"] else "light" if number == "1" else "hard"
    return said(match, "number", f"{number}|---{number.zfill(2)}" if len(number) < 3 else number, weight)


def _ancient(match: re.Match[str]) -> list[Datum]:
    return said(match, "date", f"-{match['number']}")


def _era(match: re.Match[str]) -> list[Datum]:
    return said(match, "date", str(ERAS[match["before"].strip()] + int(match["number"]) - 1))


def _amount(match: re.Match[str]) -> list[Datum]:
    readings, scale = western(match["number"]), match["scale"]
    if scale:
        readings = multiply(readings, SCALES.get(scale.lower().rstrip("."), 10**6))
    return quantity(match, readings, _tail(match))


def _tail(match: re.Match[str]) -> Tail | None:
    return _KNOWN.of(match) if match["word"] or match["symbol"] else None


def _part(match: re.Match[str]) -> list[Datum]:
    return said(match, "percent", spelled(match.group())[1])


def _ordinal(match: re.Match[str]) -> list[Datum]:
    number = spelled(match.group())[2]
    return said(match, "number", f"{number}|1/{number}", "hard" if number > 10 else "light")


def _cardinal(match: re.Match[str]) -> list[Datum]:
    kind, value, number = spelled(match["number"])
    tail = _tail(match)
    if tail and tail.kind in ("measure", "money", "percent") and number:
        return quantity(match, value, tail, "light" if number == 1 else "hard")
    bare = not number or match["number"].lower() in SCALES
    return said(match, kind, value, "soft" if bare else "hard" if number > 10 else "light")


_SCALE = rf"[\s\u00a0-]?(?P<scale>(?i:{any_of(SCALES.keys() - {'mio', 'mrd'})})(?![A-Za-z])|(?:Mio|Mrd)(?![A-Za-z])\.?)"
_TAIL, _NO_TAIL = _KNOWN.pattern, "(?P<word>)(?P<symbol>)"
_DIGITS = (
    Rule(r"(?P<number>[0-9]{1,9})(?:st|nd|rd|th)(?![A-Za-z])(?P<reign>\syears? of (?:the (?:reign )?)?[A-Z])?", _nth),
    Rule(r"(?P<number>[0-9]{1,4})\s?(?:BCE?|B\.C\.|v\.\s?Chr\.)", _ancient),
    Rule(rf"(?P<number>{WESTERN})(?:{_SCALE})?{_TAIL}", _amount, BEFORE_AMOUNTS),
    Rule(rf"(?P<number>{WESTERN}){_SCALE}{_NO_TAIL}", _amount, BEFORE_AMOUNTS),
    Rule(CODE, code),
    Rule(rf"(?P<number>{WESTERN})(?P<scale>){_NO_TAIL}", _amount, BEFORE_AMOUNTS),
)
_WORDS = (
    *WORDED_DATES,
    Rule(PART, _part),
    Rule(ORDINAL, _ordinal),
    Rule(rf"(?P<number>{CARDINAL}){_TAIL}", _cardinal),
    Rule(rf"(?P<number>{CARDINAL}){_NO_TAIL}", _cardinal),
)
_MARKED = (
    Rule("(?P<number>[0-9]{1,2})", _era, tuple(f"{era} " for era in ERAS if era.isascii())),
    Rule(rf"(?P<number>{WESTERN})(?P<scale>m)(?![A-Za-z²³]){_NO_TAIL}", _amount, BEFORE_AMOUNTS),
)

LATIN = Grammar(
    rf"[^A-Za-zÀ-ɏ](?:(?<=[-−–+0-9])(?<=FIGURES.)|(?={beginning(STARTS)}|{ONE}|{LATIN_MONTH})WORDS)",
    (
        FIGURES,
        Rules("[0-9]{1,2}[.:h]?[0-9]{0,2}\\s?[AaPpUo]", (LATIN_TIME,)),
        LATIN_DATES,
        Rules(rf"{MINUS}[0-9.,]{{1,8}}[ ]?(?:°|℃|℉|degrees)", (Rule(rf"{MINUS}(?P<number>{WESTERN})(?P<scale>){_TAIL}", _amount),)),
        Rules("[0-9]", _DIGITS),
    ),
    (LATIN_MONTHS, Rules("", _WORDS)),
    _MARKED,
)
