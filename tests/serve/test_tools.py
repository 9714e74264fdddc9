"""The three tools that show what the preview withstands, each run for a moment."""

from __future__ import annotations

from tests.serve.hostile import KINDS, attack
from tests.serve.saves import try_out
from tests.serve.styles import STYLES


def test_every_style_of_saving_is_seen_while_the_page_is_asked_for() -> None:
    found = try_out(2 * len(STYLES), small=True)
    assert found.missed == [] and found.seen + found.overtaken == found.saves, found.table()
    assert found.counts.keys() == {"polls"} and found.counts["polls"] > 50, found.table()


def test_hostile_requests_get_nothing_and_hold_nobody_up() -> None:
    report = attack(10 * len(KINDS), seed=7)
    assert report.good(), report.table()
    assert len(report.came_back) == len(set(KINDS))
