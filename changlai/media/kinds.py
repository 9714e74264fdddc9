"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

from typing import Literal

Format = Literal["jpeg", "png", "webp", "gif", "avif", "svg", "pdf"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FORMATS: dict[str, Format] = {
    ".jpg": "jpeg",
    ".jpeg": "jpeg",
    ".png": "png",
    ".webp": "webp",
    ".gif": "gif",
    ".avif": "avif",
    ".svg": "svg",
    ".pdf": "pdf",
}
SUFFIXES: dict[str, str] = {"JPEG": ".jpg", "PNG": ".png", "WebP": ".webp", "GIF": ".gif", "AVIF": ".avif", "SVG": ".svg", "PDF": ".pdf"}
VIDEO = _words(".3gp .avi .flv .m4v .mkv .mov .mp3 .mp4 .mpg .m4a .wav .webm .wmv")
OFFICE = _words(".doc .docx .wps .et .dps .odp .ods .odt .pages .ppt .pptx .rtf .xls .xlsx .hwp .hwpx")
OTHER_IMAGES = _words(".ai .bmp .cr2 .dng .eps .ico .jp2 .jxl .nef .psd .raw .svgz .tif .tiff .wmf .emf")
HEIC = _words(".heic .heif .hif")

_HEADS = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"%PDF-", "PDF"),
    (b"BM", "BMP"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"8BPS", "Photoshop"),
    (b"PK\x03\x04", "ZIP, Word, Excel"),
    (b"\xd0\xcf\x11\xe0", "Word, Excel, WPS"),
    (b"\x1f\x8b", "GZIP"),
    (b"version https://git-lfs", "Git LFS"),
)
_HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")


def sniff(data: bytes) -> str:
    """The format of `data` as people call it, or an empty string."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WebP"
    if data[4:8] == b"ftyp":
        return _brand(data)
    for head, name in _HEADS:
        if data.startswith(head):
            return name
    start = _text(data[:4096]).lstrip("\ufeff \t\r\n").lower()
    if start.startswith(("<!doctype html", "<html")):
        return "HTML"
    return "SVG" if "<svg" in start or start.startswith(("<?xml", "<!doctype svg")) else ""


def _text(start: bytes) -> str:
    return start.decode("utf-16" if start[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "replace")


def _brand(data: bytes) -> str:
    size = min(int.from_bytes(data[:4], "big"), 256)
    brands = [data[8:12], *(data[at : at + 4] for at in range(16, size, 4))]
    if b"avif" in brands or b"avis" in brands:
        return "AVIF"
    return "HEIC" if any(brand in _HEIC_BRANDS for brand in brands) else "MP4"
