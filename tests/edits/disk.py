"""What happens to files behind everybody's back: times, copies, outputs, and the memory."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path

from tests.edits.machine import given
from tests.edits.world import ORIGIN, World, edit


@edit(4)
def nothing(world: World) -> None:
    pass


# ---- times


@edit(3)
def touch(world: World) -> None:
    world.random.choice(world.sources()).touch()


@edit(2)
def times_of_everything(world: World) -> None:
    """A checkout, an archive, a wrong clock: all files have one time."""
    when = world.random.choice([0, 631_152_000, 1_700_000_000, 2_145_916_800]) * 1_000_000_000
    for path in world.sources():
        os.utime(path, ns=(when, when))


@edit(5)
def same_size_same_time(world: World) -> bool | None:
    path = world.pick(world.editions("stories", "notes"))
    if path is None:
        return False
    found, data = path.stat(), path.read_bytes()
    other = data.replace("一".encode(), "三".encode()).replace("完。".encode(), "终。".encode())
    if other == data:
        other = data.replace("终。".encode(), "完。".encode()).replace("三".encode(), "一".encode())
    if world.random.random() < 0.5:
        path.unlink()
    path.write_bytes(other)
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))
    return other != data


@edit(3)
def restored_by_a_cache(world: World) -> bool | None:
    """CI lays a file of before in place, with its old time; the disk tells nothing of it. There every file is read."""
    if not world.run.ci or not (path := world.pick(world.editions("stories", "notes"))):
        return False
    found, link, data = path.stat(), path.lstat(), path.read_bytes()
    other = data.replace("完。".encode(), "止。".encode()) if "完。".encode() in data else data.replace("止。".encode(), "完。".encode())
    path.write_bytes(other)
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))
    world.frozen[str(path)] = found if not path.is_symlink() else link
    return other != data


@edit(2)
def coarse_clock(world: World) -> bool | None:
    """Saved, built, and saved again within the same tick of a disk that counts by seconds: it tells nothing of the second time."""
    path = world.pick(world.editions("stories", "notes"))
    if path is None or world.upgraded or path.is_symlink():
        return False
    text = path.read_text("utf-8")
    path.write_text(f"{text}\n同刻甲。\n", "utf-8")
    now = time.time_ns() // 1_000_000_000 * 1_000_000_000
    os.utime(path, ns=(now, now))
    found = path.stat()
    given(world, world.root)
    path.write_text(f"{text}\n同刻乙。\n", "utf-8")
    os.utime(path, ns=(now, now))
    world.frozen[str(path)] = found
    return None


@edit(3)
def older_file_in_place(world: World) -> bool | None:
    path = world.pick(world.editions())
    if path is None:
        return False
    aside = path.with_name(".restored")
    aside.write_bytes(path.read_bytes() + "\n旧文。\n".encode())
    os.utime(aside, ns=(ORIGIN // 2, ORIGIN // 2))
    aside.replace(path)
    return None


@edit(2)
def contents_change_places(world: World) -> bool | None:
    """Two files of the same size and time, each with the other's content."""
    found = world.editions("stories", "notes")
    if len(found) < 2:
        return False
    one, other = world.random.sample(found, 2)
    aside = one.with_name(".aside")
    one.rename(aside)
    other.rename(one)
    aside.rename(other)
    return None


@edit(2)
def fresh_checkout(world: World) -> None:
    """All content is copied anew: other inodes, and times old or new."""
    content, aside = world.root / "content", world.root / "copy"
    shutil.copytree(content, aside, symlinks=True, copy_function=world.random.choice([shutil.copy, shutil.copy2]))
    shutil.rmtree(content)
    aside.rename(content)


# ---- outputs


def outputs(world: World) -> list[Path]:
    return sorted(path for path in world.output.rglob("*") if path.is_file()) if world.output.is_dir() else []


@edit(4)
def spoil_an_output(world: World) -> bool | None:
    path = world.pick(outputs(world))
    if path is None:
        return False
    data, found = path.read_bytes(), path.stat()
    how = world.random.randrange(4)
    if how == 0:
        path.write_bytes(data[: len(data) // 2])
    elif how == 1:
        path.write_bytes(b"spoilt")
    else:
        path.write_bytes(bytes(data[:-1]) + bytes([data[-1] ^ 1]) if data else b"x")
        if how == 3:
            os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))
    return None


@edit(3)
def lose_an_output(world: World) -> bool | None:
    path = world.pick(outputs(world))
    if path is None:
        return False
    path.unlink()
    return None


@edit(2)
def lose_a_folder_of_outputs(world: World) -> bool | None:
    path = world.pick({path.parent for path in outputs(world)})
    if path is None:
        return False
    shutil.rmtree(path)
    return None


@edit(3)
def stray_output(world: World) -> bool | None:
    if world.run.elsewhere or not world.output.is_dir():
        return False
    world.doubtful = True
    name = world.random.choice(["stray.html", "zh/stray.html", "a/b/stray.txt", "zh/index.html.changlai-part", ".hidden"])
    world.write(world.output / name, "stray")
    return None


@edit(2)
def output_of_another_sort(world: World) -> bool | None:
    """A folder or a link where a file was; a file or a link where a folder was."""
    path = world.pick(outputs(world))
    if path is None or world.run.elsewhere:
        return False
    world.doubtful = True
    how = world.random.randrange(4)
    if how == 0:
        path.unlink()
        path.mkdir()
        world.write(path / "x", "x")
    elif how == 1:
        data = path.read_bytes()
        aside = world.root / f"shared/{world.number()}.html"
        world.write(aside, data)
        path.unlink()
        path.symlink_to(aside)
    elif path.parent != world.output:
        shutil.rmtree(path.parent)
        if how == 2:
            world.write(path.parent, "a file")
        else:
            (world.root / "shared").mkdir(exist_ok=True)
            path.parent.symlink_to(world.root / "shared")
    return None


