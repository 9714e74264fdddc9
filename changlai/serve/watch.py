"""Waiting until somebody has saved something, and until they have finished saving."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

QUIET = 0.03  # seconds without an event after which a save, a rename or a checkout is over
TELLING = frozenset({"created", "modified", "moved", "deleted"})  # reading a file fires events too
OURS = frozenset({".changlai", "site", ".git", ".venv", "node_modules", "__pycache__"})


class Changes(FileSystemEventHandler):
    def __init__(self, root: Path) -> None:
        self.root = root
        self.seen: queue.SimpleQueue[str] = queue.SimpleQueue()

    def on_any_event(self, event: FileSystemEvent) -> None:
        paths = [str(path) for path in (event.src_path, event.dest_path) if path]
        if event.event_type in TELLING and not (event.is_directory and event.event_type == "modified"):
            for path in filter(self.ours, paths):
                self.seen.put(path)

    def ours(self, path: str) -> bool:
        """Whether a path belongs to the input of a build."""
        try:
            parts = Path(path).relative_to(self.root).parts
        except ValueError:
            return False
        return bool(parts) and parts[0] not in OURS


def changes(root: Path) -> Iterator[set[str]]:
    """For each burst of changes below `root` the paths that it touched, relative to it."""
    root = root.resolve()
    watched = Changes(root)
    observer = Observer()
    observer.schedule(watched, str(root), recursive=True)
    observer.start()
    try:
        while True:
            touched = {watched.seen.get()}
            while True:
                try:
                    touched.add(watched.seen.get(timeout=QUIET))
                except queue.Empty:
                    break
            yield {Path(path).relative_to(root).as_posix() for path in touched}
    finally:
        observer.stop()
        observer.join()
