"""What the race must know of one generator."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.corpus import BASE, Story, plans, png

PAGING = 20  # stories on one page of a list


@dataclass(frozen=True, slots=True)
class Peer:
    name: str
    title: str  # as people write it
    lay: Callable[[Path, int], None]  # makes the project of so many stories in an empty folder
    command: Callable[[Path], list[str]]  # run inside the project, given the folder into which it was installed
    output: str
    page: Callable[[str, str], str]  # language and slug of a story to its page in `output`
    source: Callable[[str, str], str]  # the same to its Markdown in the project
    base: str  # the template that all pages share
    caches: tuple[str, ...] = ()
    python: tuple[str, ...] = ()  # names of packages, the one whose version counts first
    node: tuple[str, ...] = ()
    env: Mapping[str, str] = field(default_factory=dict)
    lists: bool = True  # whether the titles of stories stand on other pages too
    remarks: str = ""  # where it does less or more than the others


def story_page(lang: str, slug: str) -> str:
    return f"{lang}/stories/{slug}/index.html"


def story_link(lang: str, slug: str) -> str:
    return f"/{lang}/stories/{slug}/"


def picture_link(slug: str) -> str:
    return f"/images/{slug}.png"


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def pictures(folder: Path, count: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for plan in plans(count):
        (folder / f"{plan.slug}.png").write_bytes(png(plan.slug))


def quoted(text: str) -> str:
    """A string as YAML, TOML and JSON write it."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def front_matter(story: Story, *more: str) -> str:
    plan = story.plan
    lines = [
        f"title: {quoted(story.title)}",
        f"date: {plan.day}",
        f"summary: {quoted(story.summary)}",
        f"tags: [{', '.join(plan.topics)}]",
        f"series: {plan.series}",
        f"city: {plan.city}",
        *more,
    ]
    return "\n".join(["---", *lines, "---", "", ""])


def absolute(path: str) -> str:
    return BASE + path
