"""Errors planted into translations: each is what it should be, and `check` finds them where they are."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from changlai.markdown import parse
from tests.conftest import ROOT
from tests.planted.errors import KINDS, Error, candidates, chosen
from tests.planted.passages import TYPOGRAPHIES, body_of, passages
from tests.planted.trial import JUDGED, alarms, copied, rounds, tried

POOL = candidates(ROOT)
ENOUGH, TOO_MANY = 0.8, 0.01


def planted(error: Error) -> tuple[str, str]:
    text = (ROOT / error.path).read_text("utf-8")
    return text, error.planted(text)


def test_every_kind_has_more_to_offer_than_a_run_takes() -> None:
    counts = Counter(error.kind for error in POOL)
    assert set(counts) == set(KINDS)
    assert min(counts.values()) > 100, counts
    assert {error.path.rsplit(".", 2)[1] for error in POOL if error.path.endswith(".md")} == set(TYPOGRAPHIES)
    assert len(set(POOL)) == len(POOL)


def test_each_changes_the_lines_of_its_block_and_nothing_else() -> None:
    for error in POOL:
        before, after = (text.split("\n") for text in planted(error))
        behind = len(after) - error.last
        assert before != after, error
        assert before[: error.first - 1] == after[: error.first - 1], error
        assert before[len(before) - behind :] == after[error.last :], error


def test_each_stands_in_a_translation_and_goes_against_its_source() -> None:
    there = passages(ROOT)
    for error in POOL:
        around = [passage for passage in there if passage.path == error.path and passage.start <= error.start]
        passage = around[-1]
        assert error.start + len(error.before.rstrip()) <= passage.start + len(passage.text), error
        assert passage.said, error


@pytest.mark.parametrize("seed", [1, 2])
def test_the_planted_file_is_still_sound(seed: int) -> None:
    for error in chosen(ROOT, 200, seed):
        text, wrong = planted(error)
        if error.path.endswith(".yaml"):
            assert shape(yaml.safe_load(wrong)) == shape(yaml.safe_load(text)), error
        else:
            assert shape(head(wrong)) == shape(head(text)), error
            document, sound = (parse(words[body_of(words) :], TYPOGRAPHIES[error.path.split(".")[-2]]) for words in (wrong, text))
            assert document.findings == sound.findings, error
            assert len(document.blocks) == len(sound.blocks) - error.rule.startswith("picture lost"), error


def head(text: str) -> Any:
    return yaml.safe_load(text[: body_of(text)].strip().strip("-"))


def shape(value: Any) -> Any:
    """What a YAML file holds, without its words."""
    if isinstance(value, dict):
        return {key: shape(item) for key, item in value.items()}
    return [shape(item) for item in value] if isinstance(value, list) else type(value)


def test_a_seed_gives_the_same_errors_and_another_seed_others() -> None:
    first, again, other = chosen(ROOT, 200, 1), chosen(ROOT, 200, 1), chosen(ROOT, 200, 2)
    assert first == again
    assert first != other
    assert len(set(first)) == 200
    assert Counter(error.kind for error in first) == dict.fromkeys(KINDS, 40)
    assert Counter(error.kind for error in chosen(ROOT, 13, 1)) == {"number": 3, "date": 3, "term": 3, "forbidden": 2, "link": 2}


def test_no_round_has_two_errors_of_one_file() -> None:
    errors = chosen(ROOT, 200, 1)
    found = [*rounds(errors)]
    assert all(len({error.path for error in some}) == len(some) for some in found)
    assert Counter(error for some in found for error in some) == Counter(errors)


def test_check_finds_them_and_says_nothing_against_the_site_as_it_is(tmp_path: Path) -> None:
    project = copied(tmp_path)
    trials = tried(project, chosen(project, 10, 1))
    assert all((project / trial.error.path).read_text("utf-8") == planted(trial.error)[0] for trial in trials)
    assert {code for trial in trials for code in trial.found} <= JUDGED
    missed = [trial.error for trial in trials if not trial.found]
    assert len(missed) <= round(len(trials) * (1 - ENOUGH)), missed
    found, blocks = alarms(project)
    assert len(found) < blocks * TOO_MANY, found
