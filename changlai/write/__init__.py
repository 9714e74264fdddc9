"""Making the output folder what the plan says. The only room that writes into it."""

from changlai.write.target import announce, claim, is_own, is_source, load, manifest_path, occupied, save
from changlai.write.tree import Change, Manifest, Output, Record, Stage, intact, links, reconcile, there
from changlai.write.turns import turn

__all__ = [
    "Change",
    "Manifest",
    "Output",
    "Record",
    "Stage",
    "announce",
    "claim",
    "intact",
    "is_own",
    "is_source",
    "links",
    "load",
    "manifest_path",
    "occupied",
    "reconcile",
    "save",
    "there",
    "turn",
]
