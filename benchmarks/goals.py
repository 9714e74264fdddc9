"""What we want to reach, and what was reached."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.results import HUGO, OURS, Measure, Results, Spread

PAGES = 4  # of one story
GROWN = 1000, 4000  # stories between which growth is taken


@dataclass(frozen=True, slots=True)
class Goal:
    """A ratio to Hugo in the same rounds."""

    what: str
    stories: int
    scenario: str
    measure: Measure
    wanted: float
    stretch: float | None = None

    def reached(self, results: Results) -> Spread | None:
        row = results.row(OURS, self.scenario, self.stories)
        return row.ratio(OURS, HUGO, self.measure) if row else None


GOALS = (
    Goal("clean build, time", 1000, "clean", "wall", 1.0, 0.9),
    Goal("clean build, time", 4000, "clean", "wall", 0.9, 0.75),
    Goal("clean build, memory of all processes", 1000, "clean", "memory", 0.5, 0.3),
    Goal("nothing changed, time", 1000, "nothing", "wall", 0.02, 0.011),
    Goal("one body edited, time", 1000, "body", "wall", 0.1, 0.05),
    Goal("one title edited, time", 1000, "title", "wall", 0.12),
    Goal("base template edited, time", 1000, "template", "wall", 0.6),
)
GROWTH = 4.3


def growth(results: Results, runner: str) -> float | None:
    """How many times as long a clean build of the larger size takes."""
    small, large = (seconds(results, runner, "clean", stories) for stories in GROWN)
    return large / small if small and large else None


def seconds(results: Results, runner: str, scenario: str, stories: int) -> float | None:
    """The median of the clock. Hugo's stands in our row."""
    row = results.row(OURS if runner == HUGO else runner, scenario, stories)
    figures = row.figures(runner, "wall") if row else None
    return figures.middle if figures else None


def verdict(reached: float, wanted: float, stretch: float | None = None) -> str:
    if reached > wanted:
        return "missed"
    return "reached, and beyond" if stretch and reached <= stretch else "reached"
