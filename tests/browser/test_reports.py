"""The reports that are one file: in a real browser, from the disk, on a phone, without script, for everyone."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.browser.conftest import Open
from tests.browser.test_pages import PHONE, WIDER, violations
from tests.conftest import Built, run_changlai
from tests.pages import faults

STORY = "stories/one-garden-two-cities"


class Reports(NamedTuple):
    status: Path
    explain: Path
    share: Path


@pytest.fixture(scope="module")
def reports(real_site: Built, real_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Reports:
    """Of the real site, released, and one of its stories edited after that."""
    folder = tmp_path_factory.mktemp("reports")
    project = folder / "project"
    shutil.copytree(real_project, project)
    path = project / f"content/{STORY}/index.zh.md"

    def run(*args: str | Path) -> None:
        done = run_changlai(*args, "--project", project, "--lang", "zh", "--today", "2026-01-15")
        assert done.returncode == 0, done.stdout + done.stderr

    run("release")
    text = path.read_text("utf-8")
    first, _, rest = text.partition("\n## ")
    path.write_text(f"{first.replace('共同', '一同')}\n新的一段。\n\n## {rest.replace('牌楼', '牌坊')}", "utf-8")
    found = Reports(folder / "status.html", folder / "explain.html", folder / "share.html")
    run("status", "--format", "html", "--output", found.status)
    run("explain", STORY, "--format", "html", "--output", found.explain)
    run("share", STORY, "--output", found.share)
    return found


def test_they_stand_by_themselves(reports: Reports, opened: Open) -> None:
    page, wrong = opened(), []
    page.on("console", lambda message: wrong.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(("file:", "data:")) else wrong.append(request.url))
    for path in reports:
        page.goto(path.as_uri())
        assert faults(path.read_text("utf-8")) == []
    assert wrong == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everyone_can_read_them(reports: Reports, opened: Open, scheme: str) -> None:
    page, wrong = opened(color_scheme=scheme), []
    for path in reports:
        page.goto(path.as_uri())
        wrong += violations(page)
    assert wrong == []


def test_they_fit_a_phone(reports: Reports, opened: Open) -> None:
    page, wrong = opened(viewport=PHONE), []
    for path in reports:
        page.goto(path.as_uri())
        wrong += [f"{path.name}: {found}" for found in page.evaluate(WIDER)]
    assert wrong == []


def test_filters_and_tabs_need_no_script(reports: Reports, opened: Open) -> None:
    page = opened(java_script_enabled=False)
    page.goto(reports.status.as_uri())
    rows = page.locator("tr.row:visible")
    every = rows.count()
    page.locator("label[for=state-stale]").click()
    assert 0 < rows.count() < every
    page.locator("label[for=lang-ko]").click()
    assert page.locator("td.l-ko:visible").count() == rows.count()
    assert page.locator("td.l-en:visible, .part.l-en:visible").count() == 0
    page.locator(f"a[href='#{STORY.replace('/', '-')}-ko']").click()
    assert page.locator(".part.l-ko").first.is_visible()
    page.goto(reports.share.as_uri())
    assert page.locator("article:visible").get_attribute("lang") == "zh-Hans"
    assert page.locator("article:visible ins:visible").count() > 0
    page.locator("label.switch:visible").click()
    assert page.locator("article:visible :is(ins, del):visible").count() == 0
    page.locator("label[for=tab-ko]").click()
    assert page.locator("article:visible").get_attribute("lang") == "ko"


def test_what_is_looked_for_is_found_and_commands_are_copied(reports: Reports, opened: Open) -> None:
    page = opened(permissions=["clipboard-read", "clipboard-write"])
    page.goto(reports.status.as_uri())
    page.locator("#search").fill("garden")
    assert 0 < page.locator("tr.row:visible").count() < 5
    page.locator("#search").fill("")
    button = page.locator(".copy:visible").first
    command = button.locator("xpath=preceding-sibling::code").inner_text()
    button.click()
    assert page.evaluate("navigator.clipboard.readText()") == command
