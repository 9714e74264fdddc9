"""What translators and their editors do."""

from __future__ import annotations

import importlib
import io
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from tests.edits import site
from tests.edits.world import World, edit

STATUS = "translations/status"
STALE, FALLBACK = ("notice", "notice", "mark", "withdraw"), ("link", "stub", "mirror")


def command(world: World, *words: str) -> bool:
    """One of the commands that write down what a translation was made from; False where it wrote nothing."""
    if world.upgraded or world.frozen:
        return False
    before = records(world)
    main = importlib.import_module("changlai.cli").main
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        main([*words, "--project", str(world.root), "--today", world.run.today, "--lang", "en"])
    return records(world) != before


def records(world: World) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted((world.root / STATUS).rglob("*.yaml"))}


@edit(3)
def adopt(world: World) -> bool:
    """What there is was made from what there is."""
    return command(world, "adopt")


@edit(4)
def accept(world: World) -> bool:
    path = world.pick(path for path in world.editions() if ".zh." not in path.name)
    return path is not None and command(world, "accept", f"{path.parts[-3]}/{path.parts[-2]}", "--to", path.name.split(".")[1])


@edit(6)
def reword_a_source(world: World) -> bool | None:
    """One block of several; its translations stand where they did."""
    sources = world.editions("stories", "notes", "pages", lang="zh")
    path = world.pick(path for path in sources if len(list(path.parent.glob("index.*.md"))) > 1)
    if path is None:
        return False
    head, fence, body = path.read_text("utf-8").rpartition("\n---\n")
    blocks = body.strip("\n").split("\n\n")
    place = world.random.randrange(len(blocks))
    blocks[place] += world.random.choice(["改", "新", "[^n]"])
    note = ["[^n]: 注。"] if "[^n]" in body + blocks[place] and "[^n]:" not in body else []
    world.write(path, head + fence + "\n" + "\n\n".join([*blocks, *note]) + "\n")
    return None


@edit(2)
def date_of_a_record(world: World) -> bool:
    path = world.pick(records(world))
    return path is not None and world.change(path, "^made_from: .*$", f'made_from: "2022-08-0{world.random.randrange(1, 9)}"')


@edit(1)
def lose_a_record(world: World) -> bool | None:
    path = world.pick(records(world))
    if path is None:
        return False
    path.unlink()
    return None


@edit(1)
def break_a_record(world: World) -> bool | None:
    path = world.pick(records(world))
    if path is None:
        return False
    world.write(path, world.random.choice(["", "units: {", path.read_text("utf-8")[:200]]))
    return None


@edit(5)
def what_readers_see_of_translations(world: World) -> None:
    flags = ", ".join(f"{name}: {world.random.choice(('true', 'true', 'false'))}" for name in ("parallel", "machine", "prevails"))
    stories = f"{{page_size: 3, stale: {world.random.choice(STALE)}, fallback: {world.random.choice(FALLBACK)}, {flags}}}"
    notes = f"fallback: {world.random.choice(FALLBACK)}, stale: {world.random.choice(STALE)},"
    kinds = site.SITE["kinds"].replace("{page_size: 3}", stories).replace("fallback: stub,", notes, 1)
    world.set_field(world.root / "site.yaml", "kinds", kinds)


@edit(3)
def how_it_was_translated(world: World) -> bool | None:
    """A machine's translation is let out only where the kind says so."""
    path = world.pick([*world.editions("stories", lang="en"), *world.editions("stories", lang="ko")])
    if path is None:
        return False
    world.set_field(path, "translation", world.random.choice(["human", "machine_edited", "machine", None]))
    return None
