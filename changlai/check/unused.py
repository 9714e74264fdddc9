"""Files beside entries that no page shows: kept, but not published."""

from changlai.model import Place, Plan
from changlai.problems import Problem, problem


def check(plan: Plan) -> list[Problem]:
    return [problem("file-unused", Place(path), name=path.rpartition("/")[2]) for path in plan.unused]
