"""Runs of plain words, read in one step with the line breaks inside them; and which inline rules can begin with which character.

A break between two characters that decide for themselves whether it shows (breaks.py) needs no token of its own: it stays in the text, as
`SOFT`. Every other break is left to the library's rule, which the run stops for.
"""

from __future__ import annotations

import re
from functools import cached_property

from markdown_it import MarkdownIt
from markdown_it.parser_inline import RuleFuncInlineType
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from changlai.markdown.inline import Inline, State, spend_marks
from changlai.markdown.limits import MAX_NESTING, MAX_STEPS
from changlai.markdown.scripts import AMBIGUOUS, STEADY
from changlai.markdown.tokens import piece
from changlai.markdown.words import SOFT
from changlai.markdown.work import Env, work_of

_FIRST = {
    "url": ":",
    "newline": "\n",
    "escape": "\\",
    "backticks": "`",
    "strikethrough": "~",
    "plain_emphasis": "*",
    "emphasis": "*_",
    "plain_link": "[",
    "link": "[",
    "span": "[",
    "plain_image": "!",
    "image": "!",
    "footnote_ref": "[",
    "autolink": "<",
    "html_inline": "<",
    "entity": "&",
    "braces": "{",
}
_HALF = "!:"  # begin nothing without what follows them: `![` and `://`
_STOP = re.escape("".join(sorted(set("".join(_FIRST.values())) - set(_HALF)))) + _HALF
_SHARED = "".join(sorted(AMBIGUOUS))
_WORDS = rf"[^{_STOP}]*+(?>(?:[{_HALF}](?!\[|//)[^{_STOP}]*+)*)"
# A mark that East and West share takes the side of what stands behind it. No markup ends in a letter of the East, so what is one is text.
_BEFORE = rf"(?:(?<=[!-~\u00c0-\u024f{STEADY}])|(?<=[{STEADY}][{_SHARED}]))"
_AFTER = rf"(?=[{_SHARED}]{{0,2}}[^{_STOP}{_SHARED} \t\u3000])"
_RUN = re.compile(rf"(?:[^{_STOP}]|[{_HALF}](?!\[|//)){_WORDS}(?>(?:{_BEFORE}\n[ \t]*+{_AFTER}{_WORDS})*)")
_PAIR = re.compile(rf"(\*\*?)(?!\*)({_WORDS}(?>(?:\n{_WORDS})*))(\1)(?!\*)")
_LABEL = r"\[((?>(?:[^!#$%&*+:<=>@\[\\\]^_`{}~-]|[:-](?!//))+))\]"
_LINK = re.compile(_LABEL + r'\(([A-Za-z0-9:/._~#?=%+-]++)(?: "([^"\\&\n]*+)")?\)')
_STEP = re.compile(r"[^\n:-]+|\n[ \t]*|[:-]")
_BREAK = re.compile(r"\n[ \t]*")


class Quick(Inline):
    """Asks only the rules that can begin with the character at hand. Looking ahead for brackets stays as it is: its steps are counted."""

    @cached_property
    def _by_first(self) -> dict[str, list[RuleFuncInlineType]]:
        """Of the complete parser. A rule of unknown beginning would be a mistake in the table above."""
        named = [*zip(self.ruler.get_active_rules(), self.ruler.getRules(""), strict=True)]
        marks = {mark for name, _ in named if name != "text" for mark in _FIRST[name]}
        return {mark: [rule for name, rule in named if name != "text" and mark in _FIRST[name]] for mark in marks}

    def parse(self, src: str, md: MarkdownIt, env: Env, tokens: list[Token]) -> list[Token]:
        found = _RUN.fullmatch(src)
        if not found:
            return self._parse(State(src, md, env, tokens))
        if "\n" in src:
            spend_marks(work_of(env), src.count("\n"))
            src = _softened(src)
        tokens.append(piece("text", "", 0, 0, src))
        return tokens

    def _parse(self, state: State) -> list[Token]:
        """Where no run of delimiters was kept for later, there is nothing to pair and nothing left over."""
        self.tokenize(state)
        for rule in self.ruler2.getRules("") if state.runs else (_join,):
            rule(state)
        return state.tokens

    def tokenize(self, state: StateInline) -> None:
        assert isinstance(state, State)
        self.check_nesting(state)
        src, end, by_first = state.src, state.posMax, self._by_first
        while state.pos < end:
            found = _RUN.match(src, state.pos, end)
            if found:
                words, state.pos = found[0], found.end()
                if "\n" in words:
                    spend_marks(state.work, words.count("\n"))
                    words = _softened(words)
                state.append_pending(words)
                continue
            for rule in by_first.get(src[state.pos], ()):
                if rule(state, False):
                    break
            else:
                state.append_pending(src[state.pos])
                state.pos += 1
        if state.pending:
            state.pushPending()


