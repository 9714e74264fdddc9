"""`withdraw` leaves a file that the next build reads, however the writer wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import history
from tests.conftest import Run

FILES = {
    "cities/a": {
        "flow": "{name: {zh: 甲, en: A}, tie: exchange}\n",
        "said-otherwise": "name: {zh: 甲, en: A}\nwithdrawn: false  # not yet\ntie: exchange\n",
        "no-line-end": "name: {zh: 甲, en: A}\r\ntie: exchange",
    },
    "stories/a": {
        "rule-in-a-block": "---\ntitle: 甲\nsummary: |\n  一\n  ---\n  二\ndate: 2024-01-01\n---\n字\n",
        "said-otherwise": "---\ntitle: 甲\nwithdrawn: false\ndate: 2024-01-01\n---\nwithdrawn: no field\n",
        "bom": "\ufeff---\r\ntitle: 甲\r\ndate: 2024-01-01\r\n---\r\n字\r\n",
        "no-text": "---\ntitle: 甲\ndate: 2024-01-01\n---",
    },
}


@pytest.mark.parametrize(("entry", "text"), [(entry, text) for entry, texts in FILES.items() for text in texts.values()])
def test_what_is_withdrawn_builds(tmp_path: Path, changlai: Run, entry: str, text: str) -> None:
    history.make(tmp_path)
    file = "profile.yaml" if entry.startswith("cities") else "index.zh.md"
    history.write(tmp_path / "content" / entry / file, text)
    assert changlai("withdraw", entry, "--project", tmp_path).returncode == 0
    status, said = history.run(tmp_path)
    assert status == 0, said
    assert f"/zh/{entry}/" not in (tmp_path / "site/sitemap.xml").read_text("utf-8")
