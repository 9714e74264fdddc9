"""What was measured, kept as JSON, so that tables are made without measuring and a later run adds to an earlier one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from benchmarks.meter import Cost

Measure = str  # the name of a field of Cost
OURS, HUGO = "changlai", "hugo"


class Spread(NamedTuple):
    """Of several figures the one in the middle and the outermost."""

    middle: float
    low: float
    high: float


def spread(values: list[float]) -> Spread | None:
    return Spread(median(values), min(values), max(values)) if values else None


@dataclass(slots=True)
class Row:
    """One peer in one scenario at one size, in turns with Hugo and with us."""

    peer: str
    scenario: str
    stories: int
    rounds: list[dict[str, Cost]] = field(default_factory=list)  # each: what every runner cost in it
    failed: str = ""  # why there are no figures
    state: str = ""  # of our program when this was measured

    def figures(self, runner: str, measure: Measure) -> Spread | None:
        return spread([getattr(costs[runner], measure) for costs in self.rounds if runner in costs])

    def ratio(self, runner: str, to: str, measure: Measure) -> Spread | None:
        """Pair by pair: both ran in the same round."""
        pairs = [(getattr(costs[runner], measure), getattr(costs[to], measure)) for costs in self.rounds if {runner, to} <= costs.keys()]
        return spread([one / other for one, other in pairs if other])


@dataclass(slots=True)
class Results:
    rows: list[Row] = field(default_factory=list)
    versions: dict[str, str] = field(default_factory=dict)  # of peers and what they run on
    absent: dict[str, str] = field(default_factory=dict)  # peers that could not be installed, and why
    made: dict[str, dict[str, float]] = field(default_factory=dict)  # "hugo 250": what its output holds
    machine: dict[str, str] = field(default_factory=dict)

    def row(self, peer: str, scenario: str, stories: int) -> Row | None:
        return next((row for row in self.rows if (row.peer, row.scenario, row.stories) == (peer, scenario, stories)), None)

    def put(self, row: Row) -> None:
        self.drop(row.peer, row.scenario, row.stories)
        self.rows.append(row)
        self.rows.sort(key=lambda each: (each.stories, each.peer, each.scenario))

    def drop(self, peer: str, scenario: str, stories: int) -> None:
        self.rows = [row for row in self.rows if (row.peer, row.scenario, row.stories) != (peer, scenario, stories)]

    def sizes(self) -> list[int]:
        return sorted({row.stories for row in self.rows})

    def peers(self, stories: int) -> list[str]:
        return sorted({row.peer for row in self.rows if row.stories == stories})

    def of_hugo(self, scenario: str, stories: int, measure: Measure) -> Spread | None:
        """Hugo's own figures stand in the row in which it ran against us."""
        row = self.row(OURS, scenario, stories)
        return row.figures(HUGO, measure) if row else None


def load(file: Path) -> Results:
    if not file.is_file():
        return Results()
    kept = json.loads(file.read_text("utf-8"))
    kept["rows"] = [_row(row) for row in kept["rows"]]
    return Results(**kept)


def save(results: Results, file: Path) -> None:
    """Whole or not at all: a run may be stopped at any moment."""
    kept = {
        "machine": results.machine,
        "versions": dict(sorted(results.versions.items())),
        "absent": dict(sorted(results.absent.items())),
        "made": dict(sorted(results.made.items())),
        "rows": [_record(row) for row in results.rows],
    }
    new = file.with_suffix(".new")
    new.write_text("\n".join(_lines(kept)) + "\n", "utf-8")
    new.replace(file)


def _lines(kept: dict[str, Any]) -> Iterator[str]:
    """JSON with one row on each line, so that a difference between two runs can be read."""
    parts = {name: value for name, value in kept.items() if name != "rows"}
    yield json.dumps(parts, ensure_ascii=False, indent=1)[:-2] + ","
    yield ' "rows": ['
    rows = [json.dumps(row, ensure_ascii=False) for row in kept["rows"]]
    yield from (f"  {row}," for row in rows[:-1])
    yield from (f"  {row}" for row in rows[-1:])
    yield " ]\n}"


def _record(row: Row) -> dict[str, Any]:
    rounds = [{runner: [round(value, 4) for value in cost[:4]] for runner, cost in costs.items()} for costs in row.rounds]
    return {
        "peer": row.peer,
        "scenario": row.scenario,
        "stories": row.stories,
        "failed": row.failed,
        "state": row.state,
        "rounds": rounds,
    }


def _row(kept: dict[str, Any]) -> Row:
    rounds = [{runner: _cost(values) for runner, values in costs.items()} for costs in kept["rounds"]]
    return Row(kept["peer"], kept["scenario"], kept["stories"], rounds, kept["failed"], kept["state"])


def _cost(kept: list[float]) -> Cost:
    wall, cpu, memory, largest = kept
    return Cost(wall, cpu, memory, largest, 0)
