"""A packet as a form: one HTML file that is filled in offline and sent back. Drawn by templates/packet.html from `view`."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from hashlib import blake2b
from html import unescape
from itertools import groupby

from changlai.model import Answer, Packet, Piece, Place, Request, View
from changlai.problems import Problem, problem
from changlai.translate.packets.words import DELETE, KINDS, Say, field, finished

Difference = Callable[[str, str], Sequence[Piece]]
TEXT, DONE, GONE = "text-", "done-", "gone-"  # before the id of a request: the names of its controls


def view(packet: Packet, say: Say, difference: Difference, file: str) -> View:
    """What the template sees; `file` is what the filled form is called."""
    return {
        "source": {"tag": packet.source.tag, "name": packet.source.name, "dir": packet.source.dir},
        "target": {"tag": packet.target.tag, "name": packet.target.name, "dir": packet.target.dir},
        "site": packet.site,
        "day": packet.day,
        "file": file,
        "packet": blake2b("\n".join(request.id for request in packet.requests).encode(), digest_size=8).hexdigest(),
        "mark": DELETE,
        "count": len(packet.requests),
        "entries": [
            {"title": title, "requests": [_request(request, say, difference) for request in found]}
            for title, found in _grouped(packet.requests)
        ],
    }


def _grouped(requests: Iterable[Request]) -> list[tuple[str, list[Request]]]:
    groups = [list(found) for _, found in groupby(requests, key=lambda request: request.entry)]
    return [(found[0].title, found) for found in groups]


def _request(request: Request, say: Say, difference: Difference) -> View:
    return {
        "id": request.id,
        "kind": request.kind,
        "finished": finished(request),
        "task": say(KINDS[request.kind]),
        "field": field(request.name, say) if request.name else "",
        "source": request.source,
        "pieces": [[piece.kind, piece.text] for piece in difference(request.old, request.source)] if request.old else [],
        "old": request.old,
        "target": request.target,
        "heading": request.heading,
        "before": request.before,
        "after": request.after,
        "keep": [mark for mark in dict.fromkeys(request.keep) if mark in request.source],
        "terms": [list(term) for term in request.terms],
        "rows": min(max(len(request.source) // 30, request.source.count("\n") + 1, len(request.target) // 30) + 1, 16),
    }


# Nothing reaches beyond the next `<`, so that no text, however torn, is read more than once. Browsers write such tags out in this way.
_VALUE = r"(?:\"[^\"<]*\"|'[^'<]*'|[^\s\"'<>]*)"
_NAME = r"[^\s\"'<>/=]+"  # extensions of browsers name attributes as they like
_TAG = re.compile(rf"<(form|textarea|input)((?:\s+{_NAME}(?:={_VALUE})?)*)\s*/?>", re.IGNORECASE)
_ATTRIBUTE = re.compile(rf"\s({_NAME})(?:=({_VALUE}))?")
_END = re.compile("</textarea", re.IGNORECASE)


def read(data: bytes, path: str) -> tuple[str, list[Answer], list[Problem]]:
    """The language that the form is for, what stands in it, and what is wrong with the file."""
    try:
        page = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return "", [], [problem("packet-unknown", Place(path))]
    lang, texts, ticked = "", dict[str, tuple[str, int]](), set[str]()
    at, line = 0, 1
    while found := _TAG.search(page, at):
        line += page.count("\n", at, found.start())
        at = found.start()
        given = {name.lower(): unescape(value.strip("\"'")) for name, value in _ATTRIBUTE.findall(found[2])}
        name, end = given.get("name", ""), found.end()
        if found[1].lower() == "form" and given.get("data-packet"):
            lang = given.get("data-lang", "")
        elif found[1].lower() == "textarea" and name.startswith(TEXT):
            closing = _END.search(page, end)
            if closing is None:
                break
            end = closing.start()
            texts[name.removeprefix(TEXT)] = unescape(page[found.end() : end]), line
        elif "checked" in given:
            ticked.add(name)
        line += page.count("\n", at, end)
        at = end
    if not lang:
        return "", [], [problem("packet-unknown", Place(path))]
    return lang, [_answer(name, text, ticked, Place(path, line)) for name, (text, line) in texts.items()], []


def _answer(name: str, text: str, ticked: Collection[str], place: Place) -> Answer:
    if GONE + name in ticked:
        return Answer(name, DELETE, True, place)
    return Answer(name, text, DONE + name in ticked and bool(text.strip()), place)
