"""The one step between a file beside an entry and a file that is published: bytes to bytes, by nothing but the bytes and the name."""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from changlai.media import kinds, svg
from changlai.model import Place
from changlai.problems import Problem, problem

LARGEST = 50_000_000  # bytes of any file
LARGEST_SVG = 2_000_000
HEAVY = 2_000_000  # bytes of an image, beyond which a reader on a phone notices


class Cleaned(NamedTuple):
    """What may be published; width and height in pixels as seen, 0 for a PDF."""

    data: bytes
    width: int = 0
    height: int = 0


def clean(data: bytes, path: str) -> tuple[Cleaned | None, list[Problem]]:
    """The publishable form of the file at `path`, None if there is none, and what is wrong with it."""
    place = Place(path)
    refused = _refused(data, place)
    if refused:
        return None, [refused]
    form = kinds.FORMATS[PurePosixPath(path).suffix.lower()]
    if form == "pdf":
        return Cleaned(data), []
    if form == "svg":
        drawing, problems = svg.drawing(data, path, _embedded)
        return Cleaned(*drawing) if drawing else None, problems
    # Pillow takes longer to import than everything else here, and most builds find every picture remembered.
    raster: Any = import_module("changlai.media.raster")
    try:
        picture = raster.picture(data, form)
    except raster.Refused as reason:
        return None, [problem(reason.code, place, **reason.params)]
    return Cleaned(*picture[:3]), _remarks(picture, place)


def _embedded(data: bytes, suffix: str) -> bytes | None:
    """A picture inside a drawing, cleaned as if it were a file; None where it is refused."""
    cleaned, _ = clean(data, f"embedded.{suffix}")
    return cleaned.data if cleaned else None


def _refused(data: bytes, place: Place) -> Problem | None:
    """What the name, the first bytes and the size alone forbid."""
    path, found = PurePosixPath(place.path), kinds.sniff(data)
    suffix = path.suffix.lower()
    if not data:
        return problem("asset-empty", place)
    if suffix in kinds.HEIC or found == "HEIC":
        return problem("asset-heic", place)
    for suffixes, code in _OTHERS:
        if suffix in suffixes:
            return problem(code, place, suffix=suffix)
    right = kinds.SUFFIXES.get(found, "")
    if right and kinds.FORMATS[right] != kinds.FORMATS.get(suffix):
        return problem("asset-extension", place, found=found, name=path.with_suffix(right).name)
    if suffix not in kinds.FORMATS:
        return problem("asset-type", place, suffix=suffix or path.name)
    if not right and suffix != ".svg":
        return _unknown(place, suffix, found)
    limit = LARGEST_SVG if suffix == ".svg" else LARGEST
    return problem("asset-size", place, size=_megabytes(len(data)), limit=limit // 1_000_000) if len(data) > limit else None


def _unknown(place: Place, suffix: str, found: str) -> Problem:
    if suffix == ".pdf":
        return problem("asset-pdf", place)
    return problem("asset-mismatch", place, suffix=suffix, found=found) if found else problem("asset-broken", place)


_OTHERS = ((kinds.VIDEO, "asset-video"), (kinds.OFFICE, "asset-office"), (kinds.OTHER_IMAGES, "asset-image-type"))


def _remarks(picture: Any, place: Place) -> list[Problem]:
    remarks = [problem("asset-moving", place)] if picture.moving else []
    if len(picture.data) > HEAVY:
        size = {"size": _megabytes(len(picture.data)), "width": picture.width, "height": picture.height}
        remarks.append(problem("asset-heavy", place, **size))
    return remarks


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}"
