"""Making the output folder what the plan says. The only room that writes into it."""

from changlai.write.target import claim, load, save
from changlai.write.tree import Change, Manifest, Output, reconcile, stale

__all__ = ["Change", "Manifest", "Output", "claim", "load", "reconcile", "save", "stale"]
