"""A packet as a PO file.

What the translation says now stands in `msgstr` under the mark `fuzzy`, which editors show as work to be done, and the source that it was
made from behind `#|`, which they show as a difference: both are what gettext has them for. Lines are broken where the text breaks.
"""

from __future__ import annotations

from collections.abc import Iterator

from babel.messages.plurals import get_plural

from changlai.model import Answer, Packet, Place, Request
from changlai.pofile import scan
from changlai.problems import Problem, problem
from changlai.translate.packets.words import GUIDE, Say, finished, notes


def write(packet: Packet, say: Say) -> bytes:
    source, target = packet.source, packet.target
    lines = [f"# {_line(packet.site)}: {source.name} → {target.name}", f"# {say(GUIDE)}", 'msgid ""', 'msgstr ""']
    header = {
        "Project-Id-Version": f"{_line(packet.site)} {packet.day}",
        "POT-Creation-Date": f"{packet.day} 00:00+0000",
        "PO-Revision-Date": f"{packet.day} 00:00+0000",
        "Last-Translator": target.name,
        "Language-Team": target.name,
        "Language": target.locale,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": str(get_plural(target.locale)),
        "X-Source-Language": source.locale,
    }
    lines += [f'"{_escaped(f"{name}: {value}")}\\n"' for name, value in header.items()]
    for request in packet.requests:
        lines += ["", *_entry(request, say)]
    return ("\n".join(lines) + "\n").encode()


def _entry(request: Request, say: Say) -> Iterator[str]:
    yield f"#. {_line(request.title)}"
    for _, text in notes(request, say):
        yield f"#. {_line(text)}"
    yield f"#: {request.place.path}:{request.place.line}"
    if request.target and not finished(request):
        yield "#, fuzzy"
    if request.old:
        yield from ("#| " + line for line in _string("msgid", request.old))
    yield f'msgctxt "{request.id}"'
    yield from _string("msgid", request.source)
    yield from _string("msgstr", request.target)


def _string(keyword: str, text: str) -> list[str]:
    if "\n" not in text:
        return [f'{keyword} "{_escaped(text)}"']
    return [f'{keyword} ""', *(f'"{_escaped(line)}"' for line in text.splitlines(keepends=True))]


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


def _line(text: str) -> str:
    return " ".join(text.split())


def read(data: bytes, path: str) -> tuple[str, list[Answer], list[Problem]]:
    """The language as the header names it, what was answered, and what is wrong with the form of the file."""
    messages, faults = scan(data)
    problems = [problem(fault.code, Place(path, fault.line, fault.column), **dict(fault.params)) for fault in faults]
    header = next((message.strings[0] for message in messages if not message.id and not message.context), "")
    fields = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in header.split("\n"))}
    answers = [
        Answer(message.context, message.strings[0], bool(message.strings[0].strip()) and not message.fuzzy, Place(path, message.lines[0]))
        for message in messages
        if message.context
    ]
    return fields.get("language", ""), answers, problems


def remarked(data: bytes) -> bool:
    """Whether somebody wrote comments of their own into it, or keeps entries there that are not asked for any more."""
    messages = [message for message in scan(data, obsolete=True)[0] if message.context]
    remarks = [line for message in messages for line in message.comments if line[1:2] in ("", " ")]
    # Programs that do not know `#|` write `# |`.
    return any(message.obsolete for message in messages) or not all(line.startswith("# |") for line in remarks)
