"""The words of a block as its author wrote them, each with its place: for what must be shown to the letter.

The plain text of a block has forgotten where it came from, which words were in another language, and where links led. This reads the
lines again, as far as that needs: it finds words among the marks and is no second parser. What it takes for a mark and is none costs a
column, never a finding that was not there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

_LEAD = r"(?:[ \t]|>)*(?:(?:[-+*]|\d{1,9}[.)]|:|[#]{1,6})[ \t]+|:{3,}[^\n]*|\[\^[^\[\]\s]{1,200}\]:[ \t]*)?"  # of a line
_FIRST = re.compile(_LEAD)
_TOKEN = re.compile(
    rf"""
      \\(?P<escaped>[!-/:-@\[-`{{-~])
    | (?P<ticks>`+)(?!`)[^\n]{{0,400}}?(?<!`)(?P=ticks)(?!`)
    | \[\^[^\[\]\s]{{1,200}}\]
    | (?P<image>!\[)
    | (?P<open>\[)
    | \]\((?P<target><[^<>\n]*>|(?:[^()\s\\]|\\.|\([^()\s]*\))*)(?:\s+"(?P<title>[^"]*)")?\s*\)
    | \]\{{(?P<marks>[^{{}}\n]*)\}}
    | (?P<close>\])
    | (?P<name>\{{[a-z][a-z0-9_-]*:[^\s{{}}|]+)(?:\|[a-z]*)?\}}
    | \{{(?P<ruby>[^{{}}|\n]+\\?\|[^{{}}\n]*)\}}
    | \{{[^{{}}\n]*\}}
    | \*+ | ~~
    | \n(?P<line>{_LEAD})
    """,
    re.VERBOSE,
)
_LANG = re.compile(r"\blang=[\"']?([A-Za-z]+)")
_JOINS = re.compile("[\u2e80-\ua4cf\uf900-\ufaff\ufe30-\uff60“”‘’…—]")  # beside these a line break is no space


class Foreign(NamedTuple):
    start: int  # in characters of the words
    end: int
    lang: str  # the first part of its BCP 47 tag, in small letters


class Link(NamedTuple):
    start: int  # in characters of the words
    end: int
    target: str


class Written(NamedTuple):
    """What a reader is told by one block. Items of lists and rows of tables end in a line feed, cells in a bar."""

    text: str
    offsets: tuple[int, ...]  # of each character in the lines of the block
    starts: tuple[int, ...]  # of those lines
    line: int  # the first of them
    foreign: tuple[Foreign, ...] = ()  # what stands in another language
    links: tuple[Link, ...] = ()

    def place(self, start: int) -> tuple[int, int]:
        """Line and column, in the body, of a character of the words."""
        offset = self.offsets[start]
        row = bisect_right(self.starts, offset) - 1
        return self.line + row, offset - self.starts[row] + 1

    def find(self, word: str, skip: int = 0) -> tuple[int, int]:
        """Line and column of a word, after as many as there are to `skip`; those of the block where marks stand inside of it."""
        at = self.text.find(word)
        while skip and (later := self.text.find(word, at + 1)) > 0:
            at, skip = later, skip - 1
        return self.place(at) if at >= 0 else (self.line, 1)


def plainly(text: str) -> Written:
    """Words that are no Markdown."""
    return Written(text, tuple(range(len(text))), (0,), 1)


def written(rows: Sequence[str], line: int, tag: str) -> Written:
    """The lines of a block, the first of which is `line`. `tag` is the BCP 47 tag of the edition: what is marked as of the same language
    is not foreign."""
    reader = _Reader("\n".join(rows), tag.partition("-")[0].lower())
    starts = [0]
    for row in rows:
        starts.append(starts[-1] + len(row) + 1)
    return Written("".join(reader.words), tuple(reader.offsets), tuple(starts[:-1]), line, tuple(reader.foreign), tuple(reader.links))


class _Reader:
    """One way through the lines of a block."""

    def __init__(self, lines: str, language: str) -> None:
        self.language = language
        self.words: list[str] = []
        self.offsets: list[int] = []
        self.foreign: list[Foreign] = []
        self.links: list[Link] = []
        self.open: list[tuple[int, bool]] = []  # where brackets opened in the words, and whether they are a picture's
        at = found.end() if (found := _FIRST.match(lines)) else 0
        for token in _TOKEN.finditer(lines, at):
            self.take(lines[at : token.start()], at)
            self.mark(token, lines)
            at = token.end()
        self.take(lines[at:], at)

    def take(self, words: str, at: int) -> None:
        self.words += words
        self.offsets += range(at, at + len(words))

    def mark(self, token: re.Match[str], lines: str) -> None:
        if token["escaped"]:
            self.take(token["escaped"], token.start() + 1)
        elif token["name"]:
            self.take(token["name"] + "}", token.start())
        elif token["ruby"]:
            self.ruby(token)
        elif token["image"] or token["open"]:
            self.open.append((len(self.words), bool(token["image"])))
        elif token["line"] is not None:
            self.line(token, lines)
        elif token[0][0] == "]" and self.open:
            self.close(token)

    def ruby(self, token: re.Match[str]) -> None:
        """The characters, without what is read over them: {聊城|りょうじょう}, {光|guāng|岳|yuè}."""
        at = token.start("ruby")
        for index, part in enumerate(token["ruby"].split("|")):
            if index % 2 == 0:
                self.take(part.removesuffix("\\"), at)
            at += len(part) + 1

    def line(self, token: re.Match[str], lines: str) -> None:
        after, before = lines[token.end() : token.end() + 1], self.words[-1] if self.words else ""
        if token["line"].strip(" \t>") or after in ("", "\n", "|") or before == "|":
            self.take("\n", token.start())
        elif not (_JOINS.match(after) or _JOINS.match(before)):
            self.take(" ", token.start())

    def close(self, token: re.Match[str]) -> None:
        start, image = self.open.pop()
        if image:
            del self.words[start:], self.offsets[start:]
            self.take(token["title"] or "", token.start("title"))
        elif token["target"] is not None:
            self.links.append(Link(start, len(self.words), token["target"]))
        elif (lang := _LANG.search(token["marks"] or "")) and lang[1].lower() != self.language:
            self.foreign.append(Foreign(start, len(self.words), lang[1].lower()))
