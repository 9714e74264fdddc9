"""Which blocks of two editions say the same: each kind of evidence, each bead, what must always hold, and how often it is right."""

from __future__ import annotations

from math import log
from random import Random
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changlai.compare import align, data, traits
from changlai.compare.anchors import chain
from changlai.compare.evidence import gather, join, one
from changlai.compare.lattice import Band, Likely, band, likely
from changlai.compare.lengths import between, fitted, weigh
from changlai.compare.shared import words
from changlai.markdown import parse
from changlai.model import Traits, Typography
from tests.alignment.__main__ import labelled
from tests.alignment.measure import editions, measure

ZH_EN: tuple[Typography, Typography] = ("zh", "latin")


def blocks(text: str, typography: Typography) -> list[Traits]:
    return [traits(block, typography, data(block.text, typography)) for block in parse(text, typography).blocks]


def aligned(chinese: str, english: str, known: tuple[tuple[int, int], ...] = ()) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    pairs = align(blocks(chinese, "zh"), blocks(english, "latin"), ZH_EN, known)
    assert all(pair.how != "section" for pair in pairs), pairs
    return [(pair.source, pair.target) for pair in pairs]


def paragraph(length: float, **more: object) -> Traits:
    return Traits("paragraph", "", str(more.get("id", "")), length)


SCHOOL = "学校图书馆每天早上8点开门，学生可以借三本书，两个星期以后归还。"
SCHOOL_EN = "The school library opens at 8 every morning. Students may borrow three books and return them after two weeks."
MARKET = "星期六，农民把蔬菜和水果送到市场来卖，一直到中午才回家。"
MARKET_EN = "On Saturday farmers bring vegetables and fruit to the market and sell them until noon, when they go home."
RIVER = "河上有一座石桥，桥边的老树下，老人们坐着喝茶，孩子们在水里游泳。"
RIVER_EN = "A stone bridge crosses the river. Under the old tree beside it the old people drink tea, and the children swim in the water."
FILM = "电影院今年修好了屋顶，换了新的椅子，票价没有变。"
FILM_EN = "The cinema repaired its roof this year and put in new chairs. The price of a ticket has not changed."


# ---- what is plain


def test_editions_that_agree_are_paired_one_by_one() -> None:
    pairs = align(
        blocks(f"{SCHOOL}\n\n## 市场\n\n{MARKET}\n", "zh"), blocks(f"{SCHOOL_EN}\n\n## The market\n\n{MARKET_EN}\n", "latin"), ZH_EN
    )
    assert [(pair.source, pair.target) for pair in pairs] == [((0,), (0,)), ((1,), (1,)), ((2,), (2,))]
    assert min(pair.confidence for pair in pairs) > 0.99


def test_an_edition_without_blocks_leaves_all_of_the_other_alone() -> None:
    source = blocks(f"{SCHOOL}\n\n{MARKET}\n", "zh")
    assert [pair[:2] for pair in align(source, [], ZH_EN)] == [((0,), ()), ((1,), ())]
    assert [pair[:2] for pair in align([], source, ZH_EN)] == [((), (0,)), ((), (1,))]
    assert align([], [], ZH_EN) == ()


# ---- beads


def test_a_paragraph_that_was_dropped_stands_alone() -> None:
    assert aligned(f"{SCHOOL}\n\n{FILM}\n\n{MARKET}\n", f"{SCHOOL_EN}\n\n{MARKET_EN}\n") == [((0,), (0,)), ((1,), ()), ((2,), (1,))]


def test_a_paragraph_that_was_added_stands_behind_what_it_follows() -> None:
    assert aligned(f"{SCHOOL}\n\n{MARKET}\n", f"{SCHOOL_EN}\n\n{FILM_EN}\n\n{MARKET_EN}\n") == [((0,), (0,)), ((), (1,)), ((1,), (2,))]


