"""Where things lead, and what a URL may be."""

from changlai.codes.code import N_, Code

CODES: dict[str, Code] = {}
