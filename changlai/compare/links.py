"""Whether a translation leads its readers where its source does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from changlai.model import Block

_OUTSIDE = re.compile(r"(?:https?|mailto|tel):")


def lost(source: Sequence[Block], target: Sequence[Block], anywhere: Collection[str]) -> Iterator[str]:
    """Targets of the source's blocks that their translation leaves out. What leads out of the site may be another page there, in the
    reader's language; what leads into it, or shows a picture, may stand elsewhere in the translation (`anywhere`)."""
    here, there = (Counter(target for block in blocks for target in block.targets) for blocks in (source, target))
    missing, instead = here - there, there - here
    replaced = sum(count for name, count in instead.items() if _OUTSIDE.match(name))
    for name in missing:
        if not _OUTSIDE.match(name):
            if name not in anywhere:
                yield name
        elif replaced:
            replaced -= 1
        elif name not in anywhere:
            yield name
