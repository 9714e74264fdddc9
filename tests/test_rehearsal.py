"""Before the first save in a preview everything that a save needs is made ready."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import Mock

import jinja2
import pytest

from changlai import compare, pipeline, store
from changlai.rehearsal import rehearse
from changlai.render.renderer import COMPILED
from tests import history

STORY = "content/stories/s1/index.zh.md"


@pytest.fixture
def options(tmp_path: Path) -> pipeline.Options:
    """Of a preview in a process that has just begun, over what an earlier one left."""
    root = tmp_path / "project"
    history.make(root)
    history.write(root / "content/glossary.yaml", "paks: {zh: 帕克斯, en: Paks}\n")
    found = pipeline.Options(root, datetime.now(UTC), drafts=True, output=root / ".changlai/preview", lasting=True, jobs=1)
    assert pipeline.build(found).change.written
    store.HELD.let_go(None)
    for compiled in COMPILED.values():
        compiled._codes.clear()
    assert not pipeline.build(found).change.written
    return found


def files(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file() and path.name != "memory.db"}


def test_the_first_save_compiles_neither_glossary_nor_templates(options: pipeline.Options, monkeypatch: pytest.MonkeyPatch) -> None:
    glossary, templates = Mock(wraps=compare.compiled), Mock()
    compile_template = jinja2.Environment.compile
    monkeypatch.setattr(compare, "compiled", glossary)
    monkeypatch.setattr(jinja2.Environment, "compile", lambda *given, **more: (templates(), compile_template(*given, **more))[1])
    rehearse(options)
    assert (glossary.call_count, templates.call_count > 5) == (1, True)
    templates.reset_mock()
    story = options.project / STORY
    story.write_text(story.read_text("utf-8") + "\n一九五八年。\n", "utf-8")
    assert pipeline.build(options).change.written
    assert (glossary.call_count, templates.call_count) == (1, 0)


def test_nothing_is_written_and_nothing_said(options: pipeline.Options, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(options.project)
    rehearse(options)
    assert files(options.project) == before
    assert capsys.readouterr() == ("", "")


def test_a_site_with_errors_waits_for_the_next_build(options: pipeline.Options) -> None:
    (options.project / STORY).write_text("---\ntitle: [\n---\n", "utf-8")
    rehearse(options)
    assert not any(compiled._codes for compiled in COMPILED.values())
