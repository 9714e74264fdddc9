"""Numbers, dates and measures of two texts: what agrees, what does not, and what says nothing.

The tables in `facts/` hold one case a row: cells are texts, each with its language before it.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from itertools import pairwise, permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changlai.compare.facts import data, disagreements, values
from changlai.markdown import parse
from changlai.model import Datum, Typography

ROOT = Path(__file__).resolve().parents[2]
TABLES = Path(__file__).parent / "facts"
TYPOGRAPHY: dict[str, Typography] = {"zh": "zh", "ja": "ja", "ko": "ko", "en": "latin", "de": "latin"}
LISTS_OF_THEIR_OWN = ("wrong", "idioms", "paired")


def rows(name: str) -> Iterator[str]:
    for line in (TABLES / f"{name}.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def of(cell: str) -> tuple[Datum, ...]:
    lang, _, text = cell.strip().partition(" ")
    return data(text, TYPOGRAPHY[lang])


def shown(found: list[tuple[Datum | None, Datum | None]]) -> str:
    return "; ".join(" ↔ ".join(datum.text if datum else "–" for datum in couple) for couple in found)


AGREEING = [row for path in sorted(TABLES.glob("*.txt")) if path.stem not in LISTS_OF_THEIR_OWN for row in rows(path.stem)]
WRONG = list(rows("wrong"))


@pytest.mark.parametrize("row", AGREEING)
def test_spellings_of_the_same_agree(row: str) -> None:
    cells = row.split(" | ")
    assert any(map(of, cells)), "a row that says nothing shows nothing"
    assert {f"{one} | {other}": shown(disagreements(of(one), of(other))) for one, other in permutations(cells, 2)} == {
        f"{one} | {other}": "" for one, other in permutations(cells, 2)
    }


@pytest.mark.parametrize("row", WRONG)
def test_what_differs_is_reported_with_both_spellings(row: str) -> None:
    source, target, expected = row.split(" | ")
    assert shown(disagreements(of(source), of(target))) == expected


@pytest.mark.parametrize("row", list(rows("idioms")))
def test_idioms_ask_for_nothing(row: str) -> None:
    assert [datum for datum in of(row) if datum.weight != "soft"] == []


def test_the_tables_are_large_enough_to_mean_something() -> None:
    assert len([row for row in AGREEING if row.count(" | ") == 3]) >= 200
    assert len(WRONG) >= 120


@pytest.mark.parametrize(
    ("text", "typography", "expected"),
    [
        ("共３．２万人，1,234册", "zh", [("３．２万人", 1), ("1,234册", 7)]),
        ("即2021年12月8日（星期三）", "zh", [("2021年12月8日", 1)]),
        ("2月9日至10日举行第十八期", "zh", [("2月9日", 0), ("10日", 5), ("第十八", 10)]),
        ("Held on 9–10 February 2023, at 3.30 pm", "latin", [("9", 8), ("10 February 2023", 10), ("3.30 pm", 31)]),
        ("입장료는 50위안, 오후 3시 반", "ko", [("50위안", 5), ("오후 3시 반", 11)]),
        ("参観料は５０元", "ja", [("５０元", 4)]),
        ("see https://example.org/a2, or write to a1@example.org", "latin", [("https://example.org/a2", 4), ("a1@example.org", 40)]),
    ],
)
def test_each_stands_where_it_is_said_to_stand(text: str, typography: Typography, expected: list[tuple[str, int]]) -> None:
    assert [(datum.text, datum.start) for datum in data(text, typography) if datum.weight != "soft"] == expected


def test_blocks_may_be_put_one_after_another() -> None:
    source = of("zh 2021年12月8日签约。两天后发布，3万只口罩。")
    target = (*of("en Signed on 8 December 2021."), *of("en Two days later: 30,000 masks."))
    assert disagreements(source, target) == []


def test_what_is_only_said_again_is_no_disagreement() -> None:
    once, twice = of("zh 2022年8月，3万只"), of("en In August 2022, yes, in August 2022, 30,000 masks: 30,000!")
    assert disagreements(once, twice) == disagreements(twice, once) == []


def test_a_small_number_in_words_may_go_but_not_change() -> None:
    assert disagreements(of("zh 两所学校的往来"), of("en ties between the schools")) == []
    assert shown(disagreements(of("zh 两所学校的往来"), of("en ties between three schools"))) == "两所 ↔ three"


def test_a_year_may_be_named_again_but_not_be_lost_or_another() -> None:
    assert disagreements(of("zh 2023年4月…8月9日"), of("en April 2023 … 9 August 2023")) == []
    assert disagreements(of("zh 2023年4月…2023年8月9日"), of("en April 2023 … 9 August")) == []
    assert disagreements(of("zh 8月9日"), of("en 9 August 2023")) == []
    assert shown(disagreements(of("zh 2023年8月9日"), of("en 9 August"))) == "2023年8月9日 ↔ 9 August"
    assert shown(disagreements(of("zh 2023年4月…8月9日"), of("en April 2023 … 9 August 2024"))) == "8月9日 ↔ 9 August 2024"


def test_values_are_what_blocks_are_known_by() -> None:
    assert values(of("zh 2023年2月9日，3.2万人，两所学校，一起")) == {"2023", "--02-09", "32000"}
    assert values(of("zh 2023年8月，10%")) & values(of("en In August it was 10 per cent")) == {"--08", "10%"}


def real_data(path: Path, lang: str) -> list[Datum]:
    """Of a whole edition, with its title and summary."""
    text = path.read_text("utf-8")
    _, head, body = re.split("^---$", text, maxsplit=2, flags=re.MULTILINE) if text.startswith("---") else ("", "", text)
    texts = [line.partition(": ")[2] for line in head.splitlines() if line.startswith(("title: ", "summary: "))]
    blocks = parse(body, TYPOGRAPHY[lang], frozenset({"city", "figure"})).blocks
    return [datum for text in [*texts, *(block.text for block in blocks)] for datum in data(text, TYPOGRAPHY[lang])]


def test_the_sample_site_has_no_false_alarm() -> None:
    """Whole editions side by side. What may be left is so: the translations say more there than the source, or less."""
    found = set()
    for source in sorted((ROOT / "content").rglob("index.zh.md")):
        for target in sorted(source.parent.glob("index.??.md")):
            lang = target.name.split(".")[1]
            couples = disagreements(real_data(source, "zh"), real_data(target, lang), whole=True)
            found |= {f"{source.parent.name} {lang}: {shown([couple])}" for couple in couples}
    assert found <= {
        "kreis-offenbach en: – ↔ 2002",
        "kreis-offenbach en: – ↔ 2013",
        "kreis-offenbach ja: – ↔ 2002年",
        "kreis-offenbach ja: – ↔ 2007年",
        "kreis-offenbach ko: – ↔ 2002년",
        "kreis-offenbach ko: – ↔ 2007년",
        "hospital-at-haolou ja: 1月 ↔ –",
        "hospital-at-haolou ko: 1月 ↔ –",
    }


PIECES = [
    *"0123456789１２〇零一二两三四五六七八九十百千万亿第几年月日号时点分半元个人割成数前",
    *"同次汉唐宋明清代中楼",
    *("，", "、", "《", "》", "至", "公元前", "洪武", "下午", "百分之", "分之", "世纪", "年代", "平方公里", "人民币"),
    *("ふたつ", "時間", "同年", "个半", "小时", "の", "つ"),
    *("이듬해", "명·", "반", "두", "세", "열", "십", "만", "천", "억", "년", "월", "일", "시", "분의", "개", "위안", "사흘", "제"),
    *("오후", "부터"),
    *("two", "hundred", "million", "third", "half", "past", "in the", "afternoon", "and a half", "hours", "Ming", "dynasty"),
    *("May", "March", "of", "and", "to", "the", "km", "pm", "st", "th", "BC", "RMB"),
    *"-–~/.,:;%¥$€+@()'’ \n", "  ", "http://", "www.", "a@b.c", "FFP", "°C", "\u3000", "\u00a0",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.sampled_from(["zh", "ja", "ko", "latin"]))
def test_whatever_is_typed_is_read_in_order_and_in_place(text: str, typography: Typography) -> None:
    found = data(text, typography)
    assert all(datum.text and text[datum.start : datum.start + len(datum.text)] == datum.text for datum in found)
    assert all(first.start + len(first.text) <= second.start for first, second in pairwise(found))
    assert all(datum.value and not {"", " "} & set(datum.value.split("|")) for datum in found)
    assert disagreements(found, found) == []


@given(*[st.lists(st.sampled_from(PIECES), max_size=30).map("".join)] * 2, st.sampled_from(["zh", "latin"]), st.sampled_from(["ko", "ja"]))
def test_whatever_is_compared_gives_couples_of_both(one: str, other: str, left: Typography, right: Typography) -> None:
    source, target = data(one, left), data(other, right)
    for first, second in disagreements(source, target):
        assert (first is None or first in source) and (second is None or second in target)
        assert first or second


@pytest.mark.parametrize("typography", ["zh", "ja", "ko", "latin"])
@pytest.mark.parametrize("piece", ["1", "十", "万", "1/", "1,", "第1", "1月", "two hundred ", "두 ", "《1》", "a@"])
def test_the_time_is_linear(piece: str, typography: Typography) -> None:
    """A hundred thousand characters take about ten times as long as ten thousand; their square would be a hundred."""
    taken = []
    for length in (10_000, 100_000):
        text = piece * (length // len(piece))
        begin = time.process_time()
        found = data(text, typography)
        disagreements(found, found[1:])
        taken.append(time.process_time() - begin)
    assert taken[1] < 30 * taken[0] + 0.2
