"""`messages check`: each thing that a translator should look at, with its line and column, and how little else is told."""

from __future__ import annotations

import pytest

from changlai.model import Datum, Language, Typography
from changlai.translate.judge import judge
from changlai.translate.template import Template
from changlai.translate.units import MIME, Unit, dump
from tests.conftest import ROOT
from tests.translate.conftest import LANGUAGES

SPOKEN = {
    **LANGUAGES,
    "ja": Language("ja", "ja", "ja_JP", "日本語", "ja_JP", "ja"),
    "tw": Language("tw", "zh-Hant", "zh_Hant_TW", "繁體中文", "zh_TW", "zh"),
    "th": Language("th", "th", "th_TH", "ไทย", "th_TH", "latin"),
}


def found(lang: str, original: str, translation: str, path: str = "messages.po", typography: Typography = "zh", differ=None):
    """(code, column, what is to be written) of everything said of one entry."""
    unit = Unit("", original, strings=(translation,))
    header = {"Language": SPOKEN[lang].locale, **MIME, "Plural-Forms": "nplurals=2; plural=(n != 1);"}
    if lang != "en":
        header["Plural-Forms"] = "nplurals=1; plural=0;"
    said = judge(dump([unit], header, []), path, SPOKEN[lang], Template("", (unit,)), typography, differ)
    return [(one.code, one.column, dict(one.params).get("right", "")) for one in sorted(said)]


MARKS = [
    # language, original, translation, column of the mark, what the language has for it
    ("en", "一座园。", "One garden。", 19, "."),
    ("en", "园，城", "Garden，city", 15, ","),
    ("en", "园、城", "Garden、city", 15, ","),
    ("en", "园（城）", "Garden （city)", 16, "("),
    ("en", "“园”", "「garden」", 9, "“"),
    ("en", "《园》", "《The Garden》", 9, "“"),
    ("en", "２０", "Top ２0", 13, "2"),
    ("en", "园……", "Garden……", 15, "…"),
    ("en", "园——城", "Garden——city", 15, "—"),
    ("en", "“园”", 'The "garden"', 13, "“ ”"),
    ("ko", "一座园。", "정원입니다。", 14, "."),
    ("ko", "园：城", "정원：도시", 11, ":"),
    ("ko", "甲·乙", "갑・을", 10, "·"),
    ("ja", "园，城", "庭園,都市", 11, "、"),
    ("ja", "园，城", "庭園，都市", 11, "、"),
    ("ja", "一座园。", "庭園です.", 13, "。"),
    ("ja", "园（城）", "庭園(都市）", 11, "（"),
    ("ja", "“园”", "“庭園」", 9, "「"),
    ("ja", "园……", "庭園…", 11, "……"),
    ("ja", "甲·乙", "甲山·乙川", 11, "・"),
    ("ja", "好！", "よい!", 11, "！"),
    ("tw", "园，城", "園,城", 10, "，"),
    ("tw", "园……", "園...", 10, "……"),
    ("tw", "甲·乙", "甲・乙", 10, "·"),
]


@pytest.mark.parametrize(("lang", "original", "translation", "column", "right"), MARKS)
def test_a_mark_of_another_language_is_told(lang: str, original: str, translation: str, column: int, right: str) -> None:
    assert ("catalog-mark", column, right) in found(lang, original, translation)


def test_simplified_chinese_has_its_own_quotation_marks() -> None:
    assert found("zh", '"A"', "「甲」", typography="latin")[0] == ("catalog-mark", 9, "“")
    assert found("tw", "“甲”", "「甲」") == []


RIGHT = [
    ("en", "聊城（山东）：“园”，3.5万人。", "Liaocheng (Shandong): the “Garden”, 35,000 people."),
    ("en", "《论语》", "The Analects (《论语》; “学而时习之，不亦说乎”)"),
    ("en", "牧琳爱，聊城", "Eunice Moe Brock (牧琳爱，聊城)"),
    ("en", "可以阅读：", "You can read it in: "),
    ("en", "可以阅读：", "You can read it in:"),
    ("en", "联系：%(contact)s", "Contact: %(contact)s"),
    ("en", "作者等", "The authors et al."),
    ("en", "（本页没有这种语言的版本）", "(this page is not available in this language)"),
    ("en", "说：“好！”", "He said: “Good!”"),
    ("ko", "《外眼看聊城》、“园”。", "《외국인의 눈으로 본 랴오청》, 「정원」, ‘정원’ 등입니다."),
    ("ko", "甲·乙～丙……", "갑·을~병…"),
    ("ja", "Paks与聊城（3.2万人），10:30", "Paksと聊城（3.2万人）、10:30"),
    ("ja", "说：“你好（Hello）”……", "「こんにちは（“Hello”）」……"),
    ("ja", "（%(country)s）%(region)s", "（%(country)s・%(region)s）"),
    ("ja", "网址：https://example.org/a(b),c", "URL：https://example.org/a(b),c"),
    ("ja", "甲　乙", "甲　乙"),
    ("ja", "写 name: … 这一行", "name: … と書く"),
    ("tw", "甲，“乙”", "甲，「乙」"),
    ("th", "一座园。", "สวน"),
    ("en", 'print "x"', 'prints "x"'),
]


