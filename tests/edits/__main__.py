"""One process of `python -m tests.history`: the program that it builds with is the copy that comes first on the path."""

from __future__ import annotations

import argparse
import gc
import json
import shutil
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import changlai
from tests.edits import content, disk, runs, settings, translations
from tests.edits.machine import History

PATIENCE = 60.0  # seconds for making a history that failed shorter
TABLES = (content, disk, runs, settings, translations)  # loaded, so that the table of edits is full


def history(folder: Path, seed: int, numbers: list[int], compare: bool = True, favoured: Sequence[str] = ()) -> tuple[History, str]:
    """Edits `numbers` of `seed` on a new project; `compare` False: only the last is compared. The history, and the first that is wrong."""
    for name in ("project", "clean", "elsewhere", "kept", "program"):
        shutil.rmtree(folder / name, ignore_errors=True)
    shutil.copytree(folder / "pristine", folder / "program")
    made = History(folder, folder / "program", seed, favoured)
    for number in numbers:
        if wrong := made.step(number, compare or number == numbers[-1]):
            return made, wrong
    return made, ""


def shortened(folder: Path, seed: int, numbers: list[int]) -> list[int]:
    """Fewer edits after which the last one is still wrong."""
    until, size = time.monotonic() + PATIENCE, len(numbers) // 2
    while size and time.monotonic() < until:
        place = 0
        while place < len(numbers) - 1 and time.monotonic() < until:
            fewer = numbers[:place] + numbers[min(place + size, len(numbers) - 1) :]
            if history(folder, seed, fewer, compare=False)[1]:
                numbers = fewer
            else:
                place += size
        size //= 2
    return numbers


def main() -> int:
    parser = argparse.ArgumentParser("python -m tests.edits", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seeds", type=int, nargs="+", required=True)
    parser.add_argument("--edits", type=int, default=0)
    parser.add_argument("--only", type=int, nargs="+")
    parser.add_argument("--favour", nargs="*", default=(), metavar="EDIT", help="edits to be drawn more often; ends at the first fault")
    args = parser.parse_args()
    assert Path(changlai.__file__).is_relative_to(args.folder), f"the program under test is {changlai.__file__}"
    gc.set_threshold(200_000)
    for seed in args.seeds:
        numbers = args.only or list(range(args.edits))
        made, wrong = history(args.folder, seed, numbers, not args.only, args.favour)
        if wrong:
            numbers = numbers[: numbers.index(int(wrong.partition(" ")[0])) + 1]
            numbers = numbers if args.favour else shortened(args.folder, seed, numbers)
        tally = made.tally
        row = {"seed": seed, "edits": tally.edits, "failed": tally.failed, "early": tally.early, "wrong": wrong, "numbers": numbers}
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
        sys.stdout.flush()
        if wrong and args.favour:
            break
    return 0


if __name__ == "__main__":
    sys.exit(main())
