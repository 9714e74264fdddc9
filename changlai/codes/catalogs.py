"""PO catalogs and texts without translation."""

from changlai.codes.code import N_, Code

CODES: dict[str, Code] = {}
