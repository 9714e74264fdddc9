"""Which macros print the same whenever they are given the same: what one page has drawn of a card, the next need not draw again."""

from __future__ import annotations

from collections.abc import Set

from jinja2 import Environment, TemplateError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.idtracking import VAR_LOAD_RESOLVE

from changlai.render.plain import TEXTS, bound, message

# What may look at more than a macro is given, or print something else each time.
UNSTEADY = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Block, nodes.CallBlock, nodes.ContextReference)
CHANGING = frozenset({"random", "self"})


def steady(tree: nodes.Template, environment: Environment) -> frozenset[str]:
    """The macros of a template that look at nothing but what they are given, the theme's words, and others of these macros."""
    meanings = bound(tree)
    found = {node.name: node for node in tree.body if isinstance(node, nodes.Macro) and meanings[node.name] == 1}
    try:
        while wrong := [name for name, macro in found.items() if not _keeps_to(macro, found.keys(), environment)]:
            for name in wrong:
                del found[name]
    except TemplateError:  # it will be told when the template is compiled
        return frozenset()
    return frozenset(found)


def _keeps_to(macro: nodes.Macro, macros: Set[str], environment: Environment) -> bool:
    if next(macro.find_all(UNSTEADY), None):
        return False
    named = {node.name for node in macro.find_all(nodes.Name)} | {node.name for node in macro.find_all(nodes.Filter)}
    if named & CHANGING:
        return False
    calls = (call.node for call in macro.find_all(nodes.Call) if not message(call))
    if not all(isinstance(called, nodes.Name) and called.name in macros for called in calls):
        return False
    return _Free(environment).of(macro) <= macros | TEXTS.keys()


class _Free(CodeGenerator):
    """The names of a macro that mean something outside of it."""

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment, None, None)
        self._names: set[str] = set()

    def of(self, macro: nodes.Macro) -> Set[str]:
        self.visit(nodes.Template([macro], lineno=macro.lineno))
        return self._names - {macro.name}

    def write(self, x: str) -> None:
        """Nothing is to be compiled."""

    def enter_frame(self, frame: Frame) -> None:
        super().enter_frame(frame)
        self._names |= {name for action, name in frame.symbols.loads.values() if action == VAR_LOAD_RESOLVE and name}