def test_two_paragraphs_that_became_one() -> None:
    assert aligned(f"{SCHOOL}\n\n{MARKET}\n\n{RIVER}\n", f"{SCHOOL_EN} {MARKET_EN}\n\n{RIVER_EN}\n") == [((0, 1), (0,)), ((2,), (1,))]


def test_a_paragraph_that_became_two() -> None:
    assert aligned(f"{RIVER}\n\n{SCHOOL}{MARKET}\n", f"{RIVER_EN}\n\n{SCHOOL_EN}\n\n{MARKET_EN}\n") == [((0,), (0,)), ((1,), (1, 2))]


def test_a_paragraph_that_was_moved_is_found_where_it_is() -> None:
    chinese = f"{FILM}\n\n{SCHOOL}\n\n{MARKET}\n\n{RIVER}\n"
    english = f"{SCHOOL_EN}\n\n{MARKET_EN}\n\n{RIVER_EN}\n\n{FILM_EN}\n"
    assert aligned(chinese, english) == [((0,), (3,)), ((1,), (0,)), ((2,), (1,)), ((3,), (2,))]


@pytest.mark.parametrize(
    ("name", "lang", "pair"), [("readers-letters", "ko", ((12,), (14, 15))), ("bicycle-rental", "en", ((4,), (9, 10)))]
)
def test_a_paragraph_that_was_moved_and_cut_in_two(name: str, lang: str, pair: tuple[tuple[int, ...], tuple[int, ...]]) -> None:
    document = next(found for found in labelled(lang) if found.name == f"{name} {lang}")
    assert pair in [found[:2] for found in align(*editions(document), document.languages) if found.how != "section"]


def test_a_heading_may_have_become_the_beginning_of_its_paragraph() -> None:
    target = [paragraph(36.0), paragraph(90.0)]
    found = []
    for kind in ("heading", "quote"):
        source = [Traits(kind, "", "", 6.0), paragraph(30.0)]
        found.append(join(gather(source, target, between(*ZH_EN), []), 0, 1, 0))
    assert found[0] > 2 * found[1]


def test_a_list_that_kept_its_items_has_swallowed_no_paragraph() -> None:
    chinese, english = "- 三本书\n- 两把椅子\n- 一张老桌子\n", "- three books\n- two chairs\n- an old table\n"
    source = blocks(f"{RIVER}\n\n{chinese}\n{MARKET}\n", "zh")
    target = blocks(f"{RIVER_EN}\n\n{english}\nAsk at the door.\n\n{MARKET_EN}\n", "latin")
    assert ((1,), (1,)) in [pair[:2] for pair in align(source, target, ZH_EN) if pair.how != "section"]


def test_known_words_of_which_none_is_common_tell_strangers() -> None:
    known = "Take the bus to the hospital; a ticket costs two yuan. Doctors see patients daily and write letters for the post."
    unknown = "Qalupa veringo tasmel orbitune hundrasop velimar jotunex parvilo quintesar belmorand ostiverin tullamagus neb."
    source = blocks(f"{SCHOOL}\n\n{RIVER}\n\n{MARKET}\n", "zh")
    found = []
    for text in (known, unknown):
        target = blocks(f"{SCHOOL_EN}\n\n{text}\n\n{MARKET_EN}\n", "latin")
        evidence = gather(source, target, between(*ZH_EN), list(words(source, target, ZH_EN)))
        found.append(one(evidence, 1, 1))
    assert found[0] < found[1] / 2


def test_lengths_are_judged_by_the_habits_of_the_translator() -> None:
    usual = between("zh", "latin")
    terse = fitted(usual, [(50.0, 35.0)] * 20)
    assert log(0.7) < terse.shift < log(0.8)
    assert terse.spread < usual.spread / 2
    assert fitted(usual, []) == usual


def test_a_heading_goes_only_with_a_heading() -> None:
    pairs = align([Traits("heading", "h2", "", 20.0)], [paragraph(20.0)], ZH_EN)
    assert sorted(pair[:2] for pair in pairs) == [((), (0,)), ((0,), ())]


