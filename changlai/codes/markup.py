"""What stands in a Markdown body."""

from changlai.codes.code import N_, Code

CODES: dict[str, Code] = {}
