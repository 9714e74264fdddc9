"""What hands do: the switcher, the keyboard, a thumb, the printer."""

from __future__ import annotations

import pytest

from tests.browser.conftest import LANGUAGES, Open, Visited

PHONE = {"width": 375, "height": 700}
SMALL = """() => [...document.querySelectorAll('header nav a, header a[rel=home], nav.pager a, main nav a')]
  .filter(e => e.offsetParent !== null && e.getBoundingClientRect().height < 43.5)
  .map(e => `${e.textContent.trim()}: ${Math.round(e.getBoundingClientRect().height)} px`)"""
FOCUS = """async () => {
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));  // the browser scrolls to the focus a frame later
  const e = document.activeElement, box = e.getBoundingClientRect(), style = getComputedStyle(e);
  const middle = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 8));
  return {name: e.textContent.trim().slice(0, 40), tag: e.tagName, href: e.getAttribute('href'), id: e.id,
    top: Math.round(box.top), bottom: Math.round(box.bottom), width: Math.round(box.width),
    shown: box.top >= 0 && Math.min(box.bottom, box.top + 44) < innerHeight + 1 && box.width > 1 && box.height > 1,
    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none',
    covered: !!middle && middle !== e && !e.contains(middle) && !middle.contains(e)};
}"""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_switcher_leads_to_the_same_story(visited: Visited, opened: Open, lang: str) -> None:
    page, path = opened(), visited.story(lang)
    for other, tag in LANGUAGES.items():
        if other != lang:
            page.goto(visited.address(path))
            page.locator(f"header nav a[hreflang={tag}]").click()
            assert page.url == visited.address(path.replace(f"{lang}/", f"{other}/", 1))
            assert page.locator("html").get_attribute("lang") == tag


def test_where_there_is_no_edition_the_switcher_says_so_and_leads_somewhere_near(visited: Visited, opened: Open) -> None:
    page, path = opened(), visited.story("zh", full=False)
    missing = [tag for tag in LANGUAGES.values() if tag not in visited.site.pages[path].alternates]
    assert missing
    for tag in missing:
        name = next(page.lang for page in visited.site.readers() if page.lang == tag)
        page.goto(visited.address(path))
        link = page.locator(f"header nav a:has([lang={name}])")
        assert "暂无" in link.inner_text()
        link.click()
        assert page.locator("h1").is_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_first_key_offers_to_skip_to_the_text(visited: Visited, opened: Open, lang: str) -> None:
    page = opened()
    page.goto(visited.address(visited.story(lang)))
    page.keyboard.press("Tab")
    focus = page.evaluate(FOCUS)
    assert focus["href"] == "#main" and focus["shown"], focus
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_focus_is_always_seen(visited: Visited, opened: Open) -> None:
    page, wrong = opened(viewport=PHONE, reduced_motion="reduce"), []
    page.goto(visited.address(visited.story("en")))
    for _ in range(25):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus["tag"] != "BODY" and not (focus["shown"] and focus["ring"] and not focus["covered"]):
            wrong.append(focus)
    assert wrong == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_thumb_hits_what_leads_on(visited: Visited, opened: Open, lang: str) -> None:
    page, wrong = opened(viewport=PHONE, has_touch=True), []
    for kind in ("", "stories", "stories/…"):
        page.goto(visited.address(visited.kinds(lang)[kind]))
        wrong += [f"{kind}: {found}" for found in page.evaluate(SMALL)]
    assert wrong == []


def test_a_printed_story_has_its_address_and_no_menu(visited: Visited, opened: Open) -> None:
    page, path = opened(), visited.story("zh")
    page.goto(visited.address(path))
    page.emulate_media(media="print")
    assert page.locator("article").first.is_visible()
    assert not page.locator("header nav").first.is_visible()
    assert visited.site.pages[path].canonical in page.locator("body").inner_text()


def test_dark_is_dark_and_light_is_light(visited: Visited, opened: Open) -> None:
    light = """() => {
      const paper = [document.body, document.documentElement].map(e => getComputedStyle(e).backgroundColor).find(c => !c.endsWith(', 0)'));
      return paper.match(/[0-9.]+/g).slice(0, 3).reduce((sum, n) => sum + Number(n), 0) / 765;
    }"""
    shades = {}
    for scheme in ("light", "dark"):
        page = opened(color_scheme=scheme)
        page.goto(visited.address("zh/index.html"))
        shades[scheme] = page.evaluate(light)
    assert shades["light"] > 0.85 and shades["dark"] < 0.2


def test_nothing_moves_for_those_who_ask_for_rest(visited: Visited, opened: Open) -> None:
    page = opened(reduced_motion="reduce")
    page.goto(visited.address("zh/index.html"))
    moving = """() => [...document.querySelectorAll('*')].filter(e => {
      const style = getComputedStyle(e);
      return style.animationName !== 'none' || style.transitionDuration.split(',').some(time => parseFloat(time) > 0.01);
    }).map(e => e.tagName)"""
    assert page.evaluate(moving) == []
