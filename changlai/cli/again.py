"""What `build` says at its end, whether it worked or remembered."""

from __future__ import annotations

import io
from argparse import Namespace
from collections.abc import Mapping, Sequence
from contextlib import redirect_stdout

from changlai import messages
from changlai.cli.report import report
from changlai.cli.voice import say
from changlai.unchanged import Said

SHOWN = 12  # entries named in one line


def tell(said: Said, args: Namespace) -> int:
    """Repeat a build that found everything as it was; its exit status is the same."""
    status = report(said.problems, args)
    finished(said, {"written": 0, "deleted": 0, "kept": said.files}, args)
    return status


def told(said: Said, args: Namespace) -> tuple[str, int] | None:
    """What would be printed, and the status; None where there is more to it than text for people."""
    if args.format != "text" or args.why is not None or args.timings is not None:
        return None
    with redirect_stdout(io.StringIO()) as text:
        status = tell(said, args)
    return text.getvalue(), status


def finished(said: Said, numbers: Mapping[str, int], args: Namespace) -> None:
    _ = messages.translator(args.ui)
    counts = ", ".join(f"{lang} {number}" for lang, number in said.pages.items())
    say(_("%(folder)s: pages: %(counts)s") % {"folder": said.folder, "counts": counts}, args)
    say(_("%(written)s files written, %(deleted)s removed, %(kept)s as they were") % numbers, args)
    held(said.waiting, args)


def held(waiting: Sequence[str], args: Namespace) -> None:
    """Who has left `draft: true` in a story wonders why it is not there."""
    _ = messages.translator(args.ui)
    if waiting:
        names = ", ".join(waiting[:SHOWN]) + (" …" if len(waiting) > SHOWN else "")
        say(_("Not published yet, because of draft: or publish_on: %(names)s") % {"names": names}, args)
