"""(template, view, catalog) → bytes."""

from changlai.render.parts import Parts
from changlai.render.parts import read as read_parts
from changlai.render.renderer import Renderer
from changlai.render.running import Translations
from changlai.render.templates import Analysis, analyse, load

__all__ = ["Analysis", "Parts", "Renderer", "Translations", "analyse", "load", "read_parts"]
