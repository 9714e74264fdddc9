"""Making the output folder what the plan says. The only room that writes into it."""

from changlai.write.reconcile import Change, Manifest, Output, reconcile, stale
from changlai.write.target import claim, load, save

__all__ = ["Change", "Manifest", "Output", "claim", "load", "reconcile", "save", "stale"]
