"""An outside audit of a built site: reads the files as a browser, a search engine or a feed reader would, by no code of the generator."""

from __future__ import annotations

from pathlib import Path

from tests.audit import bodies, heads, links, machine, words
from tests.audit.site import Fault, Site

CHECKS = (*heads.CHECKS, *links.CHECKS, *bodies.CHECKS, *words.CHECKS, *machine.CHECKS)


def audit(folder: Path, base_url: str) -> list[Fault]:
    """Everything that is wrong with the site in `folder` where it is published at `base_url` (which ends in a slash)."""
    site = Site(folder, base_url)
    if not site.pages:
        return [Fault("empty", ".", "no pages")]
    if len(site.languages) < 2 and "index.html" not in site.pages:
        return [Fault("empty", "index.html", "no chooser")]
    return sorted({fault for check in CHECKS for fault in check(site)})
