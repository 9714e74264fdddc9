"""A packet as a form: one HTML file that is filled in offline and sent back. Drawn by templates/packet.html from `view`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b
from html.parser import HTMLParser
from itertools import groupby

from changlai.model import Answer, Packet, Piece, Place, Request, View
from changlai.problems import Problem, problem
from changlai.translate.packets.words import DELETE, KINDS, Say, field

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


def read(data: bytes, path: str) -> tuple[str, list[Answer], list[Problem]]:
    """The language that the form is for, what stands in it, and what is wrong with the file."""
    reader = _Reader(path)
    try:
        reader.feed(data.decode("utf-8-sig"))
        reader.close()
    except (UnicodeDecodeError, AssertionError):
        return "", [], [problem("packet-unknown", Place(path))]
    if not reader.lang:
        return "", [], [problem("packet-unknown", Place(path))]
    return reader.lang, reader.answers(), []


class _Reader(HTMLParser):
    """The values of the controls, as they stand in the page."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path
        self.lang = ""
        self.texts: dict[str, list[str]] = {}
        self.lines: dict[str, int] = {}
        self.ticked: set[str] = set()
        self.at: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name = given.get("name") or ""
        if tag == "form" and given.get("data-packet"):
            self.lang = given.get("data-lang") or ""
        elif tag == "textarea" and name.startswith(TEXT):
            self.at = self.texts[name.removeprefix(TEXT)] = []
            self.lines[name.removeprefix(TEXT)] = self.getpos()[0]
        elif tag == "input" and "checked" in given:
            self.ticked.add(name)

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.at = None

    def handle_data(self, data: str) -> None:
        if self.at is not None:
            self.at.append(data)

    def answers(self) -> list[Answer]:
        found = []
        for name, parts in self.texts.items():
            gone = GONE + name in self.ticked
            text = DELETE if gone else "".join(parts)
            done = gone or (DONE + name in self.ticked and bool(text.strip()))
            found.append(Answer(name, text, done, Place(self.path, self.lines[name])))
        return found