@pytest.mark.parametrize(("lang", "original", "translation"), RIGHT)
def test_what_is_right_is_let_be(lang: str, original: str, translation: str) -> None:
    assert found(lang, original, translation) == []


@pytest.mark.parametrize(
    ("lang", "original", "translation", "expected"),
    [
        ("en", "一座园。", "One garden", ("catalog-end-lost", 19, ".")),
        ("ja", "一座园。", "庭園です", ("catalog-end-lost", 13, "。")),
        ("en", "可以阅读：", "You can read it in", ("catalog-end-lost", 27, ":")),
        ("en", "可以阅读：", "You can read it.", ("catalog-end-lost", 25, ":")),
        ("en", "一座园", "This is a garden.", ("catalog-end-extra", 25, "")),
        ("ko", "一座园", "정원입니다.", ("catalog-end-extra", 14, "")),
        ("ja", "一座园", "庭園です。", ("catalog-end-extra", 13, "")),
        ("en", "园", " garden", ("catalog-space", 9, "")),
        ("en", "园", "garden ", ("catalog-space", 15, "")),
        ("en", "园", "the  garden", ("catalog-gap", 12, "")),
        ("ko", "园", "정원　시", ("catalog-gap", 11, "")),
        ("en", "园", "<b>garden", ("catalog-tag-extra", 9, "")),
        ("en", "<b>园</b>", "garden</b>", ("catalog-tag-lost", 9, "")),
    ],
)
def test_what_changed_in_form_is_told(lang: str, original: str, translation: str, expected: tuple[str, int, str]) -> None:
    assert found(lang, original, translation) == [expected]


def test_the_column_is_that_of_the_line_it_stands_on() -> None:
    data = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "\xe7\x94\xb2"\nmsgstr ""\n"a \\"b\\"\\n"\n  "c,  d"\n'
    said = judge(data, "messages.po", SPOKEN["en"], Template("", (Unit("", "甲"),)), "zh")
    assert [(one.code, one.line, one.column) for one in said if one.code == "catalog-gap"] == [("catalog-gap", 7, 6)]


def test_one_text_in_one_field_reads_the_same_everywhere() -> None:
    units = [
        Unit("city.country", "匈牙利", strings=("Hungary",)),
        Unit("figure.country", "匈牙利", strings=("Hungarian Republic",)),
        Unit("event one", "第%(number)s期", strings=("%(number)sst edition",)),
        Unit("event two", "第%(number)s期", strings=("%(number)snd edition",)),
        Unit("topic.title", "园林", strings=("Gardens",)),
        Unit("city.name", "园林", strings=("Yuanlin",)),
    ]
    header = {"Language": "en_GB", **MIME, "Plural-Forms": "nplurals=2; plural=(n != 1);"}
    said = judge(dump(units, header, []), "messages.po", SPOKEN["en"], Template("", tuple(units)), "zh")
    assert [(one.code, one.line, dict(one.params)) for one in said] == [
        ("catalog-two-ways", 15, {"text": "匈牙利", "here": "Hungarian Republic", "there": "Hungary", "first": "11"})
    ]


def test_figures_are_compared_by_whom_it_is_given() -> None:
    def differ(source: str, its: Typography, translation: str, typography: Typography):
        assert (source, its, translation, typography) == ("11月5日", "zh", "On Nov 6", "latin")
        return [
            (Datum("date", "--11-05", "11月5日", 0), Datum("date", "--11-06", "Nov 6", 3)),
            (Datum("number", "3", "3", 0), None),
        ]

    assert found("en", "11月5日", "On Nov 6", differ=differ) == [("catalog-figures", 9, ""), ("catalog-figures", 12, "")]


def test_a_rule_for_plurals_is_compared_by_what_it_does() -> None:
    def said(rule: str) -> list[str]:
        header = {"Language": "en_GB", **MIME, "Plural-Forms": rule}
        return [one.code for one in judge(dump([], header, []), "theme.po", SPOKEN["en"], Template("", ()), "zh")]

    assert said("nplurals=2; plural=n == 1 ? 0 : 1;") == []
    assert said("nplurals=2; plural=(n > 1);") == ["catalog-plural-foreign"]
    assert said("nplurals=1; plural=0;") == ["catalog-plural-foreign"]


def test_torn_entries_that_were_put_aside_are_told() -> None:
    data = dump([], {"Language": "en_GB", **MIME, "Plural-Forms": "nplurals=2; plural=(n != 1);"}, []) + b'\n#~ msgid "a"\n'
    assert [one.code for one in judge(data, "theme.po", SPOKEN["en"], Template("", ()), "zh")] == ["catalog-torn"]


def test_the_catalogs_of_this_repository_give_no_alarm() -> None:
    for lang, locale in (("en", "en_GB"), ("ko", "ko_KR"), ("ja", "ja_JP")):
        for domain in ("theme", "messages"):
            path = f"translations/{locale}/LC_MESSAGES/{domain}.po"
            said = judge((ROOT / path).read_bytes(), path, SPOKEN[lang], Template("", ()), "zh")
            assert {one.code for one in said} == {"catalog-unused"}  # nothing is asked for here
