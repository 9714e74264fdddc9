"""From a save to the fresh page in a real browser: python -m tests.serve.latency [--edits 50]

Edits the body of a story of the real site again and again while Chromium shows it; prints the median, the worst, the first, and where
the time went. A page is fresh with the first frame that is drawn with the new words. The preview is one that was begun again, over the
pages that an earlier one left: so whatever the first save must compile is not there already.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Page, sync_playwright

from tests.serve.running import ROOT, Running, copy_of_the_real_site, running

STORY = "one-garden-two-cities"
# Tells each number that appears in the text, with the time of the frame that shows it.
TELLING = """
let told = -1;
const look = () => {
  const found = document.body && document.body.textContent.match(/第(\\d+)次保存/);
  if (found && Number(found[1]) > told) {
    told = Number(found[1]);
    console.log(`fresh ${told} ${performance.timeOrigin + performance.now()}`);
  }
  requestAnimationFrame(look);
};
if (window === top) look();
"""


class Edit(NamedTuple):
    """Seconds that the disk took for the save; from then to the beginning of the build, to its end, to the fresh page."""

    saving: float
    noticed: float
    built: float
    shown: float

    @property
    def total(self) -> float:
        return self.saving + self.noticed + self.built + self.shown


def edits(site: Running, page: Page, number: int) -> list[Edit]:
    path = site.project / f"content/stories/{STORY}/index.zh.md"
    text, found = path.read_text("utf-8"), []
    page.add_init_script(TELLING)
    page.goto(f"{site.url}zh/stories/{STORY}/")
    time.sleep(1)
    for count in range(number):
        builds = len(site.builds())
        with page.expect_console_message(lambda message, count=count: message.text.startswith(f"fresh {count} "), timeout=20_000) as told:
            saved = time.time()
            path.write_text(f"{text}\n第{count}次保存。\n", "utf-8")
            written = time.time()
        fresh = float(told.value.text.split()[2]) / 1000
        time.sleep(0.15)  # a writer reads before the next save
        build = site.builds()[builds]
        found.append(Edit(written - saved, build.began - written, build.ended - build.began, fresh - build.ended))
    return found


def table(found: list[Edit]) -> str:
    rows = [
        (name, [1000 * getattr(edit, key) for edit in found])
        for name, key in [
            ("the save itself", "saving"),
            ("save to build", "noticed"),
            ("build", "built"),
            ("build to page", "shown"),
            ("save to fresh page", "total"),
        ]
    ]
    lines = [f"{len(found)} edits of a body, milliseconds", f"{'':20} {'median':>7} {'worst':>7} {'first':>7}"]
    return "\n".join([*lines, *(f"{name:20} {median(times):7.0f} {max(times):7.0f} {times[0]:7.0f}" for name, times in rows)])


def measure(number: int) -> list[Edit]:
    chromium = subprocess.run(["sh", ".ci/chromium"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
    sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        project = copy_of_the_real_site(Path(folder))
        with running(project):
            pass
        browser = playwright.chromium.launch(executable_path=chromium, args=[*sandbox, "--disable-dev-shm-usage"])
        with running(project) as site:
            found = edits(site, browser.new_page(), number)
        browser.close()
        return found


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int, default=50)
    sys.stdout.write(table(measure(parser.parse_args().edits)) + "\n")
