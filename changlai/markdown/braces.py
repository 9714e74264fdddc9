"""What begins with `{` inside a paragraph: names `{city:paks}`, ruby `{聊城|りょうじょう}`, attributes; and spans `[text]{lang=de}`."""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

from changlai.markdown import attributes
from changlai.markdown.inline import State
from changlai.markdown.scripts import CJK
from changlai.problems import suggestion

_NAME = re.compile(r"\{([a-z][a-z0-9_-]{0,40}):([^\s{}|\\<>\"'`*]{1,100})(?:\|([A-Za-z]{0,20}))?\}")
_RUBY = re.compile(r"(?<!\{)\{([^{}|\n]{1,100}(?:\|[^{}|\n]{1,100}){1,40})\}(?!\})")  # double braces belong to other tools
_FORMS = ("local", "both")
_TAKES_ATTRIBUTES = ("link_close", "span_close", "image")


def rule(state: StateInline, silent: bool) -> bool:
    assert isinstance(state, State)
    return state.src[state.pos] == "{" and (_name(state, silent) or _attributes(state, silent) or _ruby(state, silent))


def _name(state: State, silent: bool) -> bool:
    found = _NAME.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    scheme, slug, form = found[1], found[2], found[3] or ""
    if scheme not in state.work.refs:
        probably = suggestion(scheme, state.work.refs)
        if not silent and probably and "|" not in found[0]:
            state.found("reference-unknown", state.pos, scheme=scheme, suggestion=probably)
        return False
    if not silent:
        if form and form not in _FORMS:
            state.found("reference-form", state.pos, form=form)
            form = ""
        token = state.push("name", "", 0)
        token.meta.update(target=f"{scheme}:{slug}", form=form)
    state.pos = found.end()
    return True


def _attributes(state: State, silent: bool) -> bool:
    said = attributes.read(state.src, state.pos)
    if not said or said.end > state.posMax:
        return False
    if not silent:
        last = None if state.pending or not state.tokens else state.tokens[-1]
        if last is None or last.type not in _TAKES_ATTRIBUTES:
            state.found("attribute-lost", state.pos)
            return False
        token = last if last.nesting == 0 else state.closed
        assert token is not None
        attributes.give(token, said.items, state.work, state.work.source.at(state.work.inline, state.pos))
    state.pos = said.end
    return True


def _ruby(state: State, silent: bool) -> bool:
    """Pairs of base and reading. Between Latin words a bar in braces is no ruby."""
    found = _RUBY.match(state.src, state.pos, state.posMax)
    if not found or not CJK.search(found[1]):
        return False
    parts = [part.strip() for part in found[1].split("|")]
    if len(parts) % 2 or not all(parts):
        if not silent:
            state.found("ruby-parts", state.pos, text=found[0])
        return False
    if not silent:
        token = state.push("ruby", "ruby", 0)
        token.meta["pairs"] = tuple(zip(parts[::2], parts[1::2], strict=True))
    state.pos = found.end()
    return True


def span(state: StateInline, silent: bool) -> bool:
    """`[text]{…}`. Stands behind the rule of links, so that a link with attributes stays a link."""
    assert isinstance(state, State)
    start, end = state.pos, state.posMax
    if state.src[start] != "[" or not state.spans:
        return False
    close = state.md.helpers.parseLinkLabel(state, start, False)
    said = attributes.read(state.src, close + 1) if 0 <= close < end - 1 else None
    if not said or said.end > end:
        return False
    if not silent:
        token = state.push("span_open", "span", 1)
        attributes.give(token, said.items, state.work, state.work.source.at(state.work.inline, close + 1))
        state.pos, state.posMax = start + 1, close
        state.md.inline.tokenize(state)
        state.push("span_close", "span", -1)
    state.pos, state.posMax = said.end, end
    return True