# ---- anchors


def test_ids_win_over_length_kind_and_order() -> None:
    source = [paragraph(100.0, id="a"), paragraph(10.0, id="b"), paragraph(50.0)]
    target = [Traits("heading", "h2", "b", 90.0), paragraph(9.0, id="a"), paragraph(50.0)]
    pairs = align(source, target, ZH_EN)
    assert [pair[:2] for pair in pairs] == [((0,), (1,)), ((1,), (0,)), ((2,), (2,))]
    assert [pair.how for pair in pairs[:2]] == ["anchor", "anchor"]


def test_an_id_that_stands_twice_is_no_anchor() -> None:
    source = [paragraph(100.0, id="a"), paragraph(10.0, id="a")]
    pairs = align(source, [paragraph(10.0), paragraph(100.0, id="a")], ZH_EN)
    assert all(pair.how != "anchor" for pair in pairs)


def test_a_paragraph_with_an_id_may_still_have_become_two() -> None:
    chinese = f"{RIVER}\n\n{{#s}}\n{SCHOOL}{MARKET}\n"
    pairs = align(blocks(chinese, "zh"), blocks(f"{RIVER_EN}\n\n{{#s}}\n{SCHOOL_EN}\n\n{MARKET_EN}\n", "latin"), ZH_EN)
    assert [(pair.source, pair.target, pair.how) for pair in pairs] == [((0,), (0,), "length"), ((1,), (1, 2), "anchor")]


@pytest.mark.parametrize("mark", [("figure", "image a.svg"), ("code", "code 0f"), ("footnote", "footnote x")])
def test_what_no_translator_changes_is_an_anchor(mark: tuple[str, str]) -> None:
    marked = Traits(*mark, "", 3.0)
    pairs = align([marked, paragraph(30.0), paragraph(60.0)], [paragraph(30.0), paragraph(60.0), marked], ZH_EN)
    assert ((0,), (2,), "anchor") in [(pair.source, pair.target, pair.how) for pair in pairs]


def test_the_same_numbers_lead_though_lengths_do_not() -> None:
    source = [paragraph(40.0)] * 2 + [
        traits(block, "zh", data(block.text, "zh")) for block in parse("2021年12月8日，3.2万人。\n", "zh").blocks
    ]
    english = parse(
        "On 8 December 2021 there were 32,000 people, more than ever before or since, as far as anybody knows.\n", "latin"
    ).blocks
    target = [traits(block, "latin", data(block.text, "latin")) for block in english] + [paragraph(40.0)] * 2
    assert ((2,), (0,)) in [pair[:2] for pair in align(source, target, ZH_EN)]


def test_what_was_recorded_is_kept_unless_an_id_says_otherwise() -> None:
    source, target = [paragraph(30.0), paragraph(30.0), paragraph(90.0)], [paragraph(90.0), paragraph(30.0), paragraph(30.0)]
    pairs = align(source, target, ZH_EN, [(2, 0), (0, 1), (0, 2), (1, 9), (-1, 0)])
    assert [pair[:2] for pair in pairs if pair.how == "recorded"] == [((0,), (1, 2)), ((2,), (0,))]
    source[2], target[2] = source[2]._replace(id="x"), target[2]._replace(id="x")
    pairs = align(source, target, ZH_EN, [(2, 0)])
    assert [(pair.source, pair.target) for pair in pairs if pair.how in ("anchor", "recorded")] == [((2,), (2,))]


def test_the_longest_chain_that_does_not_cross() -> None:
    assert chain([(0, 3), (1, 0), (2, 1), (3, 2), (3, 4), (4, 1)]) in ([(1, 0), (2, 1), (3, 2)], [(1, 0), (2, 1), (3, 4)])
    assert chain([]) == []


# ---- doubt


