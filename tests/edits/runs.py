"""Builds that are called otherwise, or do not come to their end."""

from __future__ import annotations

import os
import signal
import sys
import time

from tests.edits.machine import forked, given
from tests.edits.world import World, edit


@edit(3)
def another_address(world: World) -> None:
    world.run.base_url = world.random.choice(["", "", "https://mirror.example/x/"])


@edit(3)
def drafts_shown(world: World) -> None:
    world.run.drafts = not world.run.drafts


@edit(4)
def another_day(world: World) -> None:
    world.run.today = world.random.choice(["2026-01-02", "2026-01-03", "2026-03-01", "2025-12-30", "2026-01-02"])


@edit(2)
def another_folder(world: World) -> bool | None:
    if world.memory.is_file():
        return False
    world.run.elsewhere = not world.run.elsewhere
    return None


@edit(1)
def another_number_of_processes(world: World) -> None:
    world.run.jobs = 3 - world.run.jobs


@edit(3)
def ci(world: World) -> None:
    world.run.ci = not world.run.ci


@edit(1)
def another_process(world: World) -> None:
    world.fresh = True


@edit(2)
def killed(world: World) -> bool | None:
    """A build that is killed at any moment."""
    if world.run.elsewhere or world.upgraded:
        return False
    child = forked(lambda: given(world, world.root))
    world.doubtful = True
    time.sleep(world.random.random() * world.pace)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return None


@edit(1)
def two_at_once(world: World) -> bool | None:
    if world.upgraded:
        return False
    children = [forked(lambda: given(world, world.root)) for _ in range(2)]
    for child in children:
        os.waitpid(child, 0)
    return None


@edit(2)
def saved_while_it_builds(world: World) -> bool | None:
    path = world.pick(world.editions())
    if path is None or world.upgraded:
        return False
    world.write(path, path.read_text("utf-8") + f"\n先存 {world.random.randrange(99)}。\n")  # else there is nothing to build
    child = forked(lambda: given(world, world.root))
    time.sleep(world.random.random() * world.pace)
    world.write(path, path.read_text("utf-8") + f"\n赶上了 {world.random.randrange(99)}。\n")
    os.waitpid(child, 0)
    return None


assert sys.platform != "win32", "the history forks"