def _join(state: StateInline) -> None:
    """The last of the library's rules: texts side by side are one, and each token knows its level."""
    joined: list[Token] = []
    level = 0
    for token in state.tokens:
        level -= token.nesting < 0
        token.level = level
        level += token.nesting > 0
        if token.type == "text" and joined and joined[-1].type == "text":
            joined[-1].content += token.content
        else:
            joined.append(token)
    state.tokens[:] = joined


def _softened(words: str) -> str:
    return _BREAK.sub(SOFT, words) if "\n " in words or "\n\t" in words else words.replace("\n", SOFT)


def link(state: StateInline, silent: bool) -> bool:
    """`[words](address "title")` of plain words and a plain address. It does what the library's rule would do, and counts its steps."""
    assert isinstance(state, State)
    found = None if silent else _LINK.match(state.src, state.pos, state.posMax)
    if not found or not _leads(state, found):
        return False
    state.pos = found.start(1)
    state.push("link_open", "a", 1).attrs = _attributes(state, "href", found)
    _words(state, *found.span(1))
    state.pos = found.end(1)
    state.push("link_close", "a", -1)
    state.pos = found.end()
    return True


def image(state: StateInline, silent: bool) -> bool:
    """`![words](address "title")`, likewise."""
    assert isinstance(state, State)
    found = None if silent else _LINK.match(state.src, state.pos + 1, state.posMax)
    if not found or not _leads(state, found):
        return False
    words = state.md.inline.parse(found[1], state.md, state.env, [])
    token = state.push("image", "img", 0)
    token.attrs, token.children, token.content = _attributes(state, "src", found), words, found[1]
    state.pos = found.end()
    return True


def _leads(state: State, found: re.Match[str]) -> bool:
    steps = len(_STEP.findall(found[1]))
    if state.level + 1 >= MAX_NESTING or state.work.steps + steps > MAX_STEPS:
        return False
    if not state.md.validateLink(state.md.normalizeLink(found[2])):
        return False
    state.work.steps += steps
    return True


def _attributes(state: State, name: str, found: re.Match[str]) -> dict[str, str | int | float]:
    attrs: dict[str, str | int | float] = {name: state.md.normalizeLink(found[2])}
    if name == "src":
        attrs["alt"] = ""
    if found[3]:
        attrs["title"] = found[3]
    return attrs


def _words(state: State, start: int, end: int) -> None:
    """Plain words inside of markup, and perhaps line breaks."""
    if "\n" in (words := state.src[start:end]):
        limit, state.pos, state.posMax = state.posMax, start, end
        state.md.inline.tokenize(state)
        state.posMax = limit
        return
    state.tokens.append(piece("text", "", 0, state.level, words))


def emphasis(state: StateInline, silent: bool) -> bool:
    """`*words*` and `**words**` of plain words, before any other delimiter that is open: these two can only go together.

    An empty text stays where the library leaves one of the two asterisks.
    """
    assert isinstance(state, State)
    found = None if silent or state.delimiters else _PAIR.match(state.src, state.pos, state.posMax)
    if not found or not state.flanks(*found.span(1))[0][0] or not state.flanks(*found.span(3))[0][1]:
        return False
    marks, strong = found[1], len(found[1]) > 1
    spend_marks(state.work, 2 * len(marks))
    if strong or state.pending:
        state.pushPending()
    tag = "strong" if strong else "em"
    state.tokens.append(piece(f"{tag}_open", tag, 1, 0, "", marks))
    _words(state, *found.span(2))
    state.tokens.append(piece(f"{tag}_close", tag, -1, 0, "", marks))
    if strong:
        state.tokens.append(piece("text", "", 0))
    state.pos = found.end()
    return True
