"""python -m tests.planted [--errors 200] [--seed 1] [--verbose]

Plants errors into a copy of the real site and counts which of them `check` finds in the lines of their block; then what it says against
the site as it is, which is all false. Fails below 95 in a hundred, or where a block in a hundred is accused falsely.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.history import scratch
from tests.planted.errors import KINDS, chosen
from tests.planted.trial import Trial, alarms, copied, tried

ENOUGH, TOO_MANY = 0.95, 0.01


def line(trial: Trial) -> str:
    error = trial.error
    before, after = (" ".join(words.split()) or "(nothing)" for words in (error.before, error.after))
    said = ", ".join(trial.found) + ", exactly" * trial.exactly or f"not found; elsewhere {'; '.join(trial.elsewhere) or 'nothing'}"
    return f"{error.path}:{trial.line}:{trial.column}: {error.kind}: {before} → {after}  [{said}]\n"


def main() -> int:
    parser = argparse.ArgumentParser("python -m tests.planted", description="Errors planted into translations, and how many are found.")
    parser.add_argument("--errors", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--verbose", action="store_true", help="print each error and what was said of it")
    args = parser.parse_args()
    began, say = time.monotonic(), sys.stdout.write
    with tempfile.TemporaryDirectory(prefix="planted-", dir=scratch()) as name:
        project = copied(Path(name))
        trials = tried(project, chosen(project, args.errors, args.seed))
        false, blocks = alarms(project)
    if args.verbose:
        say("".join(map(line, trials)) + "\n")
    rows = [(kind, [trial for trial in trials if trial.error.kind == kind]) for kind in KINDS]
    say(f"{'kind':10} {'planted':>8} {'found':>8} {'at the exact place':>20}\n")
    for kind, some in (*rows, ("all", trials)):
        say(f"{kind:10} {len(some):8} {sum(bool(trial.found) for trial in some):8} {sum(trial.exactly for trial in some):20}\n")
    missed = [trial for trial in trials if not trial.found]
    say(f"\nnot found: {len(missed)}, of which said elsewhere in the file: {sum(bool(trial.elsewhere) for trial in missed)}\n")
    say("".join(f"    {line(trial)}" for trial in missed))
    say(f"\nfalse alarms: {len(false)} in {blocks} aligned blocks\n")
    say("".join(f"    {problem.path}:{problem.line}:{problem.column}: {problem.message(str)} [{problem.code}]\n" for problem in false))
    say(f"\n{time.monotonic() - began:.0f} s\n")
    return int(len(missed) > len(trials) * (1 - ENOUGH) or len(false) >= blocks * TOO_MANY)


if __name__ == "__main__":
    sys.exit(main())
