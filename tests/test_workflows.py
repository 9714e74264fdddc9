"""The CI files against the schemas of their makers, and what they promise: check, build, publish, on a push and once a day."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

GITHUB, GITLAB = ROOT / ".github/workflows/site.yml", ROOT / ".gitlab-ci.yml"
SCHEMAS = [("vendor.github-workflows", GITHUB), ("vendor.gitlab-ci", GITLAB)]


def judged(schema: str, path: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


def steps(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load(GITHUB.read_text("utf-8"))["jobs"][name]["steps"]
    return found


def targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize(("schema", "path"), SCHEMAS, ids=["github", "gitlab"])
def test_the_file_follows_its_schema(schema: str, path: Path) -> None:
    done = judged(schema, path)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("schema", "path"), SCHEMAS, ids=["github", "gitlab"])
def test_a_misspelt_key_is_refused(schema: str, path: Path, tmp_path: Path) -> None:
    broken = tmp_path / path.name
    broken.write_text(path.read_text("utf-8").replace("runs-on:", "run-on:").replace("script:", "scripts:"), "utf-8")
    assert judged(schema, broken).returncode == 1


def test_github_runs_on_a_push_and_once_a_day() -> None:
    on = yaml.safe_load(GITHUB.read_text("utf-8"))[True]  # YAML 1.1 reads `on` as true
    assert on["push"]["branches"] == ["main"]
    minute, hour, *rest = on["schedule"][0]["cron"].split()
    assert minute.isdecimal() and hour.isdecimal() and rest == ["*", "*", "*"]


def test_github_checks_then_builds_then_uploads_the_output_folder() -> None:
    wanted = [r"build\.py check", r"build\.py \$", "upload-pages-artifact"]
    said = [str(step.get("run", step.get("uses"))) for step in steps("build")]
    found = [next(n for n, line in enumerate(said) if re.search(pattern, line)) for pattern in wanted]
    assert found == sorted(found)
    assert steps("build")[found[-1]]["with"]["path"] == "site"


def test_the_memory_is_kept_between_runs() -> None:
    cache = next(step for step in steps("build") if step.get("uses", "").startswith("actions/cache@"))
    assert cache["with"]["path"] == ".changlai"
    assert cache["with"]["key"].startswith(cache["with"]["restore-keys"])
    assert yaml.safe_load(GITLAB.read_text("utf-8"))[".site"]["cache"]["paths"] == [".changlai/"]


def test_actions_are_pinned_and_nothing_is_interpolated_into_a_shell() -> None:
    jobs = yaml.safe_load(GITHUB.read_text("utf-8"))["jobs"]
    for step in (step for job in jobs.values() for step in job["steps"]):
        assert "run" in step or re.fullmatch(r"actions/[a-z-]+@v\d+", step["uses"])
        assert "${{" not in step.get("run", "")


def test_publishing_is_for_the_main_branch_alone() -> None:
    publish = yaml.safe_load(GITHUB.read_text("utf-8"))["jobs"]["publish"]
    assert "github.ref == 'refs/heads/main'" in publish["if"] and "build" in publish["needs"]
    assert yaml.safe_load(GITLAB.read_text("utf-8"))["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]


@pytest.mark.parametrize("path", [GITHUB, GITLAB, ROOT / ".ci/run"], ids=["github", "gitlab", "run"])
def test_what_is_called_exists(path: Path) -> None:
    text = path.read_text("utf-8")
    called = set(re.findall(r"^ *(?:- |- run: |exec )make ([a-z-]+)", text, re.MULTILINE))
    assert called <= targets()
    assert all((ROOT / script).exists() for script in re.findall(r"\.ci/[a-z]+", text))
