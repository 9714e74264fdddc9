"""Numbers in words: of English and German, and the native ones of Korean."""

from __future__ import annotations

import re

from changlai.compare.grammar import any_of
from changlai.compare.numerals import share

_SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = {f"{word}ty": 10 * n for n, word in enumerate(("twen", "thir", "for", "fif", "six", "seven", "eigh", "nine"), 2)}
_GERMAN = {"zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "zwölf": 12}
_CARDINALS = {word: n for n, word in enumerate(_SMALL.split())} | _TENS
_LARGE = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_IRREGULAR = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth"}
ORDINALS = {_IRREGULAR.get(word, re.sub("y$", "ie", word) + "th"): n for word, n in _CARDINALS.items() if n}
_PART = {"half": 2, "third": 3, "quarter": 4} | {word: n for word, n in ORDINALS.items() if 4 < n < 11}
_PARTS = {"halves" if word == "half" else f"{word}s": n for word, n in _PART.items()}
# What is said without a number: kind and value.
_BARE = {
    "dozen": "number 12",
    "half": "percent 50%",
    "quarter": "percent 25%",
    "decade": "measure 1 decade",
    "century": "measure 1 century",
}
_BARE |= {
    "fortnight": "measure 2 week",
    "noon": "time 12:00",
    "midday": "time 12:00",
    "midnight": "time 00:00",
    "half-hour": "measure 30 min",
}
_BARE |= {
    "half hour": "measure 30 min",
    "half an hour": "measure 30 min",
    "half a year": "measure 6 month",
    "half a century": "measure 50 year",
}
_BARE |= {f"{unit} and a half": f"measure 1.5 {unit[0] if unit == 'hour' else unit}" for unit in ("hour", "day", "week", "month", "year")}
_BARE |= {"same year": "relative +0 year", "that year": "relative +0 year", "following year": "relative +1 year|1 year"}
_BARE |= {"next year": "relative +1 year|1 year", "year later": "relative +1 year|1 year"}
_BARE |= {word: f"number {n}" for word, n in (_LARGE | {"hundred": 100}).items()}

# What multiplies digits: 6.5 million, 3,5 Mrd.
SCALES = _LARGE | {"hundred": 100, "bn": 10**9, "tausend": 10**3, "millionen": 10**6, "mio": 10**6}
SCALES |= {"milliarde": 10**9, "milliarden": 10**9, "mrd": 10**9}

_ONES = any_of(word for word, n in _CARDINALS.items() if 0 < n < 10)
_BELOW = rf"(?:(?:{any_of(_TENS)})(?:[- ](?:{_ONES})(?![a-z]))?|{any_of(_CARDINALS.keys() - _TENS.keys())})"
_HUNDREDS = rf"(?:(?:{_BELOW}[ ])?hundred(?:[ ](?:and[ ])?{_BELOW})?|{_BELOW})"
_OF_LARGE = rf"[ ](?:{any_of(_LARGE)})(?:,?[ ](?:and[ ])?{_HUNDREDS})?"
_END = "(?![A-Za-z])"
PART = rf"(?i:(?:one[- ](?:{any_of(_PART)})|(?:{_ONES})[- ](?:{any_of(_PARTS)})){_END})"
# `one` and `first` alone are no more numbers than 一 is.
ORDINAL = rf"(?i:(?:(?:{any_of(_TENS)})[- ])?(?:{any_of(word for word, n in ORDINALS.items() if 1 < n < 10)}){_END}"
ORDINAL += rf"|(?:{any_of(_TENS)})[- ]first{_END}|(?:{any_of(word for word, n in ORDINALS.items() if n >= 10)}){_END})"
CARDINAL = rf"(?i:(?!one(?![ ](?:hundred|{any_of(_LARGE)}))|zero){_HUNDREDS}(?:{_OF_LARGE})*{_END}|(?:{any_of((*_BARE, *_GERMAN))}){_END})"
_WORD = re.compile("[a-zöü]+")


def spelled(text: str) -> tuple[str, str, int]:
    """Kind, value and number of words; the number is 0 where none is said."""
    words = _WORD.findall(text.lower())
    part = (_PARTS | _PART).get(words[-1])
    if part and len(words) == 2 and words[0] in _CARDINALS and words[0] not in _TENS:
        return "percent", share(str(_CARDINALS[words[0]]), str(part)), _CARDINALS[words[0]]
    if text.lower() in _BARE:
        kind, _, value = _BARE[text.lower()].partition(" ")
        return kind, value, 0
    total = section = 0
    for word in words:
        if word == "hundred":
            section = (section or 1) * 100
        elif word in _LARGE:
            total, section = total + (section or 1) * _LARGE[word], 0
        else:
            section += _CARDINALS.get(word) or ORDINALS.get(word) or _GERMAN.get(word) or 0
    return "number", str(total + section), total + section


# With which all these begin. `one` only where more follows.
STARTS = (*(_CARDINALS.keys() - {"zero", "one"}), *(word for word, n in ORDINALS.items() if n > 1), *_BARE, *_GERMAN)
ONE = rf"[Oo]ne[- ](?:{any_of(_PART)}|o['’]clock|in the|hundred|{any_of(_LARGE)})"


# ---- Korean

_NATIVE_ONES = {"한": 1, "하나": 1, "두": 2, "둘": 2, "세": 3, "셋": 3, "석": 3, "네": 4, "넷": 4, "넉": 4, "다섯": 5, "여섯": 6, "일곱": 7}
_NATIVE_ONES |= {"여덟": 8, "아홉": 9}
_NATIVE_TENS = {"열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90}
_DAYS = {"이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "여드레": 8, "아흐레": 9, "열흘": 10}
_NATIVE = re.compile(rf"({any_of(_NATIVE_TENS)})?({any_of(_NATIVE_ONES)})?")

KOREAN_DAYS, KOREAN_SOME = tuple(_DAYS), ("두세", "두서너", "서너", "네댓", "너댓", "대여섯", "예닐곱")
# What is short needs a noun behind it.
KOREAN = (
    rf"(?:{any_of(_NATIVE_TENS)})(?:{any_of(_NATIVE_ONES)})"
    "|(?:다섯|여섯|일곱|여덟|아홉|스무|스물|서른|마흔|예순|일흔|여든|아흔|둘)(?![가-힣]{2})"
    "|(?:셋|넷)(?![^이을은과.,!? ]|[ ][^있])"  # 해가 셋 있다; not 셋방, 넷 부팅
    "|(?:두|세|네|석|넉|열(?![리렸린릴림람렬])|쉰)(?=[ ]?[가-힣])"
)
# With which a numeral of Korean may begin, native or Sino-Korean.
_STARTS = "두 세 네 석 넉 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열 스무 스물 서른 마흔 쉰 예순 일흔 여든 아흔 십 백 천 만 억"
KOREAN_STARTS = (*_STARTS.split(), *(one + place for one in "이삼사오육칠팔구" for place in ("십", "백", "천", "만", "억", " 년")))


def native(text: str) -> int:
    """열세 → 13, 이틀 → 2; 0 for what is no native numeral."""
    match = _NATIVE.fullmatch(text)
    return _DAYS.get(text, 0) or (_NATIVE_TENS.get(match[1], 0) + _NATIVE_ONES.get(match[2], 0) if match else 0)
