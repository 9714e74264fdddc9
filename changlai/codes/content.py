"""Fields, values and references of entries, terms and settings."""

from changlai.codes.code import N_, Code

CODES: dict[str, Code] = {}
