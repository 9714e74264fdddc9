"""What a template means by its names, as far as that can be read off it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from jinja2 import nodes

TEXTS = {"_": 1, "gettext": 1, "pgettext": 2, "ngettext": 2, "npgettext": 3}  # that each function of the catalog is given


def bound(tree: nodes.Node) -> Counter[str]:
    """How often each name is given a meaning somewhere in a template."""
    found: Counter[str] = Counter()
    node: Any
    for node in tree.find_all((nodes.Name, nodes.Macro, nodes.Import, nodes.FromImport)):  # in one walk: a tree is large
        if isinstance(node, nodes.FromImport):
            found.update(name if isinstance(name, str) else name[1] for name in node.names)
        elif not isinstance(node, nodes.Name) or node.ctx != "load":
            found[node.target if isinstance(node, nodes.Import) else node.name] += 1
    return found


def is_plain(tree: nodes.Template) -> bool:
    """Whether a template leaves alone what words and escaping mean; else neither can be known before it is drawn."""
    return not tree.find(nodes.EvalContextModifier) and not bound(tree).keys() & TEXTS.keys()


def message(node: nodes.Node) -> tuple[str, tuple[str, ...]] | None:
    """The function of the catalog that a call asks, and the constant texts that it asks for."""
    if not (isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name)) or node.dyn_args or node.dyn_kwargs:
        return None
    name = node.node.name
    function, wanted = "gettext" if name == "_" else name, TEXTS.get(name, 0)
    texts = tuple(arg.value for arg in node.args[:wanted] if isinstance(arg, nodes.Const) and isinstance(arg.value, str))
    counted = 1 if function.startswith("n") else 0
    return (function, texts) if wanted and len(texts) == wanted and len(node.args) == wanted + counted else None
