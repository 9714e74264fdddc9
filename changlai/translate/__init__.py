"""Catalogs, and what they say of the site: bytes in, words and bytes out; nothing here opens a file."""

from changlai.translate.po import parse_po
from changlai.translate.standing import Speaker, say, standing
from changlai.translate.translations import Translations, translations

__all__ = ["Speaker", "Translations", "parse_po", "say", "standing", "translations"]
