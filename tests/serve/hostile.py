"""Requests that mean harm, and a reader who wants a page meanwhile: python -m tests.serve.hostile [--requests 5000] [--seed 1]

Serves a small site with secrets all around it: beside, above, hidden inside, behind links. Prints what each class of request came back
with; ends with 1 where a secret came out, where anything but the site was shown, or where the reader was kept waiting.
"""

from __future__ import annotations

import argparse
import random
import socket
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from changlai.serve import Preview
from tests.serve.requests import BASE, KINDS, Sent

SECRET = b"CANARY-7f3a what no preview may show"
PATIENCE = 3.0
SLOW = 200  # connections that stay open and say little: more than there are places
READER = 1.0  # seconds within which somebody who means no harm is answered
SHOWN = ("/", "/index.html", "/zh/", "/zh/stories/a/", "/assets/site.css")


def site(folder: Path) -> Path:
    """A site with canaries around it."""
    root = folder / "outer/site"
    for name, text in {
        "index.html": "<html>root</html>",
        "404.html": "<html>404</html>",
        "zh/index.html": "<html>home</html>",
        "zh/404.html": "<html>404</html>",
        "zh/stories/a/index.html": "<html>story</html>",
        "assets/site.css": "a{}",
    }.items():
        put(root / name, text.encode())
    for name in (".env", ".git/config", "zh/.hidden/index.html", "zh/.htpasswd"):
        put(root / name, SECRET)
    for place in (folder, folder / "outer", folder / "outer/site.bak", folder / "outer/site2"):
        put(place / "secret.txt", SECRET)
        put(place / "index.html", SECRET)
    (root / "link.txt").symlink_to(folder / "secret.txt")
    (root / "linked").symlink_to(folder)
    (root / "zh/up").symlink_to("../..")
    (root / "zh/round").symlink_to("round")
    (root / "zh/hid").symlink_to(".hidden")
    return root


def put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


REFUSED = {"traversal", "hidden", "absolute", "foreign_host", "foreign_origin", "odd_methods"}  # of which none may be given a page


def send(address: tuple[str, int], sent: Sent) -> bytes:
    """All that comes back."""
    got = b""
    with suppress(OSError), socket.create_connection(address, PATIENCE) as connection:
        size = len(sent.data) // sent.pieces + 1
        for start in range(0, len(sent.data), size):
            connection.sendall(sent.data[start : start + size])
            if sent.pieces > 1:
                time.sleep(0.01)
        if sent.half_closed:
            connection.shutdown(socket.SHUT_WR)
        connection.settimeout(PATIENCE / 6)
        while data := connection.recv(65536):
            got += data
    return got


def statuses(got: bytes) -> list[str]:
    found = [part[:3].decode("ascii", "replace") for part in got.split(b"HTTP/1.1 ")[1:]]
    return found or ["hung up" if not got else "no head"]


class Reader(threading.Thread):
    """Somebody who means no harm: a new connection each time, as a browser makes them."""

    def __init__(self, address: tuple[str, int]) -> None:
        super().__init__(daemon=True)
        self.address, self.over = address, False
        self.times: list[float] = []
        self.failures = 0

    def run(self) -> None:
        for path in self.paths():
            began = time.monotonic()
            request = f"GET {BASE}{path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode()
            self.failures += not send(self.address, Sent(request)).startswith(b"HTTP/1.1 200")
            self.times.append(time.monotonic() - began)
            time.sleep(0.02)

    def paths(self) -> Iterator[str]:
        while not self.over:
            yield from SHOWN


class Report(NamedTuple):
    came_back: dict[str, Counter[str]]
    leaked: list[bytes]
    shown: list[bytes]  # a page for a request that deserved none
    reader: Reader

    def good(self) -> bool:
        return not (self.leaked or self.shown or self.reader.failures) and max(self.reader.times) < READER

    def table(self) -> str:
        rows = [
            f"{name:16} {sum(counts.values()):6}  " + ", ".join(f"{status} × {count}" for status, count in sorted(counts.items()))
            for name, counts in sorted(self.came_back.items())
        ]
        times = sorted(self.reader.times)
        return "\n".join(
            [
                *rows,
                f"leaked: {len(self.leaked)}; shown though not to be: {len(self.shown)}",
                f"a reader meanwhile, beside {SLOW} connections that say little: {len(times)} requests, {self.reader.failures} failed, "
                f"median {1000 * times[len(times) // 2]:.0f} ms, slowest {1000 * times[-1]:.0f} ms",
            ]
        )


def idle(address: tuple[str, int], over: threading.Event) -> None:
    """Connections that are opened and say nothing, a letter now and then, or ask and do not listen."""
    held: list[socket.socket] = []
    while not over.wait(0.05):
        with suppress(OSError):
            held.append(socket.create_connection(address, PATIENCE))
            held[-1].sendall([b"", b"GET", f"GET {BASE}/zh/ HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()][len(held) % 3])
        for connection in held:
            with suppress(OSError):
                connection.send(b"x")
        for connection in held[:-SLOW]:
            connection.close()
        held = held[-SLOW:]
    for connection in held:
        connection.close()


def attack(requests: int, seed: int, workers: int = 8) -> Report:
    with tempfile.TemporaryDirectory() as name:
        root = site(Path(name))
        server = Preview(root, BASE, 0)
        server.start()
        address, over = ("127.0.0.1", server.server_address[1]), threading.Event()
        report = Report(defaultdict(Counter), [], [], Reader(address))
        lock = threading.Lock()

        def work(first: int) -> None:
            for number in range(first, requests, workers):
                chance = random.Random(f"{seed}/{number}")
                kind = KINDS[number % len(KINDS)]
                sent = kind(chance, root)
                got = send(address, sent)
                with lock:
                    found = statuses(got)
                    report.came_back[kind.__name__][found[0]] += 1
                    if SECRET in got or b"root:" in got:
                        report.leaked.append(sent.data)
                    if kind.__name__ in REFUSED and "200" in found:
                        report.shown.append(sent.data)

        threads = [threading.Thread(target=work, args=(first,)) for first in range(workers)]
        waiting = threading.Thread(target=idle, args=(address, over))
        for thread in (waiting, report.reader, *threads):
            thread.start()
        for thread in threads:
            thread.join()
        over.set()
        report.reader.over = True
        waiting.join()
        report.reader.join()
        server.shutdown()
        server.server_close()
        return report


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    report = attack(args.requests, args.seed)
    sys.stdout.write(report.table() + "\n" + "".join(f"{data[:300]!r}\n" for data in [*report.leaked, *report.shown][:20]))
    sys.exit(not report.good())
