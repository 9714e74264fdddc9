"""Every picture of an entry has an alternative text in each language in which it is shown."""

from changlai.model import Page
from changlai.problems import Problem, problem

VIEWS = ("story", "city", "profile")


def check(page: Page) -> list[Problem]:
    view = next((page.view[name] for name in VIEWS if name in page.view), None)
    if page.real and page.place and view and view["image"] and not view["image"]["alt"]:
        return [problem("image-alt-missing", page.place, lang=page.lang, image=view["image"]["url"].rpartition("/")[2])]
    return []
