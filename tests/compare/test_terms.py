"""Terms: what is found, what is refused, and what a translation must say."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from changlai.compare.case import Side
from changlai.compare.terms import judge, judge_line
from changlai.compare.written import written
from changlai.model import Date, Finding, Key
from tests.compare import sample
from tests.compare.sample import CASES, DAY, glossary, languages, pairs, shown, side, terms

STORY = Key("stories", "a-story")
MARK = re.compile(r"⟦([^⟦⟧|]*)\|([a-z-]+)(?: ([a-z]+))?⟧")


class Marked(NamedTuple):
    """A line of a golden file: a text, and what is marked in it."""

    lang: str
    text: str
    marks: tuple[tuple[str, str, int, int], ...]  # name, how, start and end


def marked(line: str) -> Marked:
    lang, _, rest = line.partition(" ")
    text, at, marks = "", 0, []
    for found in MARK.finditer(rest):
        text += rest[at : found.start()]
        start, end = (len(text), len(text) + len(found[1])) if found[1] else marks[-1][2:]
        text += found[1]
        marks.append((found[2], found[3] or "right", start, end))
        at = found.end()
    return Marked(lang, text + rest[at:], tuple(marks))


def golden(name: str) -> tuple[str, list[str]]:
    """The glossary of a file, and its lines."""
    head, _, body = (CASES / name).read_text("utf-8").rpartition("====\n")
    return head, [line for line in body.splitlines() if not line.startswith("#")]


# ---- words in texts


GLOSSARY, LINES = golden("uses.txt")


@pytest.mark.parametrize("line", [line for line in LINES if line])
def test_words_are_found_as_each_language_spells_them(line: str) -> None:
    case = marked(line)
    found = glossary(GLOSSARY).matchers[case.lang].find(case.text)
    assert tuple((use.concept, use.how, use.start, use.end) for use in found) == case.marks


@pytest.mark.parametrize("lang", ["zh", "en", "ko", "ja"])
def test_every_word_of_the_sample_is_found_as_what_it_is(lang: str) -> None:
    for concept in terms().concepts.values():
        said = concept.words.get(lang)
        for word in (said.right, *said.accept, *said.aliases, *said.forbid) if said else ():
            uses = terms().matchers[lang].find(word)
            assert any((use.concept, use.start, use.end) == (concept.id, 0, len(word)) for use in uses), (concept.id, word)


# ---- words beside names


class Scene(NamedTuple):
    entry: str
    line: str


def scenes() -> Iterator[Scene]:
    entry = ""
    for line in golden("ties.txt")[1]:
        if line.startswith("@"):
            entry = line[2:]
        elif line:
            yield Scene(entry, line)


@pytest.mark.parametrize(("entry", "line"), [*scenes()])
def test_the_tie_decides_which_words_may_stand_beside_a_partner(entry: str, line: str) -> None:
    case = marked(line)
    body = case.text.replace("¶", "\n")
    found = judge(terms(), Key(*entry.split("/")), side(case.lang, body), DAY)
    seen = []
    for each in found:
        params = dict(each.params)
        assert each.code in ("term-tie", "term-apart") and shown(each)
        before = sum(len(row) + 1 for row in body.split("\n")[: each.line - 1])
        start = before + each.column - 1
        name = params["id"] if each.code == "term-apart" else slug(case.lang, params["partner"])
        seen.append((name, start, start + len(params["word"])))
    assert seen == [(name, start, end) for name, _, start, end in case.marks]


def slug(lang: str, name: str) -> str:
    return next(key.slug for key, entry in sample.library().entries.items() if entry.profile and entry.profile.name.words.get(lang) == name)


def test_every_partner_has_a_scene() -> None:
    partners = {str(key): entry.profile.tie for key, entry in sample.library().entries.items() if entry.profile and entry.profile.tie}
    text = (CASES / "ties.txt").read_text("utf-8")
    names = {
        entry.profile.name.words["en"].split()[0] for entry in sample.library().entries.values() if entry.profile and entry.profile.tie
    }
    assert len(partners) == 10
    assert [name for name in names if name not in text] == []


def test_a_tie_is_told_with_what_to_write() -> None:
    [found] = judge(terms(), STORY, side("ko", "퍽시는 **자매도시**다."), DAY)
    right = {"word": "자매도시", "partner": "퍽시", "tie": "friendly_cooperation", "right": "우호협력도시"}
    assert found == Finding("term-tie", 1, 7, tuple(right.items()))


def test_a_forbidden_word_that_claims_a_tie_is_told_once() -> None:
    source, target = side("zh", "聊城与帕克斯市建立友好合作关系。"), side("en", "Liaocheng and Paks became sister cities.")
    [found] = judge(terms(), STORY, target, DAY, source, pairs(source, target))
    assert found.code == "term-tie"


def test_titles_and_texts_of_profiles_are_judged_too() -> None:
    [found] = judge_line(terms(), Key("cities", "paks"), "zh", "匈牙利城市，聊城的友好城市。", DAY)
    assert (found.code, found.line, found.column) == ("term-tie", 1, 10)
    assert judge_line(terms(), Key("cities", "blacktown"), "zh", "聊城的友好城市。", DAY) == ()
    [found] = judge_line(terms(), STORY, "en", "A friendly city", DAY)
    assert (found.code, found.column) == ("term-forbidden", 3)


@pytest.mark.parametrize(
    ("text", "head", "demand", "found"),
    [
        ("In Paks, with Liaochang.", "", True, ["term-other 1:15 Liaochang / 聊城 → Liaocheng"]),
        ("In Paks, with Liaochang.", "", False, ["term-other 1:15 Liaochang / 聊城 → Liaocheng"]),
        ("In Betio, with Liaocheng.", "", False, ["term-other 1:4 Betio / 帕克斯 → Paks"]),
        ("In Paks.", "", True, ["term-missing 1:1 聊城 → Liaocheng"]),
        ("In Paks.", "Liaocheng", True, []),
        ("In Paks.", "", False, []),
    ],
)
def test_a_line_is_judged_beside_its_source(text: str, head: str, demand: bool, found: list[str]) -> None:
    told = judge_line(terms(), STORY, "en", text, DAY, ("zh", "在帕克斯，与聊城。"), head, demand)
    assert [shown(each) for each in told] == found


def test_a_forbidden_word_is_told_in_its_column() -> None:
    [found] = judge_line(terms(), STORY, "en", "A friendly city", DAY)
    assert (found.code, found.column) == ("term-forbidden", 3)


# ---- forbidden words


@pytest.mark.parametrize(
    ("lang", "body", "places"),
    [
        ("en", "The Foreign Affairs Bureau is open.", [(1, 5)]),
        ("en", "Line one\nand the **Foreign\nAffairs Bureau**.", [(2, 11)]),
        ("en", "A “Foreign Affairs Bureau” and a [Foreign Affairs Bureau]{lang=fr}.", []),
        ("en", "A [Foreign Affairs Bureau]{lang=en}.", [(1, 4)]),
        ("en", "- [one](x)\n- the [Foreign Affairs Bureau](../a/)", [(2, 8)]),
        ("en", "## Foreign Affairs Bureau {#bureau}", [(1, 4)]),
        ("en", "> The Foreign Affairs Bureau.\n\nThe Foreign Affairs Bureau.", [(3, 5)]),
        ("en", "`Foreign Affairs Bureau`", []),
        ("en", "Text[^1].\n\n[^1]: The Foreign Affairs Bureau.", [(3, 11)]),
        ("zh", "{基|jī|里|lǐ|巴|bā|提|tí}在太平洋。", [(1, 2)]),
        ("zh", "参加《眼见为食》活动。", [(1, 3)]),
        ("zh", "《〈眼见为食〉的一天》", []),
        ("ko", "김치와 파오차이는 다르다.", [(1, 5)]),
        ("ja", "市の**外事办公室**が", [(1, 5)]),
        ("ja", "[外事办公室]{lang=zh-Hans}（外事弁公室）", []),
    ],
)
def test_a_forbidden_word_is_told_where_it_stands(lang: str, body: str, places: list[tuple[int, int]]) -> None:
    found = judge(terms(), STORY, side(lang, body), DAY)
    assert [(each.code, each.line, each.column) for each in found] == [("term-forbidden", *place) for place in places]


def test_what_a_partner_calls_its_tie_is_never_forbidden() -> None:
    own = glossary("a: {zh: 甲, en: {right: A, forbid: [Partnerschaft, Partner]}}\n")
    found = judge(own, STORY, side("en", "The Partnerschaft of our Partner"), DAY)
    assert [each.column for each in found] == [26]


# ---- translations beside their source


class Beside(NamedTuple):
    source: str
    lang: str
    body: str
    head: str
    expected: list[str]


def beside() -> Iterator[Beside]:
    for text in "\n".join(golden("pairs.txt")[1]).split("\n\n"):
        rows = [line.partition(" ") for line in text.splitlines()]
        if not rows:
            continue
        lang = next(row[0] for row in rows if row[0] in ("en", "ko", "ja"))
        said = {name: "\n\n".join(row[2].replace("\\n", "\n") for row in rows if row[0] == name) for name in ("zh", lang, "head")}
        yield Beside(said["zh"], lang, said[lang], said["head"], [row[2] for row in rows if row[0] == "!"])


@pytest.mark.parametrize("case", [*beside()], ids=lambda case: case.body[:40])
def test_a_translation_names_what_its_source_names(case: Beside) -> None:
    source, target = side("zh", case.source), side(case.lang, case.body, case.head)
    found = judge(glossary(golden("pairs.txt")[0]), STORY, target, DAY, source, pairs(source, target))
    assert [shown(each) for each in found] == case.expected


def test_a_reference_to_an_entry_names_it() -> None:
    source, target = side("zh", "{city:paks|both}在匈牙利。"), side("en", "Paks is in Hungary.")
    assert judge(terms(), STORY, target, DAY, source, pairs(source, target)) == ()
    source, target = side("zh", "帕克斯市在匈牙利。"), side("en", "{city:paks} is in Hungary.")
    assert judge(terms(), STORY, target, DAY, source, pairs(source, target)) == ()
    target = side("en", "It is in Hungary.")
    assert [shown(each) for each in judge(terms(), STORY, target, DAY, source, pairs(source, target))] == [
        "term-missing 1:1 帕克斯市 → Paks"
    ]


def test_a_reference_names_nothing_where_the_glossary_has_no_word_for_it() -> None:
    source, target = side("zh", "{city:paks}在匈牙利。"), side("ko", "{city:paks}는 헝가리에 있다.")
    known = glossary("paks: {zh: 帕克斯市, en: Paks, once: true}\n")
    assert judge(known, STORY, target, DAY, source, pairs(source, target)) == ()
    assert judge(known, STORY, source, DAY) == ()


def test_the_name_of_another_partner_is_a_mistake_even_where_the_right_one_is_known() -> None:
    source, target = side("zh", "帕克斯市在欧洲。"), side("en", "Betio is in Europe.", "Paks")
    [found] = judge(terms(), STORY, target, DAY, source, pairs(source, target))
    assert shown(found) == "term-other 1:1 Betio / 帕克斯市 → Paks"


# ---- exceptions and glosses


EXCEPT = """\
office:
  zh: 外办
  en: {{right: Office, forbid: [Bureau]}}
  except: [{{entry: stories/a-story, {lang}reason: 引语, until: 2026-01-15}}]
