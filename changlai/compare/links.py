"""Whether a translation leads its readers where its source does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence

from changlai.model import Block

_OUTSIDE = re.compile(r"(?:https?|mailto|tel):")


def lost(
    source: Sequence[Block], target: Sequence[Block], anywhere: Collection[str], depth: Callable[[Block, str], float]
) -> Iterator[tuple[int, str]]:
    """Targets of the source's blocks that their translation leaves out, each with the place of the block where it should stand. What leads
    out of the site may be another page there, in the reader's language; what leads into it, or shows a picture, may stand elsewhere in the
    translation (`anywhere`). `depth` says how far down in a block a target stands, 0 to 1."""
    if not any(block.targets for block in source):
        return
    here, there = (Counter(target for block in blocks for target in block.targets) for blocks in (source, target))
    missing, instead = here - there, there - here
    replaced = sum(count for name, count in instead.items() if _OUTSIDE.match(name))
    for name in missing:
        outside = _OUTSIDE.match(name)
        if outside and replaced:
            replaced -= 1
        elif name not in anywhere:
            yield _at(name, source, target, depth), name


def _at(name: str, source: Sequence[Block], target: Sequence[Block], depth: Callable[[Block, str], float]) -> int:
    """The block that leads where the source leads beside it, or that leads elsewhere instead; else the one as far down in its text."""
    place, block = next((place, block) for place, block in enumerate(source) if name in block.targets)
    known = {name for block in source for name in block.targets}
    beside = [at for at, here in enumerate(target) if not set(block.targets).isdisjoint(here.targets)]
    instead = [at for at, here in enumerate(target) if any(other not in known and not _OUTSIDE.match(other) for other in here.targets)]
    for found in (beside, instead):
        if len(found) == 1:
            return found[0]
    return int((place + depth(block, name)) / len(source) * len(target))
