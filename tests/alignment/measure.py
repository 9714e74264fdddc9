"""How many of the pairs that are asserted are right, and how many of the true ones are asserted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from changlai.compare import align, data, traits
from changlai.model import Pair, Traits, Typography
from tests.alignment.cases import Labelled, truth


class Document(NamedTuple):
    """Two labelled editions."""

    name: str
    source: Labelled
    target: Labelled
    languages: tuple[Typography, Typography]


class Doubt(NamedTuple):
    """A pair that was not asserted, or was and is wrong."""

    document: str
    pair: Pair
    true: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]  # of the blocks in it


class Count(NamedTuple):
    true: int
    asserted: int
    right: int

    @property
    def precision(self) -> float:
        """Of the pairs that were asserted and are no section, those that are exactly a true one."""
        return self.right / self.asserted if self.asserted else 1.0

    @property
    def recall(self) -> float:
        """Of the true pairs those that were asserted."""
        return self.right / self.true if self.true else 1.0


class Score(NamedTuple):
    documents: int
    linked: Count  # blocks that say the same
    odd: Count  # of these, whatever is not one block for one in order
    alone: Count  # blocks that were dropped or added
    wrong: tuple[Doubt, ...]
    sections: tuple[Doubt, ...]
    bins: tuple[tuple[float, int, int], ...]  # least confidence, asserted, right


Fact = tuple[tuple[int, ...], tuple[int, ...]]
_BINS = (0.0, 0.95, 0.97, 0.99, 0.999)


def editions(document: Document) -> tuple[list[Traits], list[Traits]]:
    ours, theirs = document.languages
    return _traits(document.source, ours), _traits(document.target, theirs)


def _traits(edition: Labelled, typography: Typography) -> list[Traits]:
    return [traits(block, typography, data(block.text, typography)) for block in edition.blocks]


def measure(documents: Iterable[Document]) -> Score:
    documents = list(documents)
    counts: dict[str, list[int]] = {sort: [0, 0, 0] for sort in ("linked", "odd", "alone")}
    asserted: list[tuple[float, bool]] = []
    wrong: list[Doubt] = []
    sections: list[Doubt] = []
    for document in documents:
        pairs = align(*editions(document), document.languages)
        facts = truth(document.source.labels, document.target.labels)
        plain = {fact for fact in _in_order(facts) if len(fact[0]) == len(fact[1]) == 1}
        found = {(pair.source, pair.target) for pair in pairs if pair.how != "section"}
        for at, some in enumerate((facts, found, found & facts)):
            counts["linked"][at] += sum(bool(ours and theirs) for ours, theirs in some)
            counts["alone"][at] += sum(not (ours and theirs) for ours, theirs in some)
            counts["odd"][at] += sum(bool(ours and theirs) for ours, theirs in some - plain)
        for pair in pairs:
            near = tuple(sorted(fact for fact in facts if set(fact[0]) & set(pair.source) or set(fact[1]) & set(pair.target)))
            if pair.how == "section":
                sections.append(Doubt(document.name, pair, near))
                continue
            asserted.append((pair.confidence, (pair.source, pair.target) in facts))
            if not asserted[-1][1]:
                wrong.append(Doubt(document.name, pair, near))
    tallies = [Count(*counts[sort]) for sort in ("linked", "odd", "alone")]
    return Score(len(documents), *tallies, tuple(wrong), tuple(sections), tuple(_reliability(asserted)))


def _in_order(facts: Iterable[Fact]) -> set[Fact]:
    """True pairs that no other crosses."""
    both = [fact for fact in facts if fact[0] and fact[1]]
    return {fact for fact in both if all((fact[0][0] < other[0][0]) == (fact[1][0] < other[1][0]) for other in both if other != fact)}


def _reliability(asserted: Sequence[tuple[float, bool]]) -> Iterator[tuple[float, int, int]]:
    for least, next_least in zip(_BINS, (*_BINS[1:], 2.0), strict=True):
        inside = [right for confidence, right in asserted if least <= confidence < next_least]
        if inside:
            yield least, len(inside), sum(inside)
