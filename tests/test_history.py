"""An incremental build is byte for byte the clean build; and the test that says so is itself tried on broken builders."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from changlai import gather
from changlai.render import Renderer, renderer
from changlai.store import fingerprint
from changlai.write import tree as writing
from tests.history import differences


def test_fifty_random_edits_give_the_bytes_of_clean_builds(tmp_path: Path) -> None:
    assert list(differences(tmp_path, seed=7, edits=50)) == []


def no_sweep(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "sweep", lambda *_: None)


def key_without_template(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renderer, "closure", lambda name, *_: name)


def key_without_view(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Renderer, "key", lambda self, page: fingerprint(page.path, page.body, page.fills))


def key_without_body(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Renderer, "key", lambda self, page: fingerprint(page.path, page.view, dict(self._templates)))


def trusted_outputs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "holds", lambda path, record, key: record is not None and record.key == key)


def memory_by_length(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gather, "fingerprint", lambda *parts: f"{parts[0]}-{len(parts[-1]) // 50}")


MUTANTS: Iterable[object] = (no_sweep, key_without_template, key_without_view, key_without_body, trusted_outputs, memory_by_length)


@pytest.mark.parametrize("mutate", MUTANTS)
def test_a_broken_builder_is_caught(mutate: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert callable(mutate)
    mutate(monkeypatch)
    assert next(differences(tmp_path, seed=7, edits=50), ""), "the history does not see this fault"
