"""What a translation has in other languages, marked as [友好城市]{lang=zh-Hans}: not what is forbidden there, and as in the source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from changlai.compare.case import LINE, Case, Side, words_of
from changlai.compare.instead import FAR, Line
from changlai.compare.written import Written
from changlai.model import Block, Finding, Typography

# Words that cannot be of the source's own language.
_LATIN = "[A-Za-zÀ-ɏ]{3,}"
_STRANGE: Mapping[Typography, re.Pattern[str]] = {
    "zh": re.compile(f"{_LATIN}|[가-힣]{{2,}}|[ぁ-ヺー]{{2,}}"),
    "ja": re.compile(f"{_LATIN}|[가-힣]{{2,}}"),
    "ko": re.compile(f"{_LATIN}|[一-龠ぁ-ヺー]{{2,}}"),
    "latin": re.compile("[一-龠ぁ-ヺー가-힣]{2,}"),
}


def forbidden_abroad(case: Case, concepts: Iterable[str], lines: Sequence[Line]) -> Iterator[Finding]:
    """Words that the glossary forbids in the language that they are marked as."""
    for id in concepts:
        for lang, word in case.terms.abroad.get(id, ()):
            if lang != case.lang.code and any(word in line.text for line in lines):
                said, tag = case.concepts[id].words[lang], _main(case.terms.languages[lang].tag)
                for block in {line.block.line: line.block for line in lines}.values():
                    words = case.written(block)
                    for start, end, foreign in words.foreign:
                        at = words.text.find(word, start, end)
                        if foreign == tag and at >= 0:
                            params = {"word": word, "right": said.forbid[word], "id": id}
                            yield Finding("term-forbidden", *words.place(at), tuple(params.items()))


def unlike(case: Case, source: Side, blocks: Sequence[Block], said: str, lines: Sequence[Line]) -> Iterator[Finding]:
    """What the source has in another language, and the translation otherwise in the same."""
    strange = _STRANGE[case.terms.languages[source.lang].typography]
    if lines[0].block.kind == LINE or len(said) > FAR or all(any(word in line.text for line in lines) for word in strange.findall(said)):
        return
    told = [mark for block in blocks for mark in _marked(words_of(source, block, case.terms.languages[source.lang].tag))]
    missing = {lang: text for text, lang, _ in told if text in said and not any(text in line.text for line in lines)}
    known = {text for text, _, _ in told}
    for block in {line.block.line: line.block for line in lines}.values() if missing else ():
        words = case.written(block)
        for text, lang, at in _marked(words):
            if lang in missing and text not in known:
                yield Finding("term-unlike", *words.place(at), (("found", text), ("word", missing[lang])))


def _marked(words: Written) -> list[tuple[str, str, int]]:
    """Text, language and place of what is marked."""
    return [(words.text[start:end], lang, start) for start, end, lang in words.foreign]


def _main(tag: str) -> str:
    return tag.partition("-")[0].lower()
