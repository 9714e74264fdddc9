"""(template, view, catalog) → bytes."""

from changlai.render.renderer import Renderer, Translations

__all__ = ["Renderer", "Translations"]
