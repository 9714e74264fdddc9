"""Which relationship words may stand beside the name of a partner.

A word claims a tie (`tie` of its concept in the glossary); a partner has one (`tie` of its profile). A word that claims more than there is
is refused near the name: in its sentence, row or item; else near the name last said in the block; else on the partner's own page.
Where a sentence names several, the nearest counts, with those that stand in one row with it.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from changlai.compare.matching import Use
from changlai.compare.spelling import even, is_whole, japanese, key, pattern
from changlai.compare.written import Written
from changlai.model import Concept, Entry, Key, Kind, Text, Tie, Typography, Words

Say = Callable[[Text, str], Words]
Spans: TypeAlias = "Sequence[tuple[int, int]]"  # starts and ends, in their order
CLAIMS: Mapping[Tie, int] = {"exchange": 0, "friendly_cooperation": 1, "sister_city": 2}
_ENDS = re.compile(r"[。！？!?;；\n]|\.(?=\s)")
_QUOTES = re.compile(r"“[^“”]*”|「[^「」]*」|『[^『』]*』|《[^《》]*》|〈[^〈〉]*〉|«[^«»]*»|\"[^\"\n]*\"|‘(?:[^‘’]|’(?=[A-Za-z]))*’")
_TOGETHER = re.compile(r"(?:[\s,，、・·/&]|and|和|与|與|及|と|및|와|과)*")
_FAR = 400  # characters: beyond it no comma makes farther
_COMMA = re.compile("[,，、:：]")
# Whoever says that they are not, says it right.
_NOT_BEFORE: Mapping[Typography, re.Pattern[str]] = {
    "zh": re.compile(r"(?:不是|并非|而非|不等于|不叫|不称)[^，。；、]{0,10}\Z"),
    "latin": re.compile(r"\b(?:not|never|no|nor|rather than|instead of)\b[^.,;:]{0,24}\Z", re.IGNORECASE),
}
_NOT_AFTER: Mapping[Typography, re.Pattern[str]] = {
    "ja": re.compile(r"(?:関係)?(?:では|とは|じゃ)(?:ない|なく|ありません|言え|いえ|呼ば|呼べ)"),
    "ko": re.compile(r"(?:관계)?(?:가|는|이)?\s?아[니닌]"),
}


class Partner(NamedTuple):
    key: Key
    tie: Tie
    names: Mapping[str, str]  # by language, as shown
    own: str  # what the partner calls the tie


class Named(NamedTuple):
    """A place where a text speaks of a partner."""

    start: int
    end: int
    partner: Partner | None  # None: of something that is none
    concept: str = ""  # which


class Partners(NamedTuple):
    """The partners of the site, and what they are called."""

    pattern: re.Pattern[str]
    names: Mapping[str, Partner]  # by key of the name
    links: Mapping[str, Partner]  # by cities/paks and city:paks
    owns: tuple[str, ...]  # what they call the tie, even

    def named(self, words: Written) -> list[Named]:
        found = []
        text = japanese(even(words.text))
        for match in self.pattern.finditer(text):
            partner = self.names.get(key(match[0]))
            if partner and is_whole(text, *match.span()):
                found.append(Named(*match.span(), partner))
        for link in words.links:
            partner = self.links.get("/".join(link.target.partition("#")[0].strip("/").split("/")[-2:]))
            if partner:
                found.append(Named(link.start, link.end, partner))
        return found


def partners(entries: Iterable[Entry], kinds: Mapping[str, Kind], concepts: Iterable[Concept], say: Say, langs: Iterable[str]) -> Partners:
    """Names come from the profiles; what the glossary takes for such a name is one too, save what it holds apart."""
    langs, concepts = tuple(langs), tuple(concepts)
    apart = {_key(word) for concept in concepts if concept.apart for word in sound(concept)}
    also = {_key(word): sound(concept) for concept in concepts for word in sound(concept)}
    names: dict[str, Partner] = {}
    links: dict[str, Partner] = {}
    spelled: list[str] = []
    for entry in entries:
        profile = entry.profile
        if not profile or not profile.tie:
            continue
        shown = {lang: say(profile.name, lang).text for lang in langs}
        partner = Partner(entry.key, profile.tie, shown, profile.partner_term.text if profile.partner_term else "")
        reference = f"{kinds[entry.key.kind].ref}:{entry.key.slug}"
        known = {f"{{{reference}}}", *profile.name.words.values(), *(name for some in entry.aliases.values() for name in some)}
        known |= {profile.local_name.text} if profile.local_name else set()
        known |= {name for word in known | {*shown.values()} for name in also.get(_key(word), (word,))}
        for name in sorted(name for name in known if _key(name) not in apart):
            names.setdefault(_key(name), partner)
            spelled.append(name)
        links |= {str(entry.key): partner, reference: partner}
    owns = {even(partner.own) for partner in links.values() if partner.own}
    return Partners(pattern(map(japanese, spelled), gaps=False), names, links, tuple(sorted(owns)))


def _key(name: str) -> str:
    return japanese(key(name))


def sound(concept: Concept) -> tuple[str, ...]:
    """Every word for it that is right or accepted, in all languages."""
    return tuple(word for said in concept.words.values() for word in (said.right, *said.accept))


def refused(
    words: Written, uses: Sequence[Use], concepts: Mapping[str, Concept], known: Partners, home: Partner | None, typography: Typography
) -> Iterator[tuple[Use, Named]]:
    """Words that claim too much, each with the name that it stands beside."""
    claiming = [use for use in uses if claim(concepts[use.concept]) and use.how not in ("forbidden", "unfit")]
    claims = {use[2:4]: use for use in sorted(claiming, key=lambda use: claim(concepts[use.concept]))}
    if claims:
        scene = _Scene(words.text, _names(words, uses, concepts, known), concepts, home)
        free = others_words(words)
        for use in claims.values():
            if not within(use, free) and not _denied(words.text, use, typography) and (name := scene.beside(use)):
                yield use, name


def _names(words: Written, uses: Iterable[Use], concepts: Mapping[str, Concept], known: Partners) -> list[Named]:
    """Names of partners, and of what is held apart from some words: these are no partner's."""
    others = [Named(use.start, use.end, None, use.concept) for use in uses if concepts[use.concept].apart and use.how != "forbidden"]
    taken = {at for other in others for at in range(other.start, other.end)}
    named = [name for name in known.named(words) if name.start not in taken and name.end - 1 not in taken]
    return sorted([*others, *named], key=lambda name: name[:2])


