"""Whether everything still stands as it did: the quick answer, for the command that is typed all day.

A build that wrote all it should remembers the path of each file and folder that it depends on or left. Where each of them stands as it
did, none was added either: a folder's own times tell when a name came or went. So no folder need be read, and where the very same
command was typed, nothing of it thought about: what was said then is said again. Where anything looks otherwise, `unchanged` decides.

This runs before all else and is most of what such a run does. It imports next to nothing, and no module of the house.
"""

from __future__ import annotations

import marshal
import os
import sys
import time
from hashlib import blake2b

TYPE_CHECKING = False  # the module `typing` costs as much as a thousand files
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

State = tuple[int, int, int, int]  # size, time, ctime, inode

MEMORY = ".changlai"
WORDS = ("LC_ALL", "LC_MESSAGES", "LANG")  # what decides the language beside the command
SIZE = 16  # bytes of a digest
TICK = 100_000_000  # nanoseconds; clocks of systems go forward by a few milliseconds at a time
COARSE = 2_000_000_000  # the same of the coarsest disk still in use
GRAIN = 10_000_000  # times of a coarse disk are multiples of this; of one in ten million files of any other


def digest(data: bytes) -> str:
    return blake2b(data, digest_size=SIZE).hexdigest()


def state(found: os.stat_result) -> State:
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def young(found: State, moment: int) -> bool:
    """Whether what is changed at `moment`, or later, may have the times that were found. Then they say nothing."""
    _, written, changed, _ = found
    if written < moment - COARSE and changed < moment - COARSE:
        return False  # as nearly all are
    return any(at >= moment - (TICK if at % GRAIN else COARSE) for at in (written, changed))


def vouches(found: State, moment: int) -> bool:
    """Whether the state of a folder tells of each name that comes and goes after `moment`. Coarse disks may keep no such time, and
    on Windows anybody can set it back."""
    return os.name != "nt" and bool(found[1] % GRAIN) and not young(found, moment)


# ---- the record: a digest of all that follows; what `unchanged` and the same command are told; where to look, and what was seen there


def place(folder: str, output: str) -> str:
    """One record for each output folder."""
    return os.path.join(folder, MEMORY, f"last-{digest(os.fsencode(output))}")


def load(path: str) -> list[bytes]:
    """The fields of a record. ValueError where they are not as they were written."""
    with open(path, "rb") as file:
        check, _, data = file.read().partition(b"\0")
    if check != digest(data).encode():
        raise ValueError(path)
    return data.split(b"\0")


def asked(argv: Sequence[str], environ: Mapping[str, str]) -> bytes:
    """What was typed, where, and in which language it is answered."""
    return digest(repr([list(argv), os.getcwd(), [environ.get(name) for name in WORDS]]).encode("utf-8", "surrogateescape")).encode()


def again(argv: Sequence[str], environ: Mapping[str, str]) -> tuple[str, int] | None:
    """What the last build in this folder said, and its status, where the same command would find everything as it was."""
    if environ.get("CI"):
        return None  # there every file is read
    try:
        here = os.getcwd()
        _, command, text, terms, *sight = load(place(here, os.path.join(here, "site")))
        status, since, until = map(int, terms.split())
        if command == asked(argv, environ) and since <= time.time() < until and all(map(stands, parted(sight))):
            return text.decode(), status
    except (OSError, ValueError):
        pass
    return None


# ---- what was seen: of the inputs, then of what was left


def joined(inputs: Sequence[bytes], left: Sequence[bytes]) -> list[bytes]:
    return [str(len(inputs)).encode(), *inputs, *left]


def parted(sight: Sequence[bytes]) -> tuple[Sequence[bytes], Sequence[bytes]]:
    end = int(sight[0]) + 1
    return sight[1:end], sight[end:]


def written(paths: Sequence[str], states: list[State], odd: Sequence[Sequence[str]], values: Sequence[Any]) -> list[bytes]:
    """The fields of a record for `paths` that had `states`, and for those of which a state does not tell everything. The machine
    is the first of `values`."""
    half = len(paths) // 2
    seen = [whole(states[:half]), whole(states[half:]), peculiar(values)]
    numbers = " ".join(str(len(group)) for group in odd)
    return [numbers.encode(), *(part.encode() for part in seen), *(os.fsencode(path) for group in (*odd, paths) for path in group)]


def stands(sight: Sequence[bytes]) -> bool:
    """Whether everything is as it was written; OSError where something is not there any more."""
    numbers, first, second, rest, *paths = sight
    groups = []
    for number in map(int, numbers.split()):
        groups.append(paths[:number])
        paths = paths[number:]
    links, folders, files, absent = groups
    values = [
        machine(),
        [target(path) for path in links],
        [names(path) for path in folders],
        [contents(path) for path in files],
        [os.path.lexists(path) for path in absent],
    ]
    return peculiar(values).encode() == rest and looked(paths) == [first, second]


def looked(paths: Sequence[bytes]) -> list[bytes]:
    """The digests of both halves of `paths` as they stand: on two processors, where a child can be had for less than it saves."""
    half = len(paths) // 2
    if sys.platform != "linux" or "threading" in sys.modules or len(os.sched_getaffinity(0)) < 2:
        return [look(paths[:half]), look(paths[half:])]
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.write(theirs, look(paths[half:]))
        finally:
            os._exit(0)  # nothing of the parent's is ended, written out or told by its child
    os.close(theirs)
    try:
        return [look(paths[:half]), os.read(ours, 2 * SIZE)]
    finally:
        os.close(ours)
        os.waitpid(child, 0)


def look(paths: Iterable[bytes]) -> bytes:
    return whole([state(found) for found in map(os.lstat, paths)]).encode()


def whole(states: list[State]) -> str:
    return digest(marshal.dumps(states, 2))  # the fastest way to bytes; nothing is ever loaded from them


def peculiar(values: Sequence[Any]) -> str:
    return digest(repr(list(values)).encode("utf-8", "surrogateescape"))


def machine() -> list[Any]:
    """Python and its libraries, whose folders change when one is installed."""
    return [sys.version, *((path, os.stat(path).st_mtime_ns) for path in sys.path if os.path.isdir(path))]


def target(path: bytes | str) -> State | None:
    """How that stands to which a link leads."""
    try:
        return state(os.stat(path))
    except OSError:
        return None


def names(path: bytes | str) -> list[str]:
    return sorted(os.fsdecode(name) for name in os.listdir(path))


def contents(path: bytes | str) -> str:
    if not os.path.isfile(path):
        return "!"  # to read a pipe is to wait for ever
    try:
        with open(path, "rb") as file:
            return digest(file.read())
    except OSError:
        return "!"
