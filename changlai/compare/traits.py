"""What can be told of a block without understanding it."""

from __future__ import annotations

from changlai.model import Block, Datum, Traits, Typography


def traits(block: Block, typography: Typography, data: tuple[Datum, ...] = (), terms: tuple[str, ...] = ()) -> Traits:
    return Traits(block.kind, block.shape, block.id, len("".join(block.text.split())), data, terms, block.targets)
