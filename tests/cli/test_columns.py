"""Text side by side, where some characters take two columns."""

from __future__ import annotations

import pytest

from changlai.cli.columns import beside, width, wrapped


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("昌莱园里有桥", 6, ["昌莱园", "里有桥"]),
        ("昌莱园，里有桥", 6, ["昌莱", "园，里", "有桥"]),  # no mark at the beginning of a line
        ("a bridge in a garden", 10, ["a bridge", "in a", "garden"]),
        ("돌다리가 있고 물이 흐른다", 14, ["돌다리가 있고", "물이 흐른다"]),  # words stay whole
        ("abcdefghijkl", 5, ["abcde", "fghij", "kl"]),
        ("甲\n\n乙", 10, ["甲", "", "乙"]),
        ("", 10, []),
    ],
)
def test_lines_fit(text: str, columns: int, lines: list[str]) -> None:
    found = wrapped([(text, "")], columns)
    assert [line for line, _ in found] == lines
    assert all(width(line) == taken <= columns for line, taken in found)


def test_colours_end_with_the_line() -> None:
    red = "\x1b[31m"
    assert [line for line, _ in wrapped([("甲", ""), ("乙丙丁", red), ("戊", "")], 4)] == [
        f"甲{red}乙\x1b[0m",
        f"{red}丙丁\x1b[0m",
        "戊",
    ]


def test_two_texts_stand_straight() -> None:
    assert beside([("昌莱园里", "")], [("a garden gate", "")], 18) == ["昌莱园里  a garden", "          gate"]
    assert beside([], [("b", "")], 18) == ["          b"]
