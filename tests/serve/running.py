"""`serve` as a user runs it, in a process of its own: python -m tests.serve.running LOG [ARGUMENTS OF serve]

Says in LOG when each build began and ended, which the command itself tells nobody: one line of JSON a build.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from changlai import pipeline
from changlai.cli import main

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60
SHOWING = re.compile(r"(http://127\S+)")


class Build(NamedTuple):
    began: float
    ended: float
    written: int
    problems: int


class Running(NamedTuple):
    project: Path
    url: str
    log: Path
    process: subprocess.Popen[str]

    def builds(self) -> list[Build]:
        lines = self.log.read_text("utf-8").splitlines() if self.log.exists() else []
        return [Build(*json.loads(line)) for line in lines]


@contextmanager
def running(project: Path, lang: str = "en") -> Iterator[Running]:
    """`serve` of `project` from when it shows something until the end."""
    log = project.with_name(project.name + ".log")
    command = [sys.executable, "-X", "utf8", "-m", "tests.serve.running", str(log), "serve", "--project", str(project)]
    process = subprocess.Popen(
        [*command, "--port", "0", "--lang", lang],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    watchdog = threading.Timer(PATIENCE, process.kill)
    watchdog.start()
    assert process.stdout
    said = []
    for line in process.stdout:
        said.append(line)
        if found := SHOWING.search(line):
            break
    else:
        raise AssertionError("".join(said))
    watchdog.cancel()
    rest = threading.Thread(target=process.stdout.read, daemon=True)  # a full pipe would hold it up
    rest.start()
    try:
        yield Running(project, found[1], log, process)
    finally:
        process.terminate()
        process.wait(PATIENCE)
        rest.join(PATIENCE)
        process.stdout.close()


def copy_of_the_real_site(folder: Path) -> Path:
    project = folder / "project"
    for name in ("content", "translations"):
        shutil.copytree(ROOT / name, project / name)
    shutil.copy2(ROOT / "site.yaml", project)
    return project


def timed(log: Path) -> None:
    """Have each build told in `log`."""
    build = pipeline.build

    def told(options: pipeline.Options, *args: object, **named: object) -> pipeline.Outcome:
        began = time.time()
        outcome = build(options, *args, **named)  # type: ignore[arg-type]
        row = Build(began, time.time(), len(outcome.change.written), len(outcome.problems))
        with log.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")
        return outcome

    pipeline.build = told


if __name__ == "__main__":
    timed(Path(sys.argv[1]))
    sys.exit(main(sys.argv[2:]))
