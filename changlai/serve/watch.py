"""Waiting until somebody has saved something, and until they have finished saving.

Events only wake us: what has changed is what looks different from what was built last. So nothing is built for a file that was
touched, read or saved as it was, and nothing is missed where events are: on a network share, or while a new folder is filled.
"""

from __future__ import annotations

import os
import queue
import sys
import time
from collections.abc import Iterator
from pathlib import Path, PurePath

from watchdog.events import FileSystemEvent, FileSystemEventHandler

from changlai.serve.ears import Ears
from changlai.serve.inputs import FOLDER, Look, Mark, Sources, describe, digest, look, passing
from changlai.unchanged import READ

THEME = ("templates", "translations")
# Seconds without an event after which a save is over. Only Linux tells that a file was closed; elsewhere one that is being written looks
# like one that is.
SOON = 0.005 if sys.platform == "linux" else 0.05
LATER = 0.1  # the same for many files at once, and where one is missing, empty or still open: more is to come
LONGEST = 2.0  # after which it is built whatever comes
FEW = 3  # files that one save may touch
PAUSE = 1.0  # after which we look without having been woken
SHARE = 50  # times as long as a look takes that we rest between two


class Watch(FileSystemEventHandler):
    """Looks after a project, and the theme of the package where that lies elsewhere, from the moment that it is made."""

    def __init__(self, project: Path, theme: Path) -> None:
        root, package = str(project.resolve()), str(theme.resolve())
        self._sources: Sources = {package: THEME, root: READ} if package != root else {root: READ}
        self._root = root
        self._events: queue.SimpleQueue[tuple[float, FileSystemEvent]] = queue.SimpleQueue()
        self._last = 0.0  # when the last event came
        self._cost = 0.0  # seconds that the last look took
        self._touched: set[str] = set()
        self._closed: set[str] = set()  # written to the end, as far as can be told
        self._digests: dict[str, str] = {}
        self._told: set[str] = set()
        self._owed: set[str] = set()
        self._ears = Ears(self)
        self._known = self._look()

    def on_any_event(self, event: FileSystemEvent) -> None:
        self._events.put((time.monotonic(), event))

    def close(self) -> None:
        self._ears.close()

    def changes(self) -> Iterator[set[str]]:
        """For each burst of changes what was changed, relative to the project or the package. What changes while the receiver is
        at work is told next, whether or not it has been changed back."""
        strict = True
        while True:
            self._wait(0 if strict or self._owed else max(PAUSE, SHARE * self._cost))
            found = self._burst(strict)
            strict = bool((found or self._owed) and Path(self._root).is_dir())
            if strict:
                self._told, self._owed = found | self._owed, set()
                yield {self._name(path) for path in self._told}

    def stirred(self) -> bool:
        """Whether anything has changed since the last burst was told: what was read then may be half a file. The burst is told again."""
        self._take(0)
        if self._touched and self._differences(self._look(), strict=True):
            self._owed = self._told
        return bool(self._owed)

    def _burst(self, strict: bool) -> set[str]:
        """What has changed, once it is over."""
        until = time.monotonic() + LONGEST
        while True:
            while (rest := min(self._last + SOON, until) - time.monotonic()) > 0:
                self._take(rest)
            now = self._look()
            found = self._differences(now, strict)
            if found and not self._touched:
                self._last = time.monotonic()  # found by looking alone: nobody knows since when
                self._touched |= found
            rest = min(self._last + LATER, until) - time.monotonic()
            if not found or rest <= 0 or self._calm(found, now):
                break
            self._take(rest)
        self._known = now
        for path in found:
            self._learn(path)
        self._touched.clear()
        self._closed.clear()
        return found

    def _calm(self, found: set[str], now: Look) -> bool:
        """Whether these changes can be all there is to one save."""
        whole = all((mark := now.marks.get(path)) and mark.size > 0 for path in found)
        return whole and len(found) <= FEW and found <= self._closed

    def _differences(self, now: Look, strict: bool) -> set[str]:
        """What is not as it was known; without `strict`, files that hold the same bytes again are as they were."""
        known, marks = self._known.marks, now.marks
        differing = {path for path in known.keys() | marks.keys() if known.get(path) != marks.get(path)}
        doubtful = self._touched & known.keys() & marks.keys()  # coarse times may hide a change
        same = {path for path in doubtful | (set() if strict else differing) if self._same(path, known.get(path), marks.get(path))}
        return (differing | doubtful) - (same - differing if strict else same)

    def _same(self, path: str, before: Mark | None, now: Mark | None) -> bool:
        if before is None or now is None or before.aim != now.aim:
            return False
        return before.size == now.size and (before.size == FOLDER or digest(path) == (self._digests.get(path) or "unknown"))

    def _wait(self, pause: float) -> None:
        """Until an event comes, or for `pause` seconds; meanwhile the bytes of what was built are learnt."""
        unknown = (path for path, mark in self._known.marks.items() if mark.size >= 0 and path not in self._digests)
        while pause and self._events.empty() and (path := next(unknown, None)):
            self._learn(path)
        self._take(pause)

    def _learn(self, path: str) -> None:
        """The bytes of a file that still looks as it did when it was built."""
        learnt = digest(path)
        self._digests[path] = learnt if describe(Path(path))[0] == self._known.marks.get(path) else ""

    def _take(self, patience: float) -> None:
        """Take in all events that have come, and wait for one."""
        try:
            self._hear(*self._events.get(timeout=patience) if patience else self._events.get_nowait())
            while True:
                self._hear(*self._events.get_nowait())
        except queue.Empty:
            pass

    def _hear(self, when: float, event: FileSystemEvent) -> None:
        paths = {path for name in (event.src_path, event.dest_path) if name and self._counts(path := os.fsdecode(name))}
        if paths:
            self._last = when
            self._touched |= paths
            opened = event.event_type == "modified" and sys.platform == "linux"
            self._closed = self._closed - paths if opened else self._closed | paths

    def _counts(self, path: str) -> bool:
        folder, name = str(Path(path).parent), Path(path).name
        return name in self._sources[folder] if folder in self._sources else not passing(name)

    def _look(self) -> Look:
        """As things are now; folders that have come or been made anew are listened to before they are looked at."""
        began = time.monotonic()
        found = look(self._sources)
        while self._ears.listen(self._sources, found):
            found = look(self._sources)
        self._cost = time.monotonic() - began
        return found

    def _name(self, path: str) -> str:
        home = max((folder for folder in self._sources if PurePath(path).is_relative_to(folder)), key=len, default="")
        return PurePath(path).relative_to(home).as_posix() if home else PurePath(path).as_posix()
