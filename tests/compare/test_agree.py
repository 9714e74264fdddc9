"""Pairs of blocks: what is told of them, where it is told, and what the blocks beside them have to do with it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from changlai.compare import data
from changlai.compare.agree import Version, agree, agree_in_line, everything
from changlai.model import Block, Finding, Pair
from tests.compare.test_facts import TYPOGRAPHY, rows


def version(lang: str, *texts: str, targets: Sequence[Sequence[str]] = ()) -> Version:
    """One block a text, on the lines 1, 3, 5 …"""
    leading = [*map(tuple, targets), *[()] * len(texts)]
    blocks = [Block("paragraph", 2 * at + 1, 2 * at + 2, "", text, targets=leading[at]) for at, text in enumerate(texts)]
    found = [data(text, TYPOGRAPHY[lang]) for text in texts]
    return Version(blocks, found, everything(found))


def told(source: Version, target: Version, *pairs: Pair) -> list[Finding]:
    return [*agree(source, target, pairs or [Pair((0,), (0,), 1.0)], lambda block, word: (block.line, block.text.index(word) + 1))]


def shown(found: Sequence[Finding]) -> str:
    params = [dict(each.params) for each in found]
    return "; ".join(f"{each.get('source', '–')} ↔ {each.get('here', '–')}" for each in params) or "–"


@pytest.mark.parametrize("row", list(rows("paired")))
def test_a_pair_is_told_what_differs_and_nothing_else(row: str) -> None:
    said, here, expected = row.split(" | ")
    source, target = (version(*cell.split(" ", 1)) for cell in (said, here))
    assert shown(told(source, target)) == expected


def test_a_small_number_that_the_source_says_anywhere_is_no_invention() -> None:
    source, target = version("zh", "几种说法", "五个伙伴"), version("en", "Five partners, many names", "They are")
    assert told(source, target, Pair((0,), (0,), 1.0), Pair((1,), (1,), 1.0)) == []


def test_a_block_beside_that_says_what_is_missing_is_read_with_the_pair() -> None:
    source = version("zh", "2002年开始。2007年8月3日签署。2013年延续。")
    target = version("en", "The release of 3 August 2007 says so.", "2003: it begins. 2013: it is renewed.")
    found = told(source, target, Pair((0,), (0,), 1.0), Pair((), (1,), 1.0))
    assert (shown(found), [each.line for each in found]) == ("2002年 ↔ 2003", [3])


def test_a_line_written_anew_may_choose_what_it_says_but_not_join_it_otherwise() -> None:
    source, target = version("zh", "2002年，2007年8月3日，2013年"), version("en", "2002, 3 August 2007, 2013")

    def line(said: str, here: str, anew: bool = True) -> str:
        return shown([*agree_in_line(source, data(said, "zh"), target, data(here, "latin"), anew)])

    assert line("2002年结好", "The declaration of 2013") == "–"
    assert line("2002年结好", "The declaration of 2013", anew=False) == "2002年 ↔ 2013"
    assert line("2002年开始往来，2007年签署", "Since 2007; signed in 2002") == "2002年 ↔ 2007"
    assert line("2002年开始往来，2007年签署", "Since 2002; signed on 3 August 2007") == "–"


@pytest.mark.parametrize(
    ("targets", "line"),
    [
        ([["../a/", "../x/"], []], 1),  # leads elsewhere instead
        ([["../a/"], ["../x/"]], 1),  # leads to what stands beside it in the source
        ([[], ["../x/"]], 3),
        ([[], []], 3),  # as far down as in the source
    ],
)
def test_a_lost_link_is_told_at_the_block_that_lost_it(targets: list[list[str]], line: int) -> None:
    source = version("zh", "昌莱园，以及另一篇。", targets=[["../a/", "../b/"]])
    target = version("en", "The garden.", "Another story.", targets=targets)
    found = agree(source, target, [Pair((0,), (0, 1), 1.0)], lambda block, word: (block.line, 1), lambda block, name: 0.9)
    assert [each.line for each in found if dict(each.params)["target"] == "../b/"] == [line]
