"""Marks that a translation has brought along from another language, and marks that it has lost on the way.

Rules: W3C's clreq, jlreq and klreq, and what typography in each language takes for granted. Only what is wrong in any good text is told; a
matter of taste is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from unicodedata import normalize

from changlai.model import Language, Typography

HAN = r"\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
CJK = HAN + r"\u3041-\u30fa\u30fc-\u30ff"  # with kana, but without the dot between words


class Slip(NamedTuple):
    """A mark at a place of a text, and what the language has for it."""

    start: int
    mark: str
    right: str


# What stands for something else, or is an address: no prose to be judged.
_TAKEN = re.compile(r"%\(\w+\)[a-zA-Z]|%[sd%]|\{[A-Za-z_]\w*\}|</?[a-zA-Z][^<>]*>|(?:https?://|www\.)[!-~]+|[\w.+-]+@[\w.-]+")
_BEFORE = f"(?<=[{CJK}）」』”’》〉】])"
_AFTER = f"(?=[{CJK}（「『“‘《〈【])"
# Between Han characters even these stand in a quotation of Chinese, such as 《论语》 in a Korean or English sentence.
_QUOTED = f"(?<![{HAN}]){{0}}|{{0}}(?![{HAN}])"
_ENDS = tuple("。．.！!？?…‥۔।؟။។")
_ABBREVIATION = re.compile(r"(?<![A-Za-z])(?:[A-Za-z]{1,4}|[A-Za-z]+\.[A-Za-z]+)\.$")
_CLOSERS = "”’」』）)》〉】\"'»“"


def _beside_cjk(mark: str) -> str:
    return f"{_BEFORE}{mark}|{mark}{_AFTER}"


_CHINESE_OR_JAPANESE: dict[str, str] = {
    _beside_cjk("!"): "！",
    _beside_cjk(r"\?"): "？",
    _beside_cjk(":"): "：",
    _beside_cjk(";"): "；",
    _beside_cjk(r"\("): "（",
    _beside_cjk(r"\)"): "）",
    f"{_BEFORE}\\.(?![.0-9A-Za-z])": "。",
    f"{_BEFORE}(?:…(?!…)|\\.{{3,}})|。{{2,}}|・{{3,}}": "……",
    _beside_cjk("--"): "——",
}
_KOREAN_OR_LATIN: dict[str, str] = {
    _QUOTED.format("。"): ".",
    _QUOTED.format("、"): ",",
    _QUOTED.format("[\uff01\uff03-\uff5e]"): "",  # full-width forms but for the quotation mark
    "…{2,}": "…",
    "—{2,}": "—",
}
_TABLE: Mapping[Typography, dict[str, str]] = {
    "zh": {**_CHINESE_OR_JAPANESE, _beside_cjk(","): "，", "・": "·"},
    "ja": {
        **_CHINESE_OR_JAPANESE,
        _beside_cjk(","): "、",
        "，": "、",
        f"“{_AFTER}": "「",
        f"{_BEFORE}”": "」",
        f"(?<=[{CJK}])·(?=[{CJK}])": "・",
    },
    "ko": {**_KOREAN_OR_LATIN, "[・ㆍ]": "·"},
    "latin": {**_KOREAN_OR_LATIN, f"「(?![{HAN}])": "“", f"(?<![{HAN}])」": "”", f"《(?![{HAN}])": "“", f"(?<![{HAN}])》": "”"},
}
_SIMPLIFIED = {"「": "“", "」": "”", "『": "‘", "』": "’"}  # traditional Chinese writes these
_RULES = {name: [(re.compile(pattern), right) for pattern, right in table.items()] for name, table in _TABLE.items()}
_STRAIGHT: Mapping[Typography, str] = {"zh": "“ ”", "ja": "「 」", "ko": "“ ”", "latin": "“ ”"}


def slips(text: str, original: str, language: Language) -> Iterator[Slip]:
    """Marks of other languages; a straight quotation mark may be meant where the original has one."""
    plain = prose(text)
    for pattern, right in _RULES[language.typography]:
        for found in pattern.finditer(plain):
            yield Slip(found.start(), found[0], right or normalize("NFKC", found[0]))
    if language.typography == "zh" and "hant" not in language.tag.lower():
        yield from (Slip(index, mark, _SIMPLIFIED[mark]) for index, mark in enumerate(plain) if mark in _SIMPLIFIED)
    if '"' not in original:
        yield from (Slip(index, mark, _STRAIGHT[language.typography]) for index, mark in enumerate(plain) if mark in '"＂')


def prose(text: str) -> str:
    """The text with placeholders, tags and addresses covered, each character in its place."""
    return _TAKEN.sub(lambda found: "\ufffc" * len(found[0]), text)


def end(text: str, sure: bool = False) -> str:
    """What a text ends with: `.` a sentence, `:` something that goes on, or nothing that counts. The full stop of a short Latin word may be
    that of an abbreviation: it counts only where one need not be sure."""
    bare = text.rstrip().rstrip(_CLOSERS)
    if bare.endswith((":", "：")):
        return ":"
    if not bare.endswith(_ENDS):
        return ""
    return "" if sure and _ABBREVIATION.search(bare) else "."
