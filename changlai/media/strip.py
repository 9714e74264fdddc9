"""Takes everything out of an image file that is not the picture, without decoding it: the pixels stay exactly as they were.

Places, times, names of people and cameras hide in more corners than EXIF: comments, thumbnails, second pictures behind the end.
What is kept is named here; all else goes. Each function also gives the EXIF block, since the orientation of the pixels stands in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

PNG_HEAD = b"\x89PNG\r\n\x1a\n"
# the picture, its colours, its size on paper, its frames
PNG_KEPT = frozenset(b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs acTL fcTL fdAT".split())
WEBP_KEPT = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ICCP", b"ANIM", b"ANMF"))
WEBP_META = 0b0000_1100  # flags of VP8X: EXIF and XMP follow
GIF_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
EXIF_HEAD = b"Exif\0\0"

_JPEG_MARKER = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])", re.DOTALL)  # the others belong to the compressed data around them


class Torn(ValueError):
    """The file ends before the picture does, or is built wrongly."""


class Stripped(NamedTuple):
    data: bytes
    exif: bytes = b""


def jpeg(data: bytes) -> Stripped:
    """JFIF without thumbnail, the ICC profile, Adobe's colour transform, tables and scans; nothing behind the first picture."""
    out, exif, at = [data[:2]], b"", 2
    while True:
        found = _JPEG_MARKER.match(data, at)
        if not found:
            raise Torn
        marker, start = found[1][0], found.end()
        if marker == 0xD9:
            return Stripped(b"".join([*out, b"\xff\xd9"]), exif)
        end = start + int.from_bytes(data[start : start + 2], "big")
        body = data[start + 2 : end]
        if end < start + 2 or end > len(data):
            raise Torn
        if marker == 0xE1 and body.startswith(EXIF_HEAD):
            exif = exif or body
        elif marker == 0xE0 and body.startswith(b"JFIF\0") and len(body) >= 14:
            out.append(b"\xff\xe0\x00\x10" + body[:12] + b"\x00\x00")
        elif _jpeg_kept(marker, body):
            out.append(bytes((0xFF, marker)) + data[start:end])
        at = end
        if marker == 0xDA:
            following = _JPEG_MARKER.search(data, end)
            if not following:
                raise Torn
            at = following.start()
            out.append(data[end:at])


def _jpeg_kept(marker: int, body: bytes) -> bool:
    if marker == 0xE2:
        return body.startswith(b"ICC_PROFILE\0")
    if marker == 0xEE:
        return body.startswith(b"Adobe")
    return not (0xE0 <= marker <= 0xEF or marker == 0xFE)


def png(data: bytes) -> Stripped:
    out, exif, at = [PNG_HEAD], b"", len(PNG_HEAD)
    while True:
        size, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        end = at + 12 + size
        if end > len(data):
            raise Torn
        if name in PNG_KEPT:
            out.append(data[at:end])
        elif name == b"eXIf":
            exif = data[at + 8 : end - 4]
        if name == b"IEND":
            return Stripped(b"".join(out), exif)
        at = end


def webp(data: bytes) -> Stripped:
    out, exif = [], b""
    for name, body in _riff(data):
        if name == b"VP8X" and body:
            body = bytes((body[0] & ~WEBP_META,)) + body[1:]
        if name in WEBP_KEPT:
            out.append(name + len(body).to_bytes(4, "little") + body + b"\0" * (len(body) % 2))
        elif name == b"EXIF":
            exif = body
    inner = b"WEBP" + b"".join(out)
    return Stripped(b"RIFF" + len(inner).to_bytes(4, "little") + inner, exif)


def _riff(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at, stop = 12, 8 + int.from_bytes(data[4:8], "little")
    while at + 8 <= stop:
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        if at + 8 + size > len(data):
            raise Torn
        yield data[at : at + 4], data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def gif(data: bytes) -> Stripped:
    """Frames, their timing and the number of loops."""
    at = 13 + _gif_colours(data, 10)
    out = [data[:at]]
    while True:
        kind = data[at : at + 1]
        if kind == b";":
            return Stripped(b"".join([*out, kind]))
        if kind == b",":
            end, kept = _gif_blocks(data, at + 11 + _gif_colours(data, at + 9)), True
        elif kind == b"!":
            end, label = _gif_blocks(data, at + 2), data[at + 1 : at + 2]
            kept = label == b"\xf9" or (label == b"\xff" and data[at + 3 : at + 14] in GIF_LOOPS)
        else:
            raise Torn
        if kept:
            out.append(data[at:end])
        at = end


def _gif_colours(data: bytes, at: int) -> int:
    """The size of the table of colours that the flags at `at` announce."""
    if at >= len(data):
        raise Torn
    return 3 * 2 ** ((data[at] & 7) + 1) if data[at] & 0x80 else 0


def _gif_blocks(data: bytes, at: int) -> int:
    """The end of a chain of blocks."""
    while at < len(data):
        size = data[at]
        at += 1 + size
        if not size:
            return at
    raise Torn
