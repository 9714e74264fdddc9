"""An incremental build is byte for byte the clean build. `tests/mutants.py` asks whether this test would see if it were not."""

from __future__ import annotations

from tests.history import histories, told

EDITED = 300


def test_three_hundred_random_edits_give_the_bytes_and_the_report_of_clean_builds() -> None:
    rows = histories(EDITED, seed=1, jobs=2, length=EDITED // 2)
    assert [told(row) for row in rows if row["wrong"]] == []
    assert sum(sum(row["edits"].values()) for row in rows) == EDITED
    assert sum(row["early"] for row in rows) > 5, "builds with nothing to do do not end early"
