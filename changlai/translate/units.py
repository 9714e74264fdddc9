"""PO files as bytes, written as gettext writes them, so that a file keeps its form whichever tool saved it last.

The form is that of `msgcat --no-wrap`: a text on one line or broken behind its own line ends, files without line numbers, and all that
no longer applies at the end behind `#~`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from changlai.pofile import Message, flags

CREATED = "2000-01-01 00:00+0000"
MIME = {"MIME-Version": "1.0", "Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit"}
FIELDS = (
    *("Project-Id-Version", "Report-Msgid-Bugs-To", "POT-Creation-Date", "PO-Revision-Date", "Last-Translator", "Language-Team"),
    *("Language", *MIME, "Plural-Forms"),
)  # in gettext's order; what else a tool has written follows as it stands

_WIDTH = 79  # where gettext breaks a line of files, even if it wraps nothing else
_FLAGS = ("fuzzy", "python-format", "python-brace-format")  # in gettext's order
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"})


class Unit(NamedTuple):
    """One text to translate, with what is known of it; `strings` is empty in a template."""

    context: str
    id: str
    plural: str = ""
    strings: tuple[str, ...] = ()  # one for each plural form
    remarks: tuple[str, ...] = ()  # of translators, as written: `# …`
    notes: tuple[str, ...] = ()  # to translators: `#. …`
    files: tuple[str, ...] = ()  # where it stands: `#: …`
    flags: tuple[str, ...] = ()
    previous: tuple[str, ...] = ()  # as written: `#| …`
    obsolete: bool = False

    @property
    def key(self) -> tuple[str, str]:
        return self.context, self.id

    @property
    def fuzzy(self) -> bool:
        return "fuzzy" in self.flags


def unit(message: Message) -> Unit:
    """What translators and their tools have written of an entry; notes and files are the template's to say."""
    lines = [line.removeprefix("#~") if line.startswith("#~|") else line.removeprefix("#") for line in message.comments]
    return Unit(
        *(message.context, message.id, message.plural, message.strings),
        remarks=tuple(f"#{_spaced(line)}".rstrip() for line in lines if not line or line[0] not in ".:,=|~"),
        flags=tuple(flags(message.comments)),
        previous=tuple(f"#{line}" for line in lines if line.startswith("|")),
        obsolete=message.obsolete,
    )


def _spaced(line: str) -> str:
    return line if not line.strip() or line[0].isspace() else f" {line}"


def dump(units: Iterable[Unit], header: Mapping[str, str], remarks: Iterable[str]) -> bytes:
    """A PO file; `header` by field, `remarks` are the lines above it."""
    fields = sorted(header.items(), key=lambda field: FIELDS.index(field[0]) if field[0] in FIELDS else len(FIELDS))
    first = Unit("", "", "", ("".join(f"{name}: {value}\n" for name, value in fields),), tuple(remarks))
    return "\n".join("".join(f"{line}\n" for line in _lines(unit)) for unit in (first, *units)).encode()


def _lines(unit: Unit) -> Iterator[str]:
    yield from map(_closed, unit.remarks)
    yield from (_closed(f"#. {line}".rstrip()) for note in unit.notes for line in note.split("\n"))
    yield from _references(unit.files)
    if unit.flags:
        yield f"#, {', '.join(sorted(unit.flags, key=_rank))}"
    mark = "#~ " if unit.obsolete else ""
    yield from (f"#~{line[1:]}" if unit.obsolete else line for line in unit.previous)
    for keyword, text in _fields(unit):
        yield from (mark + line for line in _quoted(keyword, text))


def _closed(line: str) -> str:
    """gettext takes a line that ends in a backslash for one that goes on, even in a comment."""
    return f"{line} " if line.endswith("\\") else line


def _fields(unit: Unit) -> Iterator[tuple[str, str]]:
    if unit.context:
        yield "msgctxt", unit.context
    yield "msgid", unit.id
    if unit.plural:
        yield "msgid_plural", unit.plural
        yield from ((f"msgstr[{form}]", string) for form, string in enumerate(unit.strings or ("", "")))
    else:
        yield "msgstr", "".join(unit.strings[:1])


def _quoted(keyword: str, text: str) -> Iterator[str]:
    lines = [line.translate(_ESCAPES) for line in re.findall(r"[^\n]*\n|[^\n]+", text)] or [""]
    if len(lines) == 1:
        yield f'{keyword} "{lines[0]}"'
    else:
        yield f'{keyword} ""'
        yield from (f'"{line}"' for line in lines)


def _references(files: Iterable[str]) -> Iterator[str]:
    line = "#:"
    for file in files:
        name = f"\u2068{file}\u2069" if " " in file else file  # between isolates, as gettext marks a name with spaces
        if line != "#:" and len(f"{line} {name}".encode()) > _WIDTH:
            yield line
            line = "#:"
        line += f" {name}"
    if line != "#:":
        yield line


def _rank(flag: str) -> tuple[int, str]:
    return (_FLAGS.index(flag), "") if flag in _FLAGS else (len(_FLAGS) + flag.endswith("wrap"), flag)
