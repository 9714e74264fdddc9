"""What became of each unit of a source since it was translated."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changlai.compare import changes, field_of, unit_of
from changlai.markdown import parse
from changlai.model import Change, Unit

BRIDGE = "昌莱园里有一座七孔石桥，桥下的水连着园外的溪流，秋天水面上落满黄叶。"
TOWER = "光岳亭的名字取自聊城的光岳楼，两处相隔万里，名字里藏着同一座山。"
GATE = "园门是一座牌楼，木料由聊城的工匠备好，再运到海边装船。"


def units(text: str) -> list[Unit]:
    lines = text.split("\n")
    return [unit_of(block, "\n".join(lines[block.line - 1 : block.end - 1])) for block in parse(text, "zh").blocks]


def kinds(old: str, new: str) -> list[str]:
    return [change.kind for change in changes(units(old), units(new))]


def whole(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (whole(BRIDGE, TOWER, GATE), ["same", "same", "same"]),
        (whole(BRIDGE, TOWER.replace("，", "，\n"), GATE), ["same", "cosmetic", "same"]),
        (whole("　　" + BRIDGE + " ", TOWER, GATE), ["cosmetic", "same", "same"]),
        (whole(BRIDGE.replace("七孔", "五孔"), TOWER, GATE), ["changed", "same", "same"]),
        (whole(BRIDGE, "新的一段，讲园里的茶室。", TOWER, GATE), ["same", "new", "same", "same"]),
        (whole(BRIDGE, GATE), ["same", "removed", "same"]),
        (whole(TOWER, GATE), ["removed", "same", "same"]),
        (whole(GATE, BRIDGE, TOWER), ["moved", "same", "same"]),
        (whole(TOWER, BRIDGE, GATE), ["moved", "same", "same"]),
        (whole(GATE.replace("海边", "港口"), BRIDGE, TOWER), ["changed", "same", "same"]),
        (whole(BRIDGE, "茶室在园子的东边，每天下午开放。", GATE), ["same", "changed", "same"]),  # between the same neighbours
        ("", ["removed", "removed", "removed"]),
    ],
)
def test_each_kind_of_change(new: str, expected: list[str]) -> None:
    assert kinds(whole(BRIDGE, TOWER, GATE), new) == expected


def test_of_equal_blocks_each_finds_its_own() -> None:
    line = "同一句话。"
    assert kinds(whole(line, BRIDGE, line), whole(line, BRIDGE, line)) == ["same"] * 3
    assert kinds(whole(line, line), whole(line)) == ["same", "removed"]
    assert kinds(whole(line), whole(line, line)) == ["same", "new"]


def test_where_a_link_leads_is_a_change() -> None:
    assert kinds("见[桥](a.md)。", "见[桥](b.md)。") == ["changed"]


def test_fields_keep_their_names() -> None:
    old = [field_of("title", "旧题"), field_of("image_alt", "桥")]
    new = [field_of("title", "新题"), field_of("summary", "提要"), field_of("image_alt", "桥")]
    found = {(old[change.old].name if change.old >= 0 else new[change.new].name): change.kind for change in changes(old, new)}
    assert found == {"title": "changed", "summary": "new", "image_alt": "same"}
    assert [change.kind for change in changes(new, old)] == ["changed", "removed", "same"]


def test_a_text_of_thousands_of_new_blocks_takes_no_longer_than_it_is_long() -> None:
    old = [Unit("", f"a{number}", "", f"旧{number}") for number in range(3000)]
    new = [Unit("", f"b{number}", "", f"新{number}") for number in range(3000)]
    assert [change.kind for change in changes(old, new)] == ["changed"] * 3000


WORDS = st.lists(st.sampled_from("甲乙丙丁戊"), max_size=12)


@given(WORDS, WORDS)
def test_every_unit_has_its_place_once(old: list[str], new: list[str]) -> None:
    before, after = ([Unit("", word, "", word * 9) for word in words] for words in (old, new))
    found = changes(before, after)
    assert sorted(change.old for change in found if change.old >= 0) == [*range(len(old))]
    assert [change.new for change in found if change.new >= 0] == [*range(len(new))]
    stayed = [change for change in found if change.kind == "same"]
    assert stayed == sorted(stayed, key=lambda change: change.old)
    for kind, one, other in found:
        if kind in ("same", "moved"):
            assert before[one].digest == after[other].digest
    assert changes(before, before) == tuple(Change("same", place, place) for place in range(len(before)))
