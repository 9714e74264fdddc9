"""Killed at some of its steps, or failed by its disk, a build leaves whole files. `python -m tests.crash` tries every step."""

from __future__ import annotations

import pytest

from tests.crash import FAULTS, SCENES, Scene, trials

EVERY = 17


@pytest.mark.parametrize("scene", SCENES, ids=[scene.name for scene in SCENES])
def test_whatever_ends_a_build_the_next_one_is_clean(scene: Scene) -> None:
    tried = list(trials(EVERY, (scene,)))
    assert sum(points for _, points, _ in tried) > 4 * len(FAULTS)
    assert [text for _, _, wrong in tried for text in wrong] == []
