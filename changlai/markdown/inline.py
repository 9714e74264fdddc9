"""The inside of a paragraph: CommonMark, with emphasis that knows scripts without spaces, and with limits.

CommonMark decides by the characters beside a run of `*` whether it opens or closes: white space, punctuation or another. It counts
full-width punctuation as punctuation, so that `**“眼见为食”**活动` stays as typed. Here a run beside a Chinese, Japanese or Korean
character may open or close though a mark stands on its other side, after the idea of the public "CJK-friendly" amendment; Hangul is
treated the same, for `**랴오청시(聊城市)**와`. Between Latin characters nothing changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal
from unicodedata import category

from markdown_it import MarkdownIt
from markdown_it.common.utils import isPunctChar, isWhiteSpace
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token

from changlai.markdown.limits import MAX_MARKS, MAX_NESTING, MAX_STEPS
from changlai.markdown.scripts import is_eastern
from changlai.markdown.tokens import piece
from changlai.markdown.work import Env, TooComplex, Work, work_of


class State(StateInline):
    """One text being read. Each token but plain text knows its offset (`meta["at"]`)."""

    def __init__(self, src: str, md: MarkdownIt, env: Env, outTokens: list[Token]) -> None:
        super().__init__(src, md, env, outTokens)
        self.work = work_of(env)
        self.runs: dict[int, tuple[int, int]] = {}  # index of the first token of a run of delimiters → offset, length
        self.spans = "]{" in src  # spans are rare, and looking for one costs as much as for a link
        self.open: list[Token] = []
        self.closed: Token | None = None  # the opening token of what was closed last

    def found(self, code: str, offset: int, **params: object) -> None:
        """A finding at `offset`. The alternative text of an image is read apart, and its offsets are not those of the block."""
        if self.src == self.work.inline.content:
            self.work.found(code, self.work.source.at(self.work.inline, offset), **params)

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        spend_marks(self.work, 1)
        if ttype != "text":
            token.meta["at"] = self.pos
        if nesting > 0:
            self.open.append(token)
        elif nesting < 0:
            self.closed = self.open.pop()
        return token

    def pushPending(self) -> Token:
        token = piece("text", "", 0, self.pendingLevel, self.pending)
        self.tokens.append(token)
        self.pending = ""
        return token

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:
        pos = start
        while pos < self.posMax and self.src[pos] == self.src[start]:
            pos += 1
        self.runs[len(self.tokens) + bool(self.pending)] = (start, pos - start)
        (left, right), marks = self.flanks(start, pos)
        return Scanned(left and (canSplitWord or not right or marks[0]), right and (canSplitWord or not left or marks[1]), pos - start)

    def flanks(self, start: int, pos: int) -> tuple[tuple[bool, bool], tuple[bool, bool]]:
        """Of the run of delimiters from `start` to `pos`: may it open, and close; and does a mark stand before it, and behind it?"""
        text, end = self.src, self.posMax
        before, after = text[start - 1] if start else " ", text[pos] if pos < end else " "
        marks = isPunctChar(before), isPunctChar(after)
        spaces = isWhiteSpace(ord(before)), isWhiteSpace(ord(after))
        eastern = any(marks) and self._is_eastern(start, pos)
        left = not spaces[1] and (not marks[1] or spaces[0] or marks[0] or (eastern and not self._is_closing(pos, text[start])))
        right = not spaces[0] and (not marks[0] or spaces[1] or marks[1] or (eastern and not self._is_opening(start - 1, text[start])))
        return (left, right), marks

    def _is_eastern(self, start: int, end: int) -> bool:
        text, last, typography = self.src, self.posMax, self.work.typography
        return is_eastern(text, start - 1, -1, last, typography) or is_eastern(text, end, 1, last, typography)

    def _is_opening(self, pos: int, marker: str) -> bool:
        """Does a bracket open at `pos`? Nothing ends behind it: the asterisks of 必填*（*可不填） mark notes. Not so in `**（**`."""
        return category(self.src[pos]) == "Ps" and not self.src.endswith(marker * 2, 0, pos)

    def _is_closing(self, pos: int, marker: str) -> bool:
        return category(self.src[pos]) == "Pe" and not self.src.startswith(marker * 2, pos + 1)


def spend_marks(work: Work, marks: int) -> None:
    work.marks += marks
    if work.marks > MAX_MARKS:
        raise TooComplex("too-complex-marks", work.source.at(work.inline, 0).line, limit=MAX_MARKS)


class Inline(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: Env, tokens: list[Token]) -> list[Token]:
        state = State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens

    def tokenize(self, state: StateInline) -> None:
        self.check_nesting(state)
        super().tokenize(state)

    def skipToken(self, state: StateInline) -> None:
        self.check_nesting(state)
        work = work_of(state.env)
        work.steps += 1
        if work.steps > MAX_STEPS:
            raise TooComplex("too-complex-brackets", work.source.at(work.inline, 0).line)
        super().skipToken(state)

    @staticmethod
    def check_nesting(state: StateInline) -> None:
        if state.level >= MAX_NESTING:
            work = work_of(state.env)
            raise TooComplex("too-complex-nesting", work.source.at(work.inline, state.pos).line, limit=MAX_NESTING)


def check_depth(tokens: Sequence[Token], work: Work) -> None:
    """Emphasis is paired after reading, so its depth shows only in the tokens. Each level takes a token to open it."""
    if len(tokens) > MAX_NESTING and any(token.level >= MAX_NESTING for token in tokens):
        raise TooComplex("too-complex-nesting", work.source.at(work.inline, 0).line, limit=MAX_NESTING)


def leftovers(state: StateInline) -> None:
    """Report asterisks and tildes that will print as they are: what hurts writers most. Of a pair only the first is told.

    Runs longer than three are masks (138****1234), single ones footnote marks and multiplication.
    """
    assert isinstance(state, State)
    opening = ""
    for index, (start, length) in state.runs.items():
        marker = state.src[start]
        if marker == "_" or not 2 <= length <= 3:
            continue
        run = state.tokens[index : index + length]
        if any(token.type == "text" and token.content in (marker, marker * 2) for token in run[: length if marker == "*" else 1]):
            marks = state.src[start : start + length]
            if marks != opening:
                state.found("literal-emphasis", start, marks=marks)
            opening = marks if marks != opening else ""
