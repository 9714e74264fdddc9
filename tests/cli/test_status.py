"""`status` for those who do not use a terminal, and for a forge."""

from __future__ import annotations

import json
import re
from pathlib import Path

import lxml.html
import pytest

from tests.cli.conftest import Changlai, write
from tests.pages import faults

DAY = ("--today", "2026-01-15")
HEAD = "---\ntitle: {}\n{}---\n"


def edition(project: Path, slug: str, lang: str, title: str, *blocks: str, more: str = "") -> None:
    shared = "date: 2022-08-26\n" if lang == "zh" else ""
    write(project / f"content/stories/{slug}/index.{lang}.md", HEAD.format(title, shared + more) + "\n\n".join(blocks) + "\n")


@pytest.fixture
def site(cli: Changlai, project: Path) -> Path:
    """A translation in each state."""
    for slug in ("fresh", "cosmetic", "stale", "ahead", "unverified"):
        edition(project, slug, "zh", f"文章<{slug}>", "第一段，讲一座桥。", "第二段，讲一座亭。")
        edition(project, slug, "ko", slug, "다리를 말하는 첫 문단이다.", "정자를 말하는 둘째 문단이다.")
        assert slug == "unverified" or cli("accept", f"stories/{slug}", "--to", "ko", *DAY).status == 0
    edition(project, "cosmetic", "zh", "文章<cosmetic>", "第一段，\n讲一座桥。", "第二段，讲一座亭。")
    edition(project, "stale", "zh", "文章<stale>", "第一段，讲两座桥。", "第二段，讲一座亭。")
    write(project / "content/stories/ahead/b.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>')
    edition(project, "ahead", "ko", "ahead", "다리를 말하는 첫 문단이다.", "정자를 말하는 둘째 문단이다.", "![다리](b.svg)")
    edition(project, "stale", "en", "A draft", "First.", "Second.", more="draft: true\n")
    return project


def states(cli: Changlai, *more: str) -> dict[str, str]:
    rows = json.loads(cli("status", "--format", "json", "--to", "ko", *DAY, *more).out)
    return {row["entry"].removeprefix("stories/"): row["state"] for row in rows}


def page(cli: Changlai, *more: str) -> str:
    done = cli("status", "--format", "html", *DAY, *more)
    assert done.status == 0, done.err
    return done.out


def test_every_state_is_there(cli: Changlai, site: Path) -> None:
    assert states(cli) == {
        "a": "missing",
        **{name: name for name in ("ahead", "cosmetic", "fresh", "stale", "unverified")},
    }


def test_the_table_can_be_asked_for_one_language_and_one_state(cli: Changlai, site: Path) -> None:
    assert states(cli, "--state", "stale") == {"stale": "stale"}
    shown = cli("status", "--to", "ko", "--state", "ahead", *DAY).out.splitlines()
    assert [line.split() for line in shown] == [["entry", "zh", "ko"], ["stories/ahead", "source", "ahead"]]
    assert cli("status", "--state", "rotten").status == 2
    assert cli("status", "--to", "kr").status == 2
    assert cli("status", "--format", "yaml").status == 2
    assert cli("check", "--format", "html").status == 2


def test_the_page_is_sound_and_stands_by_itself(cli: Changlai, site: Path, tmp_path: Path) -> None:
    for lang in ("en", "zh"):
        source = page(cli, "--lang", lang)
        assert faults(source) == []
        assert "文章&lt;stale&gt;" in source
    done = cli("status", "--format", "html", "--output", tmp_path / "s.html", *DAY)
    assert (done.status, done.out) == (0, "")
    assert (tmp_path / "s.html").read_text("utf-8") == page(cli)


def test_each_cell_says_its_state_in_words_and_by_a_sign_and_leads_to_what_changed(cli: Changlai, site: Path) -> None:
    tree = lxml.html.fromstring(page(cli))
    row = next(row for row in tree.xpath("//tr[contains(@class, 'row')]") if "stories/stale" in row.text_content())
    cells = {cell.get("class").split()[1]: cell for cell in row.xpath("td")}
    assert " ".join(cells["l-ko"].text_content().split()) == "◐ stale 1/2"
    assert " ".join(cells["l-en"].text_content().split()) == "… draft"
    assert " ".join(cells["l-ja"].text_content().split()) == "○ missing"
    (target,) = cells["l-ko"].xpath("a/@href")
    section = tree.get_element_by_id(target[1:])
    assert "".join(section.xpath(".//del/text()")) == "一"
    assert "python build.py accept stories/stale --to ko" in section.text_content()
    assert "content/stories/stale/index.ko.md:4" in section.text_content()


def test_the_filters_hide_by_style_alone(cli: Changlai, site: Path) -> None:
    source = page(cli)
    tree = lxml.html.fromstring(source)
    style = "".join(tree.xpath("//style/text()"))
    for name in ("lang-ko", "state-stale", "state-open", "kind-stories"):
        assert f"#{name}:checked ~ main" in style
    marks = {row.xpath("string(th/small)"): set(row.get("class").split()) for row in tree.xpath("//tr[contains(@class, 'row')]")}
    assert {"s-stale", "ko-stale", "ko-open", "ja-missing"} <= marks["stories/stale"]
    assert "ko-open" not in marks["stories/fresh"]
    assert len(tree.xpath("//input[@type='radio'][@checked]")) == 3


def test_numbers_count_each_language(cli: Changlai, site: Path) -> None:
    tree = lxml.html.fromstring(page(cli))
    (korean,) = tree.xpath("//div[contains(@class, 'number') and contains(@class, 'l-ko')]")
    assert re.findall(r"(\w+) (\d)", " ".join(korean.text_content().split())) == [
        ("stale", "1"),
        ("missing", "1"),
        ("unverified", "1"),
        ("ahead", "1"),
        ("cosmetic", "1"),
        ("fresh", "1"),
    ]


def test_a_summary_for_a_pull_request(cli: Changlai, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = cli("status", "--format", "markdown", *DAY).out
    assert "| 한국어 | 1 | 1 | 1 | 1 | 1 | 1 |" in shown
    assert "| 文章&lt;stale&gt; <code>stories/stale</code> | draft | stale 1/2 | missing |" in shown
    assert "<details><summary>文章&lt;stale&gt; <code>stories/stale</code></summary>" in shown
    assert '<blockquote lang="zh-Hans">第一段，讲<del>一</del><ins>两</ins>座桥。</blockquote>' in shown
    assert "](content/stories/stale/index.ko.md#L4)" in shown
    for name, value in {
        "GITHUB_SERVER_URL": "https://forge.example",
        "GITHUB_REPOSITORY": "city/site",
        "GITHUB_SHA": "0a1b",
        "GITHUB_WORKSPACE": str(site.parent),
    }.items():
        monkeypatch.setenv(name, value)
    linked = cli("status", "--format", "markdown", *DAY).out
    assert "](https://forge.example/city/site/blob/0a1b/project/content/stories/stale/index.ko.md#L4)" in linked


def test_where_all_is_well_that_is_said(cli: Changlai, project: Path) -> None:
    edition(project, "a", "ko", "가", "본문")
    assert cli("accept", "stories/a", "--to", "ko", *DAY).status == 0
    assert "Nothing to translate." in cli("status", "--to", "ko", "--format", "markdown", *DAY).out
    assert faults(page(cli, "--to", "ko")) == []
