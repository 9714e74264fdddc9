"""Alternates and canonicals agree: each points at a page that is made, and whoever is named names back."""

from changlai.model import Place, Plan, Sheet
from changlai.problems import Problem, problem


def check(plan: Plan) -> list[Problem]:
    origin = plan.origin
    heads = {f"{origin}{sheet.url}": sheet for sheet in plan.sheets if sheet.canonical}
    made = {f"{origin}{sheet.url}" for sheet in plan.sheets}
    found = []
    for url, sheet in heads.items():
        place = sheet.place or Place("site.yaml")
        if sheet.canonical.startswith(f"{origin}/") and sheet.canonical not in made:
            found.append(problem("canonical-dead", place, page=url, target=sheet.canonical))
        for tag, target in sheet.alternates:
            other = heads.get(target)
            if other is None:
                found.append(problem("alternate-dead", place, page=url, target=target))
            elif tag != "x-default" and other.alternates != sheet.alternates and not names_back(other, url):
                found.append(problem("alternate-one-way", place, page=url, target=target))
    return found


def names_back(other: Sheet, url: str) -> bool:
    return any(target == url for _, target in other.alternates)
