"""Where a text names the concepts of the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from changlai.compare.spelling import Spelling, even, is_chinese, is_partial, is_whole, japanese, key, pattern, spelling
from changlai.model import Concept, Language, Rendering

How = Literal["right", "accepted", "alias", "unfit", "forbidden"]
HELD = 2048  # texts of which it is known what they name
SOUND = frozenset({"right", "accepted"})


class Sense(NamedTuple):
    """What a word may mean."""

    concept: str
    word: str  # as the glossary writes it
    how: How  # unfit: forbidden for this concept, and right for another; only the source can tell


class Use(NamedTuple):
    """A place where a text names a concept. A word that names several has a use for each."""

    concept: str
    word: str  # as the glossary writes it
    start: int  # in characters of the text
    end: int
    how: How


class Words(NamedTuple):
    """What a matcher is made of."""

    pattern: re.Pattern[str]
    quick: Mapping[str, tuple[Sense, ...]]  # by words as the glossary has them, where no more need be asked
    plain: Mapping[str, tuple[Sense, ...]]  # by key
    loose: Mapping[str, tuple[Sense, ...]]  # by key with Japanese forms of characters; nothing that is forbidden
    spelling: Spelling


class Matcher:
    """Everything that the glossary knows of one language, compiled."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self.pattern, self.quick, self.plain, self.loose, self.spelling = words
        # A source is asked for each of its translations, and what an edit left alone was asked before it.
        self.find = lru_cache(maxsize=HELD)(self._find)

    def __reduce__(self) -> tuple[type[Matcher], tuple[Words]]:
        return Matcher, (self._words,)

    def _find(self, text: str) -> tuple[Use, ...]:
        """Uses in their order; where one word is part of another, the longer. Takes a time that grows with the text and nothing else."""
        typed = even(text)
        found: list[Use] = []
        for match in self.pattern.finditer(self.spelling.seen(typed)):
            start, end = match.span()
            for concept, word, how in self.quick.get(typed[start:end]) or self._senses(typed, start, end):
                found.append(Use(concept, word, start, end, how))
        return tuple(found)

    def _senses(self, text: str, start: int, end: int) -> tuple[Sense, ...]:
        if not is_whole(text, start, end):
            return ()
        plain = key(text[start:end])
        return self.plain.get(plain) or self.loose.get(japanese(plain), ())

    def says(self, text: str, rendering: Rendering) -> bool:
        """Whether a sound rendering stands anywhere in the text, inside of a longer word too."""
        typed = even(text)
        found = [match.span() for match in _alone((rendering.right, *rendering.accept), self.spelling).finditer(self.spelling.seen(typed))]
        foreign = self.spelling.variants and not any(map(is_chinese, (rendering.right, *rendering.accept)))
        return any(is_whole(typed, *span) for span in found if not (foreign and is_chinese(typed[slice(*span)])))


@lru_cache(maxsize=4096)
def _alone(words: tuple[str, ...], spelled: Spelling) -> re.Pattern[str]:
    return pattern((spelled.seen(even(form)) for word in words for form in spelled.forms(word)), spelled.gaps)


def matcher(concepts: Iterable[Concept], language: Language, others: Iterable[Sense] = ()) -> Matcher:
    """What the glossary says of one language; `others` are further words for its concepts, as references to entries are."""
    return _matcher((*_senses(concepts, language.code), *others), language)


@lru_cache(maxsize=32)  # while a site is served, the words stay and the texts change
def _matcher(senses: tuple[Sense, ...], language: Language) -> Matcher:
    spelled = spelling(language)
    claimed = {key(sense.word) for sense in senses if sense.how != "forbidden"}
    plain: dict[str, tuple[Sense, ...]] = {}
    loose: dict[str, tuple[Sense, ...]] = {}
    words: dict[str, str] = {}
    for sense in senses:
        if sense.how == "forbidden" and key(sense.word) in claimed:
            sense = sense._replace(how="unfit")
        for form in map(even, spelled.forms(sense.word)):
            name = words[form] = key(form)
            plain[name] = (*plain.get(name, ()), sense)
            if sense.how != "forbidden":
                loose[japanese(name)] = (*loose.get(japanese(name), ()), sense)
    quick = {form: plain[name] for form, name in words.items() if spelled.gaps or not is_partial(form)}
    return Matcher(Words(pattern(map(spelled.seen, words), spelled.gaps), quick, plain, loose, spelled))


def _senses(concepts: Iterable[Concept], lang: str) -> Iterator[Sense]:
    for concept in concepts:
        said = concept.words.get(lang)
        if said:
            yield Sense(concept.id, said.right, "right")
            yield from (Sense(concept.id, word, "accepted") for word in said.accept)
            yield from (Sense(concept.id, word, "alias") for word in said.aliases)
            yield from (Sense(concept.id, word, "forbidden") for word in said.forbid)
