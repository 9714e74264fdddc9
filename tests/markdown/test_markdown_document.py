"""The record: outline, blocks, counts, places of findings and holes, and its way through the store."""

import json
import subprocess
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from changlai.markdown import dump, load, parse
from changlai.markdown.scripts import joins
from changlai.model import Block, Document, Typography

REFS = frozenset({"city", "story"})
TEXT = """\
## 参观 {#visit}

在**“昌莱园”**，见[](city:paks)。

### Getting There

- 甲
- 乙

{.lead}
最后一段，
[^a]换行。

[^a]: 注。
"""


def test_outline() -> None:
    document = parse("## 一\n### 甲 {#jia}\n### 乙\n## Städte & Vavaʻu\n## 二\n#### 深\n### 浅\n## Fn 1[^1]\n\n[^1]: x\n", "zh")
    assert [(heading.level, heading.id, heading.written) for heading in document.outline] == [
        (2, "h-1", False),
        (3, "jia", True),
        (3, "h-1-2", False),
        (2, "städte-vavaʻu", False),
        (2, "h-3", False),
        (4, "h-3-1", False),
        (3, "h-3-2", False),
        (2, "fn-1-2", False),
    ]
    assert document.ids == ("fnref-1", "fn-1")
    assert [heading.line for heading in document.outline] == [1, 2, 3, 4, 5, 6, 7, 8]


def test_ids_are_unique() -> None:
    document = parse("## a\n## a\n## a-2\n## b {#a-3}\n## a\n[x]{#y}\n", "latin")
    ids = [heading.id for heading in document.outline]
    assert len(set(ids)) == len(ids) == 5
    assert document.ids == ("y",)


def test_headings_in_quotations_are_no_part_of_the_outline() -> None:
    document = parse("## 一\n> ## 引 {#yin}\n", "zh")
    assert [heading.id for heading in document.outline] == ["h-1"]
    assert '<h2 id="yin">引</h2>' in document.parts[-1]


@pytest.mark.parametrize(("text", "level"), [("# a", 2), ("# a\n## b", 3), ("## a\n# b", 3), ("## a", 2), ("# a\n###### b", 6)])
def test_no_heading_of_a_page_is_an_h1(text: str, level: int) -> None:
    html = "".join(parse(text, "zh").parts)
    assert "<h1" not in html
    assert f"<h{level} " in html


def test_an_empty_heading_is_reported() -> None:
    assert [found.code for found in parse("##\n", "zh").findings] == ["heading-empty"]


def test_blocks() -> None:
    kinds = [(block.kind, block.line, block.end) for block in parse(TEXT, "zh", REFS).blocks]
    assert kinds == [("heading", 1, 2), ("paragraph", 3, 4), ("heading", 5, 6), ("list", 7, 9), ("paragraph", 10, 13), ("footnote", 14, 15)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("甲", "paragraph"),
        ("![甲](a.jpg)", "figure"),
        ("> 甲", "quote"),
        ("```\n甲\n```", "code"),
        ("|甲|\n|-|", "table"),
        ("---", "rule"),
        ("甲\n: 乙", "definitions"),
        ("::: note\n甲\n:::", "note"),
        ("1. 甲", "list"),
    ],
)
def test_kinds_of_blocks(text: str, kind: str) -> None:
    (block,) = parse(text, "zh").blocks
    assert (block.kind, block.line, block.end) == (kind, 1, text.count("\n") + 2)


