"""`cost.svg`: seconds against pages, both on scales on which equal factors are equal lengths."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from math import ceil, floor, log10
from typing import NamedTuple

from benchmarks.goals import PAGES, seconds
from benchmarks.peers import PEERS
from benchmarks.results import OURS, Results
from benchmarks.scenarios import SCENARIOS

PANELS = ("clean", "body")
WIDE, HIGH = 300, 420  # of one panel
LEFT, TOP, LABELS = 64, 64, 176
GAP = 17  # between two labels
STYLE = """\
text { font: 14px system-ui, sans-serif; fill: #1d2733 }
.title { font-weight: 600; font-size: 16px }
.tick { fill: #5b6672; font-size: 13px }
.grid { stroke: #d5dbe1; stroke-width: 1 }
.line { fill: none; stroke: #7c8894; stroke-width: 1.5 }
.dot { fill: #7c8894 }
.lead { stroke: #aab3bc; stroke-width: 1; stroke-dasharray: 2 3; fill: none }
.hugo .line, .ours .line { stroke-width: 3 }
.hugo .line { stroke: #0b6bcb } .hugo .dot { fill: #0b6bcb } .hugo text { fill: #0b5cae; font-weight: 600 }
.ours .line { stroke: #c2341d } .ours .dot { fill: #c2341d } .ours text { fill: #b02d18; font-weight: 600 }
.ground { fill: #ffffff }
@media (prefers-color-scheme: dark) {
  .ground { fill: #12171d }
  text { fill: #e6ebf0 } .tick { fill: #a3adb8 } .grid { stroke: #2b343e }
  .line { stroke: #8693a0 } .dot { fill: #8693a0 } .lead { stroke: #55606b }
  .hugo .line { stroke: #5aa9f5 } .hugo .dot { fill: #5aa9f5 } .hugo text { fill: #7dbcf8 }
  .ours .line { stroke: #ff7a61 } .ours .dot { fill: #ff7a61 } .ours text { fill: #ff937e }
}
"""


class Point(NamedTuple):
    pages: int
    seconds: float


class Scale(NamedTuple):
    """From a value to a place on the paper."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        share = (log10(value) - log10(self.low)) / (log10(self.high) - log10(self.low))
        return round(self.start + share * (self.end - self.start), 1)


def plot(results: Results) -> str:
    lines = {scenario: _lines(results, scenario) for scenario in PANELS}
    points = [point for named in lines.values() for line in named.values() for point in line]
    width, height = LEFT + len(PANELS) * (WIDE + LABELS) + (len(PANELS) - 1) * LEFT, TOP + HIGH + 60
    if not points:
        return _svg(width, height, ["<text x='20' y='40'>Nothing has been measured yet.</text>"])
    low, high = _decades([point.seconds for point in points])
    sizes = sorted({point.pages for point in points})
    parts: list[str] = []
    for number, scenario in enumerate(PANELS):
        left = LEFT + number * (WIDE + LABELS + LEFT)
        across = Scale(sizes[0] / 1.15, sizes[-1] * 1.05, left, left + WIDE)
        up = Scale(low, high, TOP + HIGH, TOP)
        parts += _axes(SCENARIOS[scenario].title, sizes, across, up)
        parts += _drawn(lines[scenario], across, up)
    return _svg(width, height, parts)


def _lines(results: Results, scenario: str) -> dict[str, list[Point]]:
    found: dict[str, list[Point]] = {}
    for name in PEERS:
        costs = [(stories * PAGES, seconds(results, name, scenario, stories)) for stories in results.sizes()]
        line = [Point(pages, cost) for pages, cost in costs if cost]
        if line:
            found[name] = line
    return found


def _decades(values: list[float]) -> tuple[float, float]:
    return 10.0 ** floor(log10(min(values))), 10.0 ** ceil(log10(max(values)) + 0.01)


def _axes(title: str, sizes: list[int], across: Scale, up: Scale) -> Iterator[str]:
    yield f'<text class="title" x="{across.start}" y="26">{escape(title.capitalize())}</text>'
    yield f'<text class="tick" x="{across.start}" y="46">seconds</text>'
    decade = up.low
    while decade <= up.high * 1.01:
        y = up.at(decade)
        yield f'<path class="grid" d="M{across.start} {y}H{across.end}"/>'
        yield f'<text class="tick" x="{across.start - 8}" y="{y + 4}" text-anchor="end">{decade:g}</text>'
        decade *= 10
    for pages in sizes:
        x = across.at(pages)
        yield f'<path class="grid" d="M{x} {up.start}V{up.end}"/>'
        yield f'<text class="tick" x="{x}" y="{up.start + 22}" text-anchor="middle">{pages:,}</text>'
    yield f'<text class="tick" x="{across.end}" y="{up.start + 44}" text-anchor="end">pages</text>'


def _drawn(lines: dict[str, list[Point]], across: Scale, up: Scale) -> Iterator[str]:
    """The lines, ours on top, each with its name at its right end; names that would touch make room."""
    order = sorted(lines, key=lambda name: (name == OURS, name == "hugo"))
    ends = {name: up.at(lines[name][-1].seconds) for name in lines}
    labels = _spaced(ends, up.end, up.start)
    for name in order:
        line = lines[name]
        places = [(across.at(point.pages), up.at(point.seconds)) for point in line]
        kind = {OURS: "ours", "hugo": "hugo"}.get(name, "peer")
        yield f'<g class="{kind}">'
        yield f'<path class="line" d="M{" L".join(f"{x} {y}" for x, y in places)}"/>'
        yield from (f'<circle class="dot" cx="{x}" cy="{y}" r="3.5"/>' for x, y in places)
        x, y = places[-1]
        yield f'<path class="lead" d="M{x + 5} {y}L{across.end + 12} {labels[name]}H{across.end + 20}"/>'
        yield f'<text x="{across.end + 24}" y="{labels[name] + 5}">{escape(PEERS[name].title)}</text>'
        yield "</g>"


def _spaced(ends: dict[str, float], top: float, bottom: float) -> dict[str, float]:
    """Heights for labels, as near to the ends of their lines as they can be without touching."""
    names = sorted(ends, key=lambda name: ends[name])
    heights: list[float] = []
    for name in names:
        heights.append(max(ends[name], heights[-1] + GAP if heights else top))
    room = bottom
    for number in reversed(range(len(heights))):
        heights[number] = min(heights[number], room)
        room = heights[number] - GAP
    return dict(zip(names, (round(height, 1) for height in heights), strict=True))


def _svg(width: int, height: int, parts: list[str]) -> str:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img">'
    title = "<title>Seconds of a build against the number of pages</title>"
    return "\n".join(
        [head, title, f"<style>\n{STYLE}</style>", f'<rect class="ground" width="{width}" height="{height}"/>', *parts, "</svg>\n"]
    )
