"""Addresses of before are printed into files of hosts and name files on the disk: none may break out of either."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import history


def built(root: Path, more: str, lock: str = "") -> tuple[int, str]:
    history.make(root)
    with (root / "site.yaml").open("a", encoding="utf-8") as file:
        file.write(more)
    if lock:
        history.write(root / "urls.lock", lock)
    return history.run(root)


@pytest.mark.parametrize(
    "source",
    [
        '/zh/a"b/',
        "/zh/*",
        "/zh/:any/",
        "/zh/./old/",
        "/zh/%2e%2e/%2e%2e/old/",
        "/zh/..%2f..%2fold/",
        "/zh/a%0ab/",
        "/zh/a%22b/",
        "/zh/a%5cb/",
        "/zh/a<b/",
    ],
)
def test_a_source_that_says_more_than_an_address_is_refused(tmp_path: Path, source: str) -> None:
    status, said = built(tmp_path, f"redirects:\n  '{source}': /zh/stories/s1/\n")
    assert status == 1
    assert "[bad-address]" in said


@pytest.mark.parametrize("part", ['a\\" \\n Redirect / https://evil.example/', "a b", "a\\tb", '\\"'])
def test_a_part_of_a_page_is_no_way_around(tmp_path: Path, part: str) -> None:
    status, said = built(tmp_path, f'redirects:\n  /zh/old/: "/zh/stories/s1/#{part}"\n')
    assert status == 1
    assert "Write it from the language on, beginning with /: /zh/stories/s1/\n" in said


@pytest.mark.parametrize("source", ["/zh/旧/", "/old.html", "/zh/a%20b/", "/zh/Talk:X/", "/zh/~a/(b)/"])
def test_addresses_of_other_programs_are_taken(tmp_path: Path, source: str) -> None:
    status, said = built(tmp_path, f"redirects:\n  '{source}': '/zh/stories/s1/#第1节'\n")
    assert status == 0, said


def test_a_dollar_in_a_target_is_no_place_for_what_was_asked(tmp_path: Path) -> None:
    assert built(tmp_path, "redirects:\n  /zh/old/: https://example.com/$1\n")[0] == 0
    assert '"https://example.com/\\$1"' in (tmp_path / "site/.htaccess").read_text("utf-8")


def test_a_released_address_is_never_written_outside_of_the_site(tmp_path: Path) -> None:
    project = tmp_path / "project"
    status, said = built(project, "gone: [/xx/]\n", "/xx/\n/xx/../../../outside/\n")
    assert status == 1
    assert "[lock-line]" in said
    assert not (tmp_path / "outside").exists()