def test_what_cannot_be_told_becomes_a_section() -> None:
    source = [Traits("heading", "h2", "a", 4.0), paragraph(50.0), paragraph(50.0), Traits("heading", "h2", "b", 4.0)]
    target = [Traits("heading", "h2", "a", 4.0), paragraph(50.0), paragraph(50.0), paragraph(50.0), Traits("heading", "h2", "b", 4.0)]
    pairs = align(source, target, ZH_EN)
    assert [pair[:2] for pair in pairs if pair.how == "anchor"] == [((0,), (0,)), ((3,), (4,))]
    assert [pair.how for pair in pairs if min((*pair.source, *pair.target)) > 0 and 3 not in pair.source] == ["section"]


# ---- what must always hold

TRAITS = st.builds(
    Traits,
    kind=st.sampled_from(["paragraph", "heading", "list", "code", "figure", "table", "rule", "note"]),
    shape=st.sampled_from(["", "h2", "list 3", "code 1", "image a.svg", "table 2x2"]),
    id=st.sampled_from(["", "", "", "a", "b"]),
    length=st.floats(0, 300),
    terms=st.lists(st.sampled_from("xyz"), max_size=2).map(tuple),
    text=st.sampled_from(["", SCHOOL, SCHOOL_EN, "강 위에 돌다리가 있다.", "川に石の橋がある。"]),
)
LANGUAGES = st.sampled_from(["zh", "latin", "ko", "ja"])


@given(
    st.lists(TRAITS, max_size=9),
    st.lists(TRAITS, max_size=9),
    LANGUAGES,
    LANGUAGES,
    st.lists(st.tuples(st.integers(-1, 9), st.integers(-1, 9)), max_size=4),
)
def test_every_block_is_in_exactly_one_pair(
    source: list[Traits], target: list[Traits], one: Typography, other: Typography, known: list[tuple[int, int]]
) -> None:
    pairs = align(source, target, (one, other), known)
    assert sorted(place for pair in pairs for place in pair.source) == list(range(len(source)))
    assert sorted(place for pair in pairs for place in pair.target) == list(range(len(target)))
    assert all(0 <= pair.confidence <= 1 and (pair.source or pair.target) for pair in pairs)
    assert [pair.source for pair in pairs if pair.source] == sorted(pair.source for pair in pairs if pair.source)
    assert pairs == align(source, target, (one, other), known)


def test_hostile_sizes_end_soon() -> None:
    random = Random(1)
    source, target = ([paragraph(random.uniform(1, 200)) for _ in range(5000)] for _ in range(2))
    start = perf_counter()
    pairs = align(source, target, ZH_EN)
    assert perf_counter() - start < 20  # two seconds where nothing else runs
    assert sum(len(pair.source) for pair in pairs) == sum(len(pair.target) for pair in pairs) == 5000


def test_blocks_that_are_all_the_same_end_soon() -> None:
    source, target = [paragraph(30.0)._replace(text=SCHOOL)] * 600, [paragraph(30.0)._replace(text=SCHOOL_EN)] * 500
    start = perf_counter()
    assert sum(len(pair.target) for pair in align(source, target, ZH_EN)) == 500
    assert perf_counter() - start < 20


# ---- the parts


