"""Catalogs as gettext functions, in templates too."""

from __future__ import annotations

from jinja2 import Environment

from changlai.model import Language
from changlai.translate import Translations, translations
from tests.translate.conftest import LANGUAGES, catalog, library

ENGLISH = catalog(
    "en",
    {
        ("", "首页"): ("Home",),
        ("menu", "首页"): ("Start",),
        ("", "%(num)s篇"): ("%(num)s story", "%(num)s stories"),
        ("event", "第%(number)s期"): ("edition %(number)s",),
    },
    "nplurals=2; plural=(n != 1);",
)


def test_lookup_with_context_then_without() -> None:
    words = Translations(ENGLISH)
    assert words.gettext("首页") == "Home"
    assert words.pgettext("menu", "首页") == "Start"
    assert words.pgettext("footer", "首页") == "Home"
    assert words.gettext("没有") == "没有"
    assert words.gettext("第%(number)s期") == "第%(number)s期"  # said in a context only


def test_plurals_by_the_rule_of_the_catalog() -> None:
    words = Translations(ENGLISH)
    assert [words.ngettext("%(num)s篇", "%(num)s篇", n) for n in (0, 1, 2)] == ["%(num)s stories", "%(num)s story", "%(num)s stories"]
    assert [words.npgettext("x", "one", "many", n) for n in (1, 2)] == ["one", "many"]
    polish = catalog(
        "en", {("", "a"): ("0", "1", "2")}, "nplurals=3; plural=n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2;"
    )
    assert [Translations(polish).ngettext("a", "a", n) for n in (1, 3, 5, 12, 22)] == ["0", "1", "2", "2", "1"]


def test_gaps_are_filled_by_english_but_for_chinese_readers() -> None:
    german = Language("de", "de", "de_DE", "Deutsch", "de_DE", "latin")
    german_words = catalog("en", {("", "语言"): ("Sprache",)})
    here = library(languages={**LANGUAGES, "de": german}, theme={"en": ENGLISH, "de": german_words, "zh": catalog("zh", {})})
    assert translations(here, "de").gettext("语言") == "Sprache"
    assert translations(here, "de").gettext("首页") == "Home"
    assert translations(here, "de").ngettext("%(num)s篇", "%(num)s篇", 1) == "%(num)s story"
    assert translations(here, "zh").gettext("首页") == "首页"
    assert translations(here, "ko").gettext("首页") == "Home"


def test_digest_names_the_whole_chain() -> None:
    other = catalog("ko", {("", "首页"): ("첫 화면",)})
    digests = {Translations(*chain).digest for chain in [(ENGLISH,), (other,), (ENGLISH, other), (other, ENGLISH)]}
    assert len(digests) == 4
    assert Translations(ENGLISH).digest == Translations(ENGLISH).digest


def test_jinja_speaks_through_it() -> None:
    env = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    words = Translations(ENGLISH)
    env.install_gettext_callables(  # type: ignore[attr-defined]
        words.gettext, words.ngettext, newstyle=True, pgettext=words.pgettext, npgettext=words.npgettext
    )
    template = env.from_string(
        '{{ _("首页") }} {{ pgettext("menu", "首页") }} {{ pgettext("event", "第%(number)s期", number=3) }} '
        "{% trans num=2 %}{{ num }}篇{% pluralize %}{{ num }}篇{% endtrans %}"
    )
    assert template.render() == "Home Start edition 3 2 stories"
