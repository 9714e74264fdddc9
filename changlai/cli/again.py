"""What `build` says at its end, whether it worked or remembered."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping

from changlai import messages
from changlai.cli.report import report, say
from changlai.unchanged import Said


def tell(said: Said, args: Namespace) -> int:
    """Repeat a build that found everything as it was; its exit status is the same."""
    status = report(said.problems, args)
    finished(said.folder, said.pages, {"written": 0, "deleted": 0, "kept": said.files}, args)
    return status


def finished(folder: str, pages: Mapping[str, int], numbers: Mapping[str, int], args: Namespace) -> None:
    _ = messages.translator(args.ui)
    counts = ", ".join(f"{lang} {number}" for lang, number in pages.items())
    say(_("%(folder)s: pages: %(counts)s") % {"folder": folder, "counts": counts}, args)
    say(_("%(written)s files written, %(deleted)s removed, %(kept)s as they were") % numbers, args)
