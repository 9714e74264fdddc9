"""Lists that hold nothing for readers of any language."""

from collections.abc import Mapping

from changlai.model import Library
from changlai.problems import Problem, problem


def check(library: Library, told: Mapping[str, int]) -> list[Problem]:
    """Terms that no published story names. `told` counts the stories of `topics/gardens` in all languages."""
    return [
        problem("list-empty", term.place, name=f"{vocabulary}/{term.id}")
        for vocabulary, terms in library.terms.items()
        for term in terms.values()
        if not told.get(f"{vocabulary}/{term.id}")
    ]
