"""Bytes and YAML: what a writer's machine produces."""

from changlai.codes.code import N_, Code

CODES: dict[str, Code] = {}
