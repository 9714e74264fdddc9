"""The rule for plurals that a new catalog gets."""

from __future__ import annotations

import subprocess

import pytest
from babel import Locale, localedata

from changlai.pofile import scan
from changlai.translate.header import plural_rule, read_header
from changlai.translate.plurals import COUNTED, groups, plural_forms
from changlai.translate.units import MIME, Unit, dump


@pytest.mark.parametrize(
    ("locale", "rule"),
    [
        ("de_DE", "nplurals=2; plural=(n != 1);"),
        ("fr_FR", "nplurals=2; plural=(n > 1);"),  # without the form that CLDR has for round millions
        ("ru_RU", "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"),
        ("zh_Hant_TW", "nplurals=1; plural=0;"),
        ("id_ID", "nplurals=1; plural=0;"),  # Babel's own table: 2
        ("hu_HU", "nplurals=2; plural=(n != 1);"),  # Babel's own table: 1
    ],
)
def test_rule(locale: str, rule: str) -> None:
    assert groups(plural_forms(locale)) == groups(rule)
    assert plural_forms(locale).partition(";")[0] == rule.partition(";")[0]


@pytest.mark.parametrize("locale", sorted({name.split("_")[0] for name in localedata.locale_identifiers()}))
def test_every_language_of_cldr(locale: str) -> None:
    """The rule tells whole numbers apart as CLDR does, has no form that serves none, and our own reader takes it."""
    text, told = plural_forms(locale), Locale.parse(locale).plural_form
    rule = plural_rule(text)
    pairs = {(told(number), rule(number)) for number in COUNTED}
    assert len(pairs) == len(dict(pairs)) == len({form for _, form in pairs})
    messages, _ = scan(dump([], {"Language": locale, **MIME, "Plural-Forms": text}, []))
    header, faults = read_header(messages, locale)
    assert faults == []
    assert header.forms == len(pairs)


def test_gettext_takes_the_rules(tmp_path) -> None:
    for locale in ("lv", "br", "kw", "ar", "hu", "he", "gd", "fil"):
        text = plural_forms(locale)
        forms = int(text.partition("=")[2].partition(";")[0])
        unit = Unit("", "甲", "甲", tuple(f"x{form}" for form in range(forms)))
        path = tmp_path / f"{locale}.po"
        path.write_bytes(dump([unit], {"Language": locale, **MIME, "Plural-Forms": text}, []))
        done = subprocess.run(["msgfmt", "--check-format", "-o", "/dev/null", str(path)], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
