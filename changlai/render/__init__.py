"""(template, view, catalog) → bytes."""

from changlai.render.renderer import Renderer
from changlai.render.running import Translations
from changlai.render.templates import Analysis, analyse, load

__all__ = ["Analysis", "Renderer", "Translations", "analyse", "load"]
