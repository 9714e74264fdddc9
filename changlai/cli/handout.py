"""A report for people who sit before no terminal: into a file, or to standard output."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from changlai import messages
from changlai.cli.voice import put, say
from changlai.write import content


def hand_out(args: Namespace, text: str) -> None:
    """Text that ends in a line break."""
    _ = messages.translator(args.ui)
    if args.output is None:
        put(text, end="")
        return
    content.amend(Path(), {str(args.output.absolute()): text.encode()})
    say(_("written: %(path)s") % {"path": args.output}, args)