def _digest(text: str, typography: Typography = "zh") -> str:
    (block,) = parse(text, typography, REFS).blocks
    return block.digest


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("聊城是一座水城", "聊城是\n一座\n水城"),
        ("one two", "one\ntwo"),
        ("- 甲\n- 乙", "* 甲\n* 乙"),
        ("- 甲\n- 乙", "+ 甲\n\n+ 乙"),
        ("1. 甲\n2. 乙", "1) 甲\n1) 乙"),
        ("*a* and **b**", "_a_ and __b__"),
        ("## 甲", "甲\n---"),
        ("## 甲", "## 甲 {#jia}"),
        ("　　甲", "甲"),
        ("甲　乙", "甲 乙"),
        ("甲  \n乙", "甲\\\n乙"),
        ("聊\u200b城", "聊城"),
        ("{.lead}\n甲", "甲"),
        ("[甲](https://example.org/)", "[甲](<https://example.org/>)"),
        ("[甲](https://example.org/)", "[甲][a]\n\n[a]: https://example.org/"),
        ("![甲](a.svg)", "![甲][a]\n\n[a]: a.svg"),
        ("桥 bridge 很长", "桥\nbridge\n很长"),
        ("桥 *bridge* 很长 `a b` 。", "桥\n*bridge*\n很长\n`a b`\n。"),
        ("桥 [Paks](city:paks) 很长", "桥\n[Paks](city:paks)\n很长"),
        ("见 “桥” 一文", "见\n“桥”\n一文"),
    ],
)
def test_setting_out_does_not_touch_the_digest(one: str, other: str) -> None:
    assert _digest(one) == _digest(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("甲", "乙"),
        ("one two", "onetwo"),
        ("甲", "**甲**"),
        ("*甲*", "**甲**"),
        ("## 甲", "### 甲"),
        ("- 甲", "1. 甲"),
        ("- 甲\n- 乙", "- 甲乙"),
        ("- [ ] 甲", "- [x] 甲"),
        ("[](city:paks)", "[](city:betio)"),
        ("![甲](a.jpg)", "![乙](a.jpg)"),
        ('![甲](a.jpg "一")', '![甲](a.jpg "二")'),
        ("{city:paks}", "{city:paks|both}"),
        ("{city:paks}", "{city:betio}"),
        ("{聊城|a}", "{聊城|b}"),
        ("`甲`", "甲"),
        ("```\n甲\n```", "```\n 甲\n```"),
        ("```a\n甲\n```", "```b\n甲\n```"),
        ("::: note\n甲\n:::", "::: warning\n甲\n:::"),
        ("[a]{lang=de}", "[a]{lang=en}"),
        ("甲", "> 甲"),
        ("甲 a b", "甲 ab"),
        ("甲 *a* b", "甲 *a*b"),
        ("甲 다리", "甲다리"),
    ],
)
def test_what_is_said_is_in_the_digest(one: str, other: str) -> None:
    assert _digest(one) != _digest(other)


def test_a_typed_space_is_in_the_digest_where_a_line_break_would_be_one() -> None:
    assert _digest("桥 bridge 很长", "latin") == _digest("桥\nbridge\n很长", "latin") != _digest("桥bridge很长", "latin")
    assert _digest("무린아이 牧琳愛 씨", "ko") == _digest("무린아이\n牧琳愛\n씨", "ko") != _digest("무린아이牧琳愛씨", "ko")


def test_where_links_lead_stands_apart() -> None:
    (one,), (other,) = (parse(text, "zh", REFS).blocks for text in ("[甲](a.md)与![乙](c.svg)", "[甲](b.md)与![乙](c.svg)"))
    assert one.digest == other.digest
    assert (one.targets, other.targets) == (("a.md", "c.svg"), ("b.md", "c.svg"))


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("## 甲", "h2"),
        ("![甲](images/bridge.svg)", "image bridge.svg"),
        ("|甲|乙|\n|-|-|\n|1|2|", "table 2x2"),
        ("- 甲\n- 乙\n  - 丙", "list 2"),
        ("甲\n: 乙\n\n丙\n: 丁", "definitions 2"),
        ("::: note\n甲\n:::", "note note"),
        ("> 甲", "quote"),
        ("---", "rule"),
        ("甲", ""),
    ],
)
def test_shape_is_what_every_edition_shares(text: str, shape: str) -> None:
    (block,) = parse(text, "zh").blocks
    assert block.shape == shape


def test_an_id_of_the_author_is_known() -> None:
    assert [block.id for block in parse("## 甲 {#visit}\n\n{#tea}\n乙\n\n丙", "zh").blocks] == ["visit", "tea", ""]


def test_the_exact_digest_knows_how_a_block_is_set_out() -> None:
    (one,), (same,), (other,) = (parse(text, "zh").blocks for text in ("甲\n乙", "甲\n乙\n", "甲乙"))
    assert one.exact == same.exact
    assert (one.exact, one.digest) != (other.exact, one.digest) == (other.exact, other.digest)


