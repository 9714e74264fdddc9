"""What is remembered: values under the digest of what they were made from, in one SQLite file that is never trusted blindly.

Nothing that the store says changes what is built: a lost, torn or foreign file only means that the work is done again. A preview, which
builds again and again, holds values as they are, by what they follow from; nobody changes a value that was made.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
SIZE = 16  # bytes of a digest
SCHEMA = "CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, value BLOB NOT NULL)"
GLOB = "SELECT key FROM kept WHERE key GLOB ?"
TOGETHER = 500  # keys that are asked for at once
_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
SPARE = 4096  # pages of the file, of 4 KiB, that are not worth tidying up


def digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=SIZE).hexdigest()


def fingerprint(*parts: Any) -> str:
    """The digest of JSON values; equal values have equal fingerprints whatever the order of their keys."""
    return digest(_encode(parts).encode("utf-8", "surrogatepass"))


def program(*libraries: str) -> str:
    """The digest of this program: its own sources, as installed, and the versions of the libraries that shape its output."""
    folder = Path(__file__).parent
    sources = {path.relative_to(folder).as_posix(): digest(path.read_bytes()) for path in sorted(folder.rglob("*.py"))}
    return fingerprint(sources, libraries)


def sealed(key: str, value: bytes) -> bytes:
    """A value with the digest of itself and its key: what a damaged index of the file leads to may be whole, and another's."""
    found = hashlib.blake2b(f"{key}\n".encode(), digest_size=SIZE)
    found.update(value)
    return found.hexdigest().encode() + value


def opened(key: str, value: Any) -> bytes | None:
    """What was sealed under `key`; None for anything else."""
    found = value[SIZE * 2 :] if isinstance(value, bytes) else b""
    return found if value == sealed(key, found) else None


class Held:
    """Values of one project, as long as this process lives, so that a preview need not make them anew at each save."""

    def __init__(self) -> None:
        self.let_go(None)

    def let_go(self, folder: Path | None) -> None:
        self.folder = folder
        self.values: dict[str, tuple[str, Any]] = {}  # by name the last one, with what it follows from
        self.shelves: dict[str, dict[str, Any]] = {}  # by name all that the last run asked for, by what they follow from


HELD = Held()


