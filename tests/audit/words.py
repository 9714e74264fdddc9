"""What readers read: marks that were not turned into anything, spaces that soft breaks left, words in another language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from tests.audit.site import Fault, Page, Site

RAW = re.compile(r"\*\*|%\(\w*\)|\{\{|\}\}|\{%|%\}|\]\(|~~|:::|\{#|&amp;|&lt;|�")
WIDE = "\u3001-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60“”‘’—…"
BREAK = re.compile(f"[{WIDE}][ \\t]*\\n[ \\t]*[{WIDE}]")
BLOCKS = "//article//*[self::p or self::li or self::dd or self::dt or self::td or self::th or self::figcaption or self::h2 or self::h3]"
SCRIPTS = {
    "zh": "\u4e00-\u9fff",
    "ja": "\u3041-\u3096\u30a1-\u30fa",
    "ko": "\uac00-\ud7a3",
    "ru": "\u0400-\u04ff",
}
NAME = 8  # letters: a name within a sentence may stand in its own script (WCAG 3.1.2), a phrase or a text of its own may not
# Han is at home in Chinese, Japanese and, in brackets, Korean; kana in Japanese; Hangul in Korean.
AT_HOME = {"zh": {"zh", "ja", "ko", "yue", "lzh"}, "ja": {"ja"}, "ko": {"ko"}, "ru": {"ru", "tt", "uk", "bg", "sr", "mn"}}
CODE = {"code", "pre", "kbd", "samp", "script", "style", "title"}


def lang_of(element: HtmlElement | None) -> str:
    while element is not None:
        if element.get("lang"):
            return str(element.get("lang")).split("-")[0]
        element = element.getparent()
    return ""


def texts(page: Page) -> Iterator[tuple[str, str]]:
    """Each run of text outside code, with the language it is said to be in."""
    for element in page.tree.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag not in CODE and element.text and element.text.strip():
            yield element.text, lang_of(element)
        parent = element.getparent()
        if parent is not None and parent.tag not in CODE and element.tail and element.tail.strip():
            yield element.tail, lang_of(parent)


def raw(site: Site) -> Iterator[Fault]:
    for page in site.pages.values():
        attributes = page.all("//@alt | //@title | //@aria-label | /html/head/meta/@content")
        for text in [text for text, _ in texts(page)] + attributes + page.all("/html/head/title/text()"):
            if found := RAW.search(text):
                yield Fault("raw", page.path, f"{found[0]!r} in {text.strip()[:60]!r}")


def foreign(site: Site) -> Iterator[Fault]:
    for page in site.pages.values():
        for text, lang in texts(page):
            letters = "".join(sign for sign in text if sign.isalpha())
            for script, signs in SCRIPTS.items():
                if lang not in AT_HOME[script] and re.search(f"^[{signs}]+$|[{signs}]{{{NAME}}}", letters):
                    yield Fault("foreign", page.path, f"{text.strip()[:60]!r} is said to be in {lang}")


def breaks(site: Site) -> Iterator[Fault]:
    """In Chinese and Japanese a line break in the source is no space for the reader."""
    for page in site.readers():
        for block in page.elements(BLOCKS):
            if lang_of(block) in {"zh", "ja"} and (found := BREAK.search(block.text_content().strip())):
                yield Fault("soft-break", page.path, repr(found[0]))


CHECKS = (raw, foreign, breaks)
