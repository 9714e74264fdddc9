"""`python -m benchmarks`: makes the corpus, installs the peers, lets them run in turns, and writes down what came out."""

from __future__ import annotations

import argparse
import os
import platform
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.install import NODE, Absent, install
from benchmarks.peers import CHANGLAI, HUGO, OTHERS, PEERS, SLOW, Peer
from benchmarks.plot import plot
from benchmarks.race import HERE, Track, laid, run_row, scenarios_of
from benchmarks.report import report
from benchmarks.results import Results, load, save
from benchmarks.scenarios import SCENARIOS

LARGE = 4000  # stories from which on slow peers are left out
FEWEST = 8  # stories: the edited one and the one that is read must be among them
MIDDLE = 1000


def main() -> int:
    options = arguments().parse_args()
    results = load(options.results)
    if not options.report:
        if sys.platform != "linux":
            print("The race measures by /proc and needs Linux; --report works everywhere.", file=sys.stderr)
            return 2
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            race(options, results)
        except KeyboardInterrupt:
            print("Stopped. The same command goes on from here.", file=sys.stderr)
    write_report(results, options.results.parent)
    return 0


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--stories", type=sizes, default=[250, 1000, LARGE], metavar="N,…", help="sizes; each story has four pages")
    parser.add_argument(
        "--peers", type=one_of(OTHERS), metavar="NAME,…", help=f"besides Hugo and Changlai (default: all of {', '.join(OTHERS)})"
    )
    parser.add_argument("--scenarios", type=one_of(tuple(SCENARIOS)), default=list(SCENARIOS), metavar="NAME,…", help=", ".join(SCENARIOS))
    parser.add_argument(
        "--runs",
        type=int,
        metavar="N",
        help="rounds of every row (default: 5 of ours, 3 of a peer, fewer at large sizes; 0: install and lay out only)",
    )
    parser.add_argument("--limit", type=float, default=900, metavar="SECONDS", help="for one build (default: 900)")
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "changlai-race", metavar="DIR", help="scratch folder")
    parser.add_argument(
        "--results", type=Path, default=HERE / "results.json", metavar="FILE", help="what was measured; tables go beside it"
    )
    parser.add_argument("--fresh", action="store_true", help="measure again what has been measured; without it, only what is missing")
    parser.add_argument("--report", action="store_true", help="measure nothing, only write the tables and the plot again")
    return parser


def sizes(text: str) -> list[int]:
    numbers = [int(part) for part in text.split(",")]
    if min(numbers) < FEWEST:
        raise argparse.ArgumentTypeError(f"at least {FEWEST} stories")
    return numbers


def one_of(known: tuple[str, ...]) -> Callable[[str], list[str]]:
    """Reads a list of names out of `known`."""

    def names(text: str) -> list[str]:
        given = [part for part in text.split(",") if part]
        strange = sorted(set(given) - set(known))
        if strange:
            raise argparse.ArgumentTypeError(f"{', '.join(strange)}: not one of {', '.join(known)}")
        return given

    return names


def race(options: argparse.Namespace, results: Results) -> None:
    """Ourselves against Hugo at all sizes first, then the others from small to large: what matters most is there soonest."""
    track = Track(options.work.resolve(), options.limit, teller(), results, lambda: save(results, options.results))
    track.work.mkdir(parents=True, exist_ok=True)
    (track.work / ".gitignore").write_text("*\n", "utf-8")
    results.machine = machine()
    present = installed(track, [CHANGLAI, HUGO, *(PEERS[name] for name in (options.peers if options.peers is not None else OTHERS))])
    field = [(peer, stories) for stories in options.stories for peer in present if runs_at(peer, stories, options.peers is not None)]
    for peer, stories in field:
        laid(track, peer, stories)
    if options.runs == 0:
        return
    hugo = [HUGO] if HUGO in present else []
    for stories in options.stories:
        run(track, options, CHANGLAI, stories, hugo)
    for peer, stories in field:
        if peer not in (CHANGLAI, HUGO):
            run(track, options, peer, stories, [*hugo, CHANGLAI])


def runs_at(peer: Peer, stories: int, chosen: bool) -> bool:
    return chosen or stories < LARGE or peer.name not in SLOW


def run(track: Track, options: argparse.Namespace, peer: Peer, stories: int, partners: list[Peer]) -> None:
    for scenario in scenarios_of(peer, options.scenarios):
        if options.fresh:
            track.results.drop(peer.name, scenario.name, stories)
        run_row(track, peer, scenario, stories, options.runs or usual_rounds(peer, stories), partners)


def usual_rounds(peer: Peer, stories: int) -> int:
    """More of what the goals speak of, fewer of what takes long."""
    if peer is CHANGLAI:
        return 3 if stories >= LARGE else 5
    if stories >= LARGE or (stories >= MIDDLE and peer.name in SLOW):
        return 1
    return 2 if stories >= MIDDLE else 3


def installed(track: Track, peers: list[Peer]) -> list[Peer]:
    present = []
    for peer in peers:
        try:
            version = install(peer, track.tools)
        except Absent as reason:
            track.results.absent[peer.name] = str(reason)
            track.say(f"{peer.title} could not be installed: {reason}")
            continue
        track.results.absent.pop(peer.name, None)
        track.results.versions[peer.name] = version
        present.append(peer)
    return present


def machine() -> dict[str, str]:
    """What the figures depend on, without the name of anything."""
    pages, size = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
    return {
        "processors": str(len(os.sched_getaffinity(0))),
        "memory": f"{round(pages * size / 2**30)} GiB",
        "system": platform.system(),
        "Python": platform.python_version(),
        "Node": NODE.partition("==")[2],
    }


def teller() -> Callable[[str], None]:
    """Prints lines with the minutes since the beginning."""
    began = time.monotonic()

    def say(line: str) -> None:
        print(f"{(time.monotonic() - began) / 60:6.1f} min  {line}", flush=True)

    return say


def write_report(results: Results, folder: Path) -> None:
    notes = folder / "notes.md"
    (folder / "RESULTS.md").write_text(report(results, notes.read_text("utf-8") if notes.is_file() else ""), "utf-8")
    (folder / "cost.svg").write_text(plot(results), "utf-8")


if __name__ == "__main__":
    sys.exit(main())