def test_html_of_each_block_can_be_cut_out() -> None:
    text = "甲[^a]\n\n## 乙 {#b}\n\n- 丙\n- 丁\n\n[^a]: 注\n\n{city:paks}"
    document = parse(text, "zh", REFS)
    html = "\0".join(document.parts)
    shown = [block for block in document.blocks if block.kind != "footnote"]
    pieces = [html[block.start : block.stop] for block in shown]
    assert [piece[:3] for piece in pieces] == ["<p>", "<h2", "<ul", "<p>"]
    assert html.startswith("".join(pieces)) and html.removeprefix("".join(pieces)).startswith('<section class="footnotes"')


def test_of_a_footnote_what_is_in_its_item_can_be_cut_out() -> None:
    text = "甲[^b][^a]\n\n[^a]: 一\n\n    - 项\n\n[^unused]: 无\n\n[^b]: 二\n\n[^a]: 再"
    document = parse(text, "zh")
    html = "\0".join(document.parts)
    notes = {(block.shape, block.line): html[block.start : block.stop] for block in document.blocks if block.kind == "footnote"}
    assert [words[:4] for words in notes.values()] == ["<p>一", "", "<p>二", ""], "one that nothing refers to is not shown, nor is a second"
    first, _, second, _ = notes.values()
    assert f'<li id="fn-1">\n{second}</li>\n<li id="fn-2">\n{first}</li>\n</ol>' in html


def test_a_block_keeps_its_digest_when_others_change() -> None:
    before, after = parse("甲\n\n乙", "zh"), parse("新\n\n甲\n\n乙丙", "zh")
    assert before.blocks[0].digest == after.blocks[1].digest
    assert before.blocks[1].digest != after.blocks[2].digest


def test_words_and_characters() -> None:
    document = parse("聊城 hosts 2 guests, Vavaʻu's 랴오청시와 カナ。{city:paks}[^1]\n\n`code`\n\n[^1]: 注注注\n", "zh", REFS)
    assert (document.characters, document.words) == (4, 6)
    assert document.text == "聊城 hosts 2 guests, Vavaʻu's 랴오청시와 カナ。{city:paks}\ncode"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("甲\n\n看[a](javascript:1)\n和[b](data:1)", [(3, 2), (4, 2)]),
        ("- 甲\n  - 看[a](javascript:1)", [(2, 6)]),
        ("> > 看[a](javascript:1)", [(1, 6)]),
        ("|a|b|\n|-|-|\n|x|看[a](javascript:1)|", [(3, 5)]),
        ("::: note 看[a](javascript:1)\n:::", [(1, 11)]),
        ("　　看[a](javascript:1)", [(1, 4)]),
        ("甲[^1]\n\n[^1]: 看[a](javascript:1)", [(3, 8)]),
        ("## 看[a](javascript:1) {#x}", [(1, 5)]),
        ("甲\n: 看[a](javascript:1)", [(2, 4)]),
    ],
)
def test_findings_know_line_and_column(text: str, places: list[tuple[int, int]]) -> None:
    found = [(found.line, found.column) for found in parse(text, "zh").findings if found.code == "link-scheme"]
    assert found == places


def test_holes_know_line_and_column() -> None:
    holes = parse("甲\n\n乙[丙](a.md)和{city:paks}", "zh", REFS).holes
    assert [(hole.kind, hole.line, hole.column) for hole in holes] == [("link", 3, 2), ("name", 3, 12)]


def test_no_break_spaces_beside_chinese_are_reported_and_kept() -> None:
    document = parse("聊城\u00a0市，10\u00a0km", "zh")
    assert [(found.code, found.column) for found in document.findings] == [("no-break-space", 3)]
    assert "聊城\u00a0市，10\u00a0km" in document.parts[0]


@pytest.mark.parametrize(
    ("before", "after"), [("食”", "活"), ("——", "然"), ("……", "——"), ("カ", "ナ"), ("。", "A"), ("A", "城"), ("城", "1")]
)
def test_these_lines_join_in_chinese_and_japanese(before: str, after: str) -> None:
    assert joins(before, after, "zh")
    assert joins(before, after, "ja")


