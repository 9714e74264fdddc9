"""What is remembered is never trusted blindly, and never needed."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Collection
from contextlib import closing
from pathlib import Path

import pytest

from changlai import store
from changlai.store import Store, digest, fingerprint, program


def remember(folder: Path | None, key: str, value: bytes) -> bool:
    """Whether `value` had to be made."""
    made: list[bytes] = []
    with closing(Store(folder)) as memory:
        assert memory.remember(key, lambda: made.append(value) or value) == value
    return bool(made)


def test_a_value_is_made_once(tmp_path: Path) -> None:
    assert remember(tmp_path, "a", b"1")
    assert not remember(tmp_path, "a", b"1")
    assert remember(tmp_path, "b", b"2")


def test_without_a_folder_nothing_outlives_the_run() -> None:
    assert remember(None, "a", b"1")
    assert remember(None, "a", b"1")


def test_empty_and_large_values_are_values(tmp_path: Path) -> None:
    for key, value in (("empty", b""), ("large", b"\0" * 3_000_000)):
        assert [remember(tmp_path, key, value), remember(tmp_path, key, value)] == [True, False]


def test_bytes_are_held_by_digest_for_one_run() -> None:
    with closing(Store(None)) as memory:
        name = memory.put(b"data")
        assert (name, memory.get(name)) == (digest(b"data"), b"data")
        memory.lend(digest(b"more"), lambda: b"more")
        assert memory.get(digest(b"more")) == b"more"
        with pytest.raises(KeyError):
            memory.get("other")


def change_value(db: sqlite3.Connection) -> None:
    db.execute("UPDATE kept SET value = substr(value, 1, 32) || x'ff'")


def shorten_value(db: sqlite3.Connection) -> None:
    db.execute("UPDATE kept SET value = x'00'")


def text_for_bytes(db: sqlite3.Connection) -> None:
    db.execute("UPDATE kept SET value = 'text'")


def number_for_bytes(db: sqlite3.Connection) -> None:
    db.execute("UPDATE kept SET value = 5")


def drop_table(db: sqlite3.Connection) -> None:
    db.execute("DROP TABLE kept")


def foreign_table(db: sqlite3.Connection) -> None:
    db.execute("DROP TABLE kept")
    db.execute("CREATE TABLE kept (something TEXT)")


@pytest.mark.parametrize("harm", [change_value, shorten_value, text_for_bytes, number_for_bytes, drop_table, foreign_table])
def test_what_was_tampered_with_is_made_again(tmp_path: Path, harm: Callable[[sqlite3.Connection], None]) -> None:
    remember(tmp_path, "a", b"right")
    with closing(sqlite3.connect(tmp_path / "memory.db")) as db, db:
        harm(db)
    assert remember(tmp_path, "a", b"right")


def test_what_is_whole_but_anothers_is_made_again(tmp_path: Path) -> None:
    """As where a bit flips in the index, which leads to the rows."""
    remember(tmp_path, "a", b"right")
    remember(tmp_path, "b", b"another")
    with closing(sqlite3.connect(tmp_path / "memory.db")) as db, db:
        db.execute("UPDATE kept SET value = (SELECT value FROM kept WHERE key = 'b') WHERE key = 'a'")
    with closing(Store(tmp_path)) as memory:
        assert memory.recall_all(["a", "b"]) == {"b": b"another"}
    assert remember(tmp_path, "a", b"right")
    assert not remember(tmp_path, "b", b"another")


@pytest.mark.parametrize(
    "bytes_of", [lambda data: b"", lambda data: b"not a database " * 500, lambda data: data[:700], lambda data: data[::-1]]
)
def test_a_torn_file_is_made_anew(tmp_path: Path, bytes_of: Callable[[bytes], bytes]) -> None:
    remember(tmp_path, "a", b"right")
    path = tmp_path / "memory.db"
    path.write_bytes(bytes_of(path.read_bytes()))
    assert remember(tmp_path, "a", b"right")
    assert not remember(tmp_path, "a", b"right"), "the file is sound again"


def test_a_folder_or_file_in_the_way_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "one/memory.db").mkdir(parents=True)
    (tmp_path / "two").write_text("a file")
    assert remember(tmp_path / "one", "a", b"1")
    assert remember(tmp_path / "two", "a", b"1")
    assert (tmp_path / "two").read_text() == "a file"
    assert (tmp_path / "one/memory.db").is_dir()


def test_a_file_in_use_is_left_to_its_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    remember(tmp_path, "a", b"1")
    connect = sqlite3.connect
    monkeypatch.setattr(store.sqlite3, "connect", lambda path, timeout=0: connect(path, timeout=0))
    with closing(connect(tmp_path / "memory.db", isolation_level=None)) as db:
        db.execute("BEGIN EXCLUSIVE")
        assert remember(tmp_path, "b", b"2")
        db.execute("ROLLBACK")
    assert not remember(tmp_path, "a", b"1"), "nothing was lost"


def test_what_no_run_needs_is_let_go_before_the_file_grows_for_ever(tmp_path: Path) -> None:
    for run in range(20):
        with closing(Store(tmp_path)) as memory:
            memory.remember("kept", lambda: bytes(1_000_000))
            memory.use("named")
            if run == 0:
                memory.keep("named", b"of use")
            memory.keep(f"once-{run}", bytes(4_000_000))
            memory.tidy()
    with closing(Store(tmp_path)) as memory:
        assert memory.recall("kept") and memory.recall("named") == b"of use"
        assert memory.recall("once-0") is None
    assert (tmp_path / "memory.db").stat().st_size < 50_000_000


def test_a_small_memory_is_not_worth_tidying(tmp_path: Path) -> None:
    remember(tmp_path, "old", b"1")
    with closing(Store(tmp_path)) as memory:
        memory.tidy()
    assert not remember(tmp_path, "old", b"1")


def test_another_process_sees_what_was_settled(tmp_path: Path) -> None:
    with closing(Store(tmp_path)) as memory:
        memory.keep("a", b"1")
        memory.settle()
        child = os.fork()
        if child == 0:
            os._exit(0 if memory.recall("a") == b"1" else 1)
        assert os.waitpid(child, 0)[1] == 0
        assert memory.recall("a") == b"1"


def test_equal_values_have_equal_fingerprints() -> None:
    assert fingerprint({"a": 1, "b": [1, 2]}) == fingerprint({"b": [1, 2], "a": 1})
    assert fingerprint("昌", "\udc80") == fingerprint("昌", "\udc80")
    different = [
        fingerprint(*parts) for parts in (["ab", "c"], ["a", "bc"], [["a", "b"]], ["a", "b"], ["a", None], ["a", 0], ["a", "0"], [])
    ]
    assert len(set(different)) == len(different)


def test_the_program_is_its_sources_and_its_libraries() -> None:
    assert program("1.0") == program("1.0")
    assert program("1.0") != program("1.1")


def held(folder: Path, key: str, value: object, lasting: bool = True) -> object:
    with closing(Store(folder, lasting)) as memory:
        return memory.hold("name", key, lambda: value)


def test_a_process_that_lasts_holds_the_last_value_of_a_name(tmp_path: Path) -> None:
    one, other = object(), object()
    assert held(tmp_path, "a", one) is one
    assert held(tmp_path, "a", other) is one
    assert held(tmp_path, "b", other) is other
    assert held(tmp_path, "a", other) is other, "of a name no more than one is held"


def test_another_project_has_values_of_its_own(tmp_path: Path) -> None:
    one, other = object(), object()
    assert held(tmp_path / "one", "a", one) is one
    assert held(tmp_path / "other", "a", other) is other


def test_a_process_that_does_not_last_holds_nothing(tmp_path: Path) -> None:
    one, other = object(), object()
    held(tmp_path, "a", one)
    assert held(tmp_path, "a", other, lasting=False) is other


def test_values_are_loaded_together_once(tmp_path: Path) -> None:
    loaded: list[bytes] = []

    def load(data: Collection[bytes]) -> list[int]:
        loaded.extend(data)
        return [int(each) for each in data]

    with closing(Store(tmp_path, lasting=True)) as memory:
        memory.keep("one", b"1")
        memory.keep("two", b"2")
        assert memory.load_all("shelf", ["one", "two", "three"], load) == {"one": 1, "two": 2}
        assert memory.load_all("shelf", ["two"], load) == {"two": 2}
        assert loaded == [b"1", b"2"]
        assert memory.load_all("shelf", ["one", "two"], load) == {"one": 1, "two": 2}
        assert loaded == [b"1", b"2", b"1"], "what the last run did not ask for is let go"


def test_where_one_value_is_none_all_are_made_again(tmp_path: Path) -> None:
    with closing(Store(tmp_path)) as memory:
        memory.keep("one", b"1")
        memory.keep("two", b"zwei")
        assert memory.load_all("shelf", ["one", "two"], lambda data: [int(each) for each in data]) == {}
