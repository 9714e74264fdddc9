"""What a new translation must keep of its source: the form of its blocks, where links lead, names, code, the marks of footnotes, numbers.

What the present translation says otherwise than the source that it was made from, somebody has allowed, and it may go on doing so; and a
block that says why it differs from its source is believed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from changlai.model import Block, Finding, Marked

Agree = Callable[[Sequence[Block], Sequence[Block]], Sequence[str]]  # which numbers of the one are others in the other, in words

_EDITION = re.compile(r"\bindex\.[A-Za-z0-9-]+\.md\b")
_FORMS = {
    "paragraph": "…",
    "figure": "![…](…)",
    "list": "- …",
    "definitions": ": …",
    "quote": "> …",
    "code": "```",
    "table": "| … |",
    "rule": "---",
    "note": ":::",
    "footnote": "[^…]: …",
}


def unkept(
    source: Sequence[Marked],
    answer: Sequence[Marked],
    agree: Agree,
    old: Sequence[Marked] = (),
    present: Sequence[Marked] = (),
) -> tuple[Finding, ...]:
    """What is wrong with `answer` as a translation of `source`; `present` is the translation as it is, made from `old`."""
    if not answer:
        return (Finding("packet-empty", 1, 1),)
    forms = [_form(part) for part in answer]
    wanted = [_form(part) for part in source]
    if forms != wanted and forms != [_form(part) for part in present]:
        return (_finding("packet-form", wanted=_said(wanted), found=_said(forms)),)
    return tuple(_changed(source, answer, agree, old, present))


def _changed(
    source: Sequence[Marked], answer: Sequence[Marked], agree: Agree, old: Sequence[Marked], present: Sequence[Marked]
) -> Iterator[Finding]:
    here, there, before, now = (Counter(marks(parts)) for parts in (source, answer, old, present))
    both = bool(old and present)
    lost = (here - there) - (before - now if both else Counter())
    invented = (there - here) - (now - before if both else Counter())
    if lost and not any(part.block.differs for part in answer):
        yield _finding("packet-lost", what=" ".join(sorted(lost.elements())))
    if invented:
        yield _finding("packet-invented", what=" ".join(sorted(invented.elements())))
    known = agree(_blocks(old), _blocks(present)) if both else ()
    for words in agree(_blocks(source), _blocks(answer)):
        if words not in known:
            yield _finding("packet-numbers", what=words)


def marks(parts: Sequence[Marked]) -> Iterator[str]:
    """As they are written in the text, so that whoever reads of one can find it."""
    for block, names, codes, notes in parts:
        yield from (f"({_EDITION.sub('index.md', target)})" for target in block.targets)
        yield from (f"{{{name}}}" for name in names)
        yield from (f"`{code}`" for code in codes)
        yield from (f"[^{note}]" for note in notes)
        if block.id:
            yield f"{{#{block.id}}}"


def _blocks(parts: Sequence[Marked]) -> list[Block]:
    return [part.block for part in parts]


def _form(part: Marked) -> tuple[str, str]:
    """What any edition must share with a block, and how that looks."""
    kind, shape = part.block.kind, part.block.shape
    if kind == "heading":
        return shape, "#" * int(shape[1:]) + " …"
    _, _, size = shape.partition(" ")
    sign = _FORMS.get(kind, kind)
    return f"{kind} {shape}", f"{sign} ({size})" if kind in ("list", "table", "definitions") else sign


def _said(forms: Sequence[tuple[str, str]]) -> str:
    return " · ".join(look for _, look in forms)


def _finding(code: str, **params: str) -> Finding:
    return Finding(code, 1, 1, tuple(params.items()))
