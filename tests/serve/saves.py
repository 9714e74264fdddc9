"""Saves of every style, while the page is asked for 100 times a second: python -m tests.serve.saves [--edits 1000] [--small]

On a copy of the real site (`--small`: of a few stories). Each save is waited for until the preview shows it; every fifth is not, and the
next one falls somewhere into the build. Every 25th is no story but a new entry, a deleted one, settings, terms, a template or an asset.
Seen means that the very words came; overtaken, that a later save came first. A half page has not one and the same number all through, or
no end.
"""

from __future__ import annotations

import argparse
import http.client
import random
import re
import shutil
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from itertools import cycle
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from tests import history
from tests.serve.running import ROOT, Running, copy_of_the_real_site, running
from tests.serve.styles import STYLES

PATIENCE = 20.0
EVERY = 0.01  # seconds between two questions
HURRIED, OTHER = 5, 25  # every so manyth save
NUMBER = re.compile(rb"\[(\d+)\]")
PARAGRAPHS = 60


class Page(NamedTuple):
    status: int
    body: bytes


class Poll(threading.Thread):
    """Asks for one page again and again, and judges what comes."""

    def __init__(self, site: Running, path: str) -> None:
        super().__init__(daemon=True)
        self.site, self.path = site, path
        self.counts: Counter[str] = Counter()
        self.slowest = 0.0
        self.shown: set[int] = set()
        self.changed = threading.Condition()
        self.over = False

    def run(self) -> None:
        address = urlsplit(self.site.url)
        connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=PATIENCE)
        due = time.monotonic()
        while not self.over:
            due = max(due + EVERY, time.monotonic())
            time.sleep(max(0.0, due - time.monotonic()))
            began = time.monotonic()
            try:
                connection.request("GET", address.path + self.path)
                answer = connection.getresponse()
                self.judge(Page(answer.status, answer.read()))
            except (OSError, http.client.HTTPException) as fault:
                self.counts[f"failed: {type(fault).__name__}"] += 1
                connection.close()
            self.slowest = max(self.slowest, time.monotonic() - began)
        connection.close()

    def judge(self, page: Page) -> None:
        self.counts["polls"] += 1
        if page.status != 200:
            self.counts[f"status {page.status}"] += 1
            return
        numbers = {int(number) for number in NUMBER.findall(page.body)}
        if len(numbers) > 1 or len(NUMBER.findall(page.body)) not in (0, PARAGRAPHS) or not page.body.rstrip().endswith(b"</html>"):
            self.counts["half pages"] += 1
        with self.changed:
            self.shown |= numbers
            self.changed.notify_all()

    def wait(self, number: int) -> bool:
        with self.changed:
            return self.changed.wait_for(lambda: number in self.shown, PATIENCE)


def words(number: int) -> bytes:
    """A body that names its number in each paragraph."""
    return "".join(f"第 [{number}] 次保存，这一段说的都是同一件事。\n\n" for _ in range(PARAGRAPHS)).encode()


def fetch(url: str) -> Page:
    address = urlsplit(url)
    connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=PATIENCE)
    with closing(connection):
        connection.request("GET", address.path)
        answer = connection.getresponse()
        return Page(answer.status, answer.read())


