"""Editions that agree block by block, made to disagree in known ways: blocks dropped, added, merged, split and moved."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from changlai.markdown import parse
from changlai.model import Typography
from tests.alignment.cases import Labelled, Labels

_SENTENCE = re.compile(r"(?<=[。！？])(?=[^”’」』）\s])|(?<=[a-z가-힣][.!?]) (?=\S)")
WAYS = ("drop", "add", "merge", "split", "move")


class Piece(NamedTuple):
    """The Markdown of one block, and what it says."""

    text: str
    kind: str
    labels: Labels


def pieces(text: str, typography: Typography) -> list[Piece]:
    """The blocks of a text, numbered from 0."""
    lines = text.split("\n")
    blocks = parse(text, typography).blocks
    return [Piece("\n".join(lines[block.line - 1 : block.end - 1]), block.kind, frozenset({n})) for n, block in enumerate(blocks)]


def corrupt(edition: Sequence[Piece], strangers: Sequence[Piece], typography: Typography, changes: int, random: Random) -> list[Piece]:
    """`changes` changes, of kinds that come in turn at random; what is added is one of `strangers`."""
    made = list(edition)
    for _ in range(changes):
        if len(made) > 2:
            _CHANGES[random.choice(WAYS)](made, strangers, typography, random)
    return made


def _drop(made: list[Piece], _: Sequence[Piece], __: Typography, random: Random) -> None:
    del made[random.randrange(len(made))]


def _add(made: list[Piece], strangers: Sequence[Piece], _: Typography, random: Random) -> None:
    if strangers:
        made.insert(
            random.randrange(len(made) + 1), random.choice(strangers)._replace(labels=frozenset({10_000 + random.randrange(10**9)}))
        )


def _merge(made: list[Piece], _: Sequence[Piece], typography: Typography, random: Random) -> None:
    able = [n for n in range(len(made) - 1) if made[n].kind == made[n + 1].kind == "paragraph"]
    if able:
        n = random.choice(able)
        gap = "" if typography in ("zh", "ja") else " "
        made[n : n + 2] = [Piece(made[n].text + gap + made[n + 1].text, "paragraph", made[n].labels | made[n + 1].labels)]


def _split(made: list[Piece], _: Sequence[Piece], typography: Typography, random: Random) -> None:
    able = [(n, found.start()) for n, piece in enumerate(made) if piece.kind == "paragraph" for found in _SENTENCE.finditer(piece.text)]
    able = [(n, at) for n, at in able if _parses(made[n].text[:at], typography) and _parses(made[n].text[at:].strip(), typography)]
    if able:
        n, at = random.choice(able)
        text, labels = made[n].text, made[n].labels
        made[n : n + 1] = [Piece(text[:at], "paragraph", labels), Piece(text[at:].strip(), "paragraph", labels)]


def _parses(text: str, typography: Typography) -> bool:
    return [block.kind for block in parse(text, typography).blocks] == ["paragraph"]


def _move(made: list[Piece], _: Sequence[Piece], __: Typography, random: Random) -> None:
    """A paragraph, to another place nearby."""
    able = [n for n, piece in enumerate(made) if piece.kind == "paragraph"]
    if able:
        n = random.choice(able)
        piece = made.pop(n)
        made.insert(min(len(made), max(0, n + random.choice([-4, -3, -2, 2, 3, 4]))), piece)


_CHANGES = {"drop": _drop, "add": _add, "merge": _merge, "split": _split, "move": _move}


def joined(edition: Sequence[Piece], typography: Typography) -> Labelled | None:
    """The edition as one text again; None where the parser does not find the same blocks in it, as with two lists that meet."""
    text = "\n\n".join(piece.text for piece in edition) + "\n"
    blocks = parse(text, typography).blocks
    if [block.kind for block in blocks] != [piece.kind for piece in edition]:
        return None
    return Labelled(text, blocks, tuple(piece.labels for piece in edition))
