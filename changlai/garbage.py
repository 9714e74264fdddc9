"""When not to look for circles of values that nobody holds."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undistracted() -> Iterator[None]:
    """Without that search: a run leaves no circles behind, and looking for some again and again, among all that is held, is a fifth of
    what an edit costs."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()
