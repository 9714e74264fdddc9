"""The glossary: what a row gives, and each fault at its line and column."""

from __future__ import annotations

import pytest

from changlai.check import ended
from changlai.model import Date, Exemption, Place, Reference, Rendering
from changlai.read.glossary import LONGEST, PATH
from tests.read.conftest import GOOD, Read, Seen, seen

ROW = """\
sister-city:
  zh: 友好城市
  en: {right: sister city, accept: [twin town], forbid: [friendly city], aliases: [twin]}
  ko: {right: 자매도시, accept: 자매결연}
  tie: sister_city
  apart: [paks]
  once: true
  gloss: {ko: 자매도시(姉妹都市)}
  gloss_required: true
  note: 一对一。
  source: 课件
  except:
    - {entry: stories/garden, lang: en, reason: 引语, until: 2027-01-01}
paks: {zh: 保克什, en: {right: Paks, forbid: {Pax: Paks, Pakš: }}}
"""


def test_a_row_says_how_each_language_names_a_thing(project: Read) -> None:
    reading = project({PATH: ROW})
    assert reading.problems == () and reading.library is not None
    glossary = reading.library.glossary
    assert list(glossary) == ["sister-city", "paks"]
    concept = glossary["sister-city"]
    assert concept.place == Place(PATH, 2, 3)
    assert concept.words == {
        "zh": Rendering("友好城市"),
        "en": Rendering("sister city", ("twin town",), {"friendly city": "sister city"}, ("twin",)),
        "ko": Rendering("자매도시", ("자매결연",), gloss="자매도시(姉妹都市)"),
    }
    assert (concept.tie, concept.once, concept.gloss_required) == ("sister_city", True, True)
    assert concept.apart == (Reference("paks", Place(PATH, 6, 11)),)
    assert (concept.note, concept.source) == ("一对一。", "课件")
    entry = Reference("stories/garden", Place(PATH, 13, 15))
    assert concept.exemptions == (Exemption(entry, "en", "引语", Date(2027, 1, 1), Place(PATH, 13, 7)),)
    assert glossary["paks"].words["en"].forbid == {"Pax": "Paks", "Pakš": "Paks"}
    # An edit of the glossary is seen as one of any file that belongs to no entry.
    assert PATH in reading.library.digests


def test_a_project_needs_no_glossary(project: Read) -> None:
    library = project({}).library
    assert library is not None and library.glossary == {}


def test_a_list_of_forbidden_words_may_say_what_to_write(project: Read) -> None:
    library = project({PATH: "a: {zh: {right: 甲, forbid: [乙, {丙: 丁}]}}\n"}).library
    assert library is not None and library.glossary["a"].words["zh"].forbid == {"丙": "丁", "乙": "甲"}


