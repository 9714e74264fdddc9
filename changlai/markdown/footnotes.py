"""Footnotes: `[^a]` in the text, `[^a]: words` anywhere. They are numbered as the reader meets them and stand at the end."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote.index import footnote_def

from changlai.markdown.source import At
from changlai.markdown.work import Work

__all__ = ["anchors", "footnote_def", "gather", "rule"]

_REF = re.compile(r"\[\^([^\s\[\]^]{1,60})\]")


@dataclass(slots=True)
class _Note:
    label: str
    tokens: list[Token]
    line: int
    number: int = 0
    refs: list[Token] = field(default_factory=list)


def rule(state: StateInline, silent: bool) -> bool:
    found = _REF.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("footnote_ref", "", 0).meta["label"] = found[1]
    state.pos = found.end()
    return True


def gather(tokens: list[Token], work: Work) -> list[Token]:
    """Take the definitions out of the text, number those that are used, and put them behind it."""
    if not _may_hold_any(work):
        return tokens
    body, notes = _split(tokens, work)
    order: list[_Note] = []
    _number(body, notes, order, work)
    for note in order:  # grows while notes refer to further notes
        _number(note.tokens, notes, order, work)
    for label, note in notes.items():
        if not note.number:
            work.found("footnote-unused", At(note.line + 1, work.source.lines[note.line].find("[^") + 1), label=label)
    if not order:
        return body
    body.append(Token("footnotes_open", "section", 1))
    for note in order:
        body.extend(_item(note))
    body.append(Token("footnotes_close", "section", -1))
    return body


def anchors(tokens: list[Token], work: Work) -> list[str]:
    """The ids that footnotes take."""
    ids: list[str] = []
    if not _may_hold_any(work):
        return ids
    for token in tokens:
        if token.type == "footnote_open":
            ids.append(f"fn-{token.meta['number']}")
        for child in token.children or []:
            if child.type == "footnote_ref" and child.meta.get("number"):
                ids.append(ref_id(child))
    return ids


def _may_hold_any(work: Work) -> bool:
    """Each has a caret, or an entity that becomes one in the title of an image."""
    return "^" in work.source.text or "&" in work.source.text


def ref_id(ref: Token) -> str:
    number, time = ref.meta["number"], ref.meta["time"]
    return f"fnref-{number}" if time == 1 else f"fnref-{number}-{time}"


def _split(tokens: list[Token], work: Work) -> tuple[list[Token], dict[str, _Note]]:
    body: list[Token] = []
    notes: dict[str, _Note] = {}
    stack = [body]
    for token in tokens:
        if token.type == "footnote_reference_open":
            label, line = token.meta["label"], token.map[0] if token.map else 0
            inside: list[Token] = []
            if label in notes:
                work.found("footnote-twice", At(line + 1, work.source.lines[line].find("[^") + 1), label=label, first=notes[label].line + 1)
            else:
                notes[label] = _Note(label, inside, line)
            stack.append(inside)
        elif token.type == "footnote_reference_close":
            stack.pop()
        else:
            stack[-1].append(token)
    return body, notes


def _number(tokens: list[Token], notes: dict[str, _Note], order: list[_Note], work: Work) -> None:
    for token in tokens:
        for child in token.children or []:
            if child.type != "footnote_ref":
                continue
            note = notes.get(child.meta["label"])
            if note is None:
                work.found("footnote-undefined", work.source.at(token, child.meta["at"]), label=child.meta["label"])
                child.type, child.content = "text", f"[^{child.meta['label']}]"
                continue
            if not note.number:
                order.append(note)
                note.number = len(order)
            note.refs.append(child)
            child.meta.update(number=note.number, time=len(note.refs))


def _item(note: _Note) -> list[Token]:
    """One note; the ways back stand at the end of its last paragraph."""
    opening, closing = Token("footnote_open", "li", 1), Token("footnote_close", "li", -1)
    opening.meta.update(number=note.number, label=note.label)
    back = Token("footnote_back", "", 0)
    back.meta["refs"] = note.refs
    if note.tokens and note.tokens[-1].type == "paragraph_close":
        return [opening, *note.tokens[:-1], back, note.tokens[-1], closing]
    return [opening, *note.tokens, back, closing]
