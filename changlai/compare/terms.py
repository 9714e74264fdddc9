"""Whether a text says things as the glossary says them: by itself, and beside its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from changlai.compare.case import LINE, Case, Side, Terms
from changlai.compare.matching import SOUND, Use
from changlai.compare.rendering import beside
from changlai.compare.spelling import is_chinese, key
from changlai.compare.ties import Named, claim, others_words, own_terms, refused, within
from changlai.compare.written import Written
from changlai.model import Block, Concept, Date, Finding, Key, Pair


def judge(
    terms: Terms, entry: Key, edition: Side, day: Date, source: Side | None = None, pairs: Iterable[Pair] = ()
) -> tuple[Finding, ...]:
    """What is wrong with the terms of one edition on a day; with its `source`, also beside the blocks that `pairs` say are its."""
    case = Case(terms, entry, edition, day)
    found = [*_alone(case), *_glosses(case)]
    if source:
        found += beside(case, source, pairs)
    return _once(found)


def judge_line(
    terms: Terms, entry: Key, lang: str, text: str, day: Date, source: tuple[str, str] = ("", ""), head: str = "", demand: bool = True
) -> tuple[Finding, ...]:
    """The same of a text of one line that is no Markdown, such as a title or a text of a profile; columns are of that text. `source`: the
    language and the words of what it translates. `head`: what else its readers see. Without `demand` it may leave out what the source
    names, as a title does that is written anew."""
    case = Case(terms, entry, _line(lang, text)._replace(head=head), day)
    found = [*_alone(case)]
    if source[1]:
        found += beside(case, _line(*source), [Pair((0,), (0,), 1.0)], demand)
    return _once(found)


def _once(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """A forbidden word that claims a tie is told by the tie, which says why."""
    found = {*found}
    ties = {(each.line, each.column) for each in found if each.code == "term-tie"}
    return tuple(sorted(each for each in found if each.code != "term-forbidden" or (each.line, each.column) not in ties))


def _line(lang: str, text: str) -> Side:
    return Side(lang, (Block(LINE, 1, 2, "", text),), lambda: text)


def _alone(case: Case) -> Iterator[Finding]:
    """What no text of this language may say, whatever its source says."""
    for block, uses in zip(case.edition.blocks, case.uses, strict=True):
        if block.kind != "quote" and (_is_suspicious(case, uses) or (case.matcher.spelling.variants and is_chinese(block.text))):
            yield from _in_words(case, case.written(block))


def _is_suspicious(case: Case, uses: Iterable[Use]) -> bool:
    return any(use.how == "forbidden" or claim(case.concepts[use.concept]) for use in uses)


def _in_words(case: Case, words: Written) -> Iterator[Finding]:
    uses, others, own = case.found(words.text), others_words(words), own_terms(words, case.terms.partners)
    for use in uses:
        if use.how == "forbidden" and not within(use, others) and not within(use, own):
            yield case.forbidden(use, words)
        elif case.matcher.spelling.variants and _is_in_chinese(use, words) and not within(use, others):
            params = {"found": words.text[use.start : use.end], "word": use.word, "right": use.word, "id": use.concept}
            yield Finding("term-other", *words.place(use.start), tuple(params.items()))
    for use, name in refused(words, uses, case.concepts, case.terms.partners, case.home, case.lang.typography):
        yield _beside_a_name(case, use, name, words)


def _is_in_chinese(use: Use, words: Written) -> bool:
    return use.how in SOUND and is_chinese(words.text[use.start : use.end]) and not is_chinese(use.word)


def _beside_a_name(case: Case, use: Use, name: Named, words: Written) -> Finding:
    lang, word, place = case.lang.code, words.text[use.start : use.end], words.place(use.start)
    if name.partner is None:
        other = case.concepts[name.concept]
        params = {"word": word, "name": words.text[name.start : name.end], "id": other.id, "note": other.note}
        return Finding("term-apart", *place, tuple(params.items()))
    tie = name.partner.tie
    rights = (concept.words[lang].right for concept in case.concepts.values() if concept.tie == tie and lang in concept.words)
    params = {"word": word, "partner": name.partner.names.get(lang, ""), "tie": tie, "right": next(rights, tie)}
    return Finding("term-tie", *place, tuple(params.items()))


def _glosses(case: Case) -> Iterator[Finding]:
    """Names that the readers of this language do not know, where a text never says for them what they are."""
    for concept in case.concepts.values():
        said = concept.words.get(case.lang.code)
        if concept.gloss_required and said and said.gloss and not any(key(said.gloss) in key(block.text) for block in case.edition.blocks):
            yield from _first(case, concept, said.gloss)


def _first(case: Case, concept: Concept, gloss: str) -> Iterator[Finding]:
    for block, uses in zip(case.edition.blocks, case.uses, strict=True):
        for use in uses:
            if use.concept == concept.id and use.how in SOUND:
                word = block.text[use.start : use.end]
                yield Finding("term-gloss", *case.written(block).find(word), (("gloss", gloss), ("word", word)))
                return
