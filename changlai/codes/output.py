"""The output folder, releases, templates."""

from changlai.codes.code import N_, Code

CODES: dict[str, Code] = {}
