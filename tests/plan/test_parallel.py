"""What stands side by side, by the pairs of two texts."""

from __future__ import annotations

import pytest

from changlai.markdown import parse
from changlai.model import Document, Pair
from changlai.plan.parallel import in_order, notes, rows


def pair(source: str, target: str) -> Pair:
    """Written by places: "01", "2"."""
    return Pair(tuple(map(int, source)), tuple(map(int, target)), 1.0)


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("0-0 1-1", "0-0 1-1"),
        ("-2 0-0 1-1", "0-0 1-1 -2"),
        ("-0 -1 0-2", "-0 -1 0-2"),
        ("-1 0-0 1-2", "0-0 -1 1-2"),
        ("-1 -2 01-0 2-3 3-", "01-0 -1 -2 2-3 3-"),
        ("0-2 1-0 -1", "0-2 1-0 -1"),
    ],
)
def test_the_source_leads_and_what_was_added_follows_what_it_follows(given: str, wanted: str) -> None:
    pairs = [pair(*written.split("-")) for written in given.split()]
    assert in_order(pairs) == [pair(*written.split("-")) for written in wanted.split()]


def shown(document: Document, spans: list[list[int]]) -> list[str]:
    html = "\0".join(document.parts)
    return [html[start:stop].strip() for start, stop in spans]


def test_rows_hold_every_block_once_and_footnotes_stand_apart() -> None:
    here = parse("一[^b]\n\n二[^a]\n\n三\n\n[^a]: 甲\n\n[^c]: 无\n\n[^b]: 乙", "zh")
    there = parse("one two[^b][^a]\n\nmore\n\n[^b]: B\n\n[^a]: A", "latin")
    pairs = [pair("01", "0"), pair("2", ""), pair("", "1"), pair("3", "3"), pair("4", ""), pair("5", "2")]
    found = rows(here, there, pairs, ())
    assert [[len(shown(here, row["cells"][0])), len(shown(there, row["cells"][1]))] for row in found] == [[2, 1], [0, 1], [1, 0]]
    assert shown(there, found[1]["cells"][1]) == ["<p>more</p>"]
    assert shown(here, found[2]["cells"][0]) == ["<p>三</p>"]
    numbers = [[[cell[0] for cell in cells] for cells in row["cells"]] for row in notes(here, there, pairs)]
    assert numbers == [[[1], [1]], [[2], [2]]], "what nothing refers to is not shown"


def test_a_picture_that_both_show_is_named_where_it_stands() -> None:
    here, there = parse("![甲](a.png)\n\n文", "zh"), parse("![a](a.png)\n\ntext", "latin")
    figure = there.blocks[0]
    found = rows(here, there, [pair("0", "0"), pair("1", "1")], [(figure.start, figure.stop)])
    assert [row["pictures"] for row in found] == [[[figure.start, figure.stop]], []]
