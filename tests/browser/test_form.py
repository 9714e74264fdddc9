"""The form of a packet in a real browser, as a teacher fills it in: from a file, offline, on a phone."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import Open
from tests.conftest import Built, run_changlai

ENTRY = "stories/one-garden-two-cities"
SOURCE = f"content/{ENTRY}/index.zh.md"
KOREAN = (
    "중국 신문 《치루완바오》에 따르면 설계도는 랴오청에서 그렸고, 담당자들이 2007년 5월 블랙타운을 찾았다.[^qlwb] "
    "정원은 2012년 8월 26일 공개되었다."
)


@pytest.fixture
def project(real_site: Built, real_project: Path, tmp_path: Path) -> Path:
    """The real site, one of whose stories has changed since all was translated: a word, a sentence more, one less."""
    project = tmp_path / "project"
    shutil.copytree(real_project, project)
    text = (project / SOURCE).read_text("utf-8")
    text = text.replace("2007年3月", "2007年5月").replace("## 园中四处", "园子四季开放。\n\n## 园中四处")
    start = text.index("**“光岳亭”**")
    (project / SOURCE).write_text(text[:start] + text[text.index("名字里还藏着") :], encoding="utf-8")
    return project


def changlai(project: Path, *args: str) -> str:
    done = run_changlai(*args, "--project", str(project), "--lang", "en")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def form(project: Path, lang: str = "ko") -> str:
    changlai(project, "export", "--to", lang, "--as", "html", "--entries", ENTRY)
    return (project / f"packets/{lang}.html").as_uri()


@pytest.fixture
def page(opened: Open) -> Iterator[Page]:
    """A phone without a network. Whatever the page asks for is kept in its `asked`."""
    page = opened(viewport={"width": 360, "height": 740}, has_touch=True, offline=True, accept_downloads=True)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    yield page
    assert [url for url in asked if not url.startswith(("file:", "blob:", "data:"))] == []


def part(page: Page, words: str) -> str:
    """The id of the part whose source says `words`."""
    return str(page.locator(".part[data-id]", has=page.locator(".source", has_text=words)).get_attribute("data-id"))


def fill(page: Page) -> None:
    page.locator(f'[name="text-{part(page, "2007年5月")}"]').fill(KOREAN)
    page.locator(f'[name="text-{part(page, "四季")}"]').fill("정원은 사계절 열려 있다.")
    page.locator(f'[name="gone-{part(page, "光岳亭")}"]').check()


def imported(project: Path, path: Path) -> str:
    """What was said, and that the translation is what its source is."""
    said = changlai(project, "import", str(path))
    text = (project / f"content/{ENTRY}/index.ko.md").read_text("utf-8")
    assert KOREAN in text and "정원은 사계절 열려 있다.\n\n## 정원 안의 네 곳" in text and "광웨러우" not in text
    rows = json.loads(changlai(project, "status", "--format", "json"))
    assert [row["state"] for row in rows if row["entry"] == ENTRY and row["lang"] == "ko"] == ["fresh"]
    return said


def test_what_was_typed_is_saved_and_imported(project: Path, page: Page, tmp_path: Path) -> None:
    page.goto(form(project))
    assert page.locator("#count").inner_text() == "3곳 중 0곳 완료"
    fill(page)
    assert page.locator("#count").inner_text() == "3곳 중 3곳 완료"
    with page.expect_download() as waiting:
        page.click("#save")
    saved = tmp_path / waiting.value.suggested_filename
    assert saved.name.startswith("packets-ko-") and saved.suffix == ".html"
    waiting.value.save_as(saved)
    assert "parts imported: 3" in imported(project, saved)


def test_the_saved_file_goes_on_where_it_was_left(project: Path, page: Page, opened: Open, tmp_path: Path) -> None:
    page.goto(form(project))
    page.locator(f'[name="text-{part(page, "四季")}"]').fill("정원은 <b>사계절</b> & 늘 열려 있다.")
    with page.expect_download() as waiting:
        page.click("#save")
    waiting.value.save_as(tmp_path / "half.html")
    other = opened(offline=True, accept_downloads=True)
    other.goto((tmp_path / "half.html").as_uri())
    assert other.locator(f'[name="text-{part(other, "四季")}"]').input_value() == "정원은 <b>사계절</b> & 늘 열려 있다."
    assert other.locator("#count").inner_text() == "3곳 중 1곳 완료"
    fill(other)
    with other.expect_download() as waiting:
        other.click("#save")
    waiting.value.save_as(tmp_path / "whole.html")
    imported(project, tmp_path / "whole.html")


def test_nothing_is_lost_when_the_page_is_loaded_anew(project: Path, page: Page) -> None:
    page.goto(form(project))
    fill(page)
    page.reload()
    assert page.locator(f'[name="text-{part(page, "2007年5月")}"]').input_value() == KOREAN
    assert page.locator("#count").inner_text() == "3곳 중 3곳 완료"


def test_save_page_as_holds_what_was_typed(project: Path, page: Page, tmp_path: Path) -> None:
    """What the browser writes for "web page, complete" is the page as it stands; as a single file it is MHTML."""
    page.goto(form(project))
    fill(page)
    (tmp_path / "page.html").write_text("<!-- saved from url=(0014)about:internet -->\n" + page.content(), encoding="utf-8")
    single = page.context.new_cdp_session(page).send("Page.captureSnapshot", {"format": "mhtml"})["data"]
    (tmp_path / "page.mhtml").write_bytes(single.encode())
    assert "parts imported: 3" in imported(project, tmp_path / "page.mhtml")
    assert "Nothing was imported" in imported(project, tmp_path / "page.html"), "it is the same"


def test_where_no_file_can_be_saved_the_words_can_be_copied(project: Path, page: Page, tmp_path: Path) -> None:
    page.goto(form(project))
    assert page.locator("#copied").is_hidden()
    fill(page)
    with page.expect_download():
        page.click("#save")
    (tmp_path / "pasted.txt").write_text(page.locator("#copy").input_value(), encoding="utf-8")
    assert "parts imported: 3" in imported(project, tmp_path / "pasted.txt")


def test_a_lost_mark_is_named_before_the_file_is_sent(project: Path, page: Page, tmp_path: Path) -> None:
    page.goto(form(project))
    fill(page)
    field = page.locator(f'[name="text-{part(page, "2007年5月")}"]')
    field.fill(KOREAN.replace("[^qlwb]", ""))
    assert "[^qlwb]" in page.locator(".part .warning:visible").inner_text()
    page.click("#save")
    assert page.locator("#last").is_visible()
    assert page.evaluate("document.activeElement.textContent").endswith("[^qlwb]")
    field.fill(KOREAN)
    assert page.locator(".part .warning:visible").count() == 0
    with page.expect_download() as waiting:
        page.click("#save")
    waiting.value.save_as(tmp_path / "saved.html")
    imported(project, tmp_path / "saved.html")


def test_she_may_send_it_all_the_same(project: Path, page: Page, tmp_path: Path) -> None:
    page.goto(form(project))
    page.locator(f'[name="text-{part(page, "2007年5月")}"]').fill("각주 없이")
    page.click("#save")
    with page.expect_download() as waiting:
        page.click("#anyway")
    waiting.value.save_as(tmp_path / "saved.html")
    done = run_changlai("import", str(tmp_path / "saved.html"), "--project", str(project), "--lang", "en")
    assert (done.returncode, "[packet-lost]" in done.stdout) == (1, True)


@pytest.mark.parametrize("lang", ["en", "ko", "ja"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_fill_it_in(project: Path, opened: Open, lang: str, scheme: str) -> None:
    page = opened(viewport={"width": 320, "height": 640}, offline=True, color_scheme=scheme)
    page.goto(form(project, lang))
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate("document.documentElement.lang") == lang
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
    assert found.violations_count == 0, found.generate_report()
    heights = page.evaluate("Array.from(document.querySelectorAll('button, .choice'), box => box.offsetHeight).filter(Boolean)")
    assert min(heights) >= 44


def test_without_script_it_says_so(project: Path, opened: Open) -> None:
    page = opened(java_script_enabled=False, offline=True)
    page.goto(form(project))
    assert page.locator("noscript").inner_text().strip()
    assert page.locator("textarea:visible").count() == 3