class Store:
    """Bytes by digest, and results by what they were made from. `folder` None keeps everything in memory, for one run. `lasting`: this
    process will want the same values again, and holds them."""

    def __init__(self, folder: Path | None, lasting: bool = False) -> None:
        self._folder, self._process, self._lasting = folder, os.getpid(), lasting
        if lasting and folder != HELD.folder:
            HELD.let_go(folder)
        self._held: dict[str, bytes] = {}
        self._lent: dict[str, Callable[[], bytes]] = {}
        self._kept: dict[str, bytes] = {}  # what was kept where there is no file
        self._used: set[str] = set()
        self._db = _open(folder)

    def put(self, data: bytes) -> str:
        """Hold `data` for this run and give its digest."""
        name = digest(data)
        self._held[name] = data
        return name

    def lend(self, name: str, fetch: Callable[[], bytes]) -> None:
        """Bytes that need not be held, since `fetch` gives them when they are asked for. `name` is their digest."""
        self._lent.setdefault(name, fetch)  # the first may be what a later one begins with

    def get(self, name: str) -> bytes:
        """Bytes that were put or lent in this run; KeyError for others."""
        return self._held[name] if name in self._held else self._lent[name]()

    def remember(self, key: str, make: Callable[[], bytes]) -> bytes:
        """The value of `key`, made now or in an earlier run."""
        found = self.recall(key)
        if found is None:
            found = make()
            self.keep(key, found)
        return found

    def hold(self, name: str, key: str, make: Callable[[], T]) -> T:
        """The value that follows from `key`: the last one of this `name` that this process made, or a new one. `make` may remember
        what it follows from under the same key."""
        if not self._lasting:
            return make()
        self._used.add(key)
        held = HELD.values.get(name)
        if held is None or held[0] != key:
            held = HELD.values[name] = key, make()
        found: T = held[1]
        return found

    def load_all(self, shelf: str, keys: Iterable[str], load: Callable[[Collection[bytes]], list[T]]) -> dict[str, T]:
        """What was kept under each of `keys`, as far as it was, as values; those that the last run had from this `shelf` are held.
        `load` raises ValueError for what is none of them."""
        wanted = dict.fromkeys(keys)
        held = HELD.shelves.get(shelf, {}) if self._lasting else {}
        found: dict[str, T] = {key: held[key] for key in wanted if key in held}
        self._used.update(found)
        kept = self.recall_all(key for key in wanted if key not in found)
        with suppress(ValueError):
            found.update(zip(kept, load(kept.values()), strict=True))
        if self._lasting:
            HELD.shelves[shelf] = found
        return found

    def settle(self) -> None:
        """Let other processes see what was kept."""
        try:
            if self._db:
                self._db.commit()
        except sqlite3.Error:
            self._forget()

    def use(self, key: str) -> None:
        """Say that what is kept under `key` is still of use, though this run does not ask for it."""
        self._used.add(key)

    def tidy(self) -> None:
        """After a run that named all it needs: let go of the rest, where the file has grown to more than twice of that."""
        pages = self._pages()
        if self._db is None or pages <= 2 * int(self._query("PRAGMA user_version") or 0) + SPARE:
            return
        try:
            with self._db:
                gone = [(key,) for (key,) in self._db.execute("SELECT key FROM kept") if key not in self._used]
                self._db.executemany("DELETE FROM kept WHERE key = ?", gone)
            self._db.execute(f"PRAGMA user_version = {self._pages()}")
        except sqlite3.Error:
            self._forget()

    def _pages(self) -> int:
        return int(self._query("PRAGMA page_count") or 0) - int(self._query("PRAGMA freelist_count") or 0)

    def close(self) -> None:
        try:
            if self._db:
                self._db.commit()
                self._db.close()
        except sqlite3.Error:
            pass  # what could not be remembered is made again

    def recall(self, key: str) -> bytes | None:
        """What was kept under `key`, in this run or an earlier one; None where it was not, or is damaged."""
        if key in self._kept:
            return self._kept[key]
        value = opened(key, self._query("SELECT value FROM kept WHERE key = ?", key))
        if value is not None:
            self._used.add(key)
        return value

    def recall_all(self, keys: Iterable[str]) -> dict[str, bytes]:
        """What was kept under each of `keys`, as far as it was: thousands are had sooner together than one by one."""
        wanted = list(keys)
        found = {key: self._kept[key] for key in wanted if key in self._kept}
        for place in range(0, len(wanted) if self._db else 0, TOGETHER):
            some = wanted[place : place + TOGETHER]
            for key, value in self._rows(f"SELECT key, value FROM kept WHERE key IN ({','.join('?' * len(some))})", some):
                if (kept := opened(key, value)) is not None:
                    found[key] = kept
        self._used.update(found)
        return found

    def names(self, prefix: str) -> frozenset[str]:
        """The keys that begin with `prefix` under which something may be kept; it might still be damaged."""
        return frozenset([key for key in self._kept if key.startswith(prefix)] + [key for (key,) in self._rows(GLOB, [f"{prefix}*"])])

    def keep(self, key: str, value: bytes) -> None:
        """Remember `value`; where that cannot be done, it is made again next time."""
        try:
            if self._db:
                self._db.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (key, sealed(key, value)))
                self._used.add(key)
                return
        except sqlite3.Error:
            self._forget()
        self._kept[key] = value

    def _query(self, statement: str, *values: str) -> Any:
        rows = self._rows(statement, values)
        return rows[0][0] if rows else None

    def _rows(self, statement: str, values: Sequence[str]) -> list[Any]:
        if self._process != os.getpid():  # a connection does not survive the making of a process
            self._process, self._db = os.getpid(), _open(self._folder) if self._db else None
        try:
            return self._db.execute(statement, values).fetchall() if self._db else []
        except sqlite3.Error:
            self._forget()
            return []

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
