"""What the browser is told: one piece of news after each build, to every page that is open."""

from __future__ import annotations

import json
import queue
import threading
import time
from typing import Any

LISTENERS = 32  # more tabs than anybody has open; the rest are sent away


class News:
    """The last piece of news, and whoever waits for the next."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: set[queue.SimpleQueue[str]] = set()
        self.generation = time.time_ns() // 1_000_000  # a page that was opened before we were started again is older than this
        self._last = self._text([], "", [], False)

    def publish(self, problems: list[dict[str, str]], title: str, styles: list[str], changed: bool, texts: bool = False) -> None:
        """`problems` (place, message, hint) under `title` where the build failed; `styles` where nothing but they changed; `texts` where
        no file changed but pages and feeds."""
        with self._lock:
            self.generation += int(changed)
            self._last = self._text(problems, title, [], False)  # to whoever comes later, and may have missed more
            news = self._text(problems, title, styles, texts)
            for listener in self._listeners:
                listener.put(news)

    def listen(self) -> queue.SimpleQueue[str] | None:
        """A queue that begins with the last news; None where too many listen."""
        with self._lock:
            if len(self._listeners) >= LISTENERS:
                return None
            listener: queue.SimpleQueue[str] = queue.SimpleQueue()
            listener.put(self._last)
            self._listeners.add(listener)
            return listener

    def leave(self, listener: queue.SimpleQueue[str]) -> None:
        with self._lock:
            self._listeners.discard(listener)

    def _text(self, problems: list[dict[str, str]], title: str, styles: list[str], texts: bool) -> str:
        news: dict[str, Any] = {"generation": self.generation, "problems": problems, "title": title, "styles": styles, "texts": texts}
        return json.dumps(news, ensure_ascii=False)
