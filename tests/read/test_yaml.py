"""Slips of the keyboard in YAML: each is named at its place, and the words behind it are still read."""

from __future__ import annotations

import time

import pytest

from changlai.problems import Problem
from changlai.read.mending import compose
from changlai.read.yamlnodes import Mapping, Node, Scalar, Sequence


def plain(node: Node | None) -> object:
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.fields.items()}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.text if isinstance(node, Scalar) else None


def places(problems: list[Problem]) -> list[tuple[str, int, int]]:
    return [(found.code, found.line, found.column) for found in problems]


TEXTS = [
    ("flag: no\nzone: on\nhour: 12:30\nday: 2007-08-03\nhex: 0x10\nbig: 1_000", ["no", "on", "12:30", "2007-08-03", "0x10", "1_000"]),
    ("a: 2022\nb: 3.0\nc: null\nd: ~\ne: =\nf: .inf\ng: 1e3\nh: 007", ["2022", "3.0", "null", "~", "=", ".inf", "1e3", "007"]),
    ("a: “外眼看聊城”\nb: 昌莱园：一座园，两座城\nc: 1：2", ["“外眼看聊城”", "昌莱园：一座园，两座城", "1：2"]),
    ("a: https://example.org/x#y\nb: C# 与 F#", ["https://example.org/x#y", "C# 与 F#"]),
    ("a: 第一行，\n  第二行\nb: one\n  two\nc: >\n  折\n  行", ["第一行，第二行", "one two", "折行"]),
    ("a: x # remark\nb: y", ["x", "y"]),
    ("a: |\n  话题 #聊城# 好\nb: 'x #y'\nc: [x]", ["话题 #聊城# 好", "x #y", ["x"]]),
    ("a: |\n  时间：上午\n  - 不是列表\nb: ''", ["时间：上午\n- 不是列表", ""]),
]


@pytest.mark.parametrize(("text", "values"), TEXTS)
def test_scalars_keep_the_text_that_was_typed(text: str, values: list[object]) -> None:
    node, problems = compose(text, "f")
    read = plain(node)
    assert isinstance(read, dict)
    assert list(read.values()) == values
    assert problems == []


