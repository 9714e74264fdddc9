"""Other machines as executor: a Dask scheduler hands out the pieces, and its workers run this very program. Loaded only when asked for."""

from __future__ import annotations

import logging
import platform
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from functools import cache
from importlib.metadata import version
from threading import Lock
from typing import TypeVar

from distributed import Client, Future, KilledWorker
from distributed.comm.core import CommClosedError

from changlai.executor import AHEAD, PIECE, WORTH
from changlai.model import Place
from changlai.problems import Stopped, problem
from changlai.store import program

T = TypeVar("T")
R = TypeVar("R")

LIBRARIES = ("babel", "jinja2", "markdown-it-py", "mdit-py-plugins", "dask", "distributed")
PATIENCE = 10  # seconds in which a scheduler has to answer

one_at_a_time = Lock()  # a worker may have threads; what it works with was made for one


@cache
def connect(address: str) -> Cluster:
    """The cluster at `dask://host:port`. Raises Stopped where it cannot be used."""
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what goes wrong is told once, in the user's language
    try:
        # Without a scheme: Dask's own settings say whether it is TLS.
        client = Client(address.removeprefix("dask://"), timeout=PATIENCE, set_as_default=False)
        return Cluster(address, client)
    except (OSError, ValueError) as fault:
        raise stopped("cluster-unreachable", address=address, reason=fault) from None


def stopped(code: str, **params: object) -> Stopped:
    return Stopped(problem(code, Place("--executor"), **params))


class Cluster:
    """Workers that hold the same program and the same libraries as this machine."""

    shared = False

    def __init__(self, address: str, client: Client) -> None:
        self.address, self.client = address, client
        self.workers()
        for worker, theirs in sorted(client.run(identity, on_error="return").items()):
            compare(identity(), theirs, worker)

    def map(self, work: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
        return self.results(work, items) if len(items) >= WORTH else map(work, items)

    def results(self, work: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
        running: deque[Future[list[R]]] = deque()
        try:
            tool = self.client.scatter([work], broadcast=True, hash=False)[0]  # once to each worker, not with every piece
            for first in range(0, len(items), PIECE):
                running.append(self.client.submit(carry_out, identity(), tool, items[first : first + PIECE], pure=False))
                if len(running) > AHEAD * self.workers():
                    yield from running.popleft().result()
            while running:
                yield from running.popleft().result()
        except (KilledWorker, CancelledError, CommClosedError) as fault:
            raise stopped("cluster-lost", address=self.address, reason=fault) from None
        finally:
            self.client.cancel([*running])

    def workers(self) -> int:
        """How many there are; without any, a cluster would let us wait for ever."""
        found = len(self.client.nthreads())
        if not found:
            raise stopped("cluster-idle", address=self.address)
        return found


@cache
def identity() -> dict[str, str]:
    """What shapes the bytes that a machine makes."""
    return {"changlai": program()[:12], "Python": platform.python_version(), **{name: version(name) for name in LIBRARIES}}


def compare(ours: dict[str, str], theirs: dict[str, str] | Exception, worker: str) -> None:
    if isinstance(theirs, Exception):  # nothing of ours can be loaded there
        raise stopped("cluster-differs", worker=worker, theirs=theirs, ours=f"changlai {ours['changlai']}")
    apart = [name for name in ours if theirs.get(name) != ours[name]]
    if apart:
        raise stopped("cluster-differs", worker=worker, theirs=listed(theirs, apart), ours=listed(ours, apart))


def listed(versions: dict[str, str], names: Sequence[str]) -> str:
    return ", ".join(f"{name} {versions.get(name, '–')}" for name in names)


def carry_out(ours: dict[str, str], work: Callable[[T], R], items: Sequence[T]) -> list[R]:
    """On a worker; one that came late is looked at now."""
    compare(ours, identity(), platform.node())
    with one_at_a_time:
        return [work(item) for item in items]
