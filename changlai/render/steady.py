"""Which macros print the same whenever they are given the same: what one page has drawn of a card, the next need not draw again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from typing import Any

from jinja2 import nodes

from changlai.render.plain import TEXTS, bound, message

# What may look at more than a macro is given, or print something else each time.
UNSTEADY = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Block, nodes.CallBlock, nodes.ContextReference)
CHANGING = frozenset({"random", "self"})


def steady(tree: nodes.Template, free: Mapping[str, Set[str]]) -> Set[str]:
    """The macros of a template that look at nothing but what they are given, the theme's words, and others of these macros.

    `free` has the names of each macro that mean something outside of it.
    """
    meanings = bound(tree)
    macros = [node for node in tree.body if isinstance(node, nodes.Macro) and meanings[node.name] == 1 and not _changes(node)]
    looks = {macro.name: (free[macro.name] | _called(macro)) - {macro.name} - TEXTS.keys() for macro in macros}
    while wrong := [name for name, others in looks.items() if not others <= looks.keys()]:
        for name in wrong:
            del looks[name]
    return looks.keys()


def _changes(macro: nodes.Macro) -> bool:
    found: Iterator[Any] = macro.find_all((nodes.Name, nodes.Filter, *UNSTEADY))
    return any(isinstance(node, UNSTEADY) or node.name in CHANGING for node in found)


def _called(macro: nodes.Macro) -> set[str]:
    """What a macro calls that is no word of the theme; "" for what has no name."""
    calls = (call.node for call in macro.find_all(nodes.Call) if not message(call))
    return {called.name if isinstance(called, nodes.Name) and called.name not in TEXTS else "" for called in calls}
