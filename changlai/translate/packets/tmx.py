"""The translation memory of a site: TMX 1.4b (LISA OSCAR, 26 April 2005), paragraphs in plain words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr


class Variants(NamedTuple):
    """What says the same in several languages."""

    entry: str
    source: str  # BCP 47 tag of the language that was written first
    texts: tuple[tuple[str, str], ...]  # tags and words


def write(found: Iterable[Variants], source: str, version: str) -> bytes:
    """The whole memory of a site whose own language has the tag `source`."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
        '<tmx version="1.4">',
        f'  <header creationtool="changlai" creationtoolversion={quoteattr(version)} segtype="paragraph" o-tmf="changlai" adminlang="en"'
        f' srclang={quoteattr(source)} datatype="plaintext"/>',
        "  <body>",
    ]
    for entry, first, texts in found:
        lines += [f"    <tu srclang={quoteattr(first)}>", f'      <prop type="entry">{escape(entry)}</prop>']
        lines += [f"      <tuv xml:lang={quoteattr(tag)}><seg>{escape(words)}</seg></tuv>" for tag, words in texts]
        lines.append("    </tu>")
    return "\n".join([*lines, "  </body>", "</tmx>", ""]).encode()
