"""Words that are almost others: the slip of a finger in a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import ne

_LATIN = re.compile(r"[a-z]", re.IGNORECASE)
_FEWEST, _LONG = 3, 6  # characters: fewer are almost anything
_PLACES = 20  # of a long word: if none of these is it, it is the wrong word to look for


def nearly(word: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the text has what is most like the word, and not it: start and end. Takes a time that grows with the text."""
    found = _changed(word, text) if len(word) < _LONG else slipped(word, text, 2 if len(word) < 2 * _LONG else 3)
    return (span for span in found if not (_LATIN.match(word) and is_piece(text, *span)))


def _changed(word: str, text: str) -> Iterator[tuple[int, int]]:
    """A short word with another character in it. One that lost a character is another word."""
    if len(word) >= _FEWEST:
        for start in range(len(text) - len(word) + 1):
            if sum(map(ne, word, text[start : start + len(word)])) == 1:
                yield start, start + len(word)


def slipped(word: str, text: str, most: int) -> Iterator[tuple[int, int]]:
    """The same with at most so many characters changed, lost and added."""
    ends = distances(word, text)
    least = min((distance for distance in ends if distance), default=most + 1)
    for end in [at + 1 for at, distance in enumerate(ends) if distance == least <= most][:_PLACES]:
        backwards = distances(word[::-1], text[max(0, end - len(word) - least) : end][::-1])
        yield from ((end - length, end) for length, distance in enumerate(backwards, 1) if distance == least)


def begun(word: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the text begins the word and ends it otherwise: Guangyue Pagoda for Guangyue Tower, 光岳塔 for 光岳楼."""
    if _LATIN.match(word):
        head, _, rest = word.partition(" ")
        found = re.finditer(rf"(?<!\w){re.escape(head)}(?!\w)(?: \w+)?", text) if rest and len(head) > _FEWEST else ()
    else:
        head = word[: max(2, (len(word) + 1) // 2)]
        found = re.finditer(rf"{re.escape(head)}\w{{0,{len(word) - len(head)}}}", text) if len(word) >= _FEWEST else ()
    return (match.span() for match in found)


def is_piece(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()


def distances(word: str, text: str) -> list[int]:
    """For each character of the text the least number of insertions, deletions and changes that make the word of what ends there.

    The columns of the table are kept as bits of whole numbers: G. Myers, A fast bit-vector algorithm for approximate string matching
    based on dynamic programming, Journal of the ACM 46 (1999).
    """
    places: dict[str, int] = {}
    for at, sign in enumerate(word):
        places[sign] = places.get(sign, 0) | 1 << at
    every, last = (1 << len(word)) - 1, 1 << len(word) - 1
    more, less, distance = every, 0, len(word)
    found = []
    for sign in text:
        equal = places.get(sign, 0)
        diagonal = (((equal & more) + more) ^ more) | equal | less
        rises, falls = less | ~(diagonal | more) & every, more & diagonal
        distance += bool(rises & last) - bool(falls & last)
        rises, falls = rises << 1, falls << 1
        more, less = (falls | ~(equal | less | rises)) & every, rises & (equal | less)
        found.append(distance)
    return found