"""


@pytest.mark.parametrize(
    ("entry", "lang", "day", "found"),
    [
        ("stories/a-story", "lang: en, ", DAY, []),
        ("stories/a-story", "", DAY, []),
        ("stories/a-story", "lang: ko, ", DAY, ["term-forbidden"]),
        ("stories/other", "lang: en, ", DAY, ["term-forbidden"]),
        ("stories/a-story", "lang: en, ", Date(2026, 1, 16), ["term-forbidden"]),
    ],
)
def test_an_exception_holds_for_its_entry_and_language_until_its_day(entry: str, lang: str, day: Date, found: list[str]) -> None:
    own = glossary(EXCEPT.format(lang=lang))
    own = own._replace(exempt={e.entry.name: [(concept.id, e)] for concept in own.concepts.values() for e in concept.exemptions})
    assert [each.code for each in judge(own, Key(*entry.split("/")), side("en", "The Bureau"), day)] == found


def test_a_gloss_is_asked_for_only_where_the_glossary_says_so() -> None:
    row = "liaocheng: {zh: 聊城, ko: {right: 랴오청시, accept: [랴오청]}, gloss: {ko: 랴오청(聊城)}, gloss_required: true}\n"
    text = "**랴오청시**는 산둥성에 있다.\n\n랴오청은 넓다."
    assert [(each.code, each.line, each.column) for each in judge(glossary(row), STORY, side("ko", text), DAY)] == [("term-gloss", 1, 3)]
    assert judge(glossary(row), STORY, side("ko", f"{text}\n\n랴오청（聊城）"), DAY) == ()
    assert judge(glossary(row), STORY, side("ko", "서울"), DAY) == ()
    assert judge(glossary(row.replace(", gloss_required: true", "")), STORY, side("ko", text), DAY) == ()


# ---- the sample site


def test_the_sample_says_what_its_glossary_says() -> None:
    blocks, found = 0, []
    for key, target, source, found_pairs in sample.editions():
        blocks += sum(len(pair.target) for pair in found_pairs)
        found += [(key, target.lang, each) for each in judge(terms(), key, target, DAY, source, found_pairs)]
    assert [each for each in found if each[2].code not in ("term-missing", "term-other")] == []
    assert blocks > 300 and len(found) * 100 < blocks, found


def test_short_texts_of_the_sample_are_right_too() -> None:
    found = []
    for key, entry in sample.library().entries.items():
        texts = [(lang, text) for lang, edition in entry.editions.items() for text in (edition.title, edition.summary)]
        if entry.profile:
            told = [entry.profile.name, entry.profile.summary, *(fact.text for fact in entry.profile.facts)]
            texts += [(lang, text) for each in told if each for lang, text in each.words.items()]
        found += [(key, lang, text, each) for lang, text in texts for each in judge_line(terms(), key, lang, text, DAY)]
    assert found == []


def test_the_names_of_partners_are_those_of_their_profiles() -> None:
    named = terms().named
    tied = [key for key, entry in sample.library().entries.items() if entry.profile and entry.profile.tie]
    assert {key for key in tied if key not in named.values()} == set()


def test_words_are_read_from_the_lines_as_the_parser_reads_them() -> None:
    for _, edition, _, _ in sample.editions():
        rows = edition.body().split("\n")
        for block in edition.blocks:
            words = written(rows[block.line - 1 : block.end - 1], block.line, languages()[edition.lang].tag)
            if "`" not in "".join(rows[block.line - 1 : block.end - 1]):
                assert plain(words.text) == plain(block.text)
            for at, sign in enumerate(words.text):
                line, column = words.place(at)
                assert sign.isspace() or sign == "}" or rows[line - 1][column - 1] == sign


def plain(text: str) -> str:
    return re.sub(r"[\s|-]", "", text)


# ---- hostile texts


HOSTILE = [
    ("en", "Paks is a sister city, "),
    ("en", "Paks is a sister city. \n\n"),
    ("en", "sister          "),
    ("en", "“sister city” ‘ "),
    ("en", "sister city "),
    ("en", "Paks and Vavaʻu and "),
    ("en", "Liaochenq Paksi Guangyue "),
    ("en", "[sister city]{lang=fr} [Paks](../paks/) friendly city "),
    ("en", "` `` sister city Paks ``` "),
    ("en", "{a|{b sister city Paks "),
    ("zh", "友好城市帕克斯市"),
    ("zh", "- 友好城市\n- 帕克斯市\n"),
    ("ko", "자매 도시 퍽시 "),
    ("ja", "下關市「友好都市"),
]


@pytest.mark.parametrize(("lang", "text"), HOSTILE)
def test_the_time_grows_with_the_text_alone(lang: str, text: str) -> None:
    """Ten times the text in forty times the time at most, on whatever machine: its square would be a hundred."""
    few, many = (min(spent(lang, text * size) for _ in range(3)) for size in (300, 3000))  # other programs may come between
    assert many < 40 * max(few, 0.01)


def spent(lang: str, body: str) -> float:
    source, target = side("zh", "聊城与帕克斯市的光岳楼，友好城市。"), side(lang, body)
    assert target.blocks
    whole = [pairs(source, target)[0]._replace(source=(0,), target=tuple(range(len(target.blocks))))]
    start = time.process_time()
    judge(terms(), STORY, target, DAY, source, whole)
    return time.process_time() - start


@pytest.mark.parametrize(
    "text", ["[[[[", "](](](", "{a|{b|", "```` ` ``", "\\[", "![", "[^a", "> - 1. # ", ":::", "{city:paks}|", '](a "', "‘’“"]
)
def test_marks_without_end_are_read_once(text: str) -> None:
    start = time.process_time()
    written([text * 20_000], 1, "en")
    assert time.process_time() - start < 5  # about 0.3 on a quiet machine


def test_a_glossary_of_words_inside_of_words_is_compiled() -> None:
    rows = "".join(f"a{size}: {{zh: {'长' * size}, en: {'a ' * size}b}}\n" for size in range(1, 60))
    own = glossary(rows)
    [use, rest] = own.matchers["zh"].find("长" * 60)
    assert (use.concept, use.end, rest.concept) == ("a59", 59, "a1")
    [use] = own.matchers["en"].find("a " * 30 + "b")
    assert use.concept == "a30"


def test_a_side_is_read_only_where_a_place_must_be_told() -> None:
    def unread() -> str:
        raise AssertionError

    target = replace_body(side("en", "Liaocheng and Blacktown are sister cities far away from each other."), unread)
    source = replace_body(side("zh", "聊城与布莱克城是友好城市。"), unread)
    with pytest.raises(AssertionError):
        judge(terms(), STORY, target, DAY, source, pairs(source, target))
    target = replace_body(side("en", "Liaocheng and Guangyue Tower."), unread)
    source = replace_body(side("zh", "聊城的光岳楼。"), unread)
    assert judge(terms(), STORY, target, DAY, source, pairs(source, target)) == ()


def replace_body(given: Side, body: object) -> Side:
    return given._replace(body=body)  # type: ignore[arg-type]