@pytest.mark.parametrize(("before", "after"), [("hi”", "and"), ("시", "城"), ("a", "b"), (".", "A"), ("a", "“b")])
def test_these_do_not(before: str, after: str) -> None:
    for typography in ("zh", "ja", "ko", "latin"):
        assert not joins(before, after, typography)  # type: ignore[arg-type]


# ---- through the store


def test_a_document_comes_back_from_the_store() -> None:
    document = parse(TEXT, "zh", REFS)
    assert load(dump(document)) == document
    assert isinstance(load(dump(document)).blocks[0], Block)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("parts", ["<p>"]),
        ("parts", "<p>"),
        ("holes", [["script", "a", "", 1, 1]]),
        ("holes", [["link", "a", "", 1]]),
        ("outline", [[2, "a", 1, "a", 1]]),
        ("characters", "1"),
        ("words", True),
        ("ids", [1]),
        ("findings", [["a", 1, 1, [["a"]]]]),
        ("unknown", 1),
    ],
)
def test_what_is_no_document_is_refused(field: str, value: object) -> None:
    values = json.loads(dump(parse(TEXT, "zh", REFS)))
    fields = {**dict(zip(Document._fields, values, strict=True)), field: value}
    with pytest.raises(ValueError):
        load(json.dumps([*fields.values()]).encode())


@pytest.mark.parametrize("data", [b"", b"null", b"{}", b"[]", b"\xff", b"[" * 100_000, b'{"parts": []}'])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError):
        load(data)


def test_the_digest_is_of_what_is_drawn() -> None:
    one, moved, other = parse("甲[a](b.md)", "zh"), parse("\n\n甲[a](b.md)", "zh"), parse("甲[a](c.md)", "zh")
    assert one.digest == moved.digest != other.digest


def test_every_process_makes_the_same() -> None:
    program = (
        "from changlai.markdown import *; import sys; sys.stdout.buffer.write(dump(parse(sys.argv[1], 'zh', frozenset({'city', 'story'}))))"
    )
    path = ":".join(sys.path)
    outputs = [
        subprocess.run(
            [sys.executable, "-c", program, TEXT], capture_output=True, check=True, env={"PYTHONHASHSEED": seed, "PYTHONPATH": path}
        )
        for seed in ("1", "2")
    ]
    assert outputs[0].stdout == outputs[1].stdout == dump(parse(TEXT, "zh", REFS))


# ---- any text at all

MARKUP = """* ** _ ~~ ` ``` [ ]( ) ![ ]{ { } | “ ” 。 ： ， 聊城 かな 랴오 a {city:paks} [^1] https://example.com javascript: <b> <!--
    \\ |-|-| {#a} {.lead} --- &amp; {聊|a} :::"""
SPACES = ("\n", "\n\n", "\r", "\t", "> ", "- ", "1. ", "# ", "    ", "　", "[^1]: ", "::: note\n", "\n:::\n", ": ", "[ ] ", " ")
PIECES = st.sampled_from((*MARKUP.split(), *SPACES, "\u200b", "\u00a0", "\0", "\ufeff", "😀", "\ud800"))


@settings(deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from(["zh", "ja", "ko", "latin"]))
@example("*", "zh")
@example("", "ko")
@example("\r\n", "ja")
def test_any_text_becomes_a_document(text: str, typography: Typography) -> None:
    document = parse(text, typography, REFS)
    assert len(document.parts) == len(document.holes) + 1
    assert load(dump(document)) == document
    _check_places(document, text)
    assert not any("<b>" in part or "<!--" in part or "\0" in part for part in document.parts)


def _check_places(document: Document, text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for found in document.findings:
        assert 1 <= found.line <= len(lines)
        assert 1 <= found.column <= len(lines[found.line - 1]) + 2, found
    for block in document.blocks:
        assert 1 <= block.line < block.end <= len(lines) + 1
    assert [heading.line for heading in document.outline] == sorted(heading.line for heading in document.outline)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_characters_become_a_document(text: str) -> None:
    document = parse(text, "zh", REFS)
    assert load(dump(document)) == document
