"""Whether a new translation of a part says the numbers of its source, beside all that the two editions say elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from changlai import compare
from changlai.model import Block, Datum, Finding, Pair, Typography

Texts = tuple[Sequence[str], Sequence[Block]]  # fields and blocks


class Agreement:
    """`kinds`: the typography of source and translation; `source`: all that it says; `rest`: what the translation says beside the part."""

    def __init__(self, kinds: tuple[Typography, Typography], source: Texts, rest: Texts) -> None:
        self.kinds = kinds
        self.source, self.rest = ([*self._data(side, texts)] for side, texts in enumerate((source, rest)))

    def _data(self, side: int, texts: Texts) -> Iterable[Sequence[Datum]]:
        fields, blocks = texts
        for words in (*fields, *(block.text for block in blocks)):
            yield compare.data(words, self.kinds[side])

    def _version(self, side: int, blocks: Sequence[Block], data: Sequence[Sequence[Datum]]) -> compare.Version:
        said = self.rest if side else self.source
        return compare.Version(blocks, data, compare.everything([*said, *data]))

    def __call__(self, source: Sequence[Block], answer: Sequence[Block]) -> list[str]:
        """What disagrees, in words."""
        one, other = (self._version(side, blocks, [*self._data(side, ((), blocks))]) for side, blocks in enumerate((source, answer)))
        pair = Pair(tuple(range(len(source))), tuple(range(len(answer))), 1.0)
        return said(compare.agree(one, other, [pair], lambda block, _: (block.line, 1)))

    def in_line(self, source: str, answer: str) -> list[str]:
        """The same for two texts of one line."""
        one, other = (compare.data(text, self.kinds[side]) for side, text in enumerate((source, answer)))
        return said(compare.agree_in_line(self._version(0, (), [one]), one, self._version(1, (), [other]), other))


def said(findings: Iterable[Finding]) -> list[str]:
    """How the source says it and how the translation does, as far as either does."""
    found = [dict(finding.params) for finding in findings if finding.code.startswith("fact-")]
    return [f"{words.get('source', '–')} → {words.get('here', '–')}" for words in found]
