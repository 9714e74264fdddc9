"""The command line: `python build.py …` and `changlai …` are the same.

What is typed all day is a build with nothing to do: until `still` has answered, nothing is loaded that it does not need.
"""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module

from changlai import still
from changlai.cli.voice import put

TYPE_CHECKING = False  # as in `still`
if TYPE_CHECKING:
    from collections.abc import Sequence

FAILED, STOPPED = 1, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 there are errors, 2 wrong usage (argparse leaves by SystemExit), 130 stopped by Ctrl+C."""
    if argv is None and sys.getfilesystemencoding() != "utf-8":
        # Names of files are UTF-8 in every project; under another locale they would come in torn, and go out so.
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # Names of four languages must come out on any terminal, pipe or locale.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    given = list(sys.argv[1:] if argv is None else argv)
    try:
        said = still.again(given, os.environ)
        if said:
            put(said[0], end="")
            return said[1]
        status: int = import_module("changlai.cli.whole").carry_out(given)
        return status
    except KeyboardInterrupt:
        return STOPPED
    except OSError as fault:
        # Content and output answer for themselves; what is left is a file of a command or a report that could not be written.
        print(f"{fault.filename or 'changlai'}: {fault.strerror or fault}", file=sys.stderr)
        return FAILED
    finally:
        if argv is None:
            gc.freeze()  # Python looks for circles once more when it ends, through all that is held
