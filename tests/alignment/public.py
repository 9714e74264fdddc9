"""Public documents, which are not committed: where a translation was made entry by entry, the truth is known by position.

A folder holds `<document>/zh.md` and `<document>/<language>.md`, one or more (`en`, `ko`, `ja`, or any other in Latin letters). The nth
block of each file says what the nth block of the others says: manuals that are built from PO files come so, once their HTML is written as
Markdown and what nobody translated is left out. A file whose blocks are fewer or of other kinds is passed over.

Each document is cut into stretches of 45 blocks, and changed: in one place of twelve, in either edition, a block is dropped, added, merged,
split or moved. The changes follow from the names alone.

    python -m tests.alignment --public FOLDER
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

from changlai.model import Typography
from tests.alignment.cases import TYPOGRAPHIES
from tests.alignment.corrupt import Piece, corrupt, joined, pieces
from tests.alignment.measure import Document

STRETCH, CHANGED = 45, 12
_STRANGERS = 20  # paragraphs of each document that may be added to another


def documents(folder: Path) -> dict[str, list[Document]]:
    """Changed documents, by language."""
    texts = {path.name: _read(path) for path in sorted(folder.iterdir()) if (path / "zh.md").exists()}
    strangers: dict[str, list[Piece]] = {}
    for editions in texts.values():
        for lang, edition in editions.items():
            strangers.setdefault(lang, []).extend([piece for piece in edition if piece.kind == "paragraph"][:_STRANGERS])
    found: dict[str, list[Document]] = {}
    for name, editions in texts.items():
        for lang, edition in editions.items():
            if lang != "zh" and [piece.kind for piece in edition] == [piece.kind for piece in editions["zh"]]:
                found.setdefault(lang, []).extend(_stretches(name, lang, editions["zh"], edition, strangers))
    return found


def typography(lang: str) -> Typography:
    return TYPOGRAPHIES.get(lang, "latin")


def _read(path: Path) -> Mapping[str, Sequence[Piece]]:
    return {file.stem: pieces(file.read_text("utf-8"), typography(file.stem)) for file in sorted(path.glob("*.md"))}


def _stretches(
    name: str, lang: str, source: Sequence[Piece], target: Sequence[Piece], strangers: Mapping[str, Sequence[Piece]]
) -> Iterator[Document]:
    for start in range(0, len(source), STRETCH):
        ours, theirs = source[start : start + STRETCH], target[start : start + STRETCH]
        if len(ours) < 5:
            continue
        random = Random(f"{name} {lang} {start}")
        changes = max(1, len(ours) // CHANGED)
        here = sum(random.random() < 0.5 for _ in range(changes))
        first = joined(corrupt(ours, strangers["zh"], "zh", here, random), "zh")
        second = joined(corrupt(theirs, strangers[lang], typography(lang), changes - here, random), typography(lang))
        if first and second:
            yield Document(f"{name} {start}", first, second, ("zh", typography(lang)))
