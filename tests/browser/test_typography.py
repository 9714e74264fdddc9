"""The theme's half of typography: what the browser computes for each language, on a story of the real site."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import LANGUAGES, Open, Visited

# Markdown that the sample need not hold is put into the article, as the renderer would write it.
SAMPLE = """html => {
  const box = document.createElement('div');
  box.innerHTML = html;
  const longest = [...document.querySelectorAll('article p')].reduce((a, b) => a.textContent.length >= b.textContent.length ? a : b);
  longest.parentElement.append(...box.childNodes);
}"""
HTML = (
    '<p id="t-p">text <em id="t-em">text <span lang="en" id="t-em-en">Latin</span></em> '
    '<i lang="ja" id="t-ja">直</i><i lang="zh-Hans" id="t-zh-Hans">直</i><i lang="ko" id="t-ko">直</i></p>'
)
STYLE = "([selector, name]) => getComputedStyle(document.querySelector(selector)).getPropertyValue(name)"

WANTED = [
    ("zh", "#t-p", "line-break", {"strict"}),
    ("zh", "#t-em", "font-style", {"normal"}),
    ("zh", "#t-em", "text-emphasis-style", {"dot", "filled dot"}),
    ("zh", "#t-em", "text-emphasis-position", {"under", "under right"}),
    ("zh", "#t-em-en", "font-style", {"italic"}),
    ("zh", "#t-p", "letter-spacing", {"normal", "0px"}),
    ("zh", "h1", "text-wrap-style", {"balance"}),
    ("zh", "#t-p", "text-autospace", {"normal"}),
    ("ja", "#t-p", "line-break", {"strict"}),
    ("ja", "#t-em", "font-style", {"normal"}),
    ("ja", "#t-em", "text-emphasis-style", {"dot", "filled dot", "sesame", "filled sesame"}),
    ("ja", "#t-em", "text-emphasis-position", {"over", "over right"}),
    ("ja", "h1", "word-break", {"auto-phrase"}),
    ("ja", "#t-p", "letter-spacing", {"normal", "0px"}),
    ("ko", "#t-p", "word-break", {"keep-all"}),
    ("ko", "#t-p", "overflow-wrap", {"anywhere"}),
    ("ko", "#t-em", "font-style", {"normal"}),
    ("ko", "#t-em", "font-weight", {"600", "700", "bold"}),
    ("ko", "#t-em", "text-emphasis-style", {"none"}),
    ("en", "#t-em", "font-style", {"italic"}),
    ("en", "#t-em", "text-emphasis-style", {"none"}),
    ("en", "#t-p", "hyphens", {"manual"}),
    ("en", "#t-p", "word-break", {"normal"}),
]


def styles(visited: Visited, opened: Open, lang: str) -> Any:
    page = opened(viewport={"width": 1280, "height": 800})
    page.goto(visited.address(visited.story(lang)))
    page.evaluate(SAMPLE, HTML)
    return lambda selector, name: page.evaluate(STYLE, [selector, name])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_language_is_set_in_its_own_way(visited: Visited, opened: Open, lang: str) -> None:
    style = styles(visited, opened, lang)
    found = {(selector, name): style(selector, name) for code, selector, name, _ in WANTED if code == lang}
    assert {key: value for key, value in found.items() if value not in next(w[3] for w in WANTED if (w[0], *key) == (lang, *w[1:3]))} == {}


@pytest.mark.parametrize(("lang", "leading"), [("zh", 1.8), ("ja", 1.8), ("ko", 1.75), ("en", 1.6)])
def test_the_text_is_large_and_airy(visited: Visited, opened: Open, lang: str, leading: float) -> None:
    style = styles(visited, opened, lang)
    size = float(style("#t-p", "font-size").removesuffix("px"))
    assert 17 <= size <= 19
    assert float(style("#t-p", "line-height").removesuffix("px")) / size == pytest.approx(leading, abs=0.06)


@pytest.mark.parametrize(("lang", "least", "most"), [("zh", 32, 39), ("ja", 32, 39), ("en", 55, 80)])  # 80: WCAG 1.4.8
def test_lines_are_neither_long_nor_short(visited: Visited, opened: Open, lang: str, least: int, most: int) -> None:
    """Characters to the line, counted on the longest paragraph repeated until its last line hardly matters."""
    page = opened(viewport={"width": 1280, "height": 800})
    page.goto(visited.address(visited.story(lang)))
    count = """() => {
      const p = [...document.querySelectorAll('article p')].reduce((a, b) => a.textContent.length >= b.textContent.length ? a : b);
      p.textContent = p.textContent.repeat(9);
      return p.textContent.length / Math.round(p.getBoundingClientRect().height / parseFloat(getComputedStyle(p).lineHeight));
    }"""
    assert least <= page.evaluate(count) <= most


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_span_in_another_language_gets_the_fonts_of_that_language(visited: Visited, opened: Open, lang: str) -> None:
    style = styles(visited, opened, lang)
    stacks = {tag: style(f"#t-{tag}", "font-family") for tag in ("ja", "zh-Hans", "ko")}
    assert len(set(stacks.values())) == 3
    if LANGUAGES[lang] in stacks:
        assert stacks[LANGUAGES[lang]] == style("#t-p", "font-family")
