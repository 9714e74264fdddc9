"""Alternates and canonicals agree: each points at a page that is made, and whoever is named names back."""

from changlai.model import Page, Place, Plan
from changlai.problems import Problem, problem


def check(plan: Plan) -> list[Problem]:
    heads = {page.view["head"]["url"]: page for page in plan.pages if "head" in page.view}
    made = {page.url for page in plan.pages}
    found = []
    for url, page in heads.items():
        head = page.view["head"]
        place = page.place or Place("site.yaml")
        canonical = head["canonical"].removeprefix(url.removesuffix(page.url))
        if canonical.startswith("/") and canonical not in made:
            found.append(problem("canonical-dead", place, page=url, target=head["canonical"]))
        for alternate in head["alternates"]:
            other = heads.get(alternate["url"])
            if other is None:
                found.append(problem("alternate-dead", place, page=url, target=alternate["url"]))
            elif alternate["tag"] != "x-default" and not names_back(other, page):
                found.append(problem("alternate-one-way", place, page=url, target=alternate["url"]))
    return found


def names_back(other: Page, page: Page) -> bool:
    return any(alternate["url"] == page.view["head"]["url"] for alternate in other.view["head"]["alternates"])
