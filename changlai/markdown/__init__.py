"""Markdown → Document: one body, read and drawn as far as it goes without any other file. Pure, and the same in every process."""

from changlai.markdown.alone import MarkdownRefused, render_markdown
from changlai.markdown.codec import dump, load
from changlai.markdown.document import commonmark, marked, parse
from changlai.markdown.html import STRINGS

__all__ = ["STRINGS", "MarkdownRefused", "commonmark", "dump", "load", "marked", "parse", "render_markdown"]
