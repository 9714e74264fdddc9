"""Finding words, against programs that are slow and plain."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from changlai.compare.matching import matcher
from changlai.compare.nearly import begun, distances, nearly
from changlai.compare.spelling import even, key, pattern
from changlai.model import Concept, Language, Place, Rendering

HAN = st.text("甲乙丙", min_size=1, max_size=4)
CHINESE = Language("zh", "zh-Hans", "zh_Hans_CN", "简体中文", "zh_CN", "zh")
ENGLISH = Language("en", "en", "en_GB", "English", "en_GB", "latin")


def concepts(words: set[str], lang: str) -> list[Concept]:
    return [Concept(word, Place("x"), {lang: Rendering(word)}) for word in sorted(words)]


def longest(words: set[str], text: str) -> list[tuple[str, int]]:
    """At each place the longest word, and on behind it."""
    found, at = [], 0
    while at < len(text):
        word = max((word for word in words if text.startswith(word, at)), key=len, default="")
        if word:
            found.append((word, at))
        at += len(word) or 1
    return found


@given(st.sets(HAN, min_size=1, max_size=8), st.text("甲乙丙丁", max_size=30))
def test_the_longest_word_is_found_at_each_place(words: set[str], text: str) -> None:
    found = matcher(concepts(words, "zh"), CHINESE).find(text)
    assert [(use.concept, use.start) for use in found] == longest(words, text)
    assert all(text[use.start : use.end] == use.concept for use in found)


WORD = st.text("ab", min_size=1, max_size=3)


@given(st.sets(st.lists(WORD, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=6), st.lists(WORD, max_size=12).map(" ".join))
def test_words_with_gaps_are_found_whole(words: set[str], text: str) -> None:
    """Each use begins and ends where words do, and no word that stands alone is passed over."""
    uses = matcher(concepts(words, "en"), ENGLISH).find(text)
    edges = {0, len(text), *(at for at, sign in enumerate(text) if sign == " "), *(at + 1 for at, sign in enumerate(text) if sign == " ")}
    assert all({use.start, use.end} <= edges for use in uses)
    covered = {at for use in uses for at in range(use.start, use.end)}
    at = 0
    for word in text.split(" "):
        assert word not in words or at in covered
        at += len(word) + 1


@given(st.text())
@example("İstanbul (İ) ’‘ ﬁ ẞ")
def test_even_text_is_as_long_as_it_was(text: str) -> None:
    assert len(even(text)) == len(text)
    assert key(text) == key(even(text))


@given(st.text("abc", min_size=1, max_size=9), st.text("abcd", max_size=20))
def testdistances_are_those_of_the_table(word: str, text: str) -> None:
    row = list(range(len(word) + 1))
    wanted = []
    for sign in text:
        above, row = row, [0]
        for at, own in enumerate(word, 1):
            row.append(min(above[at - 1] + (own != sign), above[at] + 1, row[at - 1] + 1))
        wanted.append(row[-1])
    assert distances(word, text) == wanted


def test_a_slip_is_what_is_like_a_word_and_is_not_it() -> None:
    def found(word: str, text: str) -> list[str]:
        return [text[start:end] for start, end in nearly(word, text)]

    assert found("liaocheng", "in liaochen and liaocheng") == ["liaochen"]
    assert found("guangyue tower", "the guangyve tower") == ["guangyve tower"]
    assert found("paks", "the parks of paks") == []
    assert found("布莱克城", "布来克城") == ["布来克城"]
    assert found("聊城", "聊市") == []  # two characters are like too many others
    assert found("광웨러우", "광웨루우는") == ["광웨루우"]
    assert [*begun("光岳楼", "光岳塔的")] == [(0, 3)]
    assert [*begun("liaocheng", "liaocheng tower")] == []


def test_no_word_finds_nothing() -> None:
    assert pattern([], gaps=True).search("a") is None
    assert pattern(["-", " "], gaps=False).search("- a") is None
