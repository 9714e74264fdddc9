"""What can be told of a block without understanding it."""

from __future__ import annotations

import re

from changlai.compare.lengths import weigh
from changlai.model import Block, Datum, Traits, Typography

_NAME = re.compile(r"\{[a-z][a-z0-9_-]*:[^\s{}|]+\}")  # a name that the plan will print


def traits(block: Block, typography: Typography, data: tuple[Datum, ...] = (), terms: tuple[str, ...] = ()) -> Traits:
    """`data` and `terms` are those of its text."""
    text, targets = block.text, block.targets
    if "{" in text and (names := _NAME.findall(text)):
        text, targets = _NAME.sub("", text), targets + tuple(names)
    return Traits(block.kind, block.shape, block.id, weigh(text), data, terms, targets, text)
