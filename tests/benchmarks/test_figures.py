"""Ratios, what is kept of them, and the tables and the plot made from them. Nothing is timed here."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks.goals import GOALS, growth, verdict
from benchmarks.meter import Cost, measure
from benchmarks.peers import PEERS
from benchmarks.plot import GAP, _spaced, plot
from benchmarks.race import HERE
from benchmarks.report import _number, report
from benchmarks.results import Results, Row, Spread, load, save
from benchmarks.scenarios import SCENARIOS


def cost(wall: float, memory: float = 100.0) -> Cost:
    return Cost(wall, wall * 1.5, memory, memory / 2, 0)


def results() -> Results:
    """Ours takes half of Hugo's time and a quarter of its memory, Hexo thrice the time; four times the pages, four times the time."""
    found = Results(versions={"hugo": "0.1", "hexo": "8.0"}, machine={"processors": "2"}, absent={"nikola": "no network"})
    for stories in (250, 1000, 4000):
        hugo = stories / 250
        for scenario in SCENARIOS:
            found.put(Row("changlai", scenario, stories, [{"hugo": cost(hugo), "changlai": cost(hugo / 2, 25)}], state="a"))
        costs = {"hugo": cost(hugo), "changlai": cost(hugo / 2, 25), "hexo": cost(hugo * 3)}
        found.put(Row("hexo", "clean", stories, [costs], state="a"))
    found.put(Row("mkdocs", "clean", 250, failed="exit status 1: no theme"))
    found.made["hugo 250"] = {"stories": 1000, "html": 1465, "feeds": 132, "sitemaps": 5, "files": 2000, "megabytes": 20.5}
    return found


def test_a_ratio_is_taken_pair_by_pair() -> None:
    rounds = [{"a": cost(2), "b": cost(1)}, {"a": cost(30), "b": cost(10)}, {"a": cost(10), "b": cost(2)}, {"a": cost(1)}]
    row = Row("a", "clean", 250, rounds)
    assert row.ratio("a", "b", "wall") == Spread(3, 2, 5)  # of the medians it would be 3 only by chance: 6 / 2
    assert row.figures("a", "wall") == Spread(6, 1, 30)
    assert row.ratio("a", "c", "wall") is None


def test_kept_figures_come_back_and_a_later_run_adds_to_them(tmp_path: Path) -> None:
    file, found = tmp_path / "results.json", results()
    save(found, file)
    again = load(file)
    assert again == found
    again.put(Row("hexo", "clean", 250, [{"hexo": cost(7)}]))
    assert len(again.rows) == len(found.rows)
    row = again.row("hexo", "clean", 250)
    assert row and row.figures("hexo", "wall") == Spread(7, 7, 7)
    assert [path.name for path in tmp_path.iterdir()] == ["results.json"]
    assert load(tmp_path / "none.json") == Results()


@pytest.mark.parametrize(
    ("reached", "wanted", "stretch", "said"),
    [(0.9, 1.0, 0.8, "reached"), (0.8, 1.0, 0.8, "reached, and beyond"), (1.01, 1.0, 0.8, "missed"), (0.1, 1.0, None, "reached")],
)
def test_a_goal_is_reached_or_missed(reached: float, wanted: float, stretch: float | None, said: str) -> None:
    assert verdict(reached, wanted, stretch) == said


def test_growth_is_taken_from_4000_to_16000_pages() -> None:
    assert growth(results(), "changlai") == growth(results(), "hugo") == 4
    assert growth(Results(), "changlai") is None


@pytest.mark.parametrize(
    ("value", "said"),
    [(None, "–"), (1234.5, "1,234"), (12.34, "12.3"), (1.234, "1.23"), (0.0567, "0.057"), (0.01094, "0.0109"), (0.0, "0.0000")],
)
def test_figures_are_printed_as_exactly_as_they_mean_something(value: float | None, said: str) -> None:
    assert _number(value) == said


def test_a_figure_of_several_rounds_names_the_outermost() -> None:
    found = results()
    found.put(Row("changlai", "clean", 1000, [{"hugo": cost(4), "changlai": cost(wall)} for wall in (2, 3, 4)], state="a"))
    assert "| 0.75 (0.50..1.00) | reached, and beyond |" in report(found)


