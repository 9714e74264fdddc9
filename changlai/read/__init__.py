"""Files → records. Only this room opens the files of a project."""

from changlai.read.project import Reading, read_project
from changlai.read.theme import read_templates

__all__ = ["Reading", "read_project", "read_templates"]
