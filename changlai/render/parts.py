"""What tells the parts of a page's key apart: two bytes for each, so that one who asks why a page was drawn again is told.

Nothing is decided by them. Of 65,536 changes one looks like none; then it is said that the cause is not known.
"""

from __future__ import annotations

import struct
from binascii import Error, a2b_base64, b2a_base64
from collections.abc import Sequence
from typing import NamedTuple
from zlib import crc32

HEAD = 3  # bytes that name the state of the program, the templates and the theme's words
STATE = "state-"


class Parts(NamedTuple):
    template: str
    state: str  # as `state_name` gives it
    marks: tuple[int, ...]  # of the names in the view, the texts, what fills their holes, what else is done to them, each value of the view


def state_name(digest: str) -> str:
    """Under which name a state is remembered."""
    return STATE + digest[: 2 * HEAD]


def told(template: str, state: str, pieces: Sequence[bytes]) -> str:
    base = bytes.fromhex(state.removeprefix(STATE))
    marks = struct.pack(f"<{len(pieces)}H", *[crc32(piece) & 0xFFFF for piece in pieces])
    return f"{template} {b2a_base64(base + marks, newline=False).decode()}"


def read(text: str) -> Parts | None:
    template, _, coded = text.partition(" ")
    try:
        data = a2b_base64(coded)
        return Parts(template, STATE + data[:HEAD].hex(), struct.unpack(f"<{(len(data) - HEAD) // 2}H", data[HEAD:]))
    except (Error, ValueError, struct.error):
        return None
