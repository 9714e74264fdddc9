"""Two editions side by side, as values: which blocks say the same, what changed, and whether numbers and terms agree. Opens no file."""

from changlai.compare.accepting import accepted, adopted, numbered
from changlai.compare.align import align
from changlai.compare.changes import changes
from changlai.compare.tally import beyond, field_of, tally, unit_of
from changlai.compare.traits import traits
from changlai.compare.words import difference

__all__ = ["accepted", "adopted", "align", "beyond", "changes", "difference", "field_of", "numbered", "tally", "traits", "unit_of"]
