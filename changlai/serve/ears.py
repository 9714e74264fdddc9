"""Which folders are listened to."""

from __future__ import annotations

import logging
import warnings
from contextlib import suppress
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

from changlai.serve.inputs import FOLDER, Look, Sources

# Reading a file tells nothing; left out here, builds are not woken by themselves thousands of times.
TELLING: list[type[FileSystemEvent]] = [
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]
Itself = tuple[int, int]  # device and inode: a folder that was made anew under its old name is another

# What watchdog misses, and tells of in its own words, is seen by looking.
logging.getLogger("watchdog").addHandler(logging.NullHandler())
warnings.filterwarnings("ignore", category=RuntimeWarning, module=r"watchdog\.")


class Ears:
    """Listens to folders on behalf of `handler`. Where that is not possible nothing is heard, and nothing is said about it."""

    def __init__(self, handler: FileSystemEventHandler) -> None:
        self._handler = handler
        self._scheduled: dict[str, tuple[Itself, ObservedWatch | None]] = {}
        self._observer: BaseObserver | None = None
        with suppress(OSError):
            observer = Observer()
            observer.start()
            self._observer = observer

    def close(self) -> None:
        if self._observer:
            self._observer.stop()
            self._observer.join()

    def listen(self, sources: Sources, found: Look) -> bool:
        """Listen to `sources`, to what counts in them and to what their links lead to; whether there was anything new to listen to."""
        wanted = self.wanted(sources, found)
        deaf = {emitter.watch for emitter in self._observer.emitters if not emitter.should_keep_running()} if self._observer else set()
        for path, (itself, watch) in list(self._scheduled.items()):
            # A folder that was deleted is listened to no more, even where another has its name and inode by now.
            if wanted.get(path, (None, False))[0] != itself or watch in deaf:
                del self._scheduled[path]
                if watch and self._observer:
                    self._observer.unschedule(watch)
        fresh = [path for path in wanted if path not in self._scheduled]
        for path in fresh:
            itself, recursive = wanted[path]
            self._scheduled[path] = (itself, self.schedule(path, recursive))
        return bool(fresh)

    def wanted(self, sources: Sources, found: Look) -> dict[str, tuple[Itself, bool]]:
        """Each folder with whether all below it counts; what lies in another of these is heard through that one."""
        folders = dict.fromkeys(sources, False) | found.linked
        folders |= {path: True for path, mark in found.marks.items() if mark.size == FOLDER and not mark.aim and parent(path) in sources}
        wanted = {}
        for path, recursive in folders.items():
            if any(folders.get(str(above)) for above in Path(path).parents):
                continue
            try:
                state = Path(path).stat()
            except OSError:
                continue
            wanted[path] = ((state.st_dev, state.st_ino), recursive)
        return wanted

    def schedule(self, path: str, recursive: bool) -> ObservedWatch | None:
        try:
            return self._observer.schedule(self._handler, path, recursive=recursive, event_filter=TELLING) if self._observer else None
        except OSError:
            return None  # gone again, or the system listens to no more


def parent(path: str) -> str:
    return str(Path(path).parent)