def claim(concept: Concept) -> int:
    """How much the words for it say of a tie; 0: nothing that could be too much."""
    return CLAIMS[concept.tie] if concept.tie else 0


def others_words(words: Written) -> Spans:
    """What is not said by the writer: what stands between quotation marks, without them, or in another language."""
    found = [(match.start() + 1, match.end() - 1) for match in _QUOTES.finditer(words.text)]
    return _outer([*found, *(each[:2] for each in words.foreign)])


def own_terms(words: Written, known: Partners) -> Spans:
    """Where a text has what some partner calls its tie."""
    text = even(words.text)
    return _outer(match.span() for own in known.owns for match in re.finditer(re.escape(own), text))


def _outer(spans: Iterable[tuple[int, int]]) -> Spans:
    """Those that lie in no other."""
    found: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not found or span[1] > found[-1][1]:
            found.append(span)
    return found


def within(use: Use, spans: Spans) -> bool:
    """Whether a use lies in one of some spans, none of which lies in another."""
    at = bisect_right(spans, (use.start, sys.maxsize)) - 1
    return at >= 0 and use.end <= spans[at][1]


def _denied(text: str, use: Use, typography: Typography) -> bool:
    before, after = _NOT_BEFORE.get(typography), _NOT_AFTER.get(typography)
    return bool((before and before.search(text[max(0, use.start - 40) : use.start])) or (after and after.match(text, use.end)))


class _Scene:
    """The words of a block with the names in them, in their order."""

    def __init__(self, text: str, named: Sequence[Named], concepts: Mapping[str, Concept], home: Partner | None) -> None:
        self.text, self.named, self.concepts, self.home = text, named, concepts, home
        self.starts = [name.start for name in named]
        self.ends = [0, *(match.end() for match in _ENDS.finditer(text)), len(text)]  # of sentences
        self.owned: dict[tuple[int, int, str], bool] = {}

    def beside(self, use: Use) -> Named | None:
        """The name near a word of which it is not true."""
        start, end = self.sentence(use.start)
        at, first, last = (bisect_left(self.starts, place) for place in (use.start, start, end))
        if first < last:
            near = self.nearest(use, at, first, last)
        elif first:
            near = [self.named[first - 1]]
            start = self.sentence(near[0].start)[0]
        else:
            near = [Named(use.start, use.start, self.home)] if self.home else []
        return next((name for name in near if self.is_false(use, name, start, end)), None)

    def sentence(self, at: int) -> tuple[int, int]:
        place = bisect_right(self.ends, at, hi=len(self.ends) - 1)
        return self.ends[place - 1], self.ends[place]

    def nearest(self, use: Use, at: int, first: int, last: int) -> list[Named]:
        """The nearest of the names from `first` to `last`, of which `at` is the first behind the word, and those in one row with it."""
        sides = [side for side in (at - 1, at) if first <= side < last]
        low = high = min(sides, key=lambda side: self.distance(use, self.named[side]))
        while low > first and self.together(low - 1):
            low -= 1
        while high + 1 < last and self.together(high):
            high += 1
        return [*self.named[low : high + 1]]

    def distance(self, use: Use, name: Named) -> int:
        """In characters. A comma between makes far."""
        start, end = (name.end, use.start) if name.end <= use.start else (use.end, name.start)
        return end - start + 20 * len(_COMMA.findall(self.text, start, min(end, start + _FAR)))

    def together(self, at: int) -> bool:
        return _TOGETHER.fullmatch(self.text, self.named[at].end, self.named[at + 1].start) is not None

    def is_false(self, use: Use, name: Named, start: int, end: int) -> bool:
        """Whether a word says too much of a name, and is not there to explain what the partner says instead."""
        if name.partner is None:
            return use.concept in {other.name for other in self.concepts[name.concept].apart}
        where = start, end, name.partner.own
        if claim(self.concepts[use.concept]) <= CLAIMS[name.partner.tie]:
            return False
        if where not in self.owned:
            self.owned[where] = bool(name.partner.own) and key(name.partner.own) in key(self.text[start:end])
        return not self.owned[where]
