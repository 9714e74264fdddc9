"""Pictures made of pixels: stripped of all that is not picture, decoded once to see that they are whole, and turned upright.

The one module that imports Pillow; `clean` loads it when the first picture comes along that is not remembered yet.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import NamedTuple

from PIL import AvifImagePlugin, GifImagePlugin, Image, ImageFile, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from changlai.media import strip
from changlai.media.kinds import Format
from changlai.media.strip import Stripped

PIXELS = 50_000_000
FRAMES = 4 * PIXELS  # of all frames of an animation together
SENT = 72  # quality of pictures that are sent along
QUALITY = 90  # of the few that must be encoded again and have no tables of their own to keep

_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SIDEWAYS = frozenset({5, 6, 7, 8})
_STRIP: dict[Format, Callable[[bytes], Stripped]] = {"jpeg": strip.jpeg, "png": strip.png, "webp": strip.webp, "gif": strip.gif}
# The classes themselves: Image.open would try every format it knows on bytes that nobody vouches for.
_OPEN: dict[Format, Callable[[BytesIO], ImageFile.ImageFile]] = {
    "jpeg": JpegImagePlugin.JpegImageFile,
    "png": PngImagePlugin.PngImageFile,
    "webp": WebPImagePlugin.WebPImageFile,
    "gif": GifImagePlugin.GifImageFile,
    "avif": AvifImagePlugin.AvifImageFile,
}


class Picture(NamedTuple):
    data: bytes
    width: int
    height: int
    moving: bool


class Refused(ValueError):
    """Why a picture cannot be published: `args` hold a code and its parameters."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code, self.params = code, params


def picture(data: bytes, form: Format) -> Picture:
    """The picture alone, upright; raises Refused. The same bytes give the same bytes."""
    try:
        stripped = _STRIP[form](data) if form in _STRIP else Stripped(data)
        image = _OPEN[form](BytesIO(stripped.data))
        frames = _measure(image)
        for frame in range(frames):
            if frame:
                image.seek(frame)
                _measure(image)
            image.load()
        image.seek(0)
        return _upright(image, stripped, form, frames > 1)
    except Refused:
        raise
    except Exception as error:  # decoders meet torn bytes with errors of any kind
        raise Refused("asset-broken") from error


def smaller(data: bytes, width: int) -> bytes:
    """A cleaned picture as WebP that is at most `width` pixels wide, for what is sent along; of one that moves, the first frame."""
    with Image.open(BytesIO(data)) as image:
        image.load()
        found = image.convert("RGBA" if "A" in image.getbands() or "transparency" in image.info else "RGB")
    found.thumbnail((width, width * 4))
    out = BytesIO()
    found.save(out, "WEBP", quality=SENT, method=4)
    return out.getvalue()


def _measure(image: Image.Image) -> int:
    """The number of frames, if all of them together are not too much."""
    pixels, frames = image.width * image.height, getattr(image, "n_frames", 1)
    if pixels > PIXELS or pixels * frames > FRAMES:
        raise Refused("asset-pixels", width=image.width, height=image.height, frames=frames, limit=f"{PIXELS:,}")
    if not pixels:
        raise Refused("asset-broken")
    return int(frames)


def _upright(image: ImageFile.ImageFile, stripped: Stripped, form: Format, moving: bool) -> Picture:
    orientation = 1 if moving else _orientation(image, stripped.exif)
    if form == "avif" and moving:
        raise Refused("asset-moving-avif")
    if form != "avif" and orientation not in _TURNS:
        return Picture(stripped.data, image.width, image.height, moving)
    turned = image.transpose(_TURNS[orientation]) if orientation in _TURNS else image.copy()
    turned.info = {name: image.info[name] for name in ("icc_profile", "transparency") if name in image.info}
    out = BytesIO()
    turned.save(out, form.upper(), **_options(image, form, stripped.data, orientation))
    again = _STRIP[form](out.getvalue()).data if form in _STRIP else out.getvalue()
    return Picture(again, turned.width, turned.height, moving)


def _orientation(image: Image.Image, block: bytes) -> int:
    if not block:
        return int(image.getexif().get(_ORIENTATION, 1))
    exif = Image.Exif()
    try:
        exif.load(block)
        return int(exif.get(_ORIENTATION, 1))
    except Exception:  # a torn EXIF block says nothing; the picture is whole all the same
        return 1


def _options(image: ImageFile.ImageFile, form: Format, data: bytes, orientation: int) -> dict[str, object]:
    """How to encode again with the least loss. JPEG keeps its own tables, turned as the blocks are."""
    options: dict[str, object] = {"icc_profile": image.info["icc_profile"]} if image.info.get("icc_profile") else {}
    if isinstance(image, JpegImagePlugin.JpegImageFile):
        tables = [image.quantization[index] for index in sorted(image.quantization)]
        if orientation in _SIDEWAYS:
            tables = [[table[8 * (at % 8) + at // 8] for at in range(64)] for table in tables]
        sampling = 2 if JpegImagePlugin.get_sampling(image) == 2 else 0
        return {**options, "qtables": tables, "subsampling": sampling, "optimize": True, "progressive": "progressive" in image.info}
    if form == "webp":
        return {**options, "quality": QUALITY, "method": 6, "lossless": b"VP8L" in data[:64], "exact": True}
    return {**options, "quality": QUALITY, "max_threads": 1} if form == "avif" else {**options, "optimize": True}
