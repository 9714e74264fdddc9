"""Two editions side by side, as values: which blocks say the same, what changed, and whether numbers and terms agree. Opens no file."""

from changlai.compare.accepting import accepted, adopted, numbered
from changlai.compare.align import align
from changlai.compare.beads import alone, beads
from changlai.compare.changes import changes
from changlai.compare.keeping import Agree, agree_on_nothing, marks, unkept
from changlai.compare.tally import beyond, field_of, hashed, tally, unit_of
from changlai.compare.traits import traits

__all__ = [
    "Agree",
    "accepted",
    "adopted",
    "agree_on_nothing",
    "align",
    "alone",
    "beads",
    "beyond",
    "changes",
    "field_of",
    "hashed",
    "marks",
    "numbered",
    "tally",
    "traits",
    "unit_of",
    "unkept",
]
