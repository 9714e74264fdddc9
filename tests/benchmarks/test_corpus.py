"""The corpus is the same for everybody: the figures that are kept were measured with it."""

from __future__ import annotations

import re
from hashlib import blake2b
from io import BytesIO
from statistics import median

import pytest
from PIL import Image

from benchmarks.corpus import Story, plans, png, stories, tell
from benchmarks.words import LANGS, WORDS

GOLDEN = "258bd20ed2d42f0062eebddfbb3d8431"


def told(count: int) -> list[Story]:
    return list(stories(count, lambda lang, slug: f"/{lang}/{slug}/", lambda slug: f"{slug}.png"))


def digest(count: int) -> str:
    texts = [f"{story.plan} {story.lang}\n{story.title}\n{story.summary}\n{story.body}" for story in told(count)]
    return blake2b("\n".join(texts).encode() + png("story-00000"), digest_size=16).hexdigest()


def test_the_same_bytes_in_each_run_and_with_each_python() -> None:
    assert digest(40) == digest(40) == GOLDEN, (
        "a changed corpus makes the kept results those of another: measure again, and renew this digest"
    )


def test_a_story_is_the_same_in_a_corpus_of_any_size() -> None:
    """But for where its links lead."""
    small, large = (re.sub(r"story-\d+", "", tell(next(plans(count)), "zh", lambda *_: "", "").body) for count in (1, 1000))
    assert small == large


@pytest.mark.parametrize("mark", [r"^## ", r"^- ", r"^> ", r"^!\[", r"(?<!!)\[[^]]*\]\(", r"\*\*[^*]+\*\*", r"^\| ---"])
def test_all_editions_have_the_same_parts(mark: str) -> None:
    counts: dict[str, list[int]] = {lang: [] for lang in LANGS}
    for story in told(100):
        counts[story.lang].append(len(re.findall(mark, story.body, re.MULTILINE)))
    assert sum(counts["zh"]) > 3
    assert counts["zh"] == counts["en"] == counts["ko"] == counts["ja"]


@pytest.mark.parametrize(("lang", "kilobytes"), [("zh", 4.6), ("en", 5.9), ("ko", 6.3), ("ja", 6.1)])
def test_stories_are_as_long_as_stories_are(lang: str, kilobytes: float) -> None:
    sizes = [len(f"{story.title}{story.summary}{story.body}".encode()) for story in told(100) if story.lang == lang]
    assert median(sizes) / 1000 == pytest.approx(kilobytes, rel=0.15)


def test_lines_break_as_each_language_breaks_them() -> None:
    lines = {lang: [line for story in told(10) if story.lang == lang for line in story.body.splitlines()] for lang in LANGS}
    assert any(line.endswith("。") and not line.startswith(("-", ">", "|")) for line in lines["ja"])
    prose = [line for line in lines["en"] if not line.startswith(("#", "-", ">", "|", "!")) and "](" not in line]
    assert max(map(len, prose)) <= WORDS["en"].wrap


def test_the_sample_is_plain_text_of_the_body() -> None:
    for story in told(20):
        assert story.sample in story.body.replace("\n", " ")
        assert not re.search(r"[*\[\]\"']", story.sample) or story.lang == "en"


def test_pictures_are_whole_and_each_is_another() -> None:
    one, other = png("one"), png("other")
    assert Image.open(BytesIO(one)).size == (160, 90)
    Image.open(BytesIO(one)).load()
    assert one != other


def test_every_language_has_every_word() -> None:
    shapes = [
        {
            "slots": {name: len(values) for name, values in words.slots.items()},
            "sentences": {name: len(values) for name, values in words.sentences.items()},
            "ui": sorted(words.ui),
            "lists": [
                len(values)
                for values in (words.headings, words.items, words.columns, words.states, words.cities, words.topics, words.series)
            ],
        }
        for words in WORDS.values()
    ]
    assert shapes.count(shapes[0]) == len(LANGS)
