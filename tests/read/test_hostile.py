"""Whatever bytes a file holds, reading ends, raises nothing, and says something where nothing good was read."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from changlai.read.dates import parse, suggest
from changlai.read.frontmatter import split
from changlai.read.mending import compose
from changlai.read.text import decode
from tests.read.conftest import CITY, GOOD, STORY, Files, read, write
from tests.read.test_yaml import plain

PIECES = [
    "---\n", "－－－", "title", "date", "cities", "name", "languages", "zh", ":", ": ", "：", " ", " ", "\u3000", "\xa0",
    "\t", "\n", "\n ", "- ", "－ ", "[", "]", "{", "}", ",", "，", "'", '"', "“", "”", "#", " #", "&a", "*a", "!", "|",
    ">", "%", "@", "`", "?", "? ", "昌莱园", "paks", "2022-02-30", "\x00", "\u202e", "\ufeff", "\ue000", "<<<<<<< ", "\\",
    "\r", "\r\n", "\x85", "\u2028",
]  # fmt: skip
yaml_like = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
mutated = st.tuples(
    st.sampled_from([STORY, CITY, *(str(text) for text in GOOD.values())]), st.integers(0, 400), st.integers(0, 9), yaml_like
).map(lambda row: row[0][: row[1]] + row[3] + row[0][row[1] + row[2] :])
texts = yaml_like | mutated
contents = (
    st.binary(max_size=300)
    | texts.map(str.encode)
    | texts.map(lambda text: text.encode("gb18030"))
    | texts.map(lambda text: text.encode("utf-16"))
)
paths = st.sampled_from(
    [
        *GOOD,
        "content/glossary.yaml",
        "urls.lock",
        "content/pages/about/index.ko.md",
        "content/places/a/profile.yaml",
        "content/places/a/index.ja.md",
    ]
)
runs = itertools.count()


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@given(st.dictionaries(paths, contents, min_size=1, max_size=3))
@settings(deadline=None, max_examples=150)
def test_a_project_of_any_bytes_is_read(place: Path, files: Files) -> None:
    root = place / str(next(runs))
    write(root, {**GOOD, **files})
    reading = read(root, place)
    for found in reading.problems:
        assert found.line >= 1 and found.column >= 1
        assert found.message(str) and found.hint(str)
    assert reading.library is not None or reading.problems


@given(st.binary(max_size=400))
@settings(deadline=None)
def test_bytes_become_text_without_what_misleads(data: bytes) -> None:
    text, problems = decode(data, "f", "zh")
    assert "\r" not in text and "\0" not in text and "\u202e" not in text
    assert problems or text.isascii() or text.encode()


@given(texts)
@settings(deadline=None, max_examples=300)
def test_yaml_is_read_or_refused(text: str) -> None:
    clean, _ = decode(text.encode(), "f")
    compose(clean, "f")
    front, _ = split(clean, "f")
    assert clean.endswith(front.body)


@given(texts)
@settings(deadline=None, max_examples=200)
def test_what_is_read_without_a_word_is_what_yaml_says(text: str) -> None:
    clean, _ = decode(text.encode(), "f")
    node, problems = compose(clean, "f")
    if node is not None and not problems:
        assert bare(plain(node)) == bare(yaml.load(clean, Loader=yaml.CBaseLoader))


def bare(value: object) -> str:
    """Without white space, which is folded by the rules of Chinese and Japanese."""
    return "".join(repr(value).replace("\\n", "").replace("\\u3000", "").replace("\\xa0", "").split())


@given(st.text(alphabet="0123456789年月日号./- \t第二〇einJJuly,th년월일", max_size=16))
def test_a_proposed_date_is_one(text: str) -> None:
    assert not suggest(text) or parse(suggest(text))
