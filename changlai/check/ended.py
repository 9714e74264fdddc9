"""Exceptions of the glossary that have come to their end, and no longer hold."""

from changlai.model import Date, Library
from changlai.problems import Problem, problem


def check(library: Library, day: Date) -> list[Problem]:
    return [
        problem("glossary-ended", exemption.place, until=exemption.until)
        for concept in library.glossary.values()
        for exemption in concept.exemptions
        if exemption.until < day
    ]
