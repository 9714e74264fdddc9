"""What of an edition is translated together, and what a new translation must keep."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from changlai.compare import accepted, alone, beads, unit_of, unkept
from changlai.markdown import marked, parse
from changlai.model import Bead, Block, Marked, Pair, Record, Unit

HEADS = Record("zh", "2022", "2026-01-15", ())
REFS = frozenset({"city"})
GARDEN, BRIDGE, TOWER = "昌莱园在悉尼西郊，两座城一同建造。", "园里有一座七孔石桥，桥下流水。", "光岳亭的名字取自聊城的光岳楼。"
정원, 다리, 누각 = "창라이위안은 두 도시가 함께 만들었다.", "정원에는 아치가 일곱 개인 돌다리가 있다.", "광웨팅의 이름은 광웨러우에서 왔다."


def units(*paragraphs: str) -> list[Unit]:
    text = "\n\n".join(paragraphs)
    lines = text.split("\n")
    return [unit_of(block, "\n".join(lines[block.line - 1 : block.end - 1])) for block in parse(text, "zh").blocks]


def blocks(*paragraphs: str) -> tuple[Block, ...]:
    return parse("\n\n".join(paragraphs), "ko").blocks


def one_to_one(number: int) -> list[Pair]:
    return [Pair((place,), (place,), 1.0) for place in range(number)]


def recorded(source: list[Unit], target: tuple[Block, ...], pairs: list[Pair] | None = None) -> Record:
    return accepted(None, source, target, pairs or one_to_one(len(source)), HEADS)


def brief(found: tuple[Bead, ...]) -> list[tuple[str, tuple[int, ...], tuple[int, ...]]]:
    return [(bead.kind, bead.new, bead.target) for bead in found]


OLD, THERE = units(GARDEN, BRIDGE, TOWER), blocks(정원, 다리, 누각)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ((GARDEN, BRIDGE, TOWER), [("same", (0,), (0,)), ("same", (1,), (1,)), ("same", (2,), (2,))]),
        ((GARDEN, BRIDGE.replace("七", "五"), TOWER), [("same", (0,), (0,)), ("changed", (1,), (1,)), ("same", (2,), (2,))]),
        (
            (GARDEN, "这里新写了茶室。", BRIDGE, TOWER),
            [("same", (0,), (0,)), ("new", (1,), ()), ("same", (2,), (1,)), ("same", (3,), (2,))],
        ),
        ((GARDEN, TOWER), [("same", (0,), (0,)), ("removed", (), (1,)), ("same", (1,), (2,))]),
        ((TOWER, GARDEN, BRIDGE), [("moved", (0,), (2,)), ("same", (1,), (0,)), ("same", (2,), (1,))]),
    ],
)
def test_each_change_knows_its_translation(now: tuple[str, ...], expected: list[object]) -> None:
    assert brief(beads(units(*now), THERE, [], recorded(OLD, THERE))) == expected


def test_what_was_written_anew_elsewhere_moves_too() -> None:
    found = beads(units(TOWER.replace("取自", "来自"), GARDEN, BRIDGE), THERE, [], recorded(OLD, THERE))
    assert [(bead.kind, bead.target, bead.moves) for bead in found] == [
        ("changed", (2,), True),
        ("same", (0,), False),
        ("same", (1,), False),
    ]


def test_what_was_merged_in_the_translation_is_asked_together() -> None:
    there = blocks(정원 + " " + 다리, 누각)
    pairs = [Pair((0, 1), (0,), 1.0), Pair((2,), (1,), 1.0)]
    found = beads(units(GARDEN, BRIDGE.replace("七", "五"), TOWER), there, [], recorded(OLD, there, pairs))
    assert brief(found) == [("changed", (0, 1), (0,)), ("same", (2,), (1,))]
    assert found[0].names == ("1", "2")
    gone = beads(units(BRIDGE, TOWER), there, [], recorded(OLD, there, pairs))
    assert brief(gone) == [("changed", (0,), (0,)), ("same", (1,), (1,))], "what is left of it is still said by the same block"


def test_the_record_counts_before_what_looks_alike() -> None:
    """A new paragraph before a changed one must not be taken for the source of its translation."""
    now = units(GARDEN, "这里新写了一座桥。", BRIDGE.replace("七", "五"), TOWER)
    misled = [Pair((0,), (0,), 1.0), Pair((1,), (1,), 0.9), Pair((2,), (), 0.9), Pair((3,), (2,), 1.0)]
    found = beads(now, THERE, misled, recorded(OLD, THERE))
    assert brief(found)[1:3] == [("new", (1,), ()), ("changed", (2,), (1,))]


def test_blocks_that_were_edited_are_found_beside_their_source() -> None:
    edited = blocks(정원, 다리 + " 아름답다.", 누각)
    found = beads(units(GARDEN, BRIDGE.replace("七", "五"), TOWER), edited, one_to_one(3), recorded(OLD, THERE))
    assert brief(found)[1] == ("changed", (1,), (1,))


def test_of_equal_blocks_each_has_its_own() -> None:
    rule = units("---", GARDEN, "---")
    there = blocks("---", 정원, "---")
    found = beads(rule, there, [], recorded(rule, there))
    assert brief(found) == [("same", (0,), (0,)), ("same", (1,), (1,)), ("same", (2,), (2,))]


def test_a_section_that_cannot_be_told_apart_is_asked_as_one() -> None:
    unclear = [Pair((0, 1, 2), (0, 1), 0.3, "section")]
    there = blocks(정원, 누각)
    record = recorded(OLD, there, unclear)
    found = beads(units(GARDEN, BRIDGE.replace("七", "五"), TOWER), there, unclear, record)
    assert brief(found) == [("changed", (0, 1, 2), (0, 1))]
    assert not found[0].clear


def test_without_a_record_nothing_is_verified_and_what_is_beyond_the_source_stays_alone() -> None:
    pairs = [*one_to_one(2), Pair((), (2,), 1.0)]
    found = beads(units(GARDEN, BRIDGE), THERE, pairs, None)
    assert {bead.kind for bead in found} == {"unverified"}
    assert alone(THERE, found) == [2]


def nothing(_: object, __: object) -> list[str]:
    return []


def parts(text: str) -> tuple[Marked, ...]:
    return marked(text, "ko", REFS)


SOURCE = "见[桥](../bridge/)，{city:paks}的`GPS`，注[^a]。"
FAITHFUL = "{city:paks}의 `GPS`와 [다리](../bridge/)[^a]를 보라."


@pytest.mark.parametrize(
    ("source", "answer", "code", "named"),
    [
        (SOURCE, FAITHFUL, "", ""),
        (SOURCE, FAITHFUL.replace("{city:paks}", "팍스"), "packet-lost", "{city:paks}"),
        (SOURCE, FAITHFUL.replace("{city:paks}", "{city:paks}, {city:paks}"), "packet-invented", "{city:paks}"),
        (SOURCE, FAITHFUL.replace("../bridge/", "../tower/"), "packet-lost", "(../bridge/)"),
        (SOURCE, FAITHFUL.replace("../bridge/", "../tower/"), "packet-invented", "(../tower/)"),
        (SOURCE, FAITHFUL.replace("`GPS`", "GPS"), "packet-lost", "`GPS`"),
        (SOURCE, FAITHFUL.replace("[^a]", ""), "packet-lost", "[^a]"),
        ("[甲](../a/index.zh.md)", "[가](../a/index.ko.md)", "", ""),
        ("## 参观 {#visit}", "## 관람 {#visit}", "", ""),
        ("## 参观 {#visit}", "## 관람", "packet-lost", "{#visit}"),
        ("## 参观", "### 관람", "packet-form", "### …"),
        ("## 参观", "관람", "packet-form", "…"),
        ("- 甲\n- 乙", "- 가\n- 나", "", ""),
        ("- 甲\n- 乙", "- 가", "packet-form", "(1)"),
        ("- 甲\n- 乙", "가와 나", "packet-form", "…"),
        ("| 甲 | 乙 |\n|---|---|\n| 一 | 二 |", "| 가 | 나 |\n|---|---|\n| 하나 | 둘 |", "", ""),
        ("| 甲 | 乙 |\n|---|---|\n| 一 | 二 |", "| 가 |\n|---|\n| 하나 |", "packet-form", "2x1"),
        ("正文。", "첫째.\n\n둘째.", "packet-form", "… · …"),
        ("正文。", "", "packet-empty", ""),
        ("```\nx = 1\n```", "```\nx = 2\n```", "packet-form", "```"),
        ("![甲](a.png)", "![가](b.png)", "packet-form", "![…](…)"),
        ("> 引文", "인용", "packet-form", "…"),
        ("[^a]: 注。", "[^a]: 각주.", "", ""),
        ("[^a]: 注。", "[^b]: 각주.", "packet-form", "[^…]: …"),
    ],
)
def test_what_must_be_kept(source: str, answer: str, code: str, named: str) -> None:
    found = unkept(parts(source), parts(answer), nothing)
    if not code:
        assert found == ()
    else:
        assert code in [finding.code for finding in found]
        assert any(named in value for finding in found for _, value in finding.params) or not named


def test_what_the_present_translation_says_otherwise_may_stay_so() -> None:
    table, wider = "| 甲 |\n|---|\n| 一 |", "| 가 | 나 |\n|---|---|\n| 하나 | 일 |"
    assert unkept(parts(table), parts(wider), nothing, parts(table), parts(wider)) == ()
    assert unkept(parts(table), parts(wider), nothing) != ()
    source, free = "见[桥](../bridge/)。", "다리를 보라."
    assert unkept(parts(source.replace("见", "请见")), parts(free), nothing, parts(source), parts(free)) == ()
    longer = "请见[桥](../bridge/)和[塔](../tower/)。"
    assert [finding.code for finding in unkept(parts(longer), parts(free), nothing, parts(source), parts(free))] == ["packet-lost"]


def test_a_block_that_says_why_it_differs_is_believed() -> None:
    assert unkept(parts("见[桥](../bridge/)。"), parts('{differs="다리는 없어졌다"}\n본문.'), nothing) == ()


def test_numbers_are_asked_of_whoever_knows_them() -> None:
    def agree(source: Sequence[Block], answer: Sequence[Block]) -> list[str]:
        return ["8 ≠ 7"] if "8月" in source[0].text and "7월" in answer[0].text else []

    found = unkept(parts("8月开放。"), parts("7월에 연다."), agree)
    assert [(finding.code, dict(finding.params)["what"]) for finding in found] == [("packet-numbers", "8 ≠ 7")]
    assert unkept(parts("8月开放。"), parts("8월에 연다."), agree) == ()
    allowed = unkept(parts("8月开放！"), parts("7월에 연다!"), agree, parts("8月开放。"), parts("7월에 연다."))
    assert allowed == (), "what was accepted so before"
