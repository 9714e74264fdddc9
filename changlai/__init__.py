"""Changlai: a static-site generator that is native in Chinese, Japanese, Korean and English."""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # `typing` itself would be the dearest import of a build with nothing to do
if TYPE_CHECKING:
    from typing import Any

__version__ = "0.1.0"

__all__ = ["__version__", "render_markdown"]


# The Markdown parser takes 40 ms to import, and `changlai --help` or a build with nothing to do never need it: it is looked up when
# somebody asks for it.
def __getattr__(name: str) -> Any:
    if name == "render_markdown":
        return import_module("changlai.markdown").render_markdown
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
