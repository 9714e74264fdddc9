"""How a word of the glossary may be spelled in a text and still be that word.

Everywhere: case, the two apostrophes, brackets of full and half width, hyphens and spaces, interpuncts. Where words have gaps between
them, a word is whole; what a possessive adds stands behind it. English: the plural too, of the last word and of the one before “of”.
Korean: a space between any two syllables, or none, and particles behind. Japanese: the old and the Chinese forms of a character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from changlai.model import Language

_LETTER = "0-9a-z\u00df-\u00f6\u00f8-\u02ff\u0370-\u10ff"  # of scripts with gaps between words; ʻ is one
_LETTERS = re.compile(f"[{_LETTER}]")
# Signs that stand for one another; each is as long as what it becomes.
_ALIKE = (*(("’", "'"), ("（", "("), ("）", ")")), *((dash, "-") for dash in "‐‑–"), *((dot, "·") for dot in "・ㆍ‧"))
# What follows a Korean noun: particles, endings of “to be”, and of the verbs that nouns become.
_PARTICLE = re.compile("[은는이가을를과와의에로도만라다며나들였입인하한할합했해되된될됐]|으로|까지|부터|처럼|보다|마다|조차")
_ROOMY = 4  # syllables: a Korean word of fewer has no spaces inside that it is not written with
_LOST = re.compile(r"[-·\s]")
# Shinjitai, kyūjitai and simplified forms of what names of places, offices and schools are made of.
_FORMS = """
    関關关 沢澤泽 国國 広廣广 図圖图 学學 楽樂乐 気氣气 県縣县 辺邊边 浜濱滨 斉齊齐 斎齋斋 竜龍龙 満滿满 様樣样 伝傳传
    協协 陽阳 職职 業业 術术 園园 荘莊庄 莱萊 楼樓 東东 黄黃 劉刘 廟庙 張张 鎮鎭镇 済濟济 運运 会會 議议 発發发 対對对
    営營营 経經经 際际 総總总 団團团 線线 長长 門门 間间 館馆 興兴 書书 記记 視视 頻频 当當 歴歷历 戦戰战 連连 聯联 員员
    単單单 証證证 鉄鐵铁 郷鄉乡 島岛 両兩两 験驗验 慶庆 寧宁 馬马 聖圣 義义 礼禮
"""


def _is_in(sign: str, standard: str) -> bool:
    return bool(sign.encode(standard, "ignore"))


_JAPANESE = {ord(sign): forms[0] for forms in _FORMS.split() for sign in forms[1:]}
# Those that only Chinese is written with.
_CHINESE = re.compile(f"[{''.join(sign for sign in map(chr, _JAPANESE) if _is_in(sign, 'gb2312') and not _is_in(sign, 'shift_jis'))}]")
_VARIANT = re.compile(f"[{''.join(map(chr, _JAPANESE))}]")
_Trie: TypeAlias = "dict[str, _Trie]"


def even(text: str) -> str:
    """The text in small letters and with one sign for all that are alike, a character for each of its characters."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(low if len(low := sign.lower()) == 1 else sign for sign in text)
    for sign, plain in _ALIKE:
        if sign in small:
            small = small.replace(sign, plain)
    return small


def japanese(text: str) -> str:
    """The text with Japanese forms of its characters, one for one."""
    return text.translate(_JAPANESE) if _VARIANT.search(text) else text


def is_chinese(text: str) -> bool:
    """Whether it has a simplified character in the place of a Japanese one."""
    return _CHINESE.search(text) is not None


def key(word: str) -> str:
    """The same for all spellings of a word, save forms of characters."""
    return _LOST.sub("", even(word))


def is_hangul(word: str) -> bool:
    return bool(word) and all("\uac00" <= sign <= "\ud7a3" for sign in word)


def is_particle(text: str, at: int) -> bool:
    """Whether a Korean particle may begin there."""
    return _PARTICLE.match(text, at) is not None


class Spelling(NamedTuple):
    """What a language does to words."""

    plural: bool  # as English does
    variants: bool  # of characters, as in Japanese
    gaps: bool  # between words

    def seen(self, text: str) -> str:
        """Even text as words are looked for in it, a character for each."""
        return japanese(text) if self.variants else text

    def forms(self, word: str) -> Iterator[str]:
        """The word, and its plurals."""
        yield word
        head, of, tail = word.partition(" of ")
        if self.plural and word[-1:].isascii() and word[-1:].isalpha():
            yield _plural(word)
        if self.plural and of and head[-1:].isalpha():
            yield f"{_plural(head)}{of}{tail}"


def spelling(language: Language) -> Spelling:
    english = language.tag.partition("-")[0].lower() == "en"
    return Spelling(english, language.typography == "ja", language.typography == "latin")


def _plural(word: str) -> str:
    if re.search(r"[^aeiou]y$", word, re.IGNORECASE):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.lower().endswith(("s", "x", "z", "ch", "sh")) else f"{word}s"


def pattern(words: Iterable[str], gaps: bool) -> re.Pattern[str]:
    """Finds words in even text, at each place the longest. With `gaps`, only whole words; else `is_whole` must tell, and the search, which
    then knows by the first character where nothing can stand, is the quicker."""
    root: _Trie = {}
    for word in sorted(map(even, words), key=len, reverse=True):
        node = root
        for piece in _pieces(word):
            node = node.setdefault(piece, {})
        if node is not root:
            node[""] = {}
    ways = _ways(root) or "(?!)"
    return re.compile(f"(?<![{_LETTER}])(?:{ways})(?![{_LETTER}])" if gaps else ways)


def is_partial(word: str) -> bool:
    """Whether an even word may stand inside of others where words have no gaps: it begins or ends in a letter of a script that has them, or
    is a Korean one of one or two syllables."""
    return bool(_LETTERS.match(word) or _LETTERS.match(word[-1:])) or (len(word) <= 2 and is_hangul(word))


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether what stands there in even text is a word of its own. The short Korean one stands alone but for a particle."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if end - start <= 2 and is_hangul(text[start:end]):
        return not is_hangul(before) and (not is_hangul(after) or is_particle(text, end))
    joined = (_LETTERS.match(before) and _LETTERS.match(text, start)) or (_LETTERS.match(after) and _LETTERS.match(text, end - 1))
    return not joined


def _pieces(word: str) -> Iterator[str]:
    """The expression of an even word, a piece for each character with the gap that may stand before it."""
    roomy = sum(map(is_hangul, word)) >= _ROOMY
    before, gap = "", ""
    for sign in word:
        if sign in "-·" or sign.isspace():
            gap = max(gap, " " if sign.isspace() else sign)  # a space gives way to what stands beside it
            continue
        yield (_gap(before, sign, gap, roomy) if before else "") + re.escape(sign)
        before, gap = sign, ""


def _gap(before: str, after: str, written: str, roomy: bool) -> str:
    if written == "·":
        return r"[·\s]*"
    if written == "-":
        return r"[-\s]?"
    korean = is_hangul(before), is_hangul(after)
    if (roomy and all(korean)) or (written and any(korean)):
        return r"\s?"
    if written:
        return r"\s*" if max(before, after) > "\u2e7f" else r"[-\s]+"
    return ""


def _ways(node: _Trie) -> str:
    """What may follow, as a choice."""
    return "|".join(piece + _rest(below) for piece, below in node.items() if piece)


def _rest(node: _Trie) -> str:
    """What must or may follow a piece, the longer before the shorter."""
    ways = _ways(node)
    if "" in node:
        return f"(?:{ways})?" if ways else ""
    return ways if len(node) == 1 else f"(?:{ways})"
