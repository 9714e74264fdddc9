"""The golden files of this folder: read them as the description of the dialect."""

from pathlib import Path

import pytest

from changlai.codes import CODES
from changlai.codes.markup import CODES as MARKUP
from tests.markdown.golden import Case, read, shown

CASES = [case for path in sorted((Path(__file__).parent / "cases").glob("*.md")) for case in read(path)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_case(case: Case) -> None:
    assert shown(case.lang, case.text) == case.expected


def test_titles_are_unique() -> None:
    assert len({case.title for case in CASES}) == len(CASES) > 80


def test_every_finding_has_words() -> None:
    lines = [line.removeprefix("! ").split(" ") for case in CASES for line in case.expected.split("\n") if line.startswith("! ")]
    for code, _, *rest in lines:
        params = dict.fromkeys((part.partition("=")[0] for part in rest), "x")
        assert CODES[code].message % params
        assert CODES[code].hint % params


def test_every_code_has_a_case() -> None:
    shown_codes = {line.split(" ")[1] for case in CASES for line in case.expected.split("\n") if line.startswith("! ")}
    elsewhere = {code for code in MARKUP if code.startswith("too-complex-")} | {"no-break-space", "heading-empty"}
    assert set(MARKUP) - shown_codes == elsewhere
