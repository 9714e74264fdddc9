"""Two editions side by side, as values: which blocks say the same, what changed, and whether numbers and terms agree. Opens no file."""

from changlai.compare.accepting import accepted, adopted, numbered
from changlai.compare.agree import Version, agree, agree_in_line, everything
from changlai.compare.align import align
from changlai.compare.beads import alone, beads
from changlai.compare.case import Side, Terms, compiled
from changlai.compare.changes import changes
from changlai.compare.differing import difference
from changlai.compare.facts import data, disagreements
from changlai.compare.keeping import marks, unkept
from changlai.compare.tally import beyond, field_of, hashed, kept, tally, unit_of
from changlai.compare.terms import judge, judge_line
from changlai.compare.ties import Say
from changlai.compare.traits import traits
from changlai.compare.written import written

__all__ = [
    "Say",
    "Side",
    "Terms",
    "Version",
    "accepted",
    "adopted",
    "agree",
    "agree_in_line",
    "align",
    "alone",
    "beads",
    "beyond",
    "changes",
    "compiled",
    "data",
    "difference",
    "disagreements",
    "everything",
    "field_of",
    "hashed",
    "judge",
    "judge_line",
    "kept",
    "marks",
    "numbered",
    "tally",
    "traits",
    "unit_of",
    "unkept",
    "written",
]
