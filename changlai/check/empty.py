"""Lists that hold nothing for readers of any language."""

from changlai.model import Library, Plan
from changlai.problems import Problem, problem


def check(library: Library, plan: Plan) -> list[Problem]:
    """Terms that no published story names."""
    held: dict[str, int] = {}
    for page in plan.pages:
        if page.template == "terms.html":
            for term in page.view["terms"]:
                name = f"{page.view['vocabulary']}/{term['id']}"
                held[name] = held.get(name, 0) + term["count"]
    return [
        problem("list-empty", term.place, name=f"{vocabulary}/{term.id}")
        for vocabulary, terms in library.terms.items()
        for term in terms.values()
        if not held.get(f"{vocabulary}/{term.id}")
    ]
