"""The tests of the incremental build see what is broken: some mutants here, `python -m tests.mutants` tries them all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.history import pristine
from tests.mutants import MUTANTS, QUICK, Mutant, caught, damage


@pytest.fixture
def pristine_program(tmp_path: Path) -> Path:
    pristine(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", QUICK)
def test_a_broken_program_is_caught(name: str) -> None:
    assert caught(next(mutant for mutant in MUTANTS if mutant.name == name)), "the history does not see this fault"


@pytest.mark.parametrize("mutant", MUTANTS, ids=[mutant.name for mutant in MUTANTS])
def test_every_mutant_fits_the_sources(mutant: Mutant, pristine_program: Path) -> None:
    damage(mutant)(pristine_program)


def test_a_mutant_that_fits_nowhere_is_told(pristine_program: Path) -> None:
    astray = MUTANTS[0]._replace(old="what stands nowhere")
    with pytest.raises(LookupError, match="does not apply any more"):
        damage(astray)(pristine_program)


def test_names_of_mutants_are_their_own() -> None:
    assert len({mutant.name for mutant in MUTANTS}) == len(MUTANTS) >= 15
