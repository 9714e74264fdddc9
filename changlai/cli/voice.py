"""Printing, as long as somebody reads. By itself, since a build that finds nothing to do needs no more."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # as in `still`
if TYPE_CHECKING:
    from argparse import Namespace
    from typing import TextIO


def say(text: str, args: Namespace) -> None:
    """A word to whoever is watching; not under --quiet."""
    if not args.quiet:
        answer(text, args)


def answer(text: str, args: Namespace) -> None:
    """What a command was asked for, or why it was not done; never among problems that a program reads."""
    put(text, sys.stderr if args.format != "text" else sys.stdout)


def put(text: str, stream: TextIO | None = None, end: str = "\n") -> None:
    """Print, as long as somebody reads: `| head` is no reason to leave work half done, or to end otherwise than it does."""
    stream = stream or sys.stdout
    try:
        print(text, end=end, file=stream, flush=True)
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
