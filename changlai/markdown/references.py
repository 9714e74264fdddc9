"""Link definitions (`[label]: address`) that nothing uses, or that come twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from changlai.markdown.source import At
from changlai.markdown.work import Env, Work


def judge(tokens: Sequence[Token], env: Env, work: Work) -> None:
    if "references" not in env:
        return
    used = set(_labels(tokens))
    for label, definition in env["references"].items():
        if label not in used:
            work.found("reference-unused", At(definition["map"][0] + 1, 1), label=label.lower())
    for twice in env.get("duplicate_refs", []):
        first = env["references"][twice["label"]]["map"][0] + 1
        work.found("reference-twice", At(twice["map"][0] + 1, 1), label=twice["label"].lower(), first=first)


def _labels(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if "label" in token.meta and token.type in ("link_open", "image"):
            yield token.meta["label"]
        yield from _labels(token.children or [])
