"""`RESULTS.md`: tables made from what was measured, and how it was measured."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from benchmarks.goals import GOALS, GROWN, GROWTH, PAGES, growth, verdict
from benchmarks.peers import PEERS
from benchmarks.results import HUGO, OURS, Measure, Results, Row, Spread
from benchmarks.scenarios import SCENARIOS

Cell = Callable[[Row | None, str], str]  # a row and the runner in it to what stands in the table
NONE = "–"
INTRODUCTION = """\
# What a build costs

Made by `python -m benchmarks`; [README.md](README.md) says what each scenario means and what is not measured.
"""
METHOD = """\
In each round Hugo, Changlai and the peer ran one after the other. A ratio is taken within a round; the tables give the median and, in
parentheses, the lowest and the highest. Below 1 is quicker or smaller.

Time is that of the clock, from start to exit; processor time is that of all processes of a build. Memory is the highest sum over all
processes of a build, looked at every few hundredths of a second, with pages that they share counted once (proportional set size); where
a build is one process, it is the highest resident size. What was written before reaches the disk before a clock starts; the files that
are read are in the cache of the file system.

After each run its output was searched: every page of a story, the text of a Chinese and of a Korean one, and the edit, on the page and in
lists. A run that lacks any of it gives no figure.
"""


def report(results: Results, notes: str = "") -> str:
    """The tables; `notes`, written by hand on goals that were missed, stand below the goals."""
    parts = [INTRODUCTION, *_goals(results), *([notes] if notes else []), "## How it was measured\n", METHOD, *_machine(results)]
    if results.sizes():
        parts.append("![Seconds against pages, for a clean build and for one edited body](cost.svg)\n")
    for stories in results.sizes():
        parts += _size(results, stories)
    return "\n".join([*parts, *_growth(results), *_made(results), *_missing(results)])


def _goals(results: Results) -> Iterable[str]:
    yield "## Goals\n\nRatios to Hugo in the same rounds; the growth is the ratio of two medians of our own.\n"
    rows = []
    for goal in GOALS:
        reached = goal.reached(results)
        said = verdict(reached.middle, goal.wanted, goal.stretch) if reached else "not measured"
        stretch = f"{goal.stretch:g}" if goal.stretch else NONE
        rows.append([goal.what, pages(goal.stories), f"≤ {goal.wanted:g}", stretch, _spread(reached), said])
    grown = growth(results, OURS)
    said = verdict(grown, GROWTH) if grown else "not measured"
    rows.append(["clean build, growth of the time", " to ".join(map(pages, GROWN)), f"≤ {GROWTH}", NONE, _number(grown), said])
    yield _table(["", "pages", "goal", "stretch", "measured", ""], rows)


def _machine(results: Results) -> Iterable[str]:
    if results.machine:
        yield "Machine: " + ", ".join(f"{name} {value}" for name, value in results.machine.items()) + ".\n"
    names = [name for name in PEERS if name in results.versions and name != OURS]
    if names:
        yield "Versions: " + "; ".join(f"{PEERS[name].title} {results.versions[name]}" for name in names) + ".\n"


def _size(results: Results, stories: int) -> Iterable[str]:
    yield f"## {pages(stories)} pages\n"
    rounds = sorted({len(row.rounds) for row in results.rows if row.stories == stories and row.rounds})
    yield f"{stories:,} stories in four languages; rounds: {' to '.join(map(str, sorted({*rounds[:1], *rounds[-1:]})))}.\n"
    for heading, cell in _TABLES:
        yield f"### {heading}\n"
        yield _matrix(results, stories, cell)


def _ratio(to: str, measure: Measure) -> Cell:
    def cell(row: Row | None, runner: str) -> str:
        return _spread(row.ratio(runner, to, measure)) if row and runner != to else NONE

    return cell


def _figure(measure: Measure) -> Cell:
    def cell(row: Row | None, runner: str) -> str:
        found = row.figures(runner, measure) if row else None
        return _number(found.middle) if found else NONE

    return cell


_TABLES: tuple[tuple[str, Cell], ...] = (
    ("Time, as a ratio to Hugo", _ratio(HUGO, "wall")),
    ("Time, as a ratio to Changlai", _ratio(OURS, "wall")),
    ("Processor time, as a ratio to Hugo", _ratio(HUGO, "cpu")),
    ("Memory of all processes, as a ratio to Hugo", _ratio(HUGO, "memory")),
    ("Seconds", _figure("wall")),
    ("Memory of all processes, MiB", _figure("memory")),
    ("Memory of the largest process, MiB", _figure("largest")),
)


def _matrix(results: Results, stories: int, cell: Cell) -> str:
    """Runners down, scenarios across. Hugo's own figures stand in our rows; ours too, against Hugo."""
    scenarios = [name for name in SCENARIOS if results.row(OURS, name, stories)]
    present = results.peers(stories)
    runners = [name for name in PEERS if name in present or (name == HUGO and OURS in present)]
    rows = []
    for runner in runners:
        owner = OURS if runner == HUGO else runner
        rows.append([PEERS[runner].title, *(cell(_current(results, owner, name, stories), runner) for name in scenarios)])
    return _table(["", *(SCENARIOS[name].title for name in scenarios)], [row for row in rows if set(row[1:]) != {NONE}])


