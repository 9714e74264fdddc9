"""Whatever was done to a project, its `site/` must be what one clean build would give.

    python -m tests.history --edits 10000 --seed 1

edits projects at random (`tests/edits/`), builds after each edit, and compares with a clean build that remembers nothing.
Here is also the small project that many tests begin with.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from changlai import pipeline
from changlai.cli import main

ROOT = Path(__file__).resolve().parents[1]
LENGTH = 250  # edits of one project; then another one begins

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
SITE = """\
title: {zh: 示例, en: Sample}
tagline: 一句话
base_url: https://example.org/base/
source: zh
languages:
  zh: {tag: zh-Hans, locale: zh_Hans_CN, name: 简体中文, og: zh_CN}
  en: {tag: en, locale: en_GB, name: English, og: en_GB}
"""
TERMS = "series:\n  eyes: {title: {zh: 外眼, en: Eyes}, counter: event}\ntopics:\n  gardens: {title: 园林}\n  rivers: {title: 河流}\n"
CATALOG = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "园林"\nmsgstr "%s"\n\nmsgid "一句话"\nmsgstr "A line"\n'


def make(root: Path) -> None:
    write(root / "site.yaml", SITE)
    write(root / "content/terms.yaml", TERMS)
    write(root / "translations/en_GB/LC_MESSAGES/messages.po", CATALOG % "Gardens")
    for name in ("paks", "vavau"):
        write(root / f"content/cities/{name}/profile.yaml", f"name: {{zh: 城{name}, en: {name}}}\ntie: exchange\nsummary: 简介{name}\n")
    for number in range(4):
        story(root, f"s{number}", "zh", number)
        story(root, f"s{number}", "en", number)


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def story(root: Path, slug: str, lang: str, number: int) -> None:
    shared = f"date: 2022-08-{number + 1:02}\ntopics: [gardens]\ncities: [paks]\n" if lang == "zh" else ""
    body = f"## 开始 {number}\n\n见 [城](city:paks) 与 {{city:vavau}}。\n"
    write(root / f"content/stories/{slug}/index.{lang}.md", f"---\ntitle: T{slug}{lang}{number}\nsummary: 一句。\n{shared}---\n\n{body}")


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def clean(root: Path, scratch: Path) -> dict[str, bytes]:
    """What one clean build of the project as it is now would give."""
    shutil.rmtree(scratch, ignore_errors=True)
    for name in ("content", "translations", "templates"):
        if (root / name).is_dir():
            shutil.copytree(root / name, scratch / name)
    shutil.copy(root / "site.yaml", scratch / "site.yaml")
    pipeline.build(pipeline.Options(scratch, NOW, cache=False))
    return snapshot(scratch / "site")


def run(root: Path, *args: str) -> tuple[int, str]:
    """A build as a user runs it, with all that it remembers: its exit status and what it said."""
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        status = main(["build", "--project", str(root), "--today", NOW.date().isoformat(), "--lang", "en", *args])
    return status, said.getvalue()


# ---- histories of edits, in processes of their own


def pristine(folder: Path) -> None:
    """A copy of the program, which a history edits too."""
    for name in ("changlai", "templates", "translations"):
        shutil.copytree(ROOT / name, folder / name, copy_function=shutil.copy2)


def start(folder: Path, *args: str) -> subprocess.Popen[str]:
    """One process that runs histories in `folder`, where a copy of the program lies in `pristine/`."""
    shutil.copytree(folder / "pristine", folder / "program")
    # The edited copy comes first; compiled files would hide an edit made within the second.
    environment = os.environ | {"PYTHONPATH": f"{folder / 'program'}{os.pathsep}{ROOT}", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
    command = [sys.executable, "-P", "-m", "tests.edits", str(folder), *args]
    return subprocess.Popen(
        command, env=environment, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )


def scratch() -> Path | None:
    """Memory is a disk that histories do not wear out."""
    memory = Path("/dev/shm")
    return memory if memory.is_dir() and os.access(memory, os.W_OK) else None


def histories(
    edits: int, seed: int, jobs: int, *args: str, length: int = LENGTH, each: Callable[[Path], None] = lambda _: None
) -> list[Any]:
    """What each history of `edits` in all said. `each` may change the copies of the program before they are used."""
    seeds = [seed + number for number in range(max(1, -(-edits // length)))]
    with ExitStack() as stack:
        running = []
        for share in (seeds[place::jobs] for place in range(min(jobs, len(seeds)))):
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="history-", dir=scratch(), ignore_cleanup_errors=True)))
            pristine(folder / "pristine")
            each(folder / "pristine")
            running.append(start(folder, "--seeds", *map(str, share), "--edits", str(min(edits, length)), *args))
        rows = []
        with ThreadPoolExecutor() as readers:  # a pipe that nobody empties holds up whoever writes into it
            ends = [*readers.map(lambda process: process.communicate(), running)]
        for process, (out, err) in zip(running, ends, strict=True):
            rows += [json.loads(line) for line in out.splitlines()]
            if process.returncode:
                rows.append(
                    {"seed": seed, "edits": {}, "failed": 0, "early": 0, "wrong": f"the history itself failed\n{err}", "numbers": []}
                )
    return rows


def told(row: dict[str, Any]) -> str:
    numbers = " ".join(map(str, row["numbers"]))
    return f"seed {row['seed']}, edit {row['wrong']}\n    again: python -m tests.history --seed {row['seed']} --only {numbers}"


def command() -> int:
    parser = argparse.ArgumentParser("python -m tests.history", description="Random edits; each build is compared with a clean one.")
    parser.add_argument("--edits", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--length", type=int, default=LENGTH, help="edits of one project")
    parser.add_argument("--only", type=int, nargs="+", help="edits of this seed to replay, without a comparison before the last")
    args = parser.parse_args()
    only = ["--only", *map(str, args.only)] if args.only else []
    began = time.monotonic()
    rows = histories(1 if only else args.edits, args.seed, args.jobs, *only, length=args.length)
    kinds: Counter[str] = Counter()
    for row in rows:
        kinds.update(row["edits"])
    wrong = [row for row in rows if row["wrong"]]
    early, failed = (sum(row[name] for row in rows) for name in ("early", "failed"))
    lines = [f"{number:6} {name}" for name, number in sorted(kinds.items(), key=lambda item: (-item[1], item[0]))]
    lines += [
        f"{kinds.total()} edits of {len(kinds)} kinds in {len(rows)} projects, {time.monotonic() - began:.0f} s",
        f"{early} builds ended early, {failed} ended with the errors of the clean build; mismatches: {len(wrong)}",
        *(told(row) for row in wrong),
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(command())
