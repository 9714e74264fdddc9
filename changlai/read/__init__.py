"""Files → records. Only this room opens the files of a project."""

from changlai.read.disk import Mark, fetch
from changlai.read.entries import Read
from changlai.read.names import is_free, is_slug
from changlai.read.project import Memory, Reading, Unread, bare, read_body, read_project, read_unread, words_place
from changlai.read.theme import read_package

__all__ = [
    "Mark",
    "Memory",
    "Read",
    "Reading",
    "Unread",
    "bare",
    "fetch",
    "is_free",
    "is_slug",
    "read_body",
    "read_package",
    "read_project",
    "read_unread",
    "words_place",
]
