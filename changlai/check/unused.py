"""Files beside entries that no page shows: kept, but not published."""

from changlai.model import Place, Plan
from changlai.problems import Problem, problem


def check(plan: Plan) -> list[Problem]:
    return [problem("file-unused", Place(path), name=name, use=use(name)) for path in plan.unused for name in (path.rpartition("/")[2],)]


def use(name: str) -> str:
    """How a text shows the file, or leads to it where it is a document."""
    target = f"<{name}>" if " " in name else name
    return f"[…]({target})" if name.casefold().endswith(".pdf") else f"![…]({target})"
