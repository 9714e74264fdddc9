"""What of a block is no translator's to change: names that the site prints, code, the marks of footnotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from changlai.model import Block, Marked


def marks(unit: Sequence[Token], block: Block) -> Marked:
    children = [child for token in unit if token.type == "inline" for child in _all(token.children or [])]
    return Marked(
        block,
        names=tuple(str(child.meta["target"]) for child in children if child.type == "name"),
        codes=tuple(child.content for child in children if child.type == "code_inline"),
        notes=tuple(str(child.meta["label"]) for child in children if child.type == "footnote_ref"),
    )


def _all(children: Sequence[Token]) -> Iterator[Token]:
    """Those inside of a picture's alternative text too."""
    for child in children:
        yield child
        yield from _all(child.children or [])
