"""What is remembered: values under the digest of what they were made from, in one SQLite file that is never trusted blindly.

Nothing that the store says changes what is built: a lost, torn or foreign file only means that the work is done again.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

SIZE = 16  # bytes of a digest
SCHEMA = "CREATE TABLE IF NOT EXISTS memory (key TEXT PRIMARY KEY, value BLOB NOT NULL, run INTEGER NOT NULL) WITHOUT ROWID"
KEEP = 4  # runs that a value outlives its last use


def digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=SIZE).hexdigest()


def fingerprint(*parts: Any) -> str:
    """The digest of JSON values; equal values have equal fingerprints whatever the order of their keys."""
    return digest(json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8", "surrogatepass"))


def program(*libraries: str) -> str:
    """The digest of this program: its own sources, as installed, and the versions of the libraries that shape its output."""
    folder = Path(__file__).parent
    sources = {path.relative_to(folder).as_posix(): digest(path.read_bytes()) for path in sorted(folder.rglob("*.py"))}
    return fingerprint(sources, libraries)


class Store:
    """Bytes by digest, and results by what they were made from. `folder` None keeps everything in memory, for one run."""

    def __init__(self, folder: Path | None) -> None:
        self._folder, self._process = folder, os.getpid()
        self._held: dict[str, bytes] = {}
        self._kept: dict[str, bytes] = {}  # what was kept where there is no file
        self._used: set[str] = set()
        self._db = _open(folder)
        self._run = int(self._query("SELECT coalesce(max(run), 0) + 1 FROM memory") or 1)

    def put(self, data: bytes) -> str:
        """Hold `data` for this run and give its digest."""
        name = digest(data)
        self._held[name] = data
        return name

    def get(self, name: str) -> bytes:
        """Bytes that were put in this run; KeyError for others."""
        return self._held[name]

    def drop(self, name: str) -> None:
        """Let go of bytes that nothing needs any more in this run."""
        self._held.pop(name, None)

    def remember(self, key: str, make: Callable[[], bytes]) -> bytes:
        """The value of `key`, made now or in an earlier run."""
        found = self.recall(key)
        if found is None:
            found = make()
            self.keep(key, found)
        return found

    def settle(self) -> None:
        """Let other processes see what was kept."""
        try:
            if self._db:
                self._db.commit()
        except sqlite3.Error:
            self._forget()

    def close(self) -> None:
        """Let go of what has not been used for some runs, and of the file."""
        if self._db is None:
            return
        try:
            with self._db:
                self._db.executemany("UPDATE memory SET run = ? WHERE key = ?", ((self._run, key) for key in sorted(self._used)))
                self._db.execute("DELETE FROM memory WHERE run <= ?", (self._run - KEEP,))
            self._db.close()
        except sqlite3.Error:
            pass  # what could not be remembered is made again

    def recall(self, key: str) -> bytes | None:
        """What was kept under `key`, in this run or an earlier one; None where it was not, or is damaged."""
        if key in self._kept:
            return self._kept[key]
        value = self._query("SELECT value FROM memory WHERE key = ?", key)
        if not isinstance(value, bytes) or digest(value[SIZE * 2 :]).encode() != value[: SIZE * 2]:
            return None
        self._used.add(key)
        return value[SIZE * 2 :]

    def keep(self, key: str, value: bytes) -> None:
        """Remember `value`; where that cannot be done, it is made again next time."""
        try:
            if self._db:
                self._db.execute("INSERT OR REPLACE INTO memory VALUES (?, ?, ?)", (key, digest(value).encode() + value, self._run))
                return
        except sqlite3.Error:
            self._forget()
        self._kept[key] = value

    def _query(self, statement: str, *values: str) -> Any:
        if self._process != os.getpid():  # a connection does not survive the making of a process
            self._process, self._db = os.getpid(), _open(self._folder) if self._db else None
        try:
            row = self._db.execute(statement, values).fetchone() if self._db else None
        except sqlite3.Error:
            self._forget()
            return None
        return row[0] if row else None

    def _forget(self) -> None:
        """Go on without the file."""
        if self._db:
            with suppress(sqlite3.Error):
                self._db.close()
        self._db = None


def _open(folder: Path | None) -> sqlite3.Connection | None:
    """The memory in `folder`; made anew where it is damaged, None where it cannot be had."""
    if folder is None:
        return None
    path = folder / "memory.db"
    for _ in range(2):
        db = None
        try:
            folder.mkdir(parents=True, exist_ok=True)
            db = sqlite3.connect(path, timeout=5)
            db.execute("PRAGMA synchronous = OFF")
            db.execute(SCHEMA)
            return db
        except sqlite3.DatabaseError as fault:
            if db:
                db.close()
            if isinstance(fault, sqlite3.OperationalError):
                break  # in use, read-only or out of reach: leave it alone
            path.unlink(missing_ok=True)
        except OSError:
            break
    return None
