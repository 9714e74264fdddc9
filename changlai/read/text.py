"""Bytes → text as the rest of the house wants it: UTF-8 read, NFC, LF only, nothing invisible that misleads."""

from __future__ import annotations

import re
import unicodedata
from codecs import BOM_UTF8

from changlai.model import Place
from changlai.problems import Problem, problem
from changlai.read.encodings import guess

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LOST = re.compile("\ufffd")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_MISLEADING = re.compile(f"[{_CONTROL.pattern[1:-1]}{_BIDI.pattern[1:-1]}{_LOST.pattern}{_PRIVATE.pattern[1:-1]}]")
_CONFLICT = re.compile(r"^<{7} .*$", re.MULTILINE)
_ASCII = bytes((*b"\n", *range(0x20, 0x7F)))  # what no text has to be looked at for


def decode(data: bytes, path: str, lang: str = "") -> tuple[str, list[Problem]]:
    """The text of a file, and what is wrong with it. A wrong encoding is guessed, so that the words can still be read."""
    problems: list[Problem] = []
    if data.isascii() and not data.translate(None, _ASCII) and b"<<<<<<< " not in data:
        return data.decode("ascii"), problems
    if data.startswith(BOM_UTF8):
        data = data[3:]
    try:
        text = data.decode()
    except UnicodeDecodeError as fault:
        text = _decode_foreign(data, fault.start, path, lang, problems)
    else:
        if "\0" in text:
            text = _decode_zeros(data, text, path, lang, problems)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if "\ufffd" in text or "<<<<<<< " in text or not text.replace("\n", " ").isprintable():
        text = _inspect(text, path, problems)
    return text, problems


def misleading(text: str) -> str:
    """The first control or bidi character of `text`, as U+XXXX, or an empty string."""
    found = _CONTROL.search(text) or _BIDI.search(text)
    return _name(found.group()) if found else ""


def position(text: str, at: int) -> tuple[int, int]:
    """Line and column, from 1, of the character `at`."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _name(character: str) -> str:
    return f"U+{ord(character):04X}"


def _decode_foreign(data: bytes, start: int, path: str, lang: str, problems: list[Problem]) -> str:
    lenient = data.decode(errors="replace")
    if _is_torn(lenient):
        before = data[:start].decode().replace("\r\n", "\n").replace("\r", "\n")
        line, column = position(before, len(before))
        problems.append(problem("torn-utf8", Place(path, line, column)))
        return lenient.replace("\ufffd", " ")
    name, codec = guess(data, lang)
    if not name:
        problems.append(problem("not-text", Place(path)))
        return ""
    problems.append(problem("wrong-encoding", Place(path), encoding=name))
    return data.decode(codec, errors="replace").replace("\ufffd", " ").removeprefix("\ufeff").replace("\0", " ")


def _is_torn(lenient: str) -> bool:
    """UTF-8 in which a few bytes were lost: most of what is not ASCII still reads."""
    lost = lenient.count("\ufffd")
    return lost * 10 < sum(not character.isascii() for character in lenient)


def _decode_zeros(data: bytes, text: str, path: str, lang: str, problems: list[Problem]) -> str:
    name, codec = guess(data, lang)
    if codec.startswith(("utf-16", "utf-32")):
        problems.append(problem("wrong-encoding", Place(path), encoding=name))
        return data.decode(codec, errors="replace").replace("\ufffd", " ").replace("\0", " ")
    return text


def _inspect(text: str, path: str, problems: list[Problem]) -> str:
    """Report what misleads once per file, at its first place; give the text without it."""
    if not _MISLEADING.search(text) and "<<<<<<< " not in text:
        return text.replace("\ufeff", "")
    for code, pattern in (
        ("control-character", _CONTROL),
        ("bidi-character", _BIDI),
        ("lost-character", _LOST),
        ("private-character", _PRIVATE),
        ("merge-conflict", _CONFLICT),
    ):
        found = pattern.search(text)
        if found:
            line, column = position(text, found.start())
            count = len(pattern.findall(text))
            problems.append(problem(code, Place(path, line, column), character=_name(found.group()[0]), count=count))
    return _BIDI.sub("", _CONTROL.sub(" ", text)).replace("\ufeff", "")
