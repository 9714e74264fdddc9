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
from changlai.markdown.words import SOFT
from changlai.markdown.work import Env, work_of

_FIRST = {
    "url": ":",
    "newline": "\n",
    "escape": "\\",
    "backticks": "`",
    "strikethrough": "~",
    "emphasis": "*_",
    "plain_link": "[",
    "link": "[",
    "span": "[",
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
_WORDS = rf"[^{_STOP}]*+(?:[{_HALF}](?!\[|//)[^{_STOP}]*+)*+"
# A mark that East and West share takes the side of what stands behind it. No markup ends in a letter of the East, so what is one is text.
_BEFORE = rf"(?:(?<=[!-~\u00c0-\u024f{STEADY}])|(?<=[{STEADY}][{_SHARED}]))"
_AFTER = rf"(?=[{_SHARED}]{{0,2}}[^{_STOP}{_SHARED} \t\u3000])"
_RUN = re.compile(rf"(?:[^{_STOP}]|[{_HALF}](?!\[|//)){_WORDS}(?:{_BEFORE}\n[ \t]*+{_AFTER}{_WORDS})*+")
_LINK = re.compile(r"\[((?:[^\n!#$%&*+:<=>@\[\\\]^_`{}~-]|[:-](?!//))++)\]\(([A-Za-z0-9:/._~#?=%+-]++)\)")
_STEP = re.compile(r"[^:-]+|[:-]")
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
            return super().parse(src, md, env, tokens)
        if "\n" in src:
            spend_marks(work_of(env), src.count("\n"))
            src = _BREAK.sub(SOFT, src)
        tokens.append(Token("text", "", 0, content=src))
        return tokens

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
                    words = _BREAK.sub(SOFT, words)
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


def link(state: StateInline, silent: bool) -> bool:
    """`[words](address)` of plain words and a plain address. It does what the library's rule would do, and counts its steps."""
    assert isinstance(state, State)
    found = None if silent else _LINK.match(state.src, state.pos, state.posMax)
    if not found or state.level + 1 >= MAX_NESTING:
        return False
    steps, href = len(_STEP.findall(found[1])), state.md.normalizeLink(found[2])
    if state.work.steps + steps > MAX_STEPS or not state.md.validateLink(href):
        return False
    state.work.steps += steps
    state.pos = found.start(1)
    state.push("link_open", "a", 1).attrs = {"href": href}
    state.append_pending(found[1])
    state.pushPending()
    state.pos = found.end(1)
    state.push("link_close", "a", -1)
    state.pos = found.end()
    return True
