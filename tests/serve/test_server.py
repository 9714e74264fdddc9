"""The preview shows one folder to this machine, and nothing else to anybody."""

from __future__ import annotations

import http.client
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from changlai.cli import main
from changlai.serve import Preview
from changlai.serve.connections import CONNECTIONS
from changlai.serve.news import LISTENERS
from tests import history
from tests.serve.hostile import send
from tests.serve.requests import Sent

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
    (site / "config").symlink_to(".git/config")
    (site / "round").symlink_to("round")
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
        "/config",
        "/round",
        "/round/",
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
    except ValueError:
        return  # not even asked
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


def talk(server: Preview, *requests: str) -> list[tuple[int, bytes, dict[str, str]]]:
    """Several requests through one connection."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=10)
    found = []
    for path in requests:
        connection.request("GET", path)
        answer = connection.getresponse()
        found.append((answer.status, answer.read(), dict(answer.getheaders())))
        assert connection.sock, "hung up on"
    connection.close()
    return found


def test_one_connection_carries_many_requests(server: Preview) -> None:
    assert [status for status, *_ in talk(server, "/zh/", "/none", "/assets/site.css", "/zh/")] == [200, 404, 200, 200]


def test_a_browser_asks_again_only_for_what_may_have_changed(server: Preview) -> None:
    (server.folder / "assets/site.0123456789.css").write_text("a{}")
    named, media, page = ask(server, "/assets/site.0123456789.css"), ask(server, "/media/%E7%85%A7%E7%89%87%201.png"), ask(server, "/zh/")
    assert "immutable" in named.headers["Cache-Control"]
    assert media.headers["Cache-Control"] == "no-cache"
    assert page.headers["Cache-Control"] == "no-store" and "ETag" not in page.headers
    mark = media.headers["ETag"]
    again = ask(server, "/media/%E7%85%A7%E7%89%87%201.png", **{"If-None-Match": mark})
    assert (again.status, again.body) == (304, b"")
    (server.folder / "media/照片 1.png").write_text("another")
    assert ask(server, "/media/%E7%85%A7%E7%89%87%201.png", **{"If-None-Match": mark}).body == b"another"


def test_pages_and_nothing_else_are_sent_with_our_script(server: Preview) -> None:
    for path in ("/zh/", "/ko/nowhere/"):
        body = ask(server, path).body.decode()
        url = body.partition('<script src="')[2].partition('"')[0]
        assert f'data-generation="{server.news.generation}"' in body
        assert b"EventSource" in ask(server, url).body
    assert b"<script" not in ask(server, "/zh/feed.xml").body + ask(server, "/assets/site.css").body
    assert b"<script" not in b"".join(path.read_bytes() for path in server.folder.rglob("*") if path.is_file()), "the site itself has none"


def test_a_body_is_never_taken_for_the_next_request(server: Preview) -> None:
    inner = b"GET /zh/ HTTP/1.1\r\nHost: localhost\r\n\r\n"
    outer = b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n" % len(inner)
    got = send(("127.0.0.1", server.server_address[1]), Sent(outer + inner))
    assert got.count(b"HTTP/1.1 ") <= 1


def test_a_site_that_moves_to_another_folder_takes_its_readers_along(tmp_path: Path) -> None:
    for server in preview(tmp_path, "/a/b"):
        server.move("/c")
        assert ask(server, "/c/zh/").body.startswith(b"home")
        assert ask(server, "/a/b/zh/").headers["Location"] == "/c/"
        server.move("")
        assert ask(server, "/zh/").body.startswith(b"home")
        assert ask(server, "/c/zh/").headers["Location"] == "/"
        assert ask(server, "/none/").status == 404
        server.move("/a/b")
        assert ask(server, "/a/b/zh/").body.startswith(b"home")


def test_who_says_nothing_makes_room(server: Preview) -> None:
    address = ("127.0.0.1", server.server_address[1])
    held = [socket.create_connection(address, 10) for _ in range(CONNECTIONS + 20)]
    assert ask(server, "/zh/").status == 200
    for connection in held:
        connection.close()


def test_listeners_are_told_and_are_not_without_number(server: Preview) -> None:
    address = ("127.0.0.1", server.server_address[1])
    held = []
    for _ in range(LISTENERS + 1):
        held.append(socket.create_connection(address, 10))
        held[-1].sendall(b"GET /-/changlai/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        first = held[-1].recv(12)
    assert first == b"HTTP/1.1 503"
    server.news.publish([], "", ["/x.css"], True)
    until = b""
    while b"/x.css" not in until:
        until += held[0].recv(65536)
    for connection in held:
        connection.close()


@pytest.mark.parametrize(("lang", "words"), [("zh", "已被占用"), ("en", "Another program has port")])
def test_a_port_that_is_taken_is_told_with_another(tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str, words: str) -> None:
    history.make(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["serve", "--project", str(tmp_path), "--port", str(port), "--lang", lang]) == 1
    said = capsys.readouterr()
    assert words in said.out + said.err and f"--port {port + 1}" in said.out + said.err
