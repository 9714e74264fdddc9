"""Which encoding a file that is not UTF-8 was probably saved in: judged by how its words would look."""

from __future__ import annotations

import codecs
from typing import NamedTuple


class Candidate(NamedTuple):
    name: str  # as editors call it
    codec: str
    languages: tuple[str, ...]
    frequent: tuple[tuple[int, int], ...]  # lead bytes of the characters that make up most of ordinary text
    common: str  # the most frequent characters of its languages


_SIMPLIFIED = "的一是了在人有中国大年市和城不我们这上个到来为地会与外友好"
_TRADITIONAL = "的一是了在人有中國大年市和城不我們這上個到來為地會與外友好"
_KANA = "のにをはがとでてしたるいなからもすまれこりさうけあ"
_HANGUL = "이의는을에가고다한도로를은시하지사기인어리서자나와"

LEGACY = (
    Candidate("GBK (GB18030)", "gb18030", ("zh",), ((0xB0, 0xD7), (0xA1, 0xA3)), _SIMPLIFIED),
    Candidate("Shift_JIS", "cp932", ("ja",), ((0x81, 0x83), (0x88, 0x97)), _KANA),
    Candidate("EUC-KR", "cp949", ("ko",), ((0xB0, 0xC8), (0xA1, 0xA1)), _HANGUL),
    Candidate("Big5", "cp950", ("zh",), ((0xA4, 0xC6), (0xA1, 0xA1)), _TRADITIONAL),
    Candidate("EUC-JP", "euc_jp", ("ja",), ((0xA1, 0xA5), (0xB0, 0xCF)), _KANA),
)

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "UTF-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "UTF-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "UTF-16", "utf-16"),
)
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_SAMPLE = 20_000  # bytes: enough to judge by


def guess(data: bytes, lang: str = "") -> tuple[str, str]:
    """The probable encoding: its name for people and its codec, both empty where nothing fits. `lang`: of the file, where it is known."""
    for mark, name, codec in _MARKS:
        if data.startswith(mark):
            return name, codec
    wide = _without_mark(data)
    if wide:
        return wide
    best = max(LEGACY, key=lambda candidate: _score(data, candidate, lang))
    if _score(data, best, lang) >= 0.75:
        return best.name, best.codec
    return ("Windows-1252", "cp1252") if _is_western(data) else ("", "")


def _without_mark(data: bytes) -> tuple[str, str] | None:
    """UTF-16 and UTF-32 without a mark are told by the ASCII of every front matter, which reads in one byte order only."""
    if b"\0" not in data:
        return None
    best = max(_WIDE, key=lambda codec: _ascii_share(data, codec))
    return (best[:6].upper(), best) if _ascii_share(data, best) > 0.03 else None


def _ascii_share(data: bytes, codec: str) -> float:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return 0.0
    words = "".join(text[:_SAMPLE].split())
    return sum(character.isascii() for character in words) / len(words) if words.isprintable() and words else 0.0


def _score(data: bytes, candidate: Candidate, lang: str) -> float:
    try:
        text = data.decode(candidate.codec)
    except UnicodeDecodeError:
        return 0.0
    foreign = [character for character in text[:_SAMPLE] if not character.isascii()]
    if not foreign:
        return 0.0
    leads = [character.encode(candidate.codec)[0] for character in foreign]
    frequent = sum(any(low <= lead <= high for low, high in candidate.frequent) for lead in leads) / len(foreign)
    common = sum(character in candidate.common for character in foreign) / len(foreign)
    return frequent + 2 * common + (0.25 if lang.partition("-")[0] in candidate.languages else 0.0)


def _is_western(data: bytes) -> bool:
    """Latin text with a few accents: most bytes are ASCII, the rest are letters or typographic quotes."""
    foreign = [byte for byte in data[:_SAMPLE] if byte > 0x7F]
    letters = sum(byte >= 0xC0 or byte in b"\x85\x91\x92\x93\x94\x96\x97\xa0\xab\xb0\xbb" for byte in foreign)
    return len(foreign) < len(data[:_SAMPLE]) / 5 and letters > 0.8 * len(foreign)
