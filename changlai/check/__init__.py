"""Small judgements, one file each, over the records of any stage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from changlai.check import alt, dead, empty, ended, heads, machine, standing, untranslated, unused
from changlai.check.untranslated import Say
from changlai.model import Date, Library, Page, Plan, Standing
from changlai.problems import Problem


def records(library: Library, standings: Iterable[Standing], plan: Plan, say: Say, day: Date) -> list[Problem]:
    """What can be judged before anything is drawn."""
    return [
        *empty.check(library, plan.told),
        *untranslated.check(library, plan, say),
        *unused.check(plan),
        *heads.check(plan),
        *standing.check(library, standings),
        *machine.check(library, standings),
        *ended.check(library, day),
    ]


def page(made: Page) -> list[Problem]:
    """What can be judged on one page before it is drawn."""
    return alt.check(made)


def outputs(library: Library, plan: Plan, drawn: Mapping[str, bytes]) -> list[Problem]:
    """What can only be judged on the finished files, by path."""
    return dead.check(library, plan, drawn)
