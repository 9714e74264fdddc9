"""A server of files for this machine alone: nothing outside the folder, no lists of folders, no dotfiles."""

from __future__ import annotations

import mimetypes
import queue
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from changlai.serve.news import News

HOST = "127.0.0.1"
NAMES = frozenset({"127.0.0.1", "localhost", "[::1]"})
PATIENCE = 10  # seconds that a connection may be idle
PULSE = 5  # seconds after which a listener is looked after
CONNECTIONS = 64
OWN = "/-/changlai/"  # beside every site: a language code is never a hyphen
SCRIPT = Path(__file__).with_name("reload.js")
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; object-src 'none'"


class Preview(ThreadingHTTPServer):
    """The site in `folder` under the path of `base` (`` or `/a/b`), on loopback."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, folder: Path, base: str, port: int) -> None:
        self.folder, self.base, self.news = folder.resolve(), base, News()
        self.script = SCRIPT.read_bytes()
        self._places = threading.BoundedSemaphore(CONNECTIONS)
        super().__init__((HOST, port), Handler)

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.server_address[1]}{self.base}/"

    def start(self) -> None:
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def process_request(self, request: Any, client_address: Any) -> None:
        # A browser that opens more, or somebody who means harm, waits for nothing: the connection is closed.
        if self._places.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._places.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away in the middle of an answer is no news."""


class Handler(BaseHTTPRequestHandler):
    server: Preview
    timeout = PATIENCE
    server_version = "changlai"
    sys_version = ""

    def do_GET(self) -> None:
        self.answer(body=True)

    def do_HEAD(self) -> None:
        self.answer(body=False)

    def answer(self, body: bool) -> None:
        # A name that an outside page made to point at this machine must not read drafts.
        if not local(self.headers.get("Host")) or not local(self.headers.get("Origin"), absent=True):
            self.send_error(HTTPStatus.FORBIDDEN)
            return
        path, base = unquote(urlsplit(self.path).path), self.server.base
        if path == f"{OWN}events" and body:
            self.tell()
        elif path == f"{OWN}reload.js":
            self.deliver(HTTPStatus.OK, ".js", self.server.script, body)
        elif base and path in ("/", base):
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", f"{base}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self.file(path, body)

    def file(self, path: str, body: bool) -> None:
        folder, base = self.server.folder, self.server.base
        # The news that this page is older than is known before its bytes are read, never after.
        generation = self.server.news.generation
        found = find(folder, path.removeprefix(base)) if path.startswith(f"{base}/") else None
        status = HTTPStatus.OK if found else HTTPStatus.NOT_FOUND
        shown = found or not_found(folder, path.removeprefix(base))
        data = shown.read_bytes() if shown else b"<!doctype html><title>404</title><body></body>"
        suffix = shown.suffix if shown else ".html"
        if suffix == ".html":
            data = data.replace(b"</body>", f'<script src="{OWN}reload.js?g={generation}"></script></body>'.encode(), 1)
        self.deliver(status, suffix, data, body)

    def deliver(self, status: HTTPStatus, suffix: str, data: bytes, body: bool) -> None:
        self.send_response(status)
        self.send_header("Content-Type", TYPES.get(suffix) or mimetypes.types_map.get(suffix, "application/octet-stream"))
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if body:
            self.wfile.write(data)

    def tell(self) -> None:
        """News as server-sent events, for as long as the page is open."""
        listener = self.server.news.listen()
        if listener is None:
            self.send_error(HTTPStatus.SERVICE_UNAVAILABLE)
            return
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        try:
            while True:
                try:
                    self.wfile.write(f"data: {listener.get(timeout=PULSE)}\n\n".encode())
                except queue.Empty:
                    self.wfile.write(b": \n\n")
                self.wfile.flush()
        except OSError:
            pass
        finally:
            self.server.news.leave(listener)

    def log_message(self, format: str, *args: object) -> None:
        """Requests are not worth a line each."""


def local(name: str | None, absent: bool = False) -> bool:
    """Whether a Host or Origin is this machine; `absent` says what a missing one means."""
    if name is None:
        return absent
    host = name.partition("://")[2] or name
    return (host if host.endswith("]") else host.rsplit(":", 1)[0] if ":" in host else host) in NAMES


def find(folder: Path, path: str) -> Path | None:
    """The file of the site that `path` names; None for anything outside it, hidden, or not a file."""
    parts = [part for part in path.split("/") if part]
    if "\0" in path or "\\" in path or any(part.startswith(".") or ":" in part for part in parts):
        return None
    file = folder.joinpath(*parts, *(["index.html"] if path.endswith("/") or not parts else []))
    try:
        real = file.resolve()
        return real if real.is_file() and real.is_relative_to(folder) else None
    except (OSError, ValueError):
        return None


def not_found(folder: Path, path: str) -> Path | None:
    """The page that says so in the language of the address."""
    lang = path.lstrip("/").split("/")[0]
    return find(folder, f"/{lang}/404.html") or find(folder, "/404.html")