def _current(results: Results, owner: str, scenario: str, stories: int) -> Row | None:
    """A row; without our part where that was measured with another state of our program than our own row."""
    row, own = results.row(owner, scenario, stories), results.row(OURS, scenario, stories)
    if row is None or own is None or row.state == own.state:
        return row
    rounds = [{name: cost for name, cost in costs.items() if name != OURS} for costs in row.rounds]
    return Row(row.peer, row.scenario, row.stories, rounds, row.failed, row.state)


def _growth(results: Results) -> Iterable[str]:
    grown = {name: growth(results, name) for name in PEERS}
    rows = [[PEERS[name].title, _number(factor)] for name, factor in grown.items() if factor]
    if rows:
        yield f"## Growth\n\nHow many times as long a clean build of {pages(GROWN[1])} pages takes as one of {pages(GROWN[0])}.\n"
        yield _table(["", "times"], rows)


def _made(results: Results) -> Iterable[str]:
    sizes = sorted({int(name.split()[1]) for name in results.made})
    if not sizes:
        return
    yield f"## What each made\n\nThe output of a clean build of {pages(sizes[0])} pages.\n"
    rows = []
    for name, peer in PEERS.items():
        found = results.made.get(f"{name} {sizes[0]}")
        if found:
            counts = [f"{found[key]:,}" for key in ("stories", "html", "feeds", "sitemaps", "files", "megabytes")]
            rows.append([peer.title, *counts, peer.remarks])
    yield _table(["", "stories", "all pages", "feeds", "sitemaps", "files", "MB", ""], rows)


def _missing(results: Results) -> Iterable[str]:
    said = [f"- {PEERS[name].title} could not be installed: {reason}." for name, reason in results.absent.items() if name in PEERS]
    for row in results.rows:
        if row.failed:
            said.append(f"- {PEERS[row.peer].title}, {pages(row.stories)} pages, {SCENARIOS[row.scenario].title}: {row.failed}.")
    if said:
        yield "## No figures\n\n" + "\n".join(said) + "\n"


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def pages(stories: int) -> str:
    return f"{stories * PAGES:,}"


def _spread(found: Spread | None) -> str:
    if not found:
        return NONE
    around = f" ({_number(found.low)}..{_number(found.high)})" if found.low < found.high else ""  # of one round there is none
    return _number(found.middle) + around


def _number(value: float | None) -> str:
    """Three figures that mean something."""
    if value is None:
        return NONE
    decimals = next(digits for digits, least in enumerate((100, 10, 0.1, 0.02, 0)) if value >= least)
    return f"{value:,.{decimals}f}"
