"""Images, PDFs and other files."""

from changlai.codes.code import N_, Code

CODES: dict[str, Code] = {}
