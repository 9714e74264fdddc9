"""What a template says before it is ever drawn: which others it needs, or why it cannot be read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import NamedTuple

from jinja2 import Environment, TemplateSyntaxError, meta

from changlai.render.plain import is_plain
from changlai.store import fingerprint

READER = Environment(extensions=["jinja2.ext.i18n"])  # reads templates, draws none


class Analysis(NamedTuple):
    references: tuple[str, ...] = ()
    dynamic: bool = False  # it makes up the name of another as it runs
    line: int = 0  # of what cannot be read; 0: nothing
    reason: str = ""
    plain: bool = True  # it leaves alone what words and escaping mean


def analyse(name: str, source: str) -> bytes:
    """The analysis of one template as JSON, to be remembered: reading a template costs more than drawing a page with it."""
    try:
        tree = READER.parse(source, name)
    except TemplateSyntaxError as error:
        return json.dumps(Analysis((), False, error.lineno, error.message or "")).encode()
    except RecursionError:
        return json.dumps(Analysis((), False, 1, "nested too deeply")).encode()
    found = list(meta.find_referenced_templates(tree))
    return json.dumps(Analysis(tuple(sorted({other for other in found if other})), None in found, plain=is_plain(tree))).encode()


def load(data: bytes) -> Analysis:
    references, *others = json.loads(data)
    return Analysis(tuple(references), *others)


def closure(name: str, digests: Mapping[str, str], analyses: Mapping[str, Analysis]) -> str:
    """The digest of a template with all that it needs, from the digests of all."""
    return fingerprint(needed(name, digests, analyses))


def needed(name: str, templates: Mapping[str, str], analyses: Mapping[str, Analysis]) -> dict[str, str]:
    """A template with all that it needs; all templates where a name is made up. `templates` says something of each, by name."""
    found: dict[str, str] = {}
    waiting = [name]
    while waiting:
        at = waiting.pop()
        if at in found or at not in templates:
            continue
        if analyses[at].dynamic:
            return dict(templates)
        found[at] = templates[at]
        waiting += analyses[at].references
    return found
