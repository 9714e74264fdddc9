"""The built site in a folder of a loopback host, and the system's Chromium that visits it."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.audit.site import Site
from tests.conftest import ROOT, Built

LANGUAGES = {"zh": "zh-Hans", "en": "en", "ko": "ko", "ja": "ja"}
Open = Callable[..., Page]


class Visited:
    """The site under the address at which it is served, and what is on it."""

    def __init__(self, built: Built, host: str) -> None:
        self.prefix = urlsplit(built.base_url).path
        self.url = host + self.prefix
        self.site = Site(built.folder, built.base_url)

    def pages(self, lang: str) -> list[str]:
        """Every page for readers in a language."""
        return [page.path for page in self.site.readers() if page.lang == LANGUAGES[lang]]

    def kinds(self, lang: str) -> dict[str, str]:
        """One page of each kind, the longest: home, stories, stories/…, about, 404.html and so on."""
        found: dict[str, str] = {}
        for path in self.pages(lang):
            parts = path.removesuffix("index.html").strip("/").split("/")[1:]
            kind = "/".join([*parts[:1], *("…" for _ in parts[1:])])
            longest = found.get(kind)
            if longest is None or len(self.site.pages[path].source) > len(self.site.pages[longest].source):
                found[kind] = path
        return found

    def address(self, path: str) -> str:
        return self.url + path.removesuffix("index.html")

    def story(self, lang: str, full: bool = True) -> str:
        """The longest story with editions in every language, or one that lacks some."""
        stories = [path for path in self.pages(lang) if path.startswith(f"{lang}/stories/") and self.site.pages[path].real]
        fits = [path for path in stories if (len(self.site.pages[path].alternates) > len(LANGUAGES)) == full and path.count("/") == 3]
        return max(fits, key=lambda path: len(self.site.pages[path].source))


def handler(folder: Path, prefix: str) -> type[SimpleHTTPRequestHandler]:
    """A plain static host that knows nothing outside the site's folder, and sends the content security policy of `_headers`."""
    headers = (folder / "_headers").read_text("utf-8") if (folder / "_headers").exists() else ""
    policy = next((line.partition(":")[2].strip() for line in headers.splitlines() if "Content-Security-Policy:" in line), "")

    class Handler(SimpleHTTPRequestHandler):
        def translate_path(self, path: str) -> str:
            inside = super().translate_path(path.removeprefix(prefix[:-1]))
            return inside if path.startswith(prefix) else str(folder / "outside the site")

        def end_headers(self) -> None:
            if policy:
                self.send_header("Content-Security-Policy", policy)
            super().end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Requests are judged by the browser's own account of them."""

    return Handler


@contextmanager
def served(built: Built) -> Iterator[Visited]:
    made = handler(built.folder, urlsplit(built.base_url).path)
    server = ThreadingHTTPServer(("127.0.0.1", 0), lambda *args: made(*args, directory=str(built.folder)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield Visited(built, f"http://127.0.0.1:{server.server_address[1]}")
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def visited(deep_site: Built) -> Iterator[Visited]:
    with served(deep_site) as site:
        yield site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = subprocess.run(["sh", ".ci/chromium"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stderr
    # Chromium refuses its sandbox to root, which is what containers of CI run as.
    sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found.stdout.strip(), args=[*sandbox, "--disable-dev-shm-usage"])
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser: Browser) -> Iterator[Open]:
    """Opens a page in a context made with the options given, as for `browser.new_context`."""
    contexts: list[BrowserContext] = []

    def open_page(**options: object) -> Page:
        contexts.append(browser.new_context(**options))  # type: ignore[arg-type]
        return contexts[-1].new_page()

    yield open_page
    for context in contexts:
        context.close()
