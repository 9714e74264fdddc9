"""The preview shows one folder to this machine, and nothing else to anybody."""

from __future__ import annotations

import http.client
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from changlai.serve import Preview

SECRET = b"what no preview may show"


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


def preview(tmp_path: Path, base: str) -> Iterator[Preview]:
    site = tmp_path / "site"
    for name, text in {
        "index.html": "root",
        "404.html": "<html lang=zh>root 404",
        "zh/index.html": "home",
        "zh/404.html": "<html lang=zh>没有",
        "ko/404.html": "<html lang=ko>없음",
        "zh/stories/a/index.html": "story",
        "zh/feed.xml": "<feed/>",
        "assets/site.css": "a{}",
        "media/照片 1.png": "png",
        ".htaccess": "hidden",
        ".git/config": "hidden",
    }.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, "utf-8")
    (tmp_path / "secret.txt").write_bytes(SECRET)
    (site / "link.txt").symlink_to(tmp_path / "secret.txt")
    (site / "linked").symlink_to(tmp_path)
    server = Preview(site, base, 0)
    server.start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    yield from preview(tmp_path_factory.mktemp("root"), "")


@pytest.fixture(scope="module")
def deep(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    yield from preview(tmp_path_factory.mktemp("deep"), "/a/b")


def ask(server: Preview, path: str, method: str = "GET", **headers: str) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=10)
    try:
        connection.putrequest(method, path, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        return Answer(answer.status, dict(answer.getheaders()), answer.read())
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("path", "body", "kind"),
    [
        ("/", b"root", "text/html; charset=utf-8"),
        ("/index.html", b"root", "text/html; charset=utf-8"),
        ("/zh/stories/a/", b"story", "text/html; charset=utf-8"),
        ("/zh/stories/a/?q=1", b"story", "text/html; charset=utf-8"),
        ("/zh/feed.xml", b"<feed/>", "xml"),
        ("/assets/site.css", b"a{}", "text/css; charset=utf-8"),
        ("/media/%E7%85%A7%E7%89%87%201.png", b"png", "image/png"),
    ],
)
def test_files_are_shown_with_their_type(server: Preview, path: str, body: bytes, kind: str) -> None:
    answer = ask(server, path)
    assert answer.status == 200
    assert answer.body.startswith(body)
    assert kind in answer.headers["Content-Type"]
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/zh/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2E%2E%2Fsecret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "/..\\secret.txt",
        "/%252e%252e/secret.txt",
        "//secret.txt",
        "/./../secret.txt",
        "/zh/%2e%2e/%2e%2e/secret.txt",
        "/%00/secret.txt",
        "/secret.txt%00.html",
        "/C:/secret.txt",
        "/link.txt",
        "/linked/secret.txt",
        "/.htaccess",
        "/.git/config",
        "/zh/.%2e/.git/config",
        "/" + "a" * 5000,
        "/" + "a/" * 500,
        "//[",
        "http://[/",
        "/zh",
        "/zh/stories/",
        "/media/",
    ],
)
def test_nothing_else_is_shown_however_it_is_spelt(server: Preview, path: str) -> None:
    try:
        answer = ask(server, path)
    except (http.client.HTTPException, OSError, ValueError):
        return  # hung up on
    assert answer.status in (400, 404)
    assert SECRET not in answer.body and b"hidden" not in answer.body


def test_what_is_not_there_is_said_in_the_language_of_the_address(server: Preview) -> None:
    assert "없음".encode() in ask(server, "/ko/nowhere/").body
    assert "没有".encode() in ask(server, "/zh/stories/none/").body
    assert b"root 404" in ask(server, "/fr/x/").body
    assert ask(server, "/ko/nowhere/").status == 404


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8000", 200),
        ("localhost:8000", 200),
        ("localhost", 200),
        ("[::1]:8000", 200),
        ("example.org", 403),
        ("localhost.example.org", 403),
        ("127.0.0.1.example.org:8000", 403),
        ("192.168.1.2:8000", 403),
        ("", 403),
    ],
)
def test_only_this_machine_may_be_named(server: Preview, host: str, status: int) -> None:
    assert ask(server, "/", Host=host).status == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "http://localhost:8000"}, 200),
        ({"Origin": "http://localhost:3000"}, 403),
        ({"Origin": "https://localhost:8000"}, 403),
        ({"Origin": "https://example.org"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "no-cors"}, 200),
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}, 200),
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}, 403),
    ],
)
def test_a_page_from_elsewhere_may_not_read(server: Preview, headers: dict[str, str], status: int) -> None:
    assert ask(server, "/", Host="localhost:8000", **headers).status == status


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_nothing_can_be_done_but_reading(server: Preview, method: str) -> None:
    assert ask(server, "/", method).status in (403, 405, 501)


def test_a_head_has_no_body(server: Preview) -> None:
    answer = ask(server, "/zh/", "HEAD")
    assert (answer.status, answer.body) == (200, b"")
    assert int(answer.headers["Content-Length"]) > 0


def test_only_loopback_is_listened_on(server: Preview) -> None:
    assert server.socket.getsockname()[0] == "127.0.0.1"
    assert server.socket.family == socket.AF_INET


def test_a_site_in_a_folder_of_its_host_is_shown_there(deep: Preview) -> None:
    assert ask(deep, "/a/b/zh/").body.startswith(b"home")
    for path in ("/", "/a/b"):
        answer = ask(deep, path)
        assert (answer.status, answer.headers["Location"]) == (302, "/a/b/")
    for path in ("/zh/", "/a/", "/a/bzh/", "/a/b/../../secret.txt"):
        answer = ask(deep, path)
        assert answer.status == 404
    assert deep.url.endswith("/a/b/")
