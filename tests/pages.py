"""What is wrong with a page that stands by itself, as one file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import lxml.etree
import lxml.html


def faults(source: str) -> list[str]:
    return [*_faults(source)]


def _faults(source: str) -> Iterator[str]:
    parser = lxml.etree.HTMLParser(recover=True)
    tree = lxml.etree.fromstring(source, parser)
    # The library is older than these elements.
    yield from (error.message for error in parser.error_log if not re.fullmatch(r"Tag \w+ invalid", error.message))
    if not tree.get("lang"):
        yield "the page has no language"
    ids = [str(name) for name in tree.xpath("//@id")]
    yield from (f"id {name} stands {count} times" for name, count in Counter(ids).items() if count > 1)
    for target in tree.xpath("//a/@href"):
        if target.startswith("#") and target[1:] not in ids:
            yield f"{target} leads nowhere"
    yield from (f"a label is for {name}, which there is not" for name in tree.xpath("//label/@for") if name not in ids)
    yield from (f"an empty lang: {element.tag}" for element in tree.xpath("//*[@lang='']"))
    yield from (f"a picture without words: {element.get('src')[:40]}" for element in tree.xpath("//img[not(@alt)]"))
    for address in tree.xpath("//*[not(self::a)]/@href | //@src | //@srcset | //@poster | //form/@action"):
        if not address.startswith("data:"):
            yield f"asks for {address}"
    for style in tree.xpath("//style/text() | //@style"):
        yield from (f"a style asks for {address}" for address in re.findall(r"url\((?!data:)[^)]*\)|@import[^;]*", style))
    if len(tree.xpath("//h1")) == 0:
        yield "the page has no heading"
