"""Sites that have grown: no step of the plan goes through all entries for each page, and what is told elsewhere hides nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from changlai import pipeline, plan, translate
from changlai.model import Entry, Key
from changlai.plan import moved
from tests import history


class Counted(dict[Key, Entry]):
    """Entries that know how often somebody went through them."""

    walks = 0

    def __iter__(self) -> Iterator[Key]:
        self.walks += 1
        return super().__iter__()


def walks(root: Path) -> int:
    with pipeline.thinking(pipeline.Options(root, history.NOW, today=history.NOW.date(), cache=False)) as (draft, _):
        pass
    assert draft
    entries = Counted(draft.library.entries)
    library = draft.library._replace(entries=entries)
    plan.plan(plan.survey(library, draft.standings, translate.Speaker(library), history.NOW.date()))
    return entries.walks


def test_more_pages_are_no_reason_to_go_through_all_entries_more_often(tmp_path: Path) -> None:
    history.make(tmp_path)
    before = walks(tmp_path)
    for number in range(10, 30):
        history.story(tmp_path, f"s{number}", "zh", number % 28)
    assert walks(tmp_path) == before


@pytest.mark.parametrize("page", ["index.html", "404.html"])
def test_many_newer_stories_in_another_language_do_not_hide_the_own(tmp_path: Path, page: str) -> None:
    history.make(tmp_path)
    for number in range(60):
        history.write(tmp_path / f"content/stories/n{number}/index.zh.md", f"---\ntitle: N{number}\ndate: 2025-01-01\n---\n\n字。\n")
    assert history.run(tmp_path)[0] == 0
    assert "/en/stories/s3/" in (tmp_path / "site/en" / page).read_text("utf-8")


def test_a_kind_without_a_title_is_called_by_its_name(tmp_path: Path) -> None:
    history.make(tmp_path)
    with (tmp_path / "site.yaml").open("a", encoding="utf-8") as file:
        file.write("kinds: {news: {like: stories}}\n")
    history.write(tmp_path / "content/news/one/index.zh.md", "---\ntitle: 一\ndate: 2025-01-01\n---\n\n字。\n")
    status, said = history.run(tmp_path)
    assert status == 0, said
    assert "<h1" in (tmp_path / "site/zh/news/index.html").read_text("utf-8")


def test_many_lost_addresses_are_told_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    monkeypatch.setattr(moved, "suggestion", lambda word, known: looked.extend(known) or "")
    history.make(tmp_path)
    history.write(tmp_path / "urls.lock", "".join(f"/zh/stories/lost{number}/\n" for number in range(300)))
    status, said = history.run(tmp_path)
    assert (status, said.count("[release-lost]")) == (1, 300)
    assert looked == []
