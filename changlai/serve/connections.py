"""A server of threads that nobody can keep busy: who says nothing, or is slow, makes room for whoever comes next."""

from __future__ import annotations

import io
import math
import socket
import sys
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import Any

HOST = "127.0.0.1"
CONNECTIONS = 128  # at once; a browser opens six
PATIENCE = 10.0  # seconds in which a request must have come and its answer have gone
HEAD = 64 * 1024  # bytes that the head of a request may have


class Connections(ThreadingHTTPServer):
    """Listens on loopback. With all places taken, the connection that has kept us waiting longest is closed."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = CONNECTIONS
    allow_reuse_address = sys.platform != "win32"  # there it would let two programs have one port

    def __init__(self, port: int, handler: type[BaseHTTPRequestHandler]) -> None:
        self._lock = threading.Lock()
        self._since: dict[socket.socket, float] = {}
        super().__init__((HOST, port), handler)

    def server_bind(self) -> None:
        # Not as HTTPServer does, which asks the network for the name of this machine, and may wait for the answer.
        TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]

    def process_request(self, request: Any, client_address: Any) -> None:
        with self._lock:
            if len(self._since) >= CONNECTIONS:
                oldest = min(self._since, key=self._since.__getitem__)
                hang_up(oldest)
                del self._since[oldest]
            self._since[request] = time.monotonic()
        super().process_request(request, client_address)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        try:
            super().process_request_thread(request, client_address)
        finally:
            with self._lock:
                self._since.pop(request, None)

    def begin(self, request: socket.socket, lasting: bool = False) -> None:
        """The patience with a connection begins anew; with one that is meant to last it has no end."""
        with self._lock:
            if request in self._since:
                self._since[request] = math.inf if lasting else time.monotonic()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away in the middle of an answer is no news."""


class Patient(io.RawIOBase):
    """What a client sends, within the time and the size that one request may have."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self.begin()

    def begin(self) -> None:
        """The next request begins."""
        self._until, self._left = time.monotonic() + PATIENCE, HEAD

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        rest = self._until - time.monotonic()
        if rest <= 0 or self._left <= 0:
            raise TimeoutError
        self._connection.settimeout(rest)
        count = self._connection.recv_into(buffer)
        self._connection.settimeout(PATIENCE)
        self._left -= count
        return count


def hang_up(connection: socket.socket) -> None:
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
