"""The labelled documents in `cases/<name>/{zh,en,ko,ja}.md`, and which of their blocks say the same.

Before each top-level block stands a line `@ 3` with its label, or `@ 3 4` where it says what blocks 3 and 4 of other editions
say. Blocks of one file that share a label are a split; a label that a file lacks was dropped there, or added elsewhere. Blocks stand in
any order: one that was moved simply stands elsewhere. Label lines are taken out before the text is parsed and may therefore stand
nowhere else, not in code either. A file may be missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from changlai.markdown import parse
from changlai.model import Block, Typography

FOLDER = Path(__file__).parent / "cases"
TYPOGRAPHIES: Mapping[str, Typography] = {"zh": "zh", "en": "latin", "ko": "ko", "ja": "ja"}
LABEL = re.compile(r"@(?: \d+)+")

Labels = frozenset[int]
Truth = frozenset[tuple[tuple[int, ...], tuple[int, ...]]]  # blocks of the source, blocks of the target


class Labelled(NamedTuple):
    """One file: its text without label lines, its blocks, and what each says."""

    text: str
    blocks: tuple[Block, ...]
    labels: tuple[Labels, ...]  # of each block


def names(folder: Path = FOLDER) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_dir())


def case(name: str, folder: Path = FOLDER) -> dict[str, Labelled]:
    """By language. Raises ValueError, with path and line, where the labels do not fit the blocks."""
    paths = {lang: folder / name / f"{lang}.md" for lang in TYPOGRAPHIES}
    return {lang: load(path, TYPOGRAPHIES[lang]) for lang, path in paths.items() if path.exists()}


def load(path: Path, typography: Typography) -> Labelled:
    try:
        return labelled(path.read_text("utf-8"), typography)
    except ValueError as error:
        raise ValueError(f"{path}:{error}") from None


def labelled(text: str, typography: Typography) -> Labelled:
    """Raises ValueError where a block has no label, or a label no block."""
    kept: list[str] = []
    marks: dict[int, tuple[int, Labels]] = {}  # by the line of the block: line of the label, labels
    waiting: tuple[int, Labels] | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if LABEL.fullmatch(line.rstrip()):
            if waiting:
                raise ValueError(f"{waiting[0]}: a label without a block")
            waiting = number, frozenset(map(int, line.split()[1:]))
            continue
        kept.append(line)
        if line.strip() and waiting:
            marks[len(kept)], waiting = waiting, None
    if waiting:
        raise ValueError(f"{waiting[0]}: a label without a block")
    stripped = "\n".join(kept)
    blocks = parse(stripped, typography).blocks
    labels = tuple(_labels_of(block, marks) for block in blocks)
    if marks:
        raise ValueError(f"{min(mark[0] for mark in marks.values())}: a label that stands before no block")
    return Labelled(stripped, blocks, labels)


def _labels_of(block: Block, marks: dict[int, tuple[int, Labels]]) -> Labels:
    if block.line not in marks:
        raise ValueError(f"{block.line}: (of the text without labels) a block without a label: {block.text[:40]}")
    return marks.pop(block.line)[1]


def truth(source: Sequence[Labels], target: Sequence[Labels]) -> Truth:
    """The connected components of blocks that share labels. Blocks that share one with none of the other edition stand alone."""
    return frozenset(_components(source, target))


def _components(source: Sequence[Labels], target: Sequence[Labels]) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    groups: list[tuple[Labels, frozenset[tuple[int, int]]]] = []  # labels; (side, place) of each block
    for side, edition in enumerate((source, target)):
        for place, labels in enumerate(edition):
            touched = [group for group in groups if group[0] & labels]
            groups = [group for group in groups if not group[0] & labels]
            groups.append(
                (labels.union(*(group[0] for group in touched)), frozenset({(side, place)}).union(*(group[1] for group in touched)))
            )
    for _, blocks in groups:
        ours, theirs = (tuple(sorted(place for at, place in blocks if at == side)) for side in (0, 1))
        if ours and theirs:
            yield ours, theirs
        else:
            yield from [((place,), ()) for place in ours] + [((), (place,)) for place in theirs]
