"""`release` keeps what was said in public; `share` shows what is to be said now beside it."""

from __future__ import annotations

import re
import shutil
from io import BytesIO
from pathlib import Path

import lxml.html
import pytest
from PIL import Image

from tests.cli.conftest import Changlai, write
from tests.pages import faults

RELEASED = "translations/released/stories"
ZH = [
    "昌莱园里有一座七孔石桥。",
    "## 园门",
    "园门是一座牌楼。",
    "| 甲 | 乙 |\n|---|---|\n| 桥 | 亭 |",
    "最后一段讲园里的茶室。[^1]",
    "[^1]: 注。",
]
KO = [
    "일곱 아치 돌다리가 있다.",
    "## 정원 문",
    "정원 문은 패루이다.",
    "| 가 | 나 |\n|---|---|\n| 다리 | 정자 |",
    "끝 문단은 찻집 이야기이다.[^1]",
    "[^1]: 주.",
]
HEAD = "title: {}\nsummary: {}\n"


def edition(project: Path, lang: str, blocks: list[str], title: str = "", more: str = "") -> None:
    head = HEAD.format(title or lang, f"{lang}.") + ("date: 2022-08-26\n" if lang == "zh" else "") + more
    write(project / f"content/stories/a/index.{lang}.md", f"---\n{head}---\n" + "\n\n".join(blocks) + "\n")


@pytest.fixture
def told(cli: Changlai, project: Path) -> Path:
    edition(project, "zh", ZH)
    edition(project, "ko", KO, more="translator: 김하늘\nreviewer: 이바다\n")
    assert cli("accept", "stories/a", "--to", "ko", "--today", "2022-09-01").status == 0
    return project


@pytest.fixture
def out(told: Path) -> Path:
    return told.parent / "a.html"


def release(cli: Changlai, day: str = "2022-09-10") -> None:
    done = cli("release", "--today", day)
    assert done.status == 0, done.out


def shared(cli: Changlai, out: Path, *more: str, entry: str = "stories/a") -> lxml.html.HtmlElement:
    done = cli("share", entry, "--today", "2022-10-01", "--output", out, *more)
    assert done.status == 0, done.out + done.err
    source = out.read_text("utf-8")
    assert faults(source) == []
    assert "<script" not in source
    return lxml.html.fromstring(source)


def paper(page: lxml.html.HtmlElement, lang: str) -> lxml.html.HtmlElement:
    (found,) = page.xpath(f"//section[contains(@class, 'paper-{lang}')]")
    return found


