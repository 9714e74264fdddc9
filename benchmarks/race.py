"""The race itself: who runs when, what is checked after each run, and what becomes of a run that failed."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from benchmarks import verify
from benchmarks.install import bind
from benchmarks.meter import Cost, measure
from benchmarks.peers import CHANGLAI, HUGO, Peer
from benchmarks.results import Results, Row
from benchmarks.scenarios import SCENARIOS, Scenario, nothing, sweep

HERE = Path(__file__).parent
ROOT = HERE.parent


class Failed(Exception):
    """A run that ended badly, ran into the limit, or did not make what it should."""


@dataclass(slots=True)
class Track:
    """The folder in which everything happens, and what is known of it in this run."""

    work: Path
    limit: float  # seconds for one build
    say: Callable[[str], None]
    results: Results
    save: Callable[[], None]
    built: dict[Path, str] = field(default_factory=dict)  # projects whose output stands, and the state of our program that made it

    @property
    def tools(self) -> Path:
        return self.work / "tools"


def digest(*folders: Path) -> str:
    """The state of all files in `folders`, by name and bytes."""
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    state = blake2b(digest_size=8)
    for path in files:
        state.update(f"{path.relative_to(ROOT)}\0{path.stat().st_size}\0".encode() + path.read_bytes())
    return state.hexdigest()


def our_state() -> str:
    return digest(ROOT / "changlai", ROOT / "templates", ROOT / "translations")


def run_row(track: Track, peer: Peer, scenario: Scenario, stories: int, rounds: int, partners: list[Peer]) -> None:
    """Fills the row of `peer` up to so many rounds, in each of which `partners` and then `peer` run; a failure leaves its reason."""
    row = _kept(track, peer, scenario, stories, rounds)
    while len(row.rounds) < rounds and not row.failed:
        costs: dict[str, Cost] = {}
        for runner in [*partners, peer]:
            try:
                costs[runner.name] = _timed(track, runner, scenario, stories)
            except Failed as reason:
                track.say(f"{runner.title} failed: {reason}")
                if runner is peer:
                    row.failed, row.rounds = str(reason), []
        if not row.failed:
            row.rounds.append(costs)
        track.results.put(row)
        track.save()
    track.say(_told(row))


def _kept(track: Track, peer: Peer, scenario: Scenario, stories: int, rounds: int) -> Row:
    """What an earlier run has measured of this row, where it still holds: our own figures go with the state of our program."""
    state = our_state()
    row = track.results.row(peer.name, scenario.name, stories)
    if not row or row.failed or (row.state != state and peer is CHANGLAI):
        return Row(peer.name, scenario.name, stories, state=state)
    if row.state != state and len(row.rounds) < rounds:
        row.rounds = [{name: cost for name, cost in costs.items() if name != CHANGLAI.name} for costs in row.rounds]
        row.state = state
    return row


def _told(row: Row) -> str:
    head = f"{row.stories * 4:6} pages  {row.scenario:10}  {row.peer:13}"
    wall, ratio = row.figures(row.peer, "wall"), row.ratio(row.peer, HUGO.name, "wall")
    if row.failed or not wall:
        return f"{head}  failed: {row.failed}"
    of_hugo = f"  {ratio.middle:6.3f} of Hugo ({ratio.low:.3f}..{ratio.high:.3f})" if ratio else ""
    return f"{head}  {wall.middle:8.3f} s{of_hugo}"


def _timed(track: Track, peer: Peer, scenario: Scenario, stories: int) -> Cost:
    project = laid(track, peer, stories)
    if scenario.name != "clean" and track.built.get(project) != our_state():
        _build(track, peer, project, nothing, {})
    mark = f"mark-{time.time_ns()}"
    try:
        cost = _build(track, peer, project, scenario.prepare, scenario.env if peer is CHANGLAI else {}, mark)
    finally:
        sweep(project)
    found = verify.faults(peer, project, stories, scenario.name, mark)
    if found:
        raise Failed("; ".join(found))
    if scenario.name == "clean":
        track.results.made[f"{peer.name} {stories}"] = dict(verify.made(peer, project, stories).record())
    return cost


def _build(
    track: Track, peer: Peer, project: Path, prepare: Callable[[Peer, Path, str], None], env: dict[str, str], mark: str = ""
) -> Cost:
    """One build after `prepare`; what was written before reaches the disk first, so that nobody waits for another's bytes."""
    track.built.pop(project, None)
    prepare(peer, project, mark)
    os.sync()
    log = project.with_name(f"{project.name}.log")
    cost = measure(peer.command(track.tools), project, log, track.limit, {**_environment(), **peer.env, **env})
    if cost.late:
        raise Failed(f"not done after {track.limit:g} s")
    if cost.status:
        said = log.read_text("utf-8", "replace").strip().splitlines()
        raise Failed(f"exit status {cost.status}: {said[-1][:200] if said else 'it said nothing'}")
    track.built[project] = our_state()
    return cost


def _environment() -> dict[str, str]:
    """What a build must not take from the one who runs the race: neither language nor that Python is to keep no compiled modules."""
    return {"CI": "", "LC_ALL": "C.UTF-8", "NODE_ENV": "production", "PYTHONDONTWRITEBYTECODE": ""}


def laid(track: Track, peer: Peer, stories: int) -> Path:
    """The project of a peer, laid out anew where the corpus or a layout has changed."""
    project = track.work / "sites" / f"{peer.name}-{stories}"
    stamp = project.with_name(f"{project.name}.laid")
    ours = [ROOT / "templates"] if peer is CHANGLAI else []
    state = digest(HERE / "peers", HERE / "skeleton", HERE / "words", *ours) + digest_of(HERE / "corpus.py")
    if not (stamp.is_file() and stamp.read_text("utf-8") == state):
        stamp.unlink(missing_ok=True)
        if project.exists():
            project.rename(project.with_name(f"{project.name}.trash"))
            sweep(project)
        project.mkdir(parents=True)
        peer.lay(project, stories)
        stamp.write_text(state, "utf-8")
    bind(peer, track.tools, project)
    return project


def digest_of(file: Path) -> str:
    return blake2b(file.read_bytes(), digest_size=8).hexdigest()


def scenarios_of(peer: Peer, names: list[str]) -> list[Scenario]:
    return [SCENARIOS[name] for name in names if peer is CHANGLAI or not SCENARIOS[name].alone]
