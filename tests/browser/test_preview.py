"""What a writer sees in the preview: what was saved, where they were; what is wrong, in their language."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Error, Page

from tests import history
from tests.browser.conftest import Open
from tests.conftest import ROOT
from tests.serve.running import Running, running

PATIENCE = 20_000
SLUG = "s0"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    project = tmp_path_factory.mktemp("preview") / "project"
    history.make(project)
    with running(project, lang="zh") as found:
        yield found


def story(site: Running) -> Path:
    return site.project / f"content/stories/{SLUG}/index.zh.md"


def shown(page: Page, site: Running, path: str) -> Page:
    """The page, marked so that a reload would be noticed, and listening."""
    with page.expect_response(lambda answer: answer.url.endswith("/events")):
        page.goto(site.url + path)
    page.evaluate("window.marked = true")
    return page


def served(site: Running, path: str, words: str) -> None:
    """Wait until the preview answers with `words`: a page that is opened earlier is renewed under one's hands."""
    until = time.monotonic() + PATIENCE / 1000
    while words not in urlopen(site.url + path).read().decode():
        assert time.monotonic() < until, words
        time.sleep(0.05)


def becomes(page: Page, expression: str) -> None:
    """Asked again and again: the page's policy lets nothing that waits inside it be evaluated."""
    until, found = time.monotonic() + PATIENCE / 1000, False
    while not found and time.monotonic() < until:
        with suppress(Error):  # it is being loaded again
            found = page.evaluate(expression)
        time.sleep(0.02)
    assert found, expression


def test_a_saved_text_appears_where_one_was_reading(site: Running, opened: Open) -> None:
    text = story(site).read_text("utf-8")
    history.write(story(site), text + "\n一段。\n" * 80)
    served(site, f"zh/stories/{SLUG}/", "一段。")
    page = shown(opened(viewport={"width": 800, "height": 600}), site, f"zh/stories/{SLUG}/")
    page.locator("main a").last.focus()
    page.evaluate("scrollTo(0, 1500)")
    before = page.evaluate("[scrollY, document.activeElement.href]")
    history.write(story(site), text + "\n一段。\n" * 80 + "\n新的一段。\n")
    becomes(page, "document.body.innerText.includes('新的一段')")
    assert page.evaluate("[scrollY, document.activeElement.href]") == before
    assert page.evaluate("window.marked"), "only the words were exchanged"


def test_after_many_edits_the_page_is_what_a_fresh_one_would_be(site: Running, opened: Open) -> None:
    page, text = shown(opened(), site, f"zh/stories/{SLUG}/"), story(site).read_text("utf-8")
    edits = ["## 头\n\n- 一\n- 二\n", "> 引文\n\n段\n", "段\n\n## 尾\n", "1. 一\n2. 二\n\n| a | b |\n|---|---|\n| c | d |\n", ""]
    for number, body in enumerate(edits):
        history.write(story(site), text.replace("title: T", f"title: 第{number}次 T") + body)
        becomes(page, f"document.title.includes('第{number}次')")
    there = "document.documentElement.outerHTML.replace(/ data-generation=\"\\d+\"/, '')"
    renewed, marked = page.evaluate(there), page.evaluate("window.marked")
    page.reload()
    assert page.evaluate(there) == renewed
    assert marked
    history.write(story(site), text)


def test_a_page_with_a_script_of_its_own_is_loaded_again(site: Running, opened: Open) -> None:
    page, path = shown(opened(), site, "zh/cities/paks/"), site.project / "content/cities/paks/profile.yaml"
    path.write_text(path.read_text("utf-8").replace("summary: ", "summary: 崭新的"), "utf-8")
    becomes(page, "document.body.innerText.includes('崭新的') && !window.marked")


def test_what_is_wrong_stands_on_the_page_until_it_is_mended(site: Running, opened: Open) -> None:
    page, text = shown(opened(), site, f"zh/stories/{SLUG}/"), story(site).read_text("utf-8")
    title = page.locator("h1").inner_text()
    story(site).write_text(text + "\n[没有](city:nowhere)\n", "utf-8")
    page.locator("[role=alert]").wait_for(timeout=PATIENCE)
    alert = page.locator("[role=alert]").inner_text()
    line = text.count("\n") + 2
    assert f"content/stories/{SLUG}/index.zh.md:{line}:" in alert and "页面上仍是上一次" in alert
    assert page.locator("h1").inner_text() == title, "the last good page stays"
    page.reload()
    page.locator("[role=alert]").wait_for(timeout=PATIENCE)
    story(site).write_text(text, "utf-8")
    becomes(page, "!document.querySelector('[role=alert]')")


def test_a_style_is_exchanged_without_loading_the_page(site: Running, opened: Open) -> None:
    source, own = (ROOT / "templates/assets/site.css").read_text("utf-8"), site.project / "templates/assets/site.css"
    history.write(own, source)
    page = shown(opened(), site, f"zh/stories/{SLUG}/")
    for color in ("rgb(1, 2, 3)", "rgb(4, 5, 6)"):
        history.write(own, f"{source}\nbody {{ color: {color} !important }}\n")
        becomes(page, f"getComputedStyle(document.body).color === '{color}'")
    assert page.evaluate("window.marked")
    assert page.evaluate("document.querySelectorAll('link[rel=stylesheet]').length") == 1


def test_pages_that_nobody_sees_hold_no_connection(site: Running, opened: Open) -> None:
    """A browser has six to one host: with as many pages open nothing more would come."""
    first = opened()
    pages = [shown(first, site, "zh/"), *(first.context.new_page() for _ in range(8))]
    for page in pages[1:]:
        page.add_init_script("Object.defineProperty(document, 'hidden', {get: () => !window.seen})")
        page.goto(site.url + "zh/")
    pages[-1].evaluate("window.seen = true; dispatchEvent(new Event('visibilitychange'))")
    history.write(site.project / "site.yaml", history.SITE.replace("一句话", "另一句话"))
    for page in (pages[0], pages[-1]):
        becomes(page, "document.body.innerText.includes('另一句话')")
