"""Requests that mean harm, by class: each class makes another one of its kind at each call."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

BASE = "/city/waishi"


class Sent(NamedTuple):
    """What is sent, and how: in one piece, or in pieces with pauses; and whether our side is closed behind it."""

    data: bytes
    pieces: int = 1
    half_closed: bool = False


UP = [
    "..",
    "%2e%2e",
    "%2E.",
    ".%2e",
    "%252e%252e",
    "%25252e%25252e",
    "..;",
    "..;x=1",
    "..%00",
    "%c0%ae%c0%ae",
    "%e0%80%ae%e0%80%ae",
    "%u002e%u002e",
    "．．",
    "..%20",
    "...",
    "....",
    "..\\",
    "..%5c",
    "..%255c",
    "%2e%2e%2f",
    "..%2f",
    "..%252f",
    "..%c0%af",
    "..%ef%bc%8f",
]
SEPARATORS = ["/", "//", "/./", "%2f", "%2F", "\\", "%5c", "/;/", "%c0%af"]
AIMS = ["secret.txt", "index.html", "outer/secret.txt", "site2/secret.txt", "site.bak/index.html", "etc/passwd"]
STARTS = ["", "/zh", "/zh/stories/a", "/assets", "/linked", "/zh/up", "/-/changlai", "/none"]
HIDDEN = [
    "/.env",
    "/.git/config",
    "/zh/.hidden/",
    "/zh/.hidden/index.html",
    "/zh/.htpasswd",
    "/%2eenv",
    "/.env/",
    "/.env%20",
    "/.env.",
    "/zh/hid/",
    "/zh/hid/index.html",
    "/.env::$DATA",
    "/.git%2fconfig",
    "/zh/..%2f.env",
    "/link.txt",
    "/linked/secret.txt",
    "/linked/",
    "/zh/up/secret.txt",
    "/zh/up/site2/secret.txt",
    "/zh/up/",
    "/zh/round/",
    "/zh/round/x",
    "/zh/stories/",
    "/assets/",
    "/zh",
    "/assets",
]


def traversal(chance: random.Random, root: Path) -> Sent:
    steps = chance.choice(SEPARATORS).join(chance.choice(UP) for _ in range(chance.randint(1, 8)))
    path = f"{chance.choice(STARTS)}/{steps}{chance.choice(SEPARATORS)}{chance.choice(AIMS)}"
    return get(chance, path + chance.choice(["", "", "%00.html", "?x=1", "#x", ";x", "/", "%20", "."]))


def hidden(chance: random.Random, root: Path) -> Sent:
    return get(chance, chance.choice(HIDDEN) + chance.choice(["", "", "?a=../../secret.txt", "#x"]))


def absolute(chance: random.Random, root: Path) -> Sent:
    secret = str(root.parents[1] / "secret.txt")
    path = chance.choice(
        [
            secret,
            f"/{secret}",
            f"//localhost{secret}",
            f"file://{secret}",
            f"/file:{secret}",
            quote(secret, safe=""),
            f"/C:{secret}",
            f"/c|{secret}",
            "/C:/Windows/win.ini",
            "/C:%5cWindows%5cwin.ini",
            "\\\\host\\share\\x",
            "//host/share/x",
            "/%5c%5chost%5cshare",
            "/\\\\?\\C:\\x",
            "/CON",
            "/NUL",
            "/zh/aux.html",
            "http://127.0.0.1/../secret.txt",
            "http://example.org/",
            "http://[/",
            "*",
            "?",
            "%",
            "/%",
            "/%zz",
            "/%ff%fe",
            "/\u202e",
        ]
    )
    return get(chance, path, prefixed=chance.random() < 0.5)


def foreign_host(chance: random.Random, root: Path) -> Sent:
    host = chance.choice(
        [
            "example.org",
            "127.0.0.1.example.org",
            "localhost.example.org",
            "192.168.1.2:8000",
            "",
            "127.0.0.1@example.org",
            "127.0.0.1:80@example.org",
            "0.0.0.0",
            "[::ffff:127.0.0.1]",
            "127.1",
            "2130706433",
            "localhost:",
            "localhost:x",
            "localhost.",
            "127.0.0.1 example.org",
            "127.0.0.1,example.org",
            "::1",
        ]
    )
    return Sent(f"GET {BASE}/zh/ HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())


def foreign_origin(chance: random.Random, root: Path) -> Sent:
    line = chance.choice(
        [
            "Origin: https://example.org",
            "Origin: null",
            "Origin: http://127.0.0.1.example.org",
            "Origin: http://localhost:1",
            "Origin: file://",
            "Origin:",
            "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors",
            "Sec-Fetch-Site: cross-site",
            "Origin: http://127.0.0.1\r\nOrigin: https://example.org",
            "Host: example.org",
        ]
    )
    path = chance.choice(["/zh/", "/-/changlai/events", "/assets/site.css"])
    prefix = "" if path.startswith("/-/") else BASE
    return Sent(f"GET {prefix}{path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{line}\r\nConnection: close\r\n\r\n".encode())


def odd_methods(chance: random.Random, root: Path) -> Sent:
    method = chance.choice(
        [
            "POST",
            "PUT",
            "DELETE",
            "PATCH",
            "OPTIONS",
            "TRACE",
            "CONNECT",
            "PROPFIND",
            "get",
            "G\0T",
            "GET" * 50,
            "",
            "🙂",
            "__init__",
        ]
    )
    size = chance.choice([0, 5, 70_000])
    return Sent(f"{method} {BASE}/zh/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: {size}\r\n\r\n".encode() + bytes(size))


def old_and_broken(chance: random.Random, root: Path) -> Sent:
    return Sent(
        chance.choice(
            [
                b"GET /\r\n",
                b"GET /\r\n\r\n",
                b"GET\r\n\r\n",
                b"\r\n\r\n\r\n",
                b"GET / HTTP/9.9\r\n\r\n",
                b"GET / HTTP/1.1 x\r\n\r\n",
                b"GET / HTTP/-1.1\r\n\r\n",
                b"GET / HTTP/1.1\n\n",
                b"GET / HTTP/1.1\r\nHost\r\n\r\n",
                b"GET / HTTP/1.1\r\n Host: localhost\r\n\r\n",
                b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
                b"\0" * 500,
                b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                b"GET / HTTP/1.0\r\n\r\n",
                b"GET  /  HTTP/1.1\r\nHost: localhost\r\n\r\n",
                b"GET / HTTP/1.1\r\nHost : localhost\r\n\r\n",
                bytes(chance.randrange(256) for _ in range(chance.randint(1, 300))) + b"\r\n\r\n",
            ]
        )
    )


def huge(chance: random.Random, root: Path) -> Sent:
    long = "a" * chance.choice([8_000, 70_000, 300_000])
    head = f"GET {BASE}/zh/ HTTP/1.1\r\nHost: localhost\r\n"
    return Sent(
        chance.choice(
            [
                f"GET /{long} HTTP/1.1\r\nHost: localhost\r\n\r\n",
                f"GET {BASE}/zh/?{long} HTTP/1.1\r\nHost: localhost\r\n\r\n",
                f"GET {'/a' * 30_000} HTTP/1.1\r\n\r\n",
                f"{head}X: {long}\r\n\r\n",
                head + "".join(f"X{number}: x\r\n" for number in range(chance.choice([90, 101, 5_000]))) + "\r\n",
                head + f"Cookie: {long}\r\n" * 20 + "\r\n",
                f"{head}Content-Length: 99999999999\r\n\r\n{long}",
                f"{head}Transfer-Encoding: chunked\r\n\r\nfffffff\r\n{long}",
                f"{head}Content-Length: -1\r\n\r\n{long}",
                f"{head}Range: bytes={'0-,' * 10_000}\r\n\r\n",
                f"{head}If-None-Match: {long}\r\n\r\n",
                long,
            ]
        ).encode()
    )


def pipelined(chance: random.Random, root: Path) -> Sent:
    one = f"GET {BASE}/zh/ HTTP/1.1\r\nHost: localhost\r\n\r\n"
    inner = f"GET {BASE}/../secret.txt HTTP/1.1\r\nHost: example.org\r\n\r\n"
    return Sent(
        chance.choice(
            [
                one * 20,
                one + inner + one,
                f"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(inner)}\r\n\r\n{inner}",
                f"GET {BASE}/zh/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(inner)}\r\n\r\n{inner}",
                f"GET {BASE}/zh/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{inner}",
                one.replace("\r\n\r\n", "\r\n") * 5,
            ]
        ).encode()
    )


def slow(chance: random.Random, root: Path) -> Sent:
    return Sent(f"GET {BASE}/zh/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode(), pieces=chance.randint(3, 12))


def half_closed(chance: random.Random, root: Path) -> Sent:
    whole = f"GET {BASE}/zh/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode()
    return Sent(whole[: chance.choice([0, 1, 10, len(whole) - 1, len(whole)])], half_closed=True)


def get(chance: random.Random, path: str, prefixed: bool = True) -> Sent:
    prefix = BASE if prefixed and chance.random() < 0.8 else ""
    return Sent(f"GET {prefix}{path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())


Kind = Callable[[random.Random, Path], Sent]
KINDS: list[Kind] = [
    traversal,
    traversal,
    traversal,
    hidden,
    absolute,
    foreign_host,
    foreign_origin,
    odd_methods,
    old_and_broken,
    huge,
    pipelined,
    slow,
    half_closed,
]
