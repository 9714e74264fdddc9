"""A packet as XLIFF 2.1 (OASIS Standard, 13 February 2018).

The texts are Markdown as it is written and hold no inline elements: tools that know none, and conversions to other formats, cannot lose
what they do not see, and `import` compares what must be kept. A present translation has the state `initial`; whoever is done with it sets
`translated`, `reviewed` or `final`. What has no translation yet has no state, so that a tool which sets none does no harm.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from changlai.model import Answer, Packet, Place, Request
from changlai.problems import Problem, problem
from changlai.translate.packets.words import LABELS, Say, finished, notes

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"  # of 2.1 too
DONE = frozenset({"translated", "reviewed", "final"})


def write(packet: Packet, say: Say) -> bytes:
    languages = f"srcLang={quoteattr(packet.source.tag)} trgLang={quoteattr(packet.target.tag)}"
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<xliff xmlns="{NAMESPACE}" version="2.1" {languages}>']
    for number, (entry, found) in enumerate(groupby(packet.requests, key=lambda request: request.entry), 1):
        requests = list(found)
        lines.append(f'  <file id="f{number}" original={quoteattr(entry)} canResegment="no">')
        lines.append(f'    <notes><note category="entry">{escape(requests[0].title)}</note></notes>')
        for request in requests:
            lines += _unit(request, say)
        lines.append("  </file>")
    return "\n".join([*lines, "</xliff>", ""]).encode()


def _unit(request: Request, say: Say) -> Iterator[str]:
    yield f'    <unit id={quoteattr(request.id)} name={quoteattr(f"{request.place.path}:{request.place.line}")} xml:space="preserve">'
    remarks = [*notes(request, say), *([("old", say(LABELS["old"]) + "\n" + request.old)] if request.old else [])]
    yield "      <notes>"
    yield from (f"        <note category={quoteattr(kind)}>{escape(text)}</note>" for kind, text in remarks)
    yield "      </notes>"
    state = ' state="translated"' if finished(request) else ' state="initial"' if request.target else ""
    yield f"      <segment{state}>"
    yield f"        <source>{escape(request.source)}</source>"
    if request.target:
        yield f"        <target>{escape(request.target)}</target>"
    yield "      </segment>"
    yield "    </unit>"


class _Forbidden(Exception):
    """A declaration of a document type: no packet has one, and what it can do is no packet's business."""


def read(data: bytes, path: str) -> tuple[str, list[Answer], list[Problem]]:
    """The language as the file names it, what was answered, and what is wrong with the form of the file."""
    reader = _Reader(path)
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as fault:
        return "", [], [problem("packet-xml", Place(path, fault.lineno, fault.offset + 1), reason=expat.ErrorString(fault.code))]
    except _Forbidden:
        return "", [], [problem("packet-doctype", Place(path, reader.parser.CurrentLineNumber))]
    if not reader.version.startswith("2."):
        return "", [], [problem("packet-version", Place(path), version=reader.version or "?")]
    return reader.lang, reader.answers, []


class _Reader:
    """Elements by their local names; those of modules and extensions are passed over with all that they hold."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.lang = self.version = ""
        self.answers: list[Answer] = []
        self.above: list[str] = []
        self.parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self.begin, self.end
        parser.CharacterDataHandler = self.words
        parser.StartDoctypeDeclHandler = self.refuse
        self.unit, self.line, self.done = "", 0, True
        self.texts: list[str] = []
        self.text: list[str] | None = None  # of what is being read

    def refuse(self, *_: object) -> None:
        raise _Forbidden

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        parent = self.above[-1] if self.above else ""
        self.above.append(local if space == NAMESPACE and parent != "?" else "?")
        match self.above[-1]:
            case "xliff":
                self.version, self.lang = attributes.get("version", ""), attributes.get("trgLang", "")
            case "unit":
                self.unit, self.line, self.done, self.texts = attributes.get("id", ""), self.parser.CurrentLineNumber, True, []
            case "segment" | "ignorable":
                self.source, self.target, self.state = "", None, attributes.get("state")
            case "source" | "target" if parent in ("segment", "ignorable"):
                self.text = []
                if local == "target":
                    self.line = self.parser.CurrentLineNumber
            case "cp":
                self.words(_character(attributes.get("hex", "")))

    source: str
    target: str | None
    state: str | None

    def words(self, text: str) -> None:
        if self.text is not None:
            self.text.append(text)

    def end(self, _: str) -> None:
        match self.above.pop():
            case "source" | "target" as local if self.text is not None:
                setattr(self, local, "".join(self.text))
                self.text = None
            case "segment":
                self.texts.append(self.target or "")
                self.done &= bool((self.target or "").strip()) and (self.state is None or self.state in DONE)
            case "ignorable":
                self.texts.append(self.source if self.target is None else self.target)
            case "unit":
                text = "".join(self.texts)
                self.answers.append(Answer(self.unit, text, self.done and bool(text.strip()), Place(self.path, self.line)))


def _character(number: str) -> str:
    """What XML cannot hold, by its number; what is none is told apart from nothing, so that it is refused."""
    try:
        return chr(int(number, 16))
    except (ValueError, OverflowError):
        return "\ufffd"