class Writer:
    """Saves a story in one style after the other, and now and then something else."""

    def __init__(self, site: Running, story: Path, poll: Poll, seed: int = 1) -> None:
        self.site, self.story, self.poll, self.random = site, story, poll, random.Random(seed)
        text = story.read_bytes()
        self.head = text[: text.index(b"\n---\n", 3) + 5] + b"\n"
        self.styles = cycle(STYLES)
        self.others = cycle([self.new_entry, self.deleted_entry, self.settings, self.terms, self.template, self.asset])
        self.counts: Counter[str] = Counter()
        self.missed: list[str] = []

    def save(self, number: int) -> None:
        style = next(self.styles)
        STYLES[style](self.story, self.head + words(number))
        if number % HURRIED == 0:
            time.sleep(self.random.random() * 0.3)
            self.counts["hurried"] += 1
        elif not self.poll.wait(number):
            self.missed.append(f"{number} {style}")

    def other(self, number: int) -> None:
        deed = next(self.others)
        seen, until = deed(number), time.monotonic() + PATIENCE
        while not seen() and time.monotonic() < until:
            time.sleep(EVERY)
        self.counts["other changes"] += 1
        if not seen():
            self.missed.append(f"{number} {deed.__name__}")

    def page(self, path: str) -> Page:
        return fetch(self.site.url + path)

    def new_entry(self, number: int) -> Callable[[], bool]:
        folder = self.site.project / "content/stories/quite-new"
        folder.mkdir()
        (folder / "index.zh.md").write_text(f"---\ntitle: 新 {number}\ndate: 2022-08-01\n---\n\n正文。\n", "utf-8")
        return lambda: self.page("zh/stories/quite-new/").status == 200

    def deleted_entry(self, number: int) -> Callable[[], bool]:
        shutil.rmtree(self.site.project / "content/stories/quite-new")
        return lambda: self.page("zh/stories/quite-new/").status == 404

    def settings(self, number: int) -> Callable[[], bool]:
        self.change("site.yaml", r"(?m)^tagline:.*\n(?:  .*\n)*", f"tagline: {{zh: 一句话 {number}, en: A line {number}}}\n")
        return lambda: f"一句话 {number}".encode() in self.page("zh/").body

    def terms(self, number: int) -> Callable[[], bool]:
        self.change("content/terms.yaml", r"(title: {zh: [^,}\d]*?) ?\d*(?=[,}])", rf"\1 {number}")
        return lambda: str(number).encode() in self.page("zh/series/").body

    def change(self, path: str, old: str, new: str) -> None:
        file = self.site.project / path
        file.write_text(re.sub(old, new, file.read_text("utf-8"), count=1), "utf-8")

    def template(self, number: int) -> Callable[[], bool]:
        source = (ROOT / "templates/home.html").read_text("utf-8")
        mark = f"<!-- t{number} -->"
        history.write(self.site.project / "templates/home.html", source.replace("{% block main %}", "{% block main %}" + mark))
        return lambda: mark.encode() in self.page("en/").body

    def asset(self, number: int) -> Callable[[], bool]:
        source = (ROOT / "templates/assets/site.css").read_text("utf-8")
        history.write(self.site.project / "templates/assets/site.css", f"{source}\n.n{number} {{ color: red }}\n")

        def seen() -> bool:
            link = re.search(rb"[^\"]*/(assets/site\.\w+\.css)", self.page("en/").body)
            return link is not None and f".n{number} ".encode() in self.page(link[1].decode()).body

        return seen


class Found(NamedTuple):
    saves: int
    seen: int
    overtaken: int
    missed: list[str]
    builds: int
    counts: Counter[str]  # of polls
    slowest: float
    others: int

    def table(self) -> str:
        bad = {name: count for name, count in self.counts.items() if name not in ("polls", "half pages", "status 404")}
        return "\n".join(
            [
                f"{self.saves} saves in {len(STYLES)} styles and {self.others} other changes, {self.builds} builds",
                f"seen {self.seen}, overtaken {self.overtaken}, missed {len(self.missed)} {self.missed or ''}",
                f"{self.counts['polls']} polls: half pages {self.counts['half pages']}, 404 {self.counts['status 404']}, other {bad or 0}, "
                f"slowest answer {1000 * self.slowest:.0f} ms",
            ]
        )


def try_out(edits: int, small: bool, seed: int = 1) -> Found:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        slug = "s0" if small else "one-garden-two-cities"
        if small:
            history.make(folder / "project")
        else:
            copy_of_the_real_site(folder)
        story = folder / f"project/content/stories/{slug}/index.zh.md"
        with running(folder / "project") as site:
            poll = Poll(site, f"zh/stories/{slug}/")
            poll.start()
            writer = Writer(site, story, poll, seed)
            for number in range(1, edits + 1):
                (writer.other if number % OTHER == 0 else writer.save)(number)
            poll.wait(max(number for number in range(1, edits + 1) if number % OTHER))
            poll.over = True
            poll.join()
            saves = edits - writer.counts["other changes"]
            late = [text for text in writer.missed if text.split()[1] in STYLES]
            seen = len(poll.shown)
            return Found(
                saves,
                seen,
                saves - seen - len(late),
                writer.missed,
                len(site.builds()),
                poll.counts,
                poll.slowest,
                writer.counts["other changes"],
            )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--small", action="store_true")
    args = parser.parse_args()
    found = try_out(args.edits, args.small, args.seed)
    sys.stdout.write(found.table() + "\n")
    sys.exit(bool(found.missed) or found.counts.keys() != {"polls"})