@edit(1)
def lose_the_output(world: World) -> None:
    shutil.rmtree(world.output, ignore_errors=True)


@edit(1)
def times_of_outputs(world: World) -> None:
    for path in outputs(world):
        os.utime(path, ns=(ORIGIN, ORIGIN))


# ---- the memory. What lies in a folder that the owner chose is ours only as long as the memory says so.


def forget_elsewhere(world: World) -> None:
    world.doubtful = True
    shutil.rmtree(world.root.parent / "elsewhere", ignore_errors=True)


def remembered(world: World) -> list[Path]:
    return sorted(path for path in world.memory.rglob("*") if path.is_file()) if world.memory.is_dir() else []


@edit(2)
def lose_the_memory(world: World) -> None:
    shutil.rmtree(world.memory, ignore_errors=True)
    forget_elsewhere(world)


@edit(3)
def lose_a_part_of_the_memory(world: World) -> bool | None:
    path = world.pick(remembered(world))
    if path is None:
        return False
    path.unlink()
    forget_elsewhere(world)
    return None


@edit(4)
def damage_the_memory(world: World) -> bool | None:
    path = world.pick(remembered(world))
    if path is None:
        return False
    data = bytearray(path.read_bytes())
    for _ in range(world.random.choice([1, 1, 20])):
        if data:
            data[world.random.randrange(len(data))] ^= 1 << world.random.randrange(8)
    torn = bytes(data[: world.random.randrange(len(data) + 1)])
    path.write_bytes(world.random.choice([bytes(data), bytes(data), torn, b"", b"{}", b"[1]", os.urandom(0) + b"\x00" * 200]))
    forget_elsewhere(world)
    return None


@edit(2)
def rewrite_what_is_remembered(world: World) -> bool | None:
    """Lists that are sound as lists, but not as they were written: no page has a warning any more, no build had a problem."""
    path = world.pick(path for path in remembered(world) if path.suffix == ".json" or path.name.startswith("last-"))
    if path is None:
        return False
    data = path.read_bytes()
    with suppress(ValueError, AttributeError, TypeError):
        if path.name.startswith("last-"):
            check, head, *rest = data.split(b"\0")
            held = json.loads(head)
            head = json.dumps({**held, "problems": [], "pages": dict.fromkeys(held["pages"], 7)}, ensure_ascii=False).encode()
            path.write_bytes(b"\0".join([check, head, *rest]))
        else:
            check, _, text = data.partition(b"\n")
            rows = [[name, [[] if isinstance(part, list) else part for part in record]] for name, record in json.loads(text)]
            path.write_bytes(check + b"\n" + json.dumps(rows, ensure_ascii=False).encode())
            shutil.rmtree(world.root.parent / "elsewhere", ignore_errors=True)
    return None


@edit(2)
def flip_a_bit_of_a_remembered_value(world: World) -> bool | None:
    """The database is sound, what it says is not."""
    path = world.memory / "memory.db"
    if not path.is_file():
        return False
    with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as db, db:
        for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            columns = [row[1] for row in db.execute(f'PRAGMA table_info("{table}")') if row[2] == "BLOB"]
            for column in columns:
                for name, value in db.execute(f'SELECT key, "{column}" FROM "{table}" ORDER BY 1').fetchall():
                    if value and world.random.random() < 0.5:
                        place = world.random.randrange(len(value))
                        flipped = value[:place] + bytes([value[place] ^ 1]) + value[place + 1 :]
                        db.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE key = ?', (flipped, name))
    shutil.rmtree(world.output, ignore_errors=True)
    return None


@edit(1)
def memory_of_another_sort(world: World) -> bool | None:
    """A folder where the database was, or a file where all the memory was."""
    if world.memory.is_file():
        return False
    shutil.rmtree(world.memory, ignore_errors=True)
    if world.random.random() < 0.5:
        world.memory.write_bytes(b"no folder")
        world.run.elsewhere = False  # nothing can be known there of whose a folder is
    else:
        (world.memory / "memory.db").mkdir(parents=True)
    forget_elsewhere(world)
    return None


@edit(1)
def mend_the_memory(world: World) -> bool | None:
    if world.memory.is_dir() and not (world.memory / "memory.db").is_dir():
        return False
    shutil.rmtree(world.memory) if world.memory.is_dir() else world.memory.unlink(missing_ok=True)
    forget_elsewhere(world)
    return None


@edit(3)
def keep_for_later(world: World) -> bool | None:
    """What CI puts aside at the end of a run: the memory, or the memory and the site."""
    aside = world.root.parent / "kept"
    shutil.rmtree(aside, ignore_errors=True)
    if not world.memory.is_dir():
        return False
    shutil.copytree(world.memory, aside / ".changlai", symlinks=True)
    if (world.root / "site").is_dir() and not (world.root / "site").is_symlink():
        shutil.copytree(world.root / "site", aside / "site", symlinks=True)
    return None


@edit(4)
def restore_what_was_kept(world: World) -> bool | None:
    """The memory of some builds ago, with the site of then, with that of now, or with none; or the old site alone."""
    aside = world.root.parent / "kept"
    if not aside.is_dir():
        return False
    names = world.random.choice([(".changlai",), (".changlai", "site"), ("site",)])
    for name in names:
        place = world.root / name
        if (aside / name).is_dir():
            shutil.rmtree(place) if place.is_dir() and not place.is_symlink() else place.unlink(missing_ok=True)
            shutil.copytree(aside / name, place, symlinks=True, copy_function=world.random.choice([shutil.copy, shutil.copy2]))
    forget_elsewhere(world)
    return None
