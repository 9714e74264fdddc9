"""Bare addresses in running text: linked up to the first character that a Chinese, Japanese or Korean sentence goes on with."""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

from changlai.markdown.inline import State
from changlai.markdown.scripts import URL_END

_REST = re.compile(rf"://[^\W_][^\s\x00-\x20<>\"'`*{{}}|\\^\[\]“”‘’…—\u00a0\u3000\u2000-\u206f{URL_END}]*")
_SCHEME = re.compile(r"(?<![A-Za-z0-9+.-])https?$", re.IGNORECASE)
_MEANT = re.compile(r"[\]］】][ \u3000]?[（(]$")  # a link that is typed wrongly, which is told elsewhere
_TAIL = "?!.,:;_~&"


def rule(state: StateInline, silent: bool) -> bool:
    assert isinstance(state, State)
    pos = state.pos
    if not state.src.startswith("://", pos) or state.linkLevel:
        return False
    scheme = _SCHEME.search(state.src, max(0, pos - 6), pos)
    rest = _REST.match(state.src, pos, state.posMax)
    if not scheme or not rest or (not silent and not state.pending.endswith(scheme[0])):
        return False
    url = scheme[0] + _trimmed(rest[0])
    if not silent:
        state.pending = state.pending[: -len(scheme[0])]
        state.pos = scheme.start()
        link = state.push("link_open", "a", 1)
        link.attrs = {"href": url}
        link.info = "bare"
        state.push("text", "", 0).content = url
        state.push("link_close", "a", -1)
        if not _MEANT.search(state.src, max(0, scheme.start() - 4), scheme.start()):
            state.found("bare-url", scheme.start(), url=url)
    state.pos = scheme.start() + len(url)
    return True


def _trimmed(url: str) -> str:
    """Without the marks that end the sentence, and without a bracket that was opened before the address."""
    end, unopened = len(url), url.count(")") - url.count("(")
    while url[end - 1] in _TAIL or (url[end - 1] == ")" and unopened > 0):
        unopened -= url[end - 1] == ")"
        end -= 1
    return url[:end]
