"""A site's own templates may fail in every way that a program can; each is a problem with a place, never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import history

FAULTS = [
    '{% include "story.html" %}',
    '{% extends "story.html" %}',
    "{% macro round() %}{{ round() }}{% endmacro %}{{ round() }}",
    "{{ 2.0 ** 100000 }}",
    "{{ range(10 ** 30)|list }}",
    '{{ "\\ud800" }}',
    "{{ cycler() }}",
    '{{ "x".encode("no-such-code") }}',
    "{% for a in [1] %}" * 30 + "{% endfor %}" * 30,
    "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
]


@pytest.mark.parametrize("source", FAULTS, ids=[source[:30] for source in FAULTS])
def test_a_template_that_fails_is_named(tmp_path: Path, source: str) -> None:
    history.make(tmp_path)
    history.write(tmp_path / "templates/story.html", source)
    status, said = history.run(tmp_path)
    assert status == 1
    assert "templates/story.html:1:1: error: " in said
    assert not (tmp_path / "site").exists()
