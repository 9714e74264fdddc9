"""The rule for plurals that a new catalog gets: CLDR's, for the whole numbers that a site can count."""

from __future__ import annotations

import re
from gettext import c2py

from babel import Locale
from babel.messages.plurals import get_plural
from babel.plural import PluralRule, to_gettext

COUNTED = range(1001)  # every category of CLDR that serves whole numbers below a million shows itself here


def plural_forms(locale: str) -> str:
    """The field Plural-Forms for a locale of Babel.

    Categories that serve only fractions, or only round millions as compact notation has them, would be forms that nobody ever sees. Where
    the rule that gettext's tools know for the language does the same, it is written as they write it.
    """
    rule = Locale.parse(locale).plural_form
    told = {rule(number) for number in COUNTED}
    exact = PluralRule({tag: text for tag, text in rule.rules.items() if tag in told})
    ours = re.sub(r"plural=\((.*)\);", r"plural=\1;", to_gettext(exact))
    usual = get_plural(locale)
    return str(usual) if usual.num_plurals == len(told) and groups(str(usual)) == groups(ours) else ours


def groups(rule: str) -> tuple[int, ...]:
    """Which form serves each of the numbers: two rules that are alike but for spelling and the order of their forms give the same."""
    form = c2py(rule.partition("plural=")[2].strip(" ;"))
    seen: dict[int, int] = {}
    return tuple(seen.setdefault(form(number), len(seen)) for number in COUNTED)
