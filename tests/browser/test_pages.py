"""Every page in a real browser: quiet, from one host, on a narrow phone, without script, for everyone."""

from __future__ import annotations

from importlib.resources import files

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import LANGUAGES, Open, Visited

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PHONE = {"width": 320, "height": 640}
WIDER = """() => {
  const limit = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= limit) return [];
  return [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > limit + 1)
    .map(e => `${e.tagName}.${e.className}: ${Math.round(e.getBoundingClientRect().right)}`).slice(-3);
}"""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_is_quiet_and_asks_no_other_host(visited: Visited, opened: Open, lang: str) -> None:
    page, wrong = opened(), []
    page.on("console", lambda message: wrong.append(f"{page.url}: {message.text}") if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
    page.on("request", lambda request: None if request.url.startswith(visited.url) else wrong.append(f"{page.url}: asks {request.url}"))
    page.on("response", lambda answer: wrong.append(f"{page.url}: {answer.status} {answer.url}") if answer.status >= 400 else None)
    for path in [*visited.pages(lang), "index.html"]:
        page.goto(visited.address(path))
    assert wrong == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_kind_of_page_scrolls_sideways(visited: Visited, opened: Open, lang: str) -> None:
    """At 320 px, and with letters twice as large at 640 px (WCAG 1.4.10 and 1.4.4)."""
    page, wrong = opened(viewport=PHONE), []
    for path in [*visited.kinds(lang).values(), "index.html"]:
        page.set_viewport_size({"width": 320, "height": 640})
        page.goto(visited.address(path))
        wrong += [f"{path} at 320 px: {found}" for found in page.evaluate(WIDER)]
        page.set_viewport_size({"width": 640, "height": 640})
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        wrong += [f"{path} at 200 %: {found}" for found in page.evaluate(WIDER)]
    assert wrong == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_script_a_reader_gets_from_the_chooser_to_a_story_in_another_language(visited: Visited, opened: Open, lang: str) -> None:
    page = opened(java_script_enabled=False)
    page.goto(visited.url)
    page.locator(f"main a[hreflang={LANGUAGES[lang]}]").first.click()
    assert page.locator("html").get_attribute("lang") == LANGUAGES[lang]
    page.locator(f"nav a[href='{visited.prefix}{lang}/stories/']").first.click()
    page.locator(f"main a[href^='{visited.prefix}{lang}/stories/'][href$='/']").first.click()
    assert page.locator("article").first.is_visible()
    other = "en" if lang != "en" else "zh"
    page.locator(f"nav a[lang={LANGUAGES[other]}], nav a[hreflang={LANGUAGES[other]}]").first.click()
    assert page.locator("h1").is_visible()


def violations(page: Page) -> list[str]:
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run({runOnly: rules, resultTypes: ['violations']})", RULES)
    return [f"{page.url}: {item['id']}: {node['html'][:120]}" for item in found["violations"] for node in item["nodes"][:2]]


@pytest.mark.parametrize(("lang", "scheme"), [(lang, "light") for lang in LANGUAGES] + [("zh", "dark"), ("en", "dark")])
def test_everyone_can_read_each_kind_of_page(visited: Visited, opened: Open, lang: str, scheme: str) -> None:
    page, wrong = opened(color_scheme=scheme, reduced_motion="reduce"), []
    for path in [*visited.kinds(lang).values(), "index.html"]:
        page.goto(visited.address(path))
        wrong += violations(page)
    assert wrong == []


def test_the_judge_of_accessibility_can_say_no(opened: Open) -> None:
    page = opened()
    page.set_content(
        "<html lang=en><title>x</title><main><h1>x</h1><p><img src=x.png><span style='color:#ccc'>pale</span></p></main></html>"
    )
    found = "\n".join(violations(page))
    assert "image-alt" in found and "color-contrast" in found
