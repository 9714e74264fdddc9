"""The line that says what a long run is at, for whoever sits before a terminal."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from contextlib import suppress
from time import monotonic
from typing import TextIO

from changlai import messages
from changlai.cli.columns import cut, width
from changlai.messages import Translate
from changlai.progress import Progress, Stage

PATIENCE = 1.0  # seconds; a run that ends sooner says nothing of its way
PAUSE = 0.1  # seconds between two lines
COLUMNS = 80  # where the terminal does not say


def watching(args: Namespace) -> Progress:
    """The progress of a run, shown where somebody can see it and nobody else reads along."""
    shown = args.format == "text" and not args.quiet and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    return Progress(Line(sys.stderr, messages.translator(args.ui))) if shown else Progress()


def named(stage: str, _: Translate) -> str:
    """A stage in the reader's words."""
    words = {
        "compare": _("looking for changes"),
        "load": _("starting"),
        "wait": _("waiting for another build"),
        "read": _("reading files"),
        "media": _("cleaning pictures"),
        "parse": _("parsing texts"),
        "collate": _("comparing translations"),
        "plan": _("planning pages"),
        "check": _("checking pages"),
        "draw": _("drawing pages"),
        "why": _("comparing pages"),
        "write": _("writing files"),
    }
    return words.get(stage, stage)


class Line:
    """One line that is written over again and again, and gone in the end. Spaces wipe it: not every console knows escape codes."""

    def __init__(self, stream: TextIO, _: Translate) -> None:
        self._stream, self._words = stream, _
        self._began = monotonic()
        self._next = self._began + PATIENCE
        self._shown = 0  # columns
        self._stage: Stage | None = None

    def __call__(self, stage: Stage | None) -> None:
        now = monotonic()
        if stage is None:
            self._write("", 0)
        elif now >= self._next or (self._shown == 0 and now >= self._began + PATIENCE and stage is not self._stage):
            self._stage, self._next = stage, now + PAUSE
            text = cut(said(stage, now - self._began, self._words), self._columns())
            self._write(text, width(text))

    def _write(self, text: str, columns: int) -> None:
        if columns or self._shown:
            with suppress(OSError):
                self._stream.write("\r" + text + " " * (self._shown - columns) + ("" if columns else "\r"))
                self._stream.flush()
        self._shown = columns

    def _columns(self) -> int:
        """How many columns may be filled: in the last one some terminals go on to the next line."""
        try:
            return (os.get_terminal_size(self._stream.fileno()).columns or COLUMNS) - 1
        except (OSError, ValueError):
            return COLUMNS - 1


def said(stage: Stage, seconds: float, _: Translate) -> str:
    values = {"stage": named(stage.name, _), "done": f"{stage.done:,}", "all": f"{stage.of:,}", "seconds": f"{seconds:.1f}"}
    return (_("%(stage)s: %(done)s of %(all)s, %(seconds)s s") if stage.of else _("%(stage)s, %(seconds)s s")) % values