LONG = "长" * (LONGEST + 1)
FAULTS: list[tuple[str, Seen]] = [
    ("a:\n", [("empty-field", 1, 1)]),
    ("a: 甲\n", [("glossary-flat", 1, 4)]),
    ("a: [甲]\n", [("glossary-flat", 1, 4)]),
    ("A B: {zh: 甲}\n", [("bad-slug", 1, 1)]),
    ("a: {en: A}\n", [("missing-field", 1, 4)]),
    ("a: {zh: }\n", [("empty-field", 1, 5)]),
    ("a: {zh: [甲]}\n", [("text-expected", 1, 9)]),
    ("a: {zh: {accept: [甲]}}\n", [("missing-field", 1, 9)]),
    ("a: {zh: {right: }}\n", [("empty-field", 1, 10)]),
    ("a: {zh: {right: 甲, ok: 乙}}\n", [("unknown-field", 1, 20)]),
    ("a: {zh: 甲, fr: A}\n", [("unknown-language", 1, 12)]),
    ("a: {zh: 甲, jp: A}\n", [("misspelt-language", 1, 12)]),
    ("a: {zh: 甲, gloss: {kr: 乙}}\n", [("misspelt-language", 1, 20)]),
    ("a: {zh: 甲, notes: A}\n", [("misspelt-field", 1, 12)]),
    ("a: {zh: 甲, whatever: A}\n", [("unknown-field", 1, 12)]),
    ("a: {zh: 甲, tie: sister}\n", [("misspelt-value", 1, 17)]),
    ("a: {zh: 甲, tie: friends}\n", [("unknown-value", 1, 17)]),
    ("a: {zh: 甲, once: yes}\n", [("flag-expected", 1, 18)]),
    ("a: {zh: 甲, apart: [bb]}\n", [("unknown-reference", 1, 20)]),
    ("garden: {zh: 甲, apart: [gardn]}\n", [("misspelt-reference", 1, 25)]),
    ("a: {zh: {right: 甲, accept: [乙], forbid: [乙]}}\n", [("glossary-both", 1, 41)]),
    ("a: {zh: {right: 甲, forbid: {甲: 乙}}}\n", [("glossary-both", 1, 28)]),
    ("a: {zh: {right: 甲, accept: [甲]}}\n", [("glossary-twice", 1, 9)]),
    ("a: {zh: {right: 甲, accept: [乙, 丙], aliases: [乙]}}\n", [("glossary-twice", 1, 9)]),
    ("a: {zh: {right: 甲, accept: [乙，丙]}}\n", [("yaml-fullwidth-comma", 1, 29)]),
    ("a: {zh: 甲}\nb: {zh: {right: 乙, accept: [甲]}}\n", [("glossary-shared", 2, 4)]),
    ("a: {zh: 甲, en: A}\nb: {zh: 乙, en: A}\n", []),
    ("a: {zh: 甲}\na: {zh: 乙}\n", [("yaml-duplicate", 2, 1)]),
    ("a: {zh: ……}\n", [("glossary-word", 1, 9)]),
    (f"a: {{zh: {LONG}}}\n", [("glossary-word", 1, 9)]),
    ("a: {zh: {right: 甲, forbid: ['-']}}\n", [("glossary-word", 1, 29)]),
    ("a: {zh: 甲, except: [{entry: stories/garden, until: 2027-01-01}]}\n", [("missing-field", 1, 21)]),
    ("a: {zh: 甲, except: [{entry: stories/garden, reason: 乙}]}\n", [("missing-field", 1, 21)]),
    ("a: {zh: 甲, except: [{reason: 乙, until: 2027-01-01}]}\n", [("missing-field", 1, 21)]),
    ("a: {zh: 甲, except: [{entry: stories/garden, reason: 乙, until: 2027-01}]}\n", [("whole-date", 1, 63)]),
    ("a: {zh: 甲, except: [{entry: stories/gardn, reason: 乙, until: 2027-01-01}]}\n", [("misspelt-reference", 1, 29)]),
    ("a: {zh: 甲, except: [{entry: pages/zzzzzzzzz, reason: 乙, until: 2027-01-01}]}\n", [("unknown-reference", 1, 29)]),
    ("a: {zh: 甲, except: [{entry: stories/garden, lang: kr, reason: 乙, until: 2027-01-01}]}\n", [("unknown-value", 1, 51)]),
    ("a: {zh: 甲, except: 乙}\n", [("map-expected", 1, 20)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FAULTS)
def test_a_fault_is_told_at_its_place(project: Read, text: str, expected: Seen) -> None:
    reading = project({PATH: text})
    assert seen(reading, PATH) == expected
    assert [found for found in reading.problems if found.path != PATH] == []


def test_what_is_wrong_in_one_row_leaves_the_others(project: Read) -> None:
    library = project({PATH: "a: {zh: 甲, fr: A}\nb: 乙\nc: {zh: {right: 丙, forbid: [丙]}, en: C}\n"}).library
    assert library is not None
    assert {id: dict(concept.words) for id, concept in library.glossary.items()} == {
        "a": {"zh": Rendering("甲")},
        "c": {"en": Rendering("C")},
    }


@pytest.mark.parametrize(
    ("day", "told"), [(Date(2026, 12, 31), []), (Date(2027, 1, 1), []), (Date(2027, 1, 2), [(PATH, 13, "glossary-ended")])]
)
def test_an_exception_ends_after_its_last_day(project: Read, day: Date, told: list[tuple[str, int, str]]) -> None:
    library = project({PATH: ROW}).library
    assert library is not None
    assert [(found.path, found.line, found.code) for found in ended.check(library, day)] == told


def test_a_glossary_that_is_no_yaml_hides_nothing_else(project: Read) -> None:
    reading = project({PATH: "- a\n- b\n", "content/terms.yaml": GOOD["content/terms.yaml"]})
    assert seen(reading, PATH) == [("yaml-not-fields", 1, 1)]
    assert reading.library is not None and reading.library.glossary == {} and reading.library.terms["topics"]