def test_the_report_says_what_was_reached_and_what_is_missing() -> None:
    said = report(results())
    assert "| clean build, time | 4,000 | ≤ 1 | 0.9 | 0.50 | reached, and beyond |" in said
    assert "| nothing changed, time | 4,000 | ≤ 0.02 | 0.011 | 0.50 | missed |" in said
    assert "| Hexo | 3.00 | – |" in said
    assert "- Nikola could not be installed: no network." in said
    assert "- MkDocs, static-i18n, 1,000 pages, clean build: exit status 1: no theme." in said
    assert "| Hugo | 1,000 | 1,465 | 132 | 5 | 2,000 | 20.5 |" in said
    assert [part for part in ("## 1,000 pages", "## 4,000 pages", "## 16,000 pages") if part not in said] == []


def test_ours_is_left_out_of_a_row_measured_with_another_state_of_the_program() -> None:
    found = results()
    stale = found.row("hexo", "clean", 1000)
    assert stale
    stale.state = "b"
    table = report(found).split("## 4,000 pages")[1].split("## 16,000 pages")[0]
    ratios = table.split("### Time, as a ratio to Changlai")[1].split("###")[0]
    assert "Hexo" not in ratios and "Hugo" in ratios
    assert "| Hexo | 3.00" in table


def test_a_report_of_nothing_says_so() -> None:
    assert report(Results()).count("| not measured |") == len(GOALS) + 1
    assert "Nothing has been measured yet" in plot(Results())


def test_the_tables_and_the_plot_are_those_of_the_kept_figures() -> None:
    """Else: python -m benchmarks --report"""
    kept, notes = load(HERE / "results.json"), HERE / "notes.md"
    assert (HERE / "RESULTS.md").read_text("utf-8") == report(kept, notes.read_text("utf-8") if notes.is_file() else "")
    assert (HERE / "cost.svg").read_text("utf-8") == plot(kept)


def test_the_plot_is_well_formed_and_names_every_line() -> None:
    root = ElementTree.fromstring(plot(results()))
    texts = [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert texts.count("Hugo") == texts.count("Changlai") == 2
    assert {"Hexo", "1,000", "4,000", "16,000", "seconds", "pages"} <= set(texts)


def test_names_at_the_ends_of_lines_do_not_touch() -> None:
    places = _spaced({name: 300.0 + number for number, name in enumerate(PEERS)}, 64, 310)
    heights = sorted(places.values())
    assert all(lower - upper >= GAP - 0.2 for upper, lower in pairwise(heights))
    assert heights[-1] <= 310


FAMILY = """\
import os, time
held = bytearray(60_000_000)
for at in range(0, len(held), 4096): held[at] = 1
for _ in range(2):
    if os.fork() == 0:
        own = bytearray(40_000_000)
        for at in range(0, len(own), 4096): own[at] = 1
        time.sleep(1)
        os._exit(0)
os.wait()
os.wait()
raise SystemExit(3)
"""


def test_memory_is_that_of_all_processes_with_shared_pages_once(tmp_path: Path) -> None:
    found = measure([sys.executable, "-c", FAMILY], tmp_path, tmp_path / "log", 60)
    assert found.status == 3 and not found.late
    assert 125 < found.memory < 180  # 60 MB once and 40 MB twice, and three interpreters; three times 60 MB would make 260
    assert found.largest < found.memory
    assert found.wall > 0 and found.cpu > 0


def test_a_build_that_never_ends_is_ended(tmp_path: Path) -> None:
    assert measure(["sleep", "60"], tmp_path, tmp_path / "log", 0.1).late


STOPPED = """\
import pathlib, sys
from benchmarks.meter import measure
folder = pathlib.Path(sys.argv[1])
measure(["sh", "-c", "echo $$ >new; mv new pid; exec sleep 60"], folder, folder / "log", 60)
"""


def test_a_race_that_is_stopped_leaves_no_build_behind(tmp_path: Path) -> None:
    race = subprocess.Popen([sys.executable, "-c", STOPPED, str(tmp_path)], cwd=HERE.parent, stderr=subprocess.DEVNULL)
    while not (tmp_path / "pid").is_file():
        assert race.poll() is None
        time.sleep(0.01)
    build = os.pidfd_open(int((tmp_path / "pid").read_text("ascii")))
    ended = select.poll()
    ended.register(build, select.POLLIN)
    race.send_signal(signal.SIGINT)
    assert ended.poll(20_000)
    race.wait(20)
    os.close(build)
