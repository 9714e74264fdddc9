"""Catalogs, and what they say of the site: bytes in, words and bytes out; nothing here opens a file."""

from changlai.translate.fields import fields, profile_texts, shared, source_of
from changlai.translate.po import parse_po
from changlai.translate.standing import Speaker, languages, say, standing
from changlai.translate.translations import Translations, translations

__all__ = [
    "Speaker",
    "Translations",
    "fields",
    "languages",
    "parse_po",
    "profile_texts",
    "say",
    "shared",
    "source_of",
    "standing",
    "translations",
]
