"""A server of files for this machine alone: nothing outside the folder, no lists of folders, no dotfiles."""

from __future__ import annotations

import mimetypes
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

HOST = "127.0.0.1"
NAMES = frozenset({"127.0.0.1", "localhost", "[::1]"})
PATIENCE = 10  # seconds that a connection may be idle
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

    def __init__(self, folder: Path, base: str, port: int) -> None:
        self.folder, self.base = folder.resolve(), base
        super().__init__((HOST, port), Handler)

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.server_address[1]}{self.base}/"

    def start(self) -> None:
        threading.Thread(target=self.serve_forever, daemon=True).start()


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
        if (self.headers.get("Host") or "").rsplit(":", 1)[0] not in NAMES:
            self.send_error(HTTPStatus.FORBIDDEN)
            return
        path = unquote(urlsplit(self.path).path)
        base = self.server.base
        if path in ("/", base) and base:
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", f"{base}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        file = find(self.server.folder, path.removeprefix(base)) if path.startswith(f"{base}/") else None
        status = HTTPStatus.OK if file else HTTPStatus.NOT_FOUND
        file = file or not_found(self.server.folder, path.removeprefix(base))
        data = file.read_bytes() if file else b""
        self.send_response(status)
        suffix = file.suffix if file else ".html"
        self.send_header("Content-Type", TYPES.get(suffix) or mimetypes.types_map.get(suffix, "application/octet-stream"))
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if body:
            self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Requests are not worth a line each."""


def find(folder: Path, path: str) -> Path | None:
    """The file of the site that `path` names; None for anything outside it, hidden, or not a file."""
    parts = [part for part in path.split("/") if part]
    if "\0" in path or "\\" in path or any(part.startswith(".") or ":" in part for part in parts):
        return None
    file = folder.joinpath(*parts, *(["index.html"] if path.endswith("/") or not parts else []))
    try:
        real = file.resolve()
        return real if real.is_file() and real.is_relative_to(folder) else None
    except OSError:
        return None


def not_found(folder: Path, path: str) -> Path | None:
    """The page that says so in the language of the address."""
    lang = path.lstrip("/").split("/")[0]
    return find(folder, f"/{lang}/404.html") or find(folder, "/404.html")