def ways(sizes: tuple[int, int], weights: list[list[list[float]]], single: float) -> Likely:
    """The same as `likely`, by going every way there is."""
    rows, columns = sizes
    shares: dict[tuple[tuple[int, int], tuple[int, int]], float] = {}

    def go(row: int, column: int, weight: float, steps: list[tuple[tuple[int, int], tuple[int, int]]], along: bool) -> None:
        if (row, column) == sizes:
            for step in [((0, 0), (0, 0)), *steps]:
                shares[step] = shares.get(step, 0.0) + weight
            return
        for (down, across), value in (
            ((1, 0), 0.0 if along else single),
            ((0, 1), single),
            *(((1, 1), weights[0]), ((1, 2), weights[1]), ((2, 1), weights[2])),
        ):
            if row + down <= rows and column + across <= columns:
                factor = value if isinstance(value, float) else value[row][column]
                step = (row, row + down), (column, column + across)
                if factor:
                    go(row + down, column + across, weight * factor, [*steps, step], not down)

    go(0, 0, 1.0, [], False)
    total = shares.pop(((0, 0), (0, 0)))
    alone = [0.0] * rows, [0.0] * columns
    for (ours, theirs), share in shares.items():
        if ours[0] == ours[1]:
            alone[1][theirs[0]] += share / total
        elif theirs[0] == theirs[1]:
            alone[0][ours[0]] += share / total
    beads = {step: share / total for step, share in shares.items() if step[0][0] < step[0][1] and step[1][0] < step[1][1]}
    return Likely(sorted((*step, share) for step, share in beads.items() if share > 0.5), alone)  # type: ignore[misc]


@pytest.mark.parametrize("seed", range(40))
def test_the_lattice_counts_every_way_once(seed: int) -> None:
    random = Random(seed)
    rows, columns = random.randint(0, 4), random.randint(0, 4)
    weights = [[[random.choice([0.0, 0.1, 1.0, random.uniform(0, 50)]) for _ in range(columns + 1)] for _ in range(rows)] for _ in range(3)]
    for row in range(rows):
        weights[0][row][columns] = weights[1][row][columns] = weights[2][row][columns] = 0.0
        weights[1][row][max(0, columns - 1)] = 0.0
    if rows:
        weights[2][rows - 1] = [0.0] * (columns + 1)
    found = likely(
        Band([0] * (rows + 1), [columns] * (rows + 1)), lambda row, low, high: (weights[0][row], weights[1][row], weights[2][row]), 0.3
    )
    expected = ways((rows, columns), weights, 0.3)
    assert found
    assert [bead[:2] for bead in found.beads] == [bead[:2] for bead in expected.beads]
    assert [bead[2] for bead in found.beads] == pytest.approx([bead[2] for bead in expected.beads])
    assert [*found.alone[0], *found.alone[1]] == pytest.approx([*expected.alone[0], *expected.alone[1]])


def test_a_band_goes_through_its_corners_and_stays_narrow() -> None:
    assert band(3, 4, [(1, 2, 1)], 1000) == Band([0, 0, 3, 3], [2, 2, 4, 4])
    wide = band(5000, 5000, [], 40_000)
    assert sum(high - low + 1 for low, high in zip(*wide, strict=True)) < 250_000
    assert list(wide.low) == sorted(wide.low) and list(wide.high) == sorted(wide.high)


def test_a_text_is_as_long_in_every_language() -> None:
    texts = {
        "zh": RIVER,
        "latin": RIVER_EN,
        "ko": "강에 돌다리가 하나 있고, 다리 옆 고목 아래에서 노인들은 앉아 차를 마시고 아이들은 물에서 헤엄친다.",
    }
    lengths = {name: weigh(text) for name, text in texts.items()}
    assert max(lengths.values()) / min(lengths.values()) < 1.4


def test_the_model_of_lengths_goes_both_ways() -> None:
    there, back = between("zh", "latin"), between("latin", "zh")
    assert (there.shift, there.spread) == (-back.shift, back.spread) != (0.0, back.spread)
    assert between("ko", "latin").spread > between("zh", "ko").spread


# ---- how often it is right


@pytest.mark.parametrize("lang", ["en", "ko", "ja"])
def test_the_labelled_documents(lang: str) -> None:
    """tests/alignment/RESULTS.md has the figures, and those of public documents, which are changed less."""
    score = measure(labelled(lang))
    assert score.linked.true >= 300
    assert score.linked.precision >= 0.985, score.wrong
    assert score.linked.recall >= 0.94, score.sections
    assert score.alone.precision >= 0.9, score.wrong
