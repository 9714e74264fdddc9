"""Files → records. Only this room opens the files of a project."""

from changlai.read.names import is_free, is_slug
from changlai.read.project import Reading, read_project
from changlai.read.theme import read_package

__all__ = ["Reading", "is_free", "is_slug", "read_package", "read_project"]