SLIPS = [
    ("title：昌莱园\nx: 1", [("yaml-fullwidth-colon", 1, 6)], {"title": "昌莱园", "x": "1"}),
    ("title： 昌莱园\nx: 1", [("yaml-fullwidth-colon", 1, 6)], {"title": "昌莱园", "x": "1"}),
    ("title ：昌莱园", [("yaml-fullwidth-colon", 1, 7)], {"title": "昌莱园"}),
    ("name:\n  zh：保克什\n  en: Paks", [("yaml-fullwidth-colon", 2, 5)], {"name": {"zh": "保克什", "en": "Paks"}}),
    ("name：\n  zh: 保克什", [("yaml-fullwidth-colon", 1, 5)], {"name": {"zh": "保克什"}}),
    ("title:昌莱园\nx: 1", [("yaml-colon-space", 1, 6)], {"title": "昌莱园", "x": "1"}),
    ("x: 1\ntitle:　昌莱园", [("yaml-odd-space", 2, 7)], {"x": "1", "title": "昌莱园"}),
    ("x: 1\ntitle:\u00a0昌莱园", [("yaml-odd-space", 2, 7)], {"x": "1", "title": "昌莱园"}),
    ("title: 聊城: 水城\nx: 1", [("yaml-colon-in-value", 1, 8)], {"title": "聊城: 水城", "x": "1"}),
    ("title: It's: here\nx: 1", [("yaml-colon-in-value", 1, 8)], {"title": "It's: here", "x": "1"}),
    ("title: @聊城\nx: 1", [("yaml-must-quote", 1, 8)], {"title": "@聊城", "x": "1"}),
    ("title: %5\nx: 1", [("yaml-must-quote", 1, 8)], {"title": "%5", "x": "1"}),
    ("title: `a`\nx: 1", [("yaml-must-quote", 1, 8)], {"title": "`a`", "x": "1"}),
    ("title: **粗** 体\nx: 1", [("yaml-must-quote", 1, 8)], {"title": "**粗** 体", "x": "1"}),
    ("title: | 说明\nx: 1", [("yaml-must-quote", 1, 8)], {"title": "| 说明", "x": "1"}),
    ('title: "外眼"看聊城\nx: 1', [("yaml-after-quote", 1, 8)], {"title": '"外眼"看聊城', "x": "1"}),
    ("title: [通知] 开园\nx: 1", [("yaml-after-quote", 1, 8)], {"title": "[通知] 开园", "x": "1"}),
    ('title: "昌莱园\nx: 1', [("yaml-open-quote", 1, 8)], {"title": "昌莱园", "x": "1"}),
    ('title: "昌莱园”\nx: 1', [("yaml-open-quote", 1, 8)], {"title": "昌莱园", "x": "1"}),
    ("title: '昌莱园\nx: 1", [("yaml-open-quote", 1, 8)], {"title": "昌莱园", "x": "1"}),
    ("cities: [a, b\nx: 1", [("yaml-open-bracket", 1, 9)], {"cities": None, "x": "1"}),
    ("cities: [a, b］\nx: 1", [("yaml-open-bracket", 1, 9)], {"cities": None, "x": "1"}),
    ("name: {zh: 甲\nx: 1", [("yaml-open-bracket", 1, 7)], {"name": None, "x": "1"}),
    ("name:\n\tzh: 甲\nx: 1", [("yaml-tab", 2, 1)], {"name": {"zh": "甲"}, "x": "1"}),
    ("name:\n  zh: 甲\n   en: A\nx: 1", [("yaml-indent", 3, 4)], {"name": {"zh": "甲"}, "x": "1"}),
    ("a: 1\n  b: 2\nx: 1", [("yaml-indent", 2, 3)], {"a": "1", "x": "1"}),
    ("  a: 1\nb: 2", [("yaml-indent", 1, 3)], {"a": "1", "b": "2"}),
    ("title: 甲\n乙\nx: 1", [("yaml-no-colon", 2, 1)], {"title": "甲", "x": "1"}),
    ("a: 1\na: 2\nx: 1", [("yaml-duplicate", 2, 1)], {"a": "1", "x": "1"}),
    ("a: &b 1\nc: *b", [("yaml-alias", 1, 4), ("yaml-alias", 2, 4)], {"a": "1", "c": None}),
    ("a: !!python/object:os.system x", [("yaml-tag", 1, 4)], {"a": "x"}),
    ("a: !重要 通知\nx: 1", [("yaml-must-quote", 1, 4)], {"a": "!重要 通知", "x": "1"}),
    ("a: {{title}}\nx: 1", [("yaml-key", 1, 5)], {"a": {}, "x": "1"}),
    ("a: 1\n---\nb: 2", [("yaml-documents", 2, 1)], {"a": "1"}),
    ("title: 聊城 #1 号站", [("yaml-comment", 1, 11)], {"title": "聊城"}),
    ('a: "\\u202e"\nb: "\\0"', [("bidi-character", 1, 4), ("control-character", 2, 4)], {"a": None, "b": None}),
    ("list:\n  - a: 甲: 乙\n    b: 1\n  - a: 丙", [("yaml-colon-in-value", 2, 8)], {"list": [{"a": "甲: 乙", "b": "1"}, {"a": "丙"}]}),
    ("list:\n  - 'a\n  - b", [("yaml-open-quote", 2, 5)], {"list": ["a", "b"]}),
    ('path: "C:\\图片"\nx: 1', [("yaml-backslash", 1, 7)], {"path": "C:\\图片", "x": "1"}),
    ("title：" + "[" * 20, [("yaml-fullwidth-colon", 1, 6), ("yaml-too-deep", 1, 19)], {"title": None}),
    ("a: 一: 二\n  三：四\nx: 1", [("yaml-colon-in-value", 1, 4)], {"a": "一: 二", "x": "1"}),
    ("l:\n  -a: b\n  - c\nx：1", [("yaml-dash-space", 2, 3), ("yaml-fullwidth-colon", 4, 2)], {"l": [{"a": "b"}, "c"], "x": "1"}),
    (
        "l:\n  － a\n  － b: c: d\nx: 1",
        [("yaml-fullwidth-dash", 2, 3), ("yaml-fullwidth-dash", 3, 3), ("yaml-colon-in-value", 3, 8)],
        {"l": ["a", {"b": "c: d"}], "x": "1"},
    ),
    ("“title”: 甲\nx: 1", [], {"“title”": "甲", "x": "1"}),
    (
        "a：1\nb：2\nc：3",
        [("yaml-fullwidth-colon", 1, 2), ("yaml-fullwidth-colon", 2, 2), ("yaml-fullwidth-colon", 3, 2)],
        {"a": "1", "b": "2", "c": "3"},
    ),
]


@pytest.mark.parametrize(("text", "expected", "values"), SLIPS)
def test_slips_are_named_and_mended(text: str, expected: list[tuple[str, int, int]], values: object) -> None:
    node, problems = compose(text, "f")
    assert places(problems) == expected
    assert plain(node) == values
    for found in problems:
        assert found.message(str) and found.hint(str)


def test_lines_count_from_the_line_of_the_file() -> None:
    node, problems = compose("a: 1\nb：2", "f", 11)
    assert places(problems) == [("yaml-fullwidth-colon", 12, 2)]
    assert isinstance(node, Mapping) and node.keys["a"] == (11, 1)


BOMBS = {
    "aliases": "a: &a [x, x]\n" + "\n".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]" for n in range(24)),
    "flow": "a: " + "[" * 20_000,
    "closed flow": "a: " + "[" * 900 + "]" * 900,
    "block": "\n".join(" " * n + "a:" for n in range(3_000)),
    "dashes": "- " * 5_000 + "a",
    "braces": "a: " + "{a: " * 5_000,
    "keys": "\n".join(f"k{n}：v" for n in range(3_000)),
    "quotes": 'a: "' * 5_000,
    "question": "? " * 5_000 + "a",
    "long line": "a" * 500_000 + "：" + "b" * 500_000,
    "commas": "a: {" + "a, " * 20_000 + "：",
    "colons": "a: " * 20_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_hostile_yaml_ends_soon_with_a_problem(name: str) -> None:
    start = time.process_time()
    _, problems = compose(BOMBS[name], "f")
    assert problems
    assert time.process_time() - start < 2.0