def words(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


# ---- release


def test_a_release_keeps_what_each_public_edition_says(cli: Changlai, told: Path) -> None:
    edition(told, "en", ["A draft."], more="draft: true\n")
    release(cli)
    assert sorted(path.name for path in (told / RELEASED).iterdir()) == ["a.ko.yaml", "a.zh.yaml"]
    text = (told / RELEASED / "a.ko.yaml").read_text("utf-8")
    assert 'released: "2022-09-10"\n' in text
    assert all(line in text for block in KO for line in block.split("\n"))


def test_what_says_nothing_new_stays_as_it_was_to_the_byte(cli: Changlai, told: Path) -> None:
    release(cli)
    before = {path.name: path.read_bytes() for path in (told / RELEASED).iterdir()}
    edition(told, "zh", [ZH[0].replace("七", "五"), *ZH[1:]])
    release(cli, "2022-09-20")
    after = {path.name: path.read_bytes() for path in (told / RELEASED).iterdir()}
    assert after["a.ko.yaml"] == before["a.ko.yaml"]
    assert b'released: "2022-09-20"' in after["a.zh.yaml"]


def test_what_no_release_has_written_is_left_alone(cli: Changlai, told: Path) -> None:
    for name in ("README.md", "stories/notes.txt"):
        write(told / "translations/released" / name, "ours")
    release(cli)
    assert (told / "translations/released/README.md").read_text("utf-8") == "ours"
    assert (told / "translations/released/stories/notes.txt").read_text("utf-8") == "ours"


def test_what_is_not_public_any_more_is_let_go(cli: Changlai, told: Path) -> None:
    release(cli)
    assert cli("withdraw", "stories/a").status == 0
    release(cli)
    assert list((told / RELEASED).iterdir()) == []


def test_a_release_that_fails_keeps_nothing(cli: Changlai, told: Path) -> None:
    edition(told, "ko", ["[링크](../nowhere/)"])
    assert cli("release").status == 1
    assert not (told / "translations/released").exists()


def test_no_build_minds_what_was_released(cli: Changlai, told: Path) -> None:
    release(cli)
    assert cli("build").status == 0
    kept = sorted(path.stat().st_mtime_ns for path in (told / "site").rglob("*") if path.is_file())
    write(told / RELEASED / "a.ko.yaml", "{ what is this")
    write(told / RELEASED / "b/c.txt", "?")
    done = cli("build", "--timings")
    assert (done.status, "released" in done.out) == (0, False)
    assert re.findall(r"^(\w+) ", done.err, re.MULTILINE)[1:2] == ["looking"], "the last build is said again"
    assert sorted(path.stat().st_mtime_ns for path in (told / "site").rglob("*") if path.is_file()) == kept
    assert cli("check", "--strict").status == 0


# ---- share


def test_what_was_never_released_is_new(cli: Changlai, told: Path, out: Path) -> None:
    page = shared(cli, out)
    assert [words(label) for label in page.xpath("//nav//label")] == ["简体中文 never released", "한국어 never released"]
    korean = paper(page, "ko")
    assert "none: this edition is new" in words(korean)
    assert korean.xpath(".//article/@lang") == ["ko"]
    assert "일곱 아치 돌다리가 있다." in words(korean)
    assert not korean.xpath(".//ins | .//del")
    assert "日本語" in words(page.xpath("//header")[0])


def test_from_a_release_to_what_is_to_be_approved_and_to_the_next_release(cli: Changlai, told: Path, out: Path) -> None:
    release(cli)
    assert "unchanged" in words(shared(cli, out).xpath("//nav")[0])
    changed = [ZH[0].replace("七", "五"), "新的一段。", *ZH[1:3], ZH[3].replace("亭", "楼"), ZH[5]]
    edition(told, "zh", changed, "新的题目")
    page = shared(cli, out)
    chinese = paper(page, "zh")
    assert [words(item.xpath(".//a")[0]) for item in chinese.xpath(".//ol[@class='edits']/li")] == [
        "1 edited · title",
        "2 edited · paragraph",
        "3 added · paragraph",
        "4 edited · table",
        "5 taken out",
    ]
    (first,) = chinese.xpath(".//article//p[contains(@class, 'marks')][del='七']")
    assert [first.xpath("string(del)"), first.xpath("string(ins)")] == ["七", "五"]
    assert words(chinese.xpath(".//article//h1[contains(@class, 'clean')]")[0]) == "新的题目"
    assert "parts are behind the original" in words(paper(page, "ko"))
    release(cli, "2022-10-02")
    assert "unchanged" in words(shared(cli, out).xpath("//nav")[0])


def test_a_renamed_entry_is_shown_beside_what_it_said_under_its_former_name(cli: Changlai, told: Path, out: Path) -> None:
    write(told / "content/stories/other/index.zh.md", "---\ntitle: 别的\nsummary: 别的。\ndate: 2022-08-26\n---\n别的\n")
    release(cli)
    shutil.rmtree(told / "content/stories/other")
    (told / "content/stories/a").rename(told / "content/stories/b")
    path = told / "content/stories/b/index.zh.md"
    path.write_text(path.read_text("utf-8").replace("七孔", "五孔"), "utf-8")
    page = shared(cli, out, entry="stories/b")
    assert [words(label) for label in page.xpath("//nav//label")] == ["简体中文 edited 1", "한국어 unchanged"]
    shutil.copytree(told / "content/stories/b", told / "content/stories/a")
    page = shared(cli, out, entry="stories/b")
    assert "never released" in words(page.xpath("//nav")[0]), "the other is there still"


def test_who_made_it_and_from_what_is_said(cli: Changlai, told: Path, out: Path) -> None:
    rows = paper(shared(cli, out), "ko").xpath(".//dl/div")
    assert {words(row.xpath("dt")[0]): words(row.xpath("dd")[0]) for row in rows} == {
        "state": "The translation agrees with its source (made from the source of 26 August 2022)",
        "translated by": "김하늘",
        "reviewed by": "이바다",
        "date": "26 August 2022",
        "last release": "none: this edition is new",
    }


def test_footnotes_and_links_of_two_languages_do_not_meet(cli: Changlai, told: Path, out: Path) -> None:
    page = shared(cli, out)
    assert paper(page, "ko").xpath(".//section[@class='footnotes']//li/@id") == ["ko-fn-1"]
    assert paper(page, "zh").xpath(".//sup/a/@href") == ["#zh-fn-1"]


def test_links_lead_to_what_is_public_and_nowhere_else(cli: Changlai, told: Path, out: Path) -> None:
    write(told / "content/stories/b/index.zh.md", "---\ntitle: 乙\nsummary: 乙。\ndate: 2022-08-26\n---\n正文\n")
    edition(told, "zh", ["见[《乙》](../b/)和[外站](https://example.com/x)。"])
    links = paper(shared(cli, out), "zh").xpath(".//article//a")
    assert [link.get("href") for link in links] == [None, "https://example.com/x"]
    release(cli)
    links = paper(shared(cli, out), "zh").xpath(".//article//a")
    assert links[0].get("href").endswith("/zh/stories/b/")


def test_a_photograph_travels_along_and_is_made_smaller(cli: Changlai, told: Path, out: Path) -> None:
    data = BytesIO()
    Image.effect_noise((2400, 1600), 60).convert("RGB").save(data, "JPEG", quality=95)
    (told / "content/stories/a/photo.jpg").write_bytes(data.getvalue())
    edition(told, "zh", [*ZH, "![桥](photo.jpg)"])
    (image,) = paper(shared(cli, out), "zh").xpath(".//article//img")
    assert image.get("src").startswith("data:image/webp;base64,")
    assert len(image.get("src")) < len(data.getvalue()) / 4


def test_a_draft_is_shown_since_it_is_not_approved_yet(cli: Changlai, told: Path, out: Path) -> None:
    edition(told, "en", ["A draft."], more="draft: true\n")
    assert "A draft." in words(paper(shared(cli, out), "en"))


def test_a_profile_shows_its_facts(cli: Changlai, told: Path, out: Path) -> None:
    profile = "name: {zh: 帕克斯市, ko: 퍽시}\ntie: friendly_cooperation\ncountry: {zh: 匈牙利, ko: 헝가리}\n"
    profile += "summary: {zh: 匈牙利城市。, ko: 헝가리의 도시.}\n"
    write(told / "content/cities/paks/profile.yaml", profile)
    release(cli)
    write(told / "content/cities/paks/profile.yaml", profile.replace("헝가리의 도시", "헝가리 남부의 도시"))
    done = cli("share", "cities/paks", "--output", out)
    assert done.status == 0, done.out
    assert faults(out.read_text("utf-8")) == []
    korean = paper(lxml.html.fromstring(out.read_text("utf-8")), "ko")
    assert "country 헝가리" in words(korean)
    assert korean.xpath("string(.//ol[@class='edits']//ins)") == " 남부"


def test_it_has_a_name_of_its_own_and_speaks_chinese(cli: Changlai, told: Path) -> None:
    done = cli("share", "stories/a", "--lang", "zh")
    assert (done.status, "a.html" in done.out) == (0, True)
    page = lxml.html.fromstring((told / "a.html").read_text("utf-8"))
    assert page.get("lang") == "zh-Hans"
    assert page.xpath("string(//title)") == "zh · 送审稿"
    assert page.xpath("string(//meta[@property='og:description']/@content)") == "zh."


@pytest.mark.parametrize("entry", ["a", "stories/nowhere", "people/a"])
def test_what_is_not_there_is_not_shared(cli: Changlai, told: Path, entry: str) -> None:
    assert cli("share", entry).status == 2
    assert not list(told.glob("*.html"))


def test_a_file_of_its_name_that_is_another_is_left_alone(cli: Changlai, told: Path) -> None:
    page = told / "a.html"
    for held in (b"<!doctype html><title>mine</title>", b""):
        page.write_bytes(held)
        done = cli("share", "stories/a")
        assert (done.status, "a.html is there already" in done.out, page.read_bytes()) == (1, True, held)
    assert cli("share", "stories/a", "--output", "a.html").status == 0
    shared = page.read_bytes()
    edition(told, "zh", ["新的一段。"])
    assert cli("share", "stories/a").status == 0 and page.read_bytes() != shared, "a page that `share` has made"
