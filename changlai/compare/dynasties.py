"""The dynasties of China, by which a text dates what has no year. Light: 明初 may be told as a year."""

from __future__ import annotations

import re

from changlai.compare.grammar import Rule
from changlai.model import Datum

_NAMES = {"han": "汉漢한", "sui": "隋수", "tang": "唐당", "song": "宋송", "yuan": "元원", "ming": "明명", "qing": "清淸청"}
_DYNASTIES = {spelled: name for name, spellings in _NAMES.items() for spelled in (*spellings, name.capitalize())}
LATIN_DYNASTY = "(?:Han|Sui|Tang|Song|Yuan|Ming|Qing)"
_EACH = re.compile(rf"{LATIN_DYNASTY}|[{''.join(_NAMES.values())}]")


def _dynasties(match: re.Match[str]) -> list[Datum]:
    """明清 is two."""
    return [Datum("dynasty", _DYNASTIES[each.group()], each.group(), each.start(), "light") for each in _EACH.finditer(match["names"])]


HAN_BEGIN = "[汉漢隋唐宋元明清][代朝初末中唐宋元明清·・]"
HAN_DYNASTIES = (
    # In their order, since 清明 is a festival.
    Rule(
        "(?P<names>(?=[汉漢隋唐宋元明清]{2})[汉漢]?隋?唐?宋?元?明?清?(?<=[汉漢隋唐宋元明清]{2})|[汉漢隋唐宋元明清](?:[·・][唐宋元明清])+)(?:[两兩]?[代朝])?",
        _dynasties,
    ),
    Rule("(?P<names>[汉漢隋唐宋元明清])(?:[代朝]|初(?![一二三中级級次])|末|中期|中葉|中叶)", _dynasties),
)
KOREAN_BEGIN = [f"{name}{after}" for name in "당송원명청" for after in ("나라", "·", "ㆍ")]
KOREAN_DYNASTIES = (Rule("(?P<names>[당송원명청](?:[·ㆍ][송원명청])*)(?:(?<=[·ㆍ].)(?:대|시대)?|나라)", _dynasties),)
LATIN_DYNASTIES = (
    Rule(rf"(?P<names>{LATIN_DYNASTY}(?:(?:,[ ]|[ ]and[ ]|[ ]or[ ]|[-–/]){LATIN_DYNASTY})*)[- ][Dd]ynast(?:y|ies)", _dynasties),
)
