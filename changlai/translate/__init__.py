"""Catalogs, and what they say of the site: bytes in, words and bytes out; nothing here opens a file."""

from changlai.translate.po import parse_po
from changlai.translate.standing import say, speaker, standing
from changlai.translate.translations import Translations, translations

__all__ = ["Translations", "parse_po", "say", "speaker", "standing", "translations"]
