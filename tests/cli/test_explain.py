"""`explain`: what has become of the source of a translation, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Changlai, write
from tests.pages import faults

DAY = ("--today", "2026-01-15")
ZH = [
    "昌莱园里有一座七孔石桥，桥下是水。",
    "光岳亭的名字取自[光岳楼](../b/)，两处相隔万里。",
    "## 园门",
    "园门是一座牌楼，上面写着三个字。",
    "2012年8月26日，园子揭幕。",
]
KO = [
    "일곱 아치 돌다리가 있고 그 아래로 물이 흐른다.",
    "광웨팅이라는 이름은 [광웨러우](../b/)에서 왔다.",
    "## 정원 문",
    "정원 문은 패루이며 세 글자가 적혀 있다.",
    "2012년 8월 26일 공개되었다.",
]
SOURCE, TARGET = "content/stories/a/index.zh.md", "content/stories/a/index.ko.md"


def edition(project: Path, lang: str, blocks: list[str], head: str = "") -> None:
    shared = "date: 2022-08-26\n" if lang == "zh" else ""
    write(project / f"content/stories/a/index.{lang}.md", f"---\n{head or f'title: {lang}'}\n{shared}---\n" + "\n\n".join(blocks) + "\n")


@pytest.fixture
def told(cli: Changlai, project: Path) -> Path:
    """A story and its Korean translation, looked through."""
    write(project / "content/stories/b/index.zh.md", "---\ntitle: 乙\nsummary: 乙。\ndate: 2022-08-26\n---\n正文\n")
    edition(project, "zh", ZH)
    edition(project, "ko", KO)
    assert cli("accept", "stories/a", "--to", "ko", *DAY).status == 0
    return project


def instead(place: int, *blocks: str) -> list[str]:
    return [*ZH[:place], *blocks, *ZH[place + 1 :]]


def changes(cli: Changlai) -> list[dict[str, Any]]:
    done = cli("explain", "stories/a", "--to", "ko", "--format", "json", *DAY)
    assert done.status == 0, done.err
    (found,) = json.loads(done.out)
    assert isinstance(found["changes"], list)
    return found["changes"]


def text(cli: Changlai, *more: str) -> str:
    done = cli("explain", "stories/a", "--to", "ko", *DAY, *more)
    assert done.status == 0, done.err
    return done.out


def test_a_changed_word_is_marked_beside_its_translation_with_both_places(cli: Changlai, told: Path) -> None:
    edition(told, "zh", instead(0, "昌莱园里有一座五孔石桥，桥下是水。"))
    (found,) = changes(cli)
    assert (found["block"], found["kind"], found["links_only"], found["edited"]) == ("1", "changed", False, False)
    assert [(piece["kind"], piece["text"]) for piece in found["difference"]][1:3] == [("removed", "七"), ("added", "五")]
    assert found["source"] == {"path": SOURCE, "line": 5}
    assert found["translation"] == [{"text": KO[0], "path": TARGET, "line": 4}]
    shown = text(cli)
    assert "昌莱园里有一座[-七-]{+五+}孔石桥，桥下是水。" in shown
    assert f"{SOURCE}:5  {TARGET}:4" in shown
    assert "1 · paragraph · changed" in shown
    assert "python build.py accept stories/a --to ko" in shown


def test_the_numbers_are_those_that_accept_takes(cli: Changlai, told: Path) -> None:
    edition(told, "zh", [ZH[4], "新的一段，讲园里的茶室。", ZH[0], ZH[1].replace("两处", "两座亭子"), ZH[2]], "title: 新题")
    found = changes(cli)
    assert [(row["block"], row["kind"]) for row in found] == [
        ("title", "changed"),
        ("1", "moved"),
        ("2", "new"),
        ("4", "changed"),
        ("x4", "removed"),
    ]
    names = ",".join(row["block"] for row in found)
    assert f"python build.py accept stories/a --to ko --blocks {names}\n" in text(cli)
    assert cli("accept", "stories/a", "--to", "ko", "--blocks", names, *DAY).status == 0
    assert changes(cli) == []


def test_a_new_block_says_where_it_belongs(cli: Changlai, told: Path) -> None:
    edition(told, "zh", instead(1, ZH[1], "新的一段，讲园里的茶室。"))
    (found,) = changes(cli)
    assert (found["kind"], found["old"], found["new"], found["translation"]) == ("new", "", "新的一段，讲园里的茶室。", [])
    assert found["below"] == 6
    assert "{+新的一段，讲园里的茶室。+}" in text(cli)


def test_a_removed_block_shows_what_the_translation_still_says(cli: Changlai, told: Path) -> None:
    edition(told, "zh", [*ZH[:3], ZH[4]])
    (found,) = changes(cli)
    assert (found["block"], found["kind"], found["source"]) == ("x4", "removed", None)
    assert found["translation"][0]["text"] == KO[3]


def test_where_a_link_leads_is_told_apart(cli: Changlai, told: Path) -> None:
    edition(told, "zh", instead(1, ZH[1].replace("../b/", "../a/")))
    (found,) = changes(cli)
    assert (found["kind"], found["links_only"]) == ("changed", True)
    assert "only its links changed" in text(cli)
    assert "[-](../b/)-]{+](../a/)+}" in text(cli)


def test_what_was_only_set_out_in_another_way_takes_one_line(cli: Changlai, told: Path) -> None:
    edition(told, "zh", instead(0, ZH[0].replace("，", "，\n")))
    assert changes(cli) == []
    assert "Only the layout has changed, nothing to translate: 1\n" in text(cli)


def test_a_translation_that_was_edited_since_says_so(cli: Changlai, told: Path) -> None:
    edition(told, "zh", instead(0, "昌莱园里有一座五孔石桥，桥下是水。"))
    edition(told, "ko", ["다섯 아치 돌다리가 있고 그 아래로 물이 흐른다.", *KO[1:]])
    (found,) = changes(cli)
    assert found["edited"] is True
    assert found["translation"][0]["text"].startswith("다섯")
    assert "The translation here has been edited since." in text(cli)


def test_a_title_stands_on_its_own_line(cli: Changlai, told: Path) -> None:
    edition(told, "zh", ZH, "draft: false\ntitle: 新题")
    (found,) = changes(cli)
    assert (found["block"], found["source"]["line"], found["translation"][0]) == ("title", 3, {"text": "ko", "path": TARGET, "line": 2})


def test_a_translation_that_says_more_names_the_place(cli: Changlai, told: Path) -> None:
    write(told / "content/stories/a/b.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>')
    edition(told, "ko", [*KO, "![다리](b.svg)"])
    shown = text(cli)
    assert "The translation has more than its source:" in shown
    assert f"{TARGET}:14: ![다리](b.svg)" in shown


def test_what_nobody_has_looked_through_shows_how_its_blocks_belong_together(cli: Changlai, told: Path) -> None:
    (told / "translations/status/stories/a.ko.yaml").unlink()
    edition(told, "ko", [*KO[:3], "전혀 다른 이야기이다."])
    (found,) = json.loads(cli("explain", "stories/a", "--to", "ko", "--format", "json").out)
    assert (found["state"], found["changes"]) == ("unverified", [])
    confidences = [pair["confidence"] for pair in found["pairs"]]
    assert confidences == sorted(confidences)
    assert {tuple(quote["line"] for quote in pair["source"]) for pair in found["pairs"]} >= {(9,)}
    assert "python build.py adopt stories/a --to ko" in text(cli)


def test_an_edition_whose_source_is_gone(cli: Changlai, told: Path) -> None:
    (told / SOURCE).unlink()
    path = told / TARGET
    path.write_text(path.read_text("utf-8").replace("title: ko\n", "title: ko\ndate: 2022-08-26\n"), "utf-8")
    assert "The text that it was translated from is gone." in text(cli)


def test_without_changes_that_is_said(cli: Changlai, told: Path) -> None:
    assert "Nothing to translate." in text(cli)


def test_without_a_language_all_translations_are_told(cli: Changlai, told: Path) -> None:
    edition(told, "en", ["A bridge."])
    found = json.loads(cli("explain", "stories/a", "--format", "json").out)
    assert [row["lang"] for row in found] == ["en", "ko"]


@pytest.mark.parametrize(
    ("given", "status"),
    [(("stories/a", "--to", "ja"), 1), (("stories/a", "--to", "kr"), 2), (("stories/nowhere",), 2), (("a",), 2), (("stories/b",), 1)],
)
def test_what_is_not_there_is_refused(cli: Changlai, told: Path, given: tuple[str, ...], status: int) -> None:
    done = cli("explain", *given)
    assert (done.status, bool(done.out)) == (status, True)


def test_it_speaks_chinese(cli: Changlai, told: Path) -> None:
    edition(told, "zh", instead(0, "昌莱园里有一座五孔石桥，桥下是水。"))
    shown = text(cli, "--lang", "zh")
    assert "1 · 段落 · 有改动" in shown
    assert "2026-01-15 确认，依据 2022-08-26 的原文。" in shown


def test_as_a_page(cli: Changlai, told: Path, tmp_path: Path) -> None:
    edition(told, "zh", [ZH[4], *instead(0, "昌莱园里有一座<五>孔石桥，桥下是水。")[:4]], "title: 新题")
    done = cli("explain", "stories/a", "--to", "ko", "--format", "html", "--output", tmp_path / "a.html", *DAY)
    assert (done.status, "a.html" in done.err) == (0, True)
    page = (tmp_path / "a.html").read_text("utf-8")
    assert faults(page) == []
    assert "<del>七</del><ins>&lt;五&gt;</ins>" in page
    assert f'<p class="words" lang="ko">{KO[0]}</p>' in page


def test_as_markdown(cli: Changlai, told: Path) -> None:
    edition(told, "zh", instead(0, "昌莱园里有一座*五*孔石桥，桥下是水。"))
    shown = text(cli, "--format", "markdown")
    assert '<blockquote lang="zh-Hans">昌莱园里有一座<del>七</del><ins>*五*</ins>孔石桥，桥下是水。</blockquote>' in shown
    assert f"[{SOURCE}:5]({SOURCE}#L5)" in shown
    assert f"- 한국어: [{TARGET}:4]({TARGET}#L4)" in shown
