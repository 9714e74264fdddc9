"""Translators as tests need them: each fills in one form of a packet, by what it is asked for."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape
from io import BytesIO
from typing import NamedTuple

from babel.messages.pofile import read_po, write_po
from lxml import etree

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"


class Asked(NamedTuple):
    id: str
    source: str
    target: str


Answer = Callable[[Asked], str | None]  # None: left as it is


def fill_po(data: bytes, answer: Answer) -> bytes:
    catalog = read_po(BytesIO(data))
    for message in catalog:
        if (
            message.id
            and isinstance(message.id, str)
            and (text := answer(Asked(message.context or "", message.id, message.string))) is not None
        ):
            message.string = text
            message.flags.discard("fuzzy")
    out = BytesIO()
    write_po(out, catalog, width=76)
    return out.getvalue()


def fill_xliff(data: bytes, answer: Answer) -> bytes:
    tree = etree.fromstring(data)
    for unit in tree.iter(f"{{{NAMESPACE}}}unit"):
        segment = unit.find(f"{{{NAMESPACE}}}segment")
        assert segment is not None
        target = segment.find(f"{{{NAMESPACE}}}target")
        source = segment.findtext(f"{{{NAMESPACE}}}source") or ""
        text = answer(Asked(unit.get("id", ""), source, "" if target is None else target.text or ""))
        if text is not None:
            target = etree.SubElement(segment, f"{{{NAMESPACE}}}target") if target is None else target
            target.text = text
            segment.set("state", "translated")
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8")


def fill_html(data: bytes, answer: Answer) -> bytes:
    """As a browser leaves the page behind after somebody wrote into it."""
    page = data.decode()
    for part in re.findall(r'<div class="part".*?</label>\s*</div>', page, re.DOTALL):
        found = re.search(r'<textarea id="text-([^"]+)"[^>]*>\n(.*?)</textarea>', part, re.DOTALL)
        source = re.search(r'<div class="text source"[^>]*>(.*?)</div>', part, re.DOTALL)
        assert found and source
        text = answer(Asked(found[1], unescape(source[1]), unescape(found[2])))
        if text is None:
            continue
        new = part.replace(f">\n{found[2]}</textarea>", f">\n{escape(text, quote=False)}</textarea>") if text != "[delete]" else part
        page = page.replace(part, re.sub(r'(<input type="checkbox" name="[^"]+")[^>]*>', r'\1 checked="">', new))
    return page.encode()


FILL = {"po": fill_po, "xliff": fill_xliff, "html": fill_html}
ENDINGS = {"po": "po", "xliff": "xlf", "html": "html"}
