"""Every machine of `python -m tests.determinism` gives the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.determinism import FIRST, MACHINES, Machine, build

Made = tuple[Path, dict[str, bytes], str]


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("first")
    files, said, wrong = build(FIRST, folder)
    assert len(files) > 80 and not wrong, said
    return folder, files, said


@pytest.mark.parametrize("machine", MACHINES, ids=[machine.name for machine in MACHINES])
def test_the_same_bytes_report_and_modes(machine: Machine, first: Made, tmp_path: Path) -> None:
    folder, files, said = first
    other, report, wrong = build(machine, tmp_path, folder)
    assert report == said
    assert sorted(path for path in files.keys() | other.keys() if files.get(path) != other.get(path)) == []
    assert wrong == []
