"""What readers meet where a translation is behind its source, and where both stand side by side."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import LANGUAGES, Open, Visited, served
from tests.browser.test_pages import PHONE, WIDER, violations
from tests.conftest import build, run_changlai

STORY = "stories/one-garden-two-cities"
OTHERS = [lang for lang in LANGUAGES if lang != "zh"]
LINES = """() => [...document.querySelectorAll('.changed')].map(e => getComputedStyle(e))
  .map(style => [style.borderInlineStartWidth, style.borderInlineStartStyle])"""
BOXES = """() => [...document.querySelectorAll('.pair')].map(pair => ['source', 'translation'].map(role => {
  const box = pair.querySelector('.' + role)?.getBoundingClientRect();
  return box && box.width ? [box.left, box.top, box.right, box.bottom].map(Math.round) : null;
}))"""


@pytest.fixture(scope="module")
def behind(real_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visited]:
    """The real site, in which one story was reworded after its translations were made."""
    project = tmp_path_factory.mktemp("behind") / "project"
    shutil.copytree(real_project, project)
    assert run_changlai("adopt", "--project", project).returncode == 0
    path = project / f"content/{STORY}/index.zh.md"
    text = path.read_text("utf-8")
    head, body = text.rsplit("\n---\n", 1)
    blocks = body.split("\n\n")
    changed = [block.rstrip("。\n") + "（新）。" if block[:1] not in "#|[" else block for block in blocks]
    path.write_text(f"{head}\nupdated: 2025-11-05\n---\n" + "\n\n".join(changed), "utf-8")
    with served(build(project, project / "out", "https://example.org/a/b/")) as site:
        yield site


def pages(lang: str) -> list[str]:
    return [f"{lang}/{STORY}/index.html", f"{lang}/{STORY}/with/zh/index.html"]


@pytest.mark.parametrize(("lang", "scheme"), [(lang, scheme) for lang in OTHERS for scheme in ("light", "dark")])
def test_everyone_can_read_what_is_behind(behind: Visited, opened: Open, lang: str, scheme: str) -> None:
    page, wrong = opened(color_scheme=scheme), []
    for path in pages(lang):
        page.goto(behind.address(path))
        assert page.locator(".notice").is_visible() and page.locator(".changed").count() > 2
        wrong += violations(page)
        page.set_viewport_size(PHONE)
        wrong += page.evaluate(WIDER)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        page.set_viewport_size({"width": 640, "height": 640})
        wrong += page.evaluate(WIDER)
    assert wrong == []


@pytest.mark.parametrize("media", [{"media": "screen"}, {"media": "print"}, {"forced_colors": "active"}])
def test_a_mark_is_a_line_and_words(behind: Visited, opened: Open, media: dict[str, str]) -> None:
    page = opened()
    page.emulate_media(**media)  # type: ignore[arg-type]
    page.goto(behind.address(pages("en")[0]))
    lines = page.evaluate(LINES)
    assert lines and {tuple(line) for line in lines} == {("3px", "solid")}
    assert "The following passage has changed in the original." in page.locator(".changed").first.inner_text()


@pytest.mark.parametrize("lang", OTHERS)
def test_two_texts_stand_side_by_side_or_one_below_the_other(behind: Visited, opened: Open, lang: str) -> None:
    page = opened(viewport={"width": 1200, "height": 800})
    page.goto(behind.address(pages(lang)[1]))
    wide = [both for both in page.evaluate(BOXES) if all(both)]
    assert len(wide) > 5
    assert all(source[1] == other[1] and source[2] < other[0] for source, other in wide)
    page.set_viewport_size(PHONE)
    assert all(source[3] < other[1] and source[0] == other[0] for source, other in page.evaluate(BOXES) if source and other)
    page.emulate_media(media="print")
    assert all(source[1] == other[1] and source[2] < other[0] for source, other in page.evaluate(BOXES) if source and other)
    assert not page.locator(".choice").is_visible()


def test_one_of_them_can_be_chosen_by_keyboard_and_without_script(behind: Visited, opened: Open) -> None:
    page = opened(java_script_enabled=False, viewport=PHONE)
    page.goto(behind.address(pages("en")[1]))
    source, translation = page.locator(".pair .source").nth(1), page.locator(".pair .translation").nth(1)
    assert source.is_visible() and translation.is_visible()
    page.locator("[name=sides]").first.focus()
    page.keyboard.press("ArrowDown")
    assert source.is_visible() and not translation.is_visible()
    page.keyboard.press("ArrowDown")
    assert translation.is_visible() and not source.is_visible()
    page.locator(".choice label").first.click()
    assert source.is_visible() and translation.is_visible()
    sizes = [label.bounding_box() for label in page.locator(".choice label").all()]
    assert len(sizes) == 3 and all(size and size["height"] >= 44 for size in sizes)
