"""Pictures: nothing in them but the picture, upright, the same bytes each time; what cannot be shown is named."""

from __future__ import annotations

import struct
import subprocess
import sys
import zlib
from contextlib import closing
from importlib import import_module
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms, ImageSequence, PngImagePlugin

from changlai.media import Cleaned, clean, remembered
from changlai.store import Store
from tests.conftest import ROOT

SECRET = "SECRET-GPS"
ICC = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
XMP = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{SECRET}</x:xmpmeta>".encode()


def scene(mode: str = "RGB", size: tuple[int, int] = (64, 32)) -> Image.Image:
    """A picture whose corners differ: red, green, blue and white."""
    image = Image.new("RGB", size, "white")
    width, height = size
    image.paste("red", (0, 0, width // 2, height // 2))
    image.paste("green", (width // 2, 0, width, height // 2))
    image.paste("blue", (0, height // 2, width // 2, height))
    return image.convert(mode)


def exif(orientation: int) -> Image.Exif:
    block = Image.Exif()
    block[0x0112] = orientation
    block[0x010E] = SECRET
    block[0x8825] = {1: "N", 2: (36.0, 27.0, 1.0)}
    return block


def saved(form: str, image: Image.Image | None = None, orientation: int = 0, **options: object) -> bytes:
    out = BytesIO()
    if orientation:
        options["exif"] = exif(orientation)
    (image or scene()).save(out, form, **options)
    return out.getvalue()


def good(data: bytes, path: str) -> Cleaned:
    cleaned, problems = clean(data, path)
    assert problems == []
    assert cleaned is not None
    return cleaned


def codes(data: bytes, path: str) -> list[str]:
    cleaned, problems = clean(data, path)
    assert (cleaned is None) == any(found.severity == "error" for found in problems)
    assert all(found.path == path and found.message(str) and found.hint(str) for found in problems)
    return [found.code for found in problems]


def corners(data: bytes) -> list[str]:
    image = Image.open(BytesIO(data)).convert("RGB")
    width, height = image.size
    points = [(4, 4), (width - 5, 4), (4, height - 5), (width - 5, height - 5)]
    names = {(True, False, False): "red", (False, True, False): "green", (False, False, True): "blue", (True, True, True): "white"}
    return [names[tuple(channel > 90 for channel in image.getpixel(point))] for point in points]


PICTURES = [
    ("JPEG", "a.jpg", {"xmp": XMP, "comment": SECRET.encode()}),
    ("JPEG", "a.JPG", {"progressive": True}),
    ("WEBP", "a.webp", {"xmp": XMP}),
    ("WEBP", "a.webp", {"xmp": XMP, "lossless": True}),
    ("PNG", "a.png", {}),
    ("AVIF", "a.avif", {"xmp": XMP}),
]


@pytest.mark.parametrize(("form", "path", "options"), PICTURES)
def test_metadata_goes_and_colour_stays(form: str, path: str, options: dict[str, object]) -> None:
    data = saved(form, orientation=1, icc_profile=ICC, **options)
    assert SECRET.encode() in data
    cleaned = good(data, path)
    assert SECRET.encode() not in cleaned.data
    image = Image.open(BytesIO(cleaned.data))
    assert image.info["icc_profile"] == ICC
    assert not image.getexif()
    assert not {"comment", "xmp", "exif", "photoshop", "XML:com.adobe.xmp"} & set(image.info)
    assert (cleaned.width, cleaned.height) == (64, 32)
    assert good(data, path) == cleaned


@pytest.mark.parametrize(("form", "path", "options"), PICTURES[:5])
def test_pixels_are_not_touched_where_nothing_turns_them(form: str, path: str, options: dict[str, object]) -> None:
    data = saved(form, orientation=1, **options)
    assert Image.open(BytesIO(good(data, path).data)).tobytes() == Image.open(BytesIO(data)).tobytes()


UPRIGHT = {  # what is seen at the corners when a viewer honours the orientation
    1: ["red", "green", "blue", "white"],
    2: ["green", "red", "white", "blue"],
    3: ["white", "blue", "green", "red"],
    4: ["blue", "white", "red", "green"],
    5: ["red", "blue", "green", "white"],
    6: ["blue", "red", "white", "green"],
    7: ["white", "green", "blue", "red"],
    8: ["green", "white", "red", "blue"],
}


@pytest.mark.parametrize("orientation", UPRIGHT)
@pytest.mark.parametrize(("form", "path"), [("JPEG", "a.jpg"), ("PNG", "a.png"), ("WEBP", "a.webp"), ("AVIF", "a.avif")])
def test_orientation_is_applied(form: str, path: str, orientation: int) -> None:
    cleaned = good(saved(form, orientation=orientation), path)
    assert (cleaned.width, cleaned.height) == ((32, 64) if orientation > 4 else (64, 32))
    assert Image.open(BytesIO(cleaned.data)).size == (cleaned.width, cleaned.height)
    assert corners(cleaned.data) == UPRIGHT[orientation]
    assert SECRET.encode() not in cleaned.data


def test_turned_jpeg_loses_next_to_nothing() -> None:
    noise = Image.effect_noise((128, 64), 60).convert("RGB")
    data = saved("JPEG", noise, orientation=6, quality=70, subsampling=0)
    turned = Image.open(BytesIO(good(data, "a.jpg").data))
    wanted = Image.open(BytesIO(data)).transpose(Image.Transpose.ROTATE_270)
    pairs = zip(turned.convert("L").tobytes(), wanted.convert("L").tobytes(), strict=True)
    assert sum(abs(a - b) for a, b in pairs) / (128 * 64) < 1


def test_second_pictures_and_thumbnails_behind_the_end_go() -> None:
    data = saved("JPEG") + saved("JPEG", orientation=1) + b"MotionPhoto" + SECRET.encode()
    assert good(data, "a.jpg").data == good(saved("JPEG"), "a.jpg").data
    jfif = b"\xff\xd8\xff\xe0" + struct.pack(">H", 16 + 12) + b"JFIF\0\x01\x01\0\0\x01\0\x01\x02\x02" + SECRET[:6].encode() * 2
    assert SECRET[:6].encode() not in good(jfif + saved("JPEG")[20:], "a.jpg").data


def test_png_text_and_times_go() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", SECRET)
    info.add_itxt("XML:com.adobe.xmp", SECRET, zip=True)
    data = saved("PNG", pnginfo=info)
    stamp = b"tIME" + bytes(7)
    data = data[:33] + struct.pack(">I", 7) + stamp + struct.pack(">I", zlib.crc32(stamp)) + data[33:] + SECRET.encode()
    assert good(data, "a.png").data == good(saved("PNG"), "a.png").data


def test_transparency_stays() -> None:
    image = scene("RGBA")
    image.putpixel((0, 0), (1, 2, 3, 0))
    for form, path, options in [("PNG", "a.png", {}), ("WEBP", "a.webp", {"lossless": True})]:
        cleaned = good(saved(form, image, orientation=3, **options), path)
        assert Image.open(BytesIO(cleaned.data)).convert("RGBA").getpixel((63, 31))[3] == 0
    palette = scene("P")
    cleaned = good(saved("PNG", palette, orientation=6, transparency=palette.getpixel((0, 0))), "a.png")
    assert Image.open(BytesIO(cleaned.data)).convert("RGBA").getpixel((31, 0))[3] == 0


@pytest.mark.parametrize(("form", "path"), [("GIF", "a.gif"), ("PNG", "a.png"), ("WEBP", "a.webp")])
def test_moving_pictures_keep_their_frames_and_say_so(form: str, path: str) -> None:
    frames = [scene().rotate(90 * turn) for turn in range(3)]
    options = {"comment": SECRET.encode()} if form == "GIF" else {"exif": exif(1)}
    data = saved(form, frames[0], save_all=True, append_images=frames[1:], duration=[100, 200, 300], loop=0, **options)
    cleaned, problems = clean(data, path)
    assert [found.code for found in problems] == ["asset-moving"]
    assert cleaned is not None
    assert SECRET.encode() not in cleaned.data
    image = Image.open(BytesIO(cleaned.data))
    assert [frame.convert("RGB").tobytes() for frame in ImageSequence.Iterator(image)] == [
        frame.convert("RGB").tobytes() for frame in ImageSequence.Iterator(Image.open(BytesIO(data)))
    ]
    assert image.info["loop"] == 0


def test_pdf_is_copied() -> None:
    assert good(b"%PDF-1.7\n...", "a.pdf") == Cleaned(b"%PDF-1.7\n...", 0, 0)


HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(40)
REFUSED = [
    (b"", "a.jpg", "asset-empty"),
    (HEIC, "a.heic", "asset-heic"),
    (HEIC, "IMG_1.JPG", "asset-heic"),
    (saved("PNG"), "a.jpg", "asset-extension"),
    (saved("WEBP"), "a.jpg", "asset-extension"),
    (saved("JPEG"), "a.jfif", "asset-extension"),
    (saved("JPEG"), "a.svg", "asset-extension"),
    (saved("JPEG"), "photo", "asset-extension"),
    (b"<!DOCTYPE html><html>", "a.jpg", "asset-mismatch"),
    (b"version https://git-lfs.github.com/spec/v1\n", "a.png", "asset-mismatch"),
    (b"hello", "a.jpg", "asset-broken"),
    (b"hello", "a.pdf", "asset-pdf"),
    (b"PK\x03\x04", "a.pdf", "asset-pdf"),
    (saved("TIFF"), "a.tif", "asset-image-type"),
    (saved("BMP"), "a.bmp", "asset-image-type"),
    (b"PK\x03\x04", "a.docx", "asset-office"),
    (b"x", "a.mp4", "asset-video"),
    (b"#!/bin/sh", "a.sh", "asset-type"),
    (b"text", "notes", "asset-type"),
]


@pytest.mark.parametrize(("data", "path", "code"), REFUSED)
def test_refused(data: bytes, path: str, code: str) -> None:
    assert codes(data, path) == [code]


def test_right_name_is_offered() -> None:
    _, problems = clean(saved("WEBP"), "content/stories/a/photo.jpg")
    assert "photo.webp" in problems[0].hint(str)


@pytest.mark.parametrize(("form", "path"), [("JPEG", "a.jpg"), ("PNG", "a.png"), ("WEBP", "a.webp"), ("GIF", "a.gif"), ("AVIF", "a.avif")])
@pytest.mark.parametrize("part", [0.3, 0.6, 0.95])
def test_half_copied_files_are_named(form: str, path: str, part: float) -> None:
    data = saved(form, Image.effect_noise((80, 60), 50).convert("RGB"))
    assert codes(data[: int(len(data) * part)], path) == ["asset-broken"]


def test_damage_inside_is_found() -> None:
    data = bytearray(saved("PNG", Image.effect_noise((80, 60), 50)))
    data[len(data) // 2] ^= 0xFF
    assert codes(bytes(data), "a.png") == ["asset-broken"]


def test_bombs_are_refused_before_they_unfold() -> None:
    size = struct.pack(">II", 30_000, 30_000)
    head = b"IHDR" + size + b"\x08\x02\0\0\0"
    pixels = b"IDAT" + zlib.compress(bytes(1000))
    chunks = [head, pixels, b"IEND"]
    data = b"\x89PNG\r\n\x1a\n" + b"".join(struct.pack(">I", len(c) - 4) + c + struct.pack(">I", zlib.crc32(c)) for c in chunks)
    assert codes(data, "a.png") == ["asset-pixels"]


def test_heavy_pictures_are_remarked(monkeypatch: pytest.MonkeyPatch) -> None:
    module = import_module("changlai.media.clean")
    monkeypatch.setattr(module, "HEAVY", 100)
    assert codes(saved("JPEG"), "a.jpg") == ["asset-heavy"]
    monkeypatch.setattr(module, "LARGEST", 100)
    assert codes(saved("JPEG"), "a.jpg") == ["asset-size"]


def test_results_are_remembered_under_the_name_and_the_bytes(tmp_path: Path) -> None:
    with closing(Store(tmp_path)) as store, closing(Store(tmp_path)) as again:
        good_digest, bad_digest = store.put(saved("JPEG", orientation=6)), store.put(b"hello")
        first, problems = remembered(store, "1", "content/a.jpg", good_digest)
        assert first is not None
        assert problems == []
        assert (first.path, first.width, first.height) == ("content/a.jpg", 32, 64)
        assert store.get(first.digest) == good(saved("JPEG", orientation=6), "a.jpg").data
        asked: list[str] = []
        store.settle()
        again.lend(good_digest, lambda: asked.append("again") or saved("JPEG", orientation=6))  # type: ignore[func-returns-value]
        assert remembered(again, "1", "content/a.jpg", good_digest) == (first, [])
        assert again.get(first.digest) == store.get(first.digest)
        assert not asked, "a picture that was cleaned is not opened again"
        for _ in range(2):
            nothing, problems = remembered(store, "1", "content/b/a.jpg", bad_digest)
            assert nothing is None
            assert [(found.code, found.path) for found in problems] == [("asset-broken", "content/b/a.jpg")]


def test_pillow_waits_until_a_picture_comes() -> None:
    program = "import sys, changlai.media; print([name for name in sys.modules if name.startswith('PIL.')])"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True)
    assert result.stdout.strip() in ("[]", "['PIL._version']")


@pytest.mark.parametrize(("form", "mode"), [("JPEG", "RGB"), ("PNG", "RGBA"), ("PNG", "P"), ("GIF", "P"), ("JPEG", "L"), ("WEBP", "RGBA")])
def test_what_is_sent_along_is_smaller_and_still_the_picture(form: str, mode: str) -> None:
    data = BytesIO()
    scene(mode, (2000, 1000)).save(data, form)
    raster = import_module("changlai.media.raster")
    with Image.open(BytesIO(raster.smaller(data.getvalue(), 500))) as found:
        assert (found.format, found.size) == ("WEBP", (500, 250))
        red, _, _ = found.convert("RGB").getpixel((10, 10))
    assert mode == "L" or red > 200
