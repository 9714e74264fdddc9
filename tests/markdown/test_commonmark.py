"""Every example of the specification, under the rules of every language: what is plain CommonMark stays plain CommonMark."""

import json
from pathlib import Path
from typing import Any, get_args

import pytest

from changlai.markdown import commonmark
from changlai.model import Typography

EXAMPLES = json.loads((Path(__file__).parent / "spec" / "commonmark-0.31.2.json").read_text(encoding="utf-8"))


def test_all_are_there() -> None:
    assert [example["example"] for example in EXAMPLES] == list(range(1, 653))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example['example']}-{example['section']}")
def test_example(example: dict[str, Any]) -> None:
    for typography in get_args(Typography):
        assert commonmark(example["markdown"], typography) == example["html"], typography
