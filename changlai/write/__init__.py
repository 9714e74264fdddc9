"""Making the output folder what the plan says. The only room that writes into it."""

from changlai.write.target import claim, is_own, is_source, load, save
from changlai.write.tree import Change, Manifest, Output, reconcile, stale
from changlai.write.turns import turn

__all__ = ["Change", "Manifest", "Output", "claim", "is_own", "is_source", "load", "reconcile", "save", "stale", "turn"]
