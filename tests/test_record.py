"""The files that say what a translation was made from."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from changlai import record
from changlai.model import Key, Origin, Record, Unit

GARDEN = Record(
    "zh",
    "2012-08-26",
    "2026-01-15",
    (
        Origin(Unit("title", "aa11", "bb22", "一座园，两座城")),
        Origin(Unit("", "cc33.dd44", "ee55", "第一行\n  第二行：“引号”\n\n- 一项"), ("0f", "1e")),
        Origin(Unit("", "ff66", "0077", "# 井号 'x' \"y\" \\")),
    ),
    ("2d",),
)


def test_a_file_reads_like_a_document() -> None:
    text = record.dump(GARDEN).decode()
    assert text.startswith("# What this translation was made from.")
    assert "  text: |2-\n    第一行\n      第二行：“引号”\n\n    - 一项\n" in text
    found = yaml.safe_load(text)
    assert [row["text"] for row in found["units"]] == [unit.text for unit, _ in GARDEN.origins]


def test_there_and_back() -> None:
    assert record.load(record.dump(GARDEN)) == GARDEN
    assert record.load(record.dump(Record("zh", "", "2026-01-15", ()))) == Record("zh", "", "2026-01-15", ())


def test_digests_alone_are_had_without_the_words() -> None:
    found = record.load(record.dump(GARDEN), words=False)
    assert [unit.digest for unit, _ in found.origins] == ["aa11", "cc33.dd44", "ff66"]
    assert not any(unit.text for unit, _ in found.origins)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])) | st.text(alphabet="\n -:#'\"\\\u2028\x85\ufeff\t甲"), max_size=4))
def test_any_words_come_back_as_they_were(texts: list[str]) -> None:
    made = Record("zh", "", "", tuple(Origin(Unit("", "aa", "bb", text)) for text in texts))
    data = record.dump(made)
    assert record.load(data) == made
    assert [row["text"] for row in yaml.safe_load(data)["units"]] == texts


@pytest.mark.parametrize(
    "reset",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text.split("\n", 1)[1],  # without its comment
        lambda text: yaml.safe_dump(yaml.load(text, Loader=yaml.BaseLoader), allow_unicode=True),
        lambda text: "---\n" + text,
    ],
)
def test_another_setting_out_says_the_same(reset) -> None:
    assert record.load(reset(record.dump(GARDEN).decode()).encode()) == GARDEN


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("<<<<<<< HEAD\nsource: zh\n", 2),
        ("source: zh\nunits: 3\n", 1),
        ("source: zh\nmade_from: ''\naccepted: ''\nunits: 3\n", 4),
        ("source: zh\nmade_from: ''\naccepted: ''\nunits:\n- {digest: aa}\n", 5),
        ("source: zh\nmade_from: ''\naccepted: ''\nunits: [a]\n", 4),
        ("source: zh\nmade_from: ''\naccepted: ''\nadded: a\nunits: []\n", 4),
        ("format: 2\nsource: zh\nmade_from: ''\naccepted: ''\nunits: []\n", 1),
        ("source: zh\nmade_from: ''\nmade_from: ''\naccepted: ''\nunits: []\n", 3),
        ("source: Zh\nmade_from: ''\naccepted: ''\nunits: []\n", 1),
        ("source: zh\nmade_from: yesterday\naccepted: ''\nunits: []\n", 2),
        ("source: zh\nmade_from: ''\naccepted: '2026-13-01'\nunits: []\n", 3),
        ("source: [zh]\nmade_from: ''\naccepted: ''\nunits: []\n", 1),
        ("source: zh\n\tunits: []\n", 2),
        ("a: &a [*a]\n", 1),
        ("!!python/object/apply:os.system [ls]\n", 1),
    ],
)
def test_anything_else_is_refused(text: str, line: int) -> None:
    with pytest.raises(record.Wrong) as found:
        record.load(text.encode())
    assert found.value.line == line


HEADS = 'made_from: "2012-08-26"\naccepted: "2026-01-15"\n'


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (HEADS, f'<<<<<<< HEAD\n{HEADS}=======\nmade_from: "2012-08-27"\n>>>>>>> b\n', 4),
        ("    第一行\n", "<<<<<<< HEAD\n    第一行\n=======\n    第二行\n>>>>>>> b\n", 18),
        ("  exact: ee55\n", "<<<<<<< HEAD\n  exact: ee55\n=======\n  exact: ee56\n>>>>>>> b\n", 14),
        ("  exact: ee55\n", "  exact: ee55\n  exact: ee56\n", 14),
        ("  exact: ee55\n", "  exact: ee55\n  made_by: hand\n", 14),
        ("source: zh\n", "source: zh\nsource: en\n", 3),
        ("source: zh\n", "source: zh\nformat: 2\n", 3),
        ('made_from: "2012-08-26"', 'made_from: "<b>"', 3),
        ("source: zh", "source: z\0h", 1),
    ],
)
@pytest.mark.parametrize("words", [True, False])
def test_a_file_that_a_merge_or_a_hand_has_spoiled_is_refused_at_its_line(old: str, new: str, line: int, words: bool) -> None:
    text = record.dump(GARDEN).decode()
    assert old in text
    with pytest.raises(record.Wrong) as found:
        record.load(text.replace(old, new, 1).encode(), words)
    assert found.value.line == line


def test_days_may_be_months_or_years() -> None:
    for day in ("2012", "2012-08", "2012-08-26", ""):
        assert record.load(record.dump(GARDEN._replace(made_from=day))).made_from == day


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(record.Wrong):
        record.load(b"\xff\xfe")


@pytest.mark.parametrize("cut", range(0, 420, 7))
def test_a_torn_file_is_refused_or_says_less_and_never_something_else(cut: int) -> None:
    data = record.dump(GARDEN)
    try:
        found = record.load(data[:cut])
    except record.Wrong:
        return
    whole = list(found.origins[:-1])
    assert whole == list(GARDEN.origins[: len(whole)])


def test_names_of_files() -> None:
    assert record.path_of(Key("stories", "a"), "ko") == "translations/status/stories/a.ko.yaml"
    assert record.owner_of("translations/status/stories/a.zh-hant.yaml") == (Key("stories", "a"), "zh-hant")
    for path in ("translations/status/a.ko.yaml", "translations/status/stories/a.yaml", "translations/status/stories/b/a.ko.yaml"):
        assert record.owner_of(path) is None


# ---- what was released


UNITS = tuple(origin.unit for origin in GARDEN.origins)


def test_what_was_released_is_had_again() -> None:
    data = record.dump_released(UNITS, "2026-01-15")
    assert record.load_released(data) == ("2026-01-15", UNITS)
    assert record.load_released(record.dump_released((), "2026-01-15")) == ("2026-01-15", ())


def test_a_release_that_says_nothing_new_leaves_the_file() -> None:
    before = record.dump_released(UNITS, "2026-01-15")
    assert record.dump_released(UNITS, "2026-02-01", before) == before
    assert record.dump_released(UNITS, "2026-02-01", before.replace(b"\n", b"\r\n")) == before.replace(b"\n", b"\r\n")
    assert b'released: "2026-02-01"' in record.dump_released(UNITS[:2], "2026-02-01", before)
    assert b'released: "2026-02-01"' in record.dump_released(UNITS, "2026-02-01", b"<<<<<<< HEAD\n" + before)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"released: 1\n",
        b"released: [a]\nunits: []\n",
        b"released: yesterday\nunits: []\n",
        b"units: []\n",
        b"a: &a [*a]\n",
        b"\t",
    ],
)
def test_what_was_not_written_by_a_release_is_refused(data: bytes) -> None:
    with pytest.raises(record.Wrong):
        record.load_released(data)
