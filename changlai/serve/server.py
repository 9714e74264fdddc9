"""A server of files for this machine alone: nothing outside the folder, no lists of folders, no dotfiles."""

from __future__ import annotations

import io
import queue
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from changlai.serve.connections import HOST, PATIENCE, Connections, Patient
from changlai.serve.files import NAMED_BY_BYTES, find, not_found, path_of, type_of, welcome
from changlai.serve.news import News
from changlai.store import digest

PULSE = 5  # seconds after which a listener is looked after
OWN = "/-/changlai/"  # beside every site: a language code is never a hyphen
SCRIPT = Path(__file__).with_name("reload.js")
POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; object-src 'none'"
NEVER, ASK, FOR_EVER = "no-store", "no-cache", "max-age=31536000, immutable"  # how long a browser may keep what it is sent
NOTHING = b"<!doctype html><title>404</title><body></body>"


class Preview(Connections):
    """The site in `folder` under the path of a base (`` or `/a/b`), on loopback."""

    def __init__(self, folder: Path, base: str, port: int) -> None:
        self.folder, self.base, self.news = folder.resolve(), base, News()
        self.former: set[str] = set()
        self.script = SCRIPT.read_bytes()
        self.script_url = f"{OWN}{digest(self.script)}.js"
        super().__init__(port, Handler)

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.server_address[1]}{self.base}/"

    def start(self) -> None:
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def move(self, base: str) -> None:
        """The site has another base from now on; pages that are open under the former one are led to it."""
        if base != self.base:
            self.former = (self.former | {self.base}) - {base, ""}
            self.base = base


class Handler(BaseHTTPRequestHandler):
    server: Preview
    raw_requestline: bytes
    protocol_version = "HTTP/1.1"
    timeout = PATIENCE
    disable_nagle_algorithm = True
    server_version = "changlai"
    sys_version = ""

    def setup(self) -> None:
        super().setup()
        self.rfile.close()
        self.patient = Patient(self.connection)
        self.rfile = io.BufferedReader(self.patient)

    def handle_one_request(self) -> None:
        self.server.begin(self.connection)
        self.patient.begin()
        super().handle_one_request()

    def parse_request(self) -> bool:
        if len(self.raw_requestline.split()) == 3:
            return super().parse_request()
        self.requestline, self.command, self.request_version = "", "", self.protocol_version  # a language older than headers, or none
        self.send_error(HTTPStatus.BAD_REQUEST)
        return False

    def do_GET(self) -> None:
        self.answer()

    def do_HEAD(self) -> None:
        self.answer()

    def answer(self) -> None:
        if self.headers.get("Content-Length", "0") != "0" or "Transfer-Encoding" in self.headers:
            self.close_connection = True  # what follows is not read, and so must not be taken for the next request
        if not welcome({name.lower(): self.headers.get_all(name, []) for name in set(self.headers)}):
            self.send_error(HTTPStatus.FORBIDDEN)
            return
        path, base = path_of(self.path), self.server.base
        if path is None:
            self.send_error(HTTPStatus.BAD_REQUEST)
        elif path == f"{OWN}events" and self.command == "GET":
            self.tell()
        elif path == self.server.script_url:
            self.deliver(HTTPStatus.OK, ".js", self.server.script, FOR_EVER)
        elif path.startswith(f"{base}/"):
            self.file(path, path.removeprefix(base))
        elif path in ("/", base):
            self.lead(f"{base}/")
        else:
            self.miss(path)

    def file(self, path: str, inside: str) -> None:
        # The news that this page is older than is known before its bytes are read, never after.
        generation = self.server.news.generation
        found = find(self.server.folder, inside)
        data = read(found)
        if found is None or data is None:
            self.miss(inside)
        elif found.suffix == ".html":
            self.deliver(HTTPStatus.OK, ".html", self.with_script(data, generation), NEVER)
        else:
            self.deliver(HTTPStatus.OK, found.suffix, data, FOR_EVER if NAMED_BY_BYTES.fullmatch(path) else ASK)

    def miss(self, path: str) -> None:
        if any(path.startswith(f"{former}/") for former in self.server.former):
            self.lead(f"{self.server.base}/")
            return
        generation = self.server.news.generation
        page = read(not_found(self.server.folder, path)) or NOTHING
        self.deliver(HTTPStatus.NOT_FOUND, ".html", self.with_script(page, generation), NEVER)

    def with_script(self, page: bytes, generation: int) -> bytes:
        before, end, after = page.rpartition(b"</body>")
        script = f'<script src="{self.server.script_url}" data-generation="{generation}"></script>'.encode()
        return before + script + end + after if end else page + script

    def deliver(self, status: HTTPStatus, suffix: str, data: bytes, keep: str) -> None:
        mark = f'"{digest(data)}"'
        if keep != NEVER and mark in self.headers.get("If-None-Match", ""):
            status, data = HTTPStatus.NOT_MODIFIED, b""
        self.send_response(status)
        self.send_header("Content-Type", type_of(suffix))
        self.send_header("Cache-Control", keep)
        if keep != NEVER:
            self.send_header("ETag", mark)
        self.guard(len(data))
        if self.command != "HEAD":
            self.wfile.write(data)

    def lead(self, target: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", target)
        self.guard(0)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """In few words: what was asked for is not repeated."""
        self.close_connection = True
        self.send_response(code)
        self.send_header("Connection", "close")
        self.guard(0)

    def guard(self, length: int | None) -> None:
        """The end of every head. What is shown here is drawn on by no page from elsewhere."""
        if length is not None:
            self.send_header("Content-Length", str(length))
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()

    def tell(self) -> None:
        """News as server-sent events, for as long as the page is open."""
        listener = self.server.news.listen()
        if listener is None:
            self.send_error(HTTPStatus.SERVICE_UNAVAILABLE)
            return
        self.close_connection = True
        self.server.begin(self.connection, lasting=True)
        try:
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", "text/event-stream; charset=utf-8")
            self.send_header("Cache-Control", NEVER)
            self.send_header("Connection", "close")
            self.guard(None)
            while True:
                try:
                    self.wfile.write(f"data: {listener.get(timeout=PULSE)}\n\n".encode())
                except queue.Empty:
                    self.wfile.write(b": \n\n")
        except OSError:
            pass
        finally:
            self.server.news.leave(listener)

    def log_message(self, format: str, *args: object) -> None:
        """Requests are not worth a line each."""


def read(file: Path | None) -> bytes | None:
    """The bytes of a file; None where a build has just taken it away."""
    try:
        return file.read_bytes() if file else None
    except OSError:
        return None
