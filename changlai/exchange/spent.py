"""Whether a packet that lies where a new one is to be written may go: whether everything that somebody did in it is in the site."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from changlai import compare
from changlai.exchange.answered import key_of
from changlai.exchange.task import Ask, Task, indexed, task
from changlai.model import Answer, Library
from changlai.translate import packets


def spent(library: Library, lang: str, data: bytes) -> bool:
    """Whether nothing is lost with it. What cannot be read, is for another language or has remarks of somebody is kept."""
    found, answers, problems = packets.read(data, "", library.settings.languages.values())
    if found != lang or problems or packets.remarked(data):
        return False
    for key, some in groupby(answers, key_of):
        made = task(library, key, lang) if key in library.entries else None
        asks = indexed(made) if made else {}
        if not all(_spent(answer, asks, made) for answer in some):
            return False
    return True


def _spent(answer: Answer, asks: Mapping[str, Ask], made: Task | None) -> bool:
    base, _, stamp = answer.id.rpartition(":")
    ask = asks.get(base)
    untouched = stamp == (compare.hashed(answer.text)[:8] if answer.text else "0")
    if ask is None or made is None:
        # Its source is another by now: it can only be copied from. What was brought in before stands in the translation.
        return untouched or answer.text == packets.DELETE or any(_same(answer, other) for other in asks.values())
    if answer.done:
        return _same(answer, ask) and (packets.finished(ask.request) or stamp != made.stamp(ask.bead))
    return untouched or _same(answer, ask)


def _same(answer: Answer, ask: Ask) -> bool:
    return ask.request.target == (" ".join(answer.text.split()) if ask.request.name else answer.text)
