"""The form of a PO file: bytes to messages, with every fault at its line and column.

Babel's reader drops torn and repeated entries without a word, so this one is our own. It knows neither records nor problems of the house:
the tool's own messages are read with it at each start, and must not wait for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

CONTEXT, ID, PLURAL, STRING = "msgctxt", "msgid", "msgid_plural", "msgstr"

_LINE = re.compile(r'[ \t]*(?:(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d{1,3})\])?[ \t]*)?"((?:[^"\\]|\\.)*)"[ \t]*$')
_KEYWORD = re.compile(r"\s*(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d{1,3})\])?(?=[\s\"“”„「『＂]|$)")
_FANCY = re.compile(r"\s*(?:msg[a-z_]+(?:\[\d+\])?)?\s*([“”„‟«「『＂])")
_ESCAPE = re.compile(r"\\(.)")
_PIECE = re.compile(r"\\?.")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_CONFLICT = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?: |$)")
_GUESSES = ("gb18030", "big5", "shift_jis", "euc_kr")


Spot = tuple[int, int, str]  # line and column of the first character of a quoted piece, and the piece as it is written


class Fault(NamedTuple):
    """A problem that does not know its file yet."""

    code: str
    line: int
    column: int = 1
    params: tuple[tuple[str, str], ...] = ()


class Message(NamedTuple):
    """One whole entry; `strings` has one member per plural form, empty where nothing is written."""

    line: int  # of its msgid
    context: str
    id: str
    plural: str
    strings: tuple[str, ...]
    lines: tuple[int, ...]  # of `strings`
    fuzzy: bool
    spots: tuple[tuple[Spot, ...], ...] = ()  # the quoted pieces of `strings`
    comments: tuple[str, ...] = ()  # the lines above it that begin with #, as they are
    obsolete: bool = False

    def where(self, form: int, index: int) -> tuple[int, int]:
        """The line and column of a character of a string; of its end where there is no such character."""
        line, column = self.lines[form], 1
        for line, start, raw in self.spots[form]:
            for piece in _PIECE.finditer(raw):
                if not index:
                    return line, start + piece.start()
                index -= 1
            column = start + len(raw)
        return line, column


class _Field(NamedTuple):
    keyword: str
    number: int  # of msgstr[…]; -1 without one
    line: int
    parts: list[str]
    spots: list[Spot]


def scan(data: bytes, obsolete: bool = False) -> tuple[list[Message], list[Fault]]:
    """All whole entries of a PO file, the header among them, and what is wrong with its form. Obsolete entries are passed over unless
    they are asked for."""
    reader = _Reader()
    text = _decode(data, reader.faults)
    skipping = False
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        mark = _CONFLICT.match(line)
        if mark:
            if mark[1][0] == "<":
                reader.fault("catalog-conflict", number)
            skipping = mark[1][0] in "|="
        elif skipping:
            continue
        elif obsolete and line[:2] == "#~" and line[:3] != "#~|":
            reader.line(number, "  " + line[2:], old=True)
        else:
            reader.line(number, line)
    reader.close()
    return reader.messages, reader.faults


def _decode(data: bytes, faults: list[Fault]) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        faults.append(Fault("catalog-encoding", 1, 1, (("found", "UTF-16"),)))
        return ""
    if data.startswith(b"\xef\xbb\xbf"):
        faults.append(Fault("catalog-bom", 1))
        data = data[3:]
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rsplit(b"\n", 1)[-1].decode("utf-8")) + 1
        faults.append(Fault("catalog-encoding", line, column, (("found", _guess(data)),)))
        return ""


def _guess(data: bytes) -> str:
    for name in _GUESSES:
        try:
            data.decode(name)
        except UnicodeDecodeError:
            continue
        return name.upper().replace("_", "-")
    return "?"


class _Reader:
    """Collects lines into entries. Of one entry only the first fault is told: what follows is usually its echo."""

    def __init__(self) -> None:
        self.messages: list[Message] = []
        self.faults: list[Fault] = []
        self._fields: list[_Field] = []
        self._comments: list[str] = []
        self._old = False  # whether the fields stand behind `#~`
        self._broken = False
        self._gap = False  # whether an empty line stands behind the last field

    def line(self, number: int, line: str, old: bool = False) -> None:
        if not line:
            self._gap = True
            return
        if line[0] == "#":
            self._comment(line)
            return
        if old != self._old:
            self.close()
            self._old = old
        if found := _LINE.match(line):
            keyword, index, raw = found.groups()
            self._string(number, line, keyword, index, raw, found.start(3))
        elif line.strip():
            self._bad(number, line)

    def fault(self, code: str, line: int, column: int = 1, **params: str) -> None:
        if not self._broken:
            self.faults.append(Fault(code, line, column, tuple(params.items())))

    def close(self) -> None:
        """The entry ends here: keep it if it is whole, say what it lacks if not."""
        fields, broken = self._fields, self._broken
        if fields and not broken:
            missing = _missing(fields)
            if missing:
                self.fault("catalog-torn", fields[0].line, missing=missing)
            else:
                self.messages.append(_message(fields, self._comments, self._old))
        self._fields, self._broken = [], False
        if fields:
            self._comments = []

    def _comment(self, line: str) -> None:
        if self._fields and (self._fields[-1].keyword == STRING or line[:2] == "#~"):
            self.close()
        if line[:2] == "#~" and line[:3] != "#~|":
            self._comments = []
        else:
            self._comments.append(line)

    def _string(self, number: int, line: str, keyword: str | None, index: str | None, raw: str, start: int) -> None:
        if keyword:
            self._begin(number, keyword, index)
        elif not self._fields:
            self.fault("catalog-line", number, start, text=line.strip()[:40])
            return
        text = raw
        if "\\" in raw:
            text = _ESCAPE.sub(lambda found: _ESCAPES.get(found[1], found[0]), raw)
            self._escapes(number, raw, start)
        control = _CONTROL.search(raw)
        if control:
            self._break("catalog-control", number, start + control.start() + 1, character=f"U+{ord(control[0]):04X}")
        field = self._fields[-1]
        field.parts.append(text)
        field.spots.append((number, start + 1, raw))

    def _escapes(self, number: int, raw: str, start: int) -> None:
        for found in _ESCAPE.finditer(raw):
            if found[1] not in _ESCAPES:
                self._break("catalog-escape", number, start + found.start() + 1, escape=found[0])

    def _begin(self, number: int, keyword: str, index: str | None) -> None:
        have = {field.keyword for field in self._fields}
        if (keyword == ID and have - {CONTEXT}) or (keyword == CONTEXT and have):
            self.close()
        place = int(index) if index else -1
        again = any((field.keyword, field.number) == (keyword, place) for field in self._fields)
        if again and self._gap:
            self.close()
        elif again:
            self._break("catalog-twice", number, 1, keyword=keyword if place < 0 else f"{keyword}[{place}]")
        self._fields.append(_Field(keyword, place, number, [], []))
        self._gap = False

    def _break(self, code: str, line: int, column: int, **params: str) -> None:
        self.fault(code, line, column, **params)
        self._broken = True

    def _bad(self, number: int, line: str) -> None:
        """A line that cannot be read: name the likely slip of the hand."""
        keyword = _KEYWORD.match(line)
        if keyword:
            self._begin(number, keyword[1], keyword[2])
        fancy, first = _FANCY.match(line), line.find('"')
        if fancy:
            self._break("catalog-quotes", number, fancy.start(1) + 1, quote=fancy[1])
        elif first < 0 or (not keyword and line[:first].strip()):
            self._foreign(number, line)
        elif _closed(line, first):
            self._break("catalog-quote-inside", number, _closed(line, first))
        else:
            self._break("catalog-unterminated", number, first + 1)

    def _foreign(self, number: int, line: str) -> None:
        """A line that belongs to no entry: one that is whole without it is kept."""
        if not self._broken and any(field.keyword == STRING for field in self._fields):
            self.close()
        self.fault("catalog-line", number, len(line) - len(line.lstrip()) + 1, text=line.strip()[:40])
        self._broken = bool(self._fields)


def _closed(line: str, first: int) -> int:
    """The column of the quotation mark that closes the string begun at `first`; 0 where none does."""
    found = re.compile(r'"(?:[^"\\]|\\.)*"').match(line, first)
    return found.end() if found else 0


def _missing(fields: list[_Field]) -> str:
    """The keyword that an entry lacks to be whole, or an empty string."""
    have = {field.keyword for field in fields}
    indices = [field.number for field in fields if field.keyword == STRING]
    if ID not in have:
        return ID
    if PLURAL in have:
        return "" if indices and sorted(indices) == list(range(len(indices))) else f"{STRING}[{_gap(indices)}]"
    if not indices:
        return STRING
    return "" if indices == [-1] else PLURAL


def _gap(indices: list[int]) -> int:
    return next(number for number in range(len(indices) + 1) if number not in indices)


def flags(comments: Iterable[str]) -> list[str]:
    """The flags in the comments of an entry, in their order."""
    return [flag.strip() for line in comments if line[:2] in ("#,", "#=") for flag in line[2:].split(",") if flag.strip()]


def _message(fields: list[_Field], comments: list[str], old: bool) -> Message:
    texts = {field.keyword: "".join(field.parts) for field in fields if field.keyword != STRING}
    strings = sorted((field for field in fields if field.keyword == STRING), key=lambda field: field.number)
    return Message(
        line=next(field.line for field in fields if field.keyword == ID),
        context=texts.get(CONTEXT, ""),
        id=texts[ID],
        plural=texts.get(PLURAL, ""),
        strings=tuple("".join(field.parts) for field in strings),
        lines=tuple(field.line for field in strings),
        fuzzy=any("fuzzy" in line for line in comments) and "fuzzy" in flags(comments),
        spots=tuple(tuple(field.spots) for field in strings),
        comments=tuple(comments),
        obsolete=old,
    )
