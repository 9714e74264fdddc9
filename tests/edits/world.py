"""One project as its edits see it, and the table of edits."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

HOUR = 3_600_000_000_000
ORIGIN = 1_580_000_000_000_000_000  # files get times of their own, long before the run: as young ones they would all be read
TEXTS = (".md", ".yaml", ".po", ".html")


@dataclass
class Run:
    """How the next builds are called."""

    base_url: str = ""
    drafts: bool = False
    today: str = "2026-01-02"
    jobs: int = 1
    elsewhere: bool = False  # --output
    ci: bool = False


@dataclass
class World:
    root: Path
    program: Path  # the copy of the program that builds it: with its theme, to be edited too
    random: Random
    run: Run = field(default_factory=Run)
    made: int = 0
    pace: float = 0.1  # seconds that a build takes here, so that something can happen in the midst of one
    clock: int = ORIGIN
    good: dict[str, bytes | str | None] = field(default_factory=dict)  # the sources of the last sound build
    sound: bool = True  # the last build had no errors
    fresh: bool = False  # the next build is a process of its own
    upgraded: bool = False  # the program on the disk is not the one that was loaded
    doubtful: bool = False  # what lies in site/ need not be what the memory says
    frozen: dict[str, os.stat_result] = field(default_factory=dict)  # what the disk pretends in the next build

    @property
    def output(self) -> Path:
        return self.root.parent / "elsewhere" if self.run.elsewhere else self.root / "site"

    @property
    def memory(self) -> Path:
        return self.root / ".changlai"

    def number(self) -> int:
        self.made += 1
        return self.made

    # ---- writing as editors do

    def write(self, path: Path, data: str | bytes) -> None:
        """In place, or by a new file that takes the name of the old one; most get a time that is long past."""
        content = data.encode() if isinstance(data, str) else data
        path.parent.mkdir(parents=True, exist_ok=True)
        if self.random.random() < 0.3 and not path.is_symlink():
            aside = path.with_name(f".{path.name}.swp")
            aside.write_bytes(content)
            aside.replace(path)
        else:
            path.write_bytes(content)
        self.age(path)

    def age(self, path: Path) -> None:
        if self.random.random() < 0.7:
            self.clock += HOUR
            os.utime(path, ns=(self.clock, self.clock))

    def change(self, path: Path, old: str, new: str) -> bool:
        """Replace a pattern once; False where it is not there."""
        text = path.read_text("utf-8")
        changed = re.sub(old, lambda _: new, text, count=1, flags=re.MULTILINE)
        if changed == text:
            return False
        self.write(path, changed)
        return True

    def set_field(self, path: Path, name: str, value: str | None) -> None:
        """A field between the fences; of a file without fences, a line at its top level."""
        lines = path.read_text("utf-8").removeprefix("\ufeff").split("\n")
        start, end = (1, lines.index("---", 1)) if lines[0] == "---" else (0, len(lines) - 1)
        kept = [line for line in lines[start:end] if not line.startswith(f"{name}:")]
        self.write(path, "\n".join([*lines[:start], *kept, *([f"{name}: {value}"] if value is not None else []), *lines[end:]]))

    def get_field(self, path: Path, name: str) -> str:
        found = re.search(rf"^{name}: (.*)$", path.read_text("utf-8"), re.MULTILINE)
        return found[1] if found else ""

    # ---- what there is

    def entries(self, *kinds: str) -> list[Path]:
        folders = [self.root / "content" / kind for kind in kinds or ("stories", "notes", "pages", "cities", "figures", "places")]
        return sorted(path for folder in folders if folder.is_dir() for path in folder.iterdir() if path.is_dir())

    def editions(self, *kinds: str, lang: str = "*") -> list[Path]:
        return [path for folder in self.entries(*kinds) for path in sorted(folder.glob(f"index.{lang}.md")) if path.is_file()]

    def pick(self, paths: Iterable[Path]) -> Path | None:
        found = sorted(paths)
        return self.random.choice(found) if found else None

    def sources(self) -> list[Path]:
        folders = ("content", "templates", "translations")
        found = [path for name in folders for path in (self.root / name).rglob("*") if path.is_file() and not path.is_symlink()]
        return sorted([*found, self.root / "site.yaml"])

    def rename_everywhere(self, old: str, new: str) -> None:
        """Whoever renames an entry mends what refers to it, mostly."""
        for path in self.sources():
            if path.suffix in TEXTS:
                text = path.read_text("utf-8")
                changed = re.sub(rf"(?<![\w./-]){old}(?![\w.-])", new, text)
                if changed != text:
                    self.write(path, changed)


Edit = Callable[[World], "bool | None"]  # False: there is nothing that could be edited so
EDITS: dict[str, tuple[Edit, int]] = {}


def edit(weight: int = 2) -> Callable[[Edit], Edit]:
    """Enter a function in the table of edits; `weight`: how often it is drawn."""

    def enter(function: Edit) -> Edit:
        assert function.__name__ not in EDITS, function.__name__
        EDITS[function.__name__] = function, weight
        return function

    return enter
