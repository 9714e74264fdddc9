"""Whether a run really made what it was timed for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from html import unescape
from pathlib import Path

from benchmarks.corpus import Story, plans, slug, tell
from benchmarks.peers import Peer
from benchmarks.scenarios import EDITED, LANG
from benchmarks.words import LANGS

READ = slug(3)  # the story whose text is looked up, in these languages:
READ_IN = ("zh", "ko")
_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Made:
    """What lies in the output."""

    stories: int  # pages of stories
    html: int  # all pages, these among them
    feeds: int
    sitemaps: int
    files: int
    megabytes: float

    def record(self) -> dict[str, int | float]:
        return asdict(self)


def faults(peer: Peer, project: Path, count: int, scenario: str, mark: str) -> list[str]:
    """What is missing after a run of `scenario`; empty where all is as it should be."""
    output = project / peer.output
    missing = [path for path in story_pages(peer, count) if not _filled(output / path)]
    if missing:
        return [f"{len(missing)} of {count * len(LANGS)} pages are missing, {missing[0]} among them"]
    found = [f"the text of {READ} is not in its {lang} page" for lang in READ_IN if not _reads(peer, output, lang)]
    page = output / peer.page(LANG, EDITED)
    if scenario in ("body", "title") and mark not in page.read_text("utf-8"):
        found.append("the edited page does not show the edit")
    if scenario == "title" and peer.lists and not any(mark in text for text in _others(peer, output, count)):
        found.append("no list shows the edited title")
    if scenario == "template":
        old = [path for path in story_pages(peer, count) if mark not in (output / path).read_text("utf-8")]
        found += [f"{len(old)} pages still have the old template, {old[0]} among them"] if old else []
    return found


def made(peer: Peer, project: Path, count: int) -> Made:
    output = project / peer.output
    files = [path for path in output.rglob("*") if path.is_file()]
    stories = sum(_filled(output / path) for path in story_pages(peer, count))
    html = sum(path.suffix == ".html" for path in files)
    sitemaps = sum("sitemap" in path.name for path in files)
    feeds = sum(path.suffix == ".xml" and "sitemap" not in path.name for path in files)
    return Made(stories, html, feeds, sitemaps, len(files), round(sum(path.stat().st_size for path in files) / 1e6, 1))


def story_pages(peer: Peer, count: int) -> Iterator[str]:
    for number in range(count):
        yield from (peer.page(lang, slug(number)) for lang in LANGS)


def _filled(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 2000


def _reads(peer: Peer, output: Path, lang: str) -> bool:
    story = _story(READ, lang)
    return _bare(story.sample) in _bare(_TAG.sub("", unescape((output / peer.page(lang, READ)).read_text("utf-8"))))


def _story(name: str, lang: str) -> Story:
    return next(tell(plan, lang, lambda _, target: target, "") for plan in plans(int(name[-5:]) + 1) if plan.slug == name)


def _bare(text: str) -> str:
    return _SPACE.sub("", text)


def _others(peer: Peer, output: Path, count: int) -> Iterator[str]:
    stories = {output / path for path in story_pages(peer, count)}
    for path in output.rglob("*.html"):
        if path not in stories:
            yield path.read_text("utf-8")
