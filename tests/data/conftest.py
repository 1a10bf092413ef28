"""Fixtures for the tests of the data modules.

No test leaves the machine: addresses other than loopback go to a proxy that
does not exist, UNROLLED_DATA is unset, the cache is a folder of the test.
"""

import os
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from helpers.data import download

REAL_DATA = os.environ.get("UNROLLED_DATA")


def closed_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    """The folder of downloads of this test, not yet made."""
    monkeypatch.delenv("UNROLLED_DATA", raising=False)
    nowhere = f"http://127.0.0.1:{closed_port()}"
    for name in ("HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(name, nowhere)
        monkeypatch.setenv(name.lower(), nowhere)
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.setenv(name, "127.0.0.1")
    folder = tmp_path / "cache"
    monkeypatch.setattr(download, "cache_folder", lambda: folder)
    return folder


@pytest.fixture
def own_folder(tmp_path, monkeypatch):
    """An empty folder that UNROLLED_DATA names."""
    folder = tmp_path / "own"
    folder.mkdir()
    monkeypatch.setenv("UNROLLED_DATA", str(folder))
    return folder


@pytest.fixture
def needs_real_data(monkeypatch):
    """The folder of true files; skips where UNROLLED_DATA names none."""
    if not REAL_DATA:
        pytest.skip("needs the true files: UNROLLED_DATA is not set")
    monkeypatch.setenv("UNROLLED_DATA", REAL_DATA)
    return Path(REAL_DATA)


class Server:
    """A file server on loopback that misbehaves as its addresses ask.

    `server.url(how, name)` is the address of `server.files[name]`, served

    - "well", or "altered" (bytes changed), or "empty";
    - "truncated": half of what the header announces, or "cut": half, with
      no length announced;
    - "silent": no answer, or "stalled": half, and then nothing;
    - "page": a web page instead of the file, or "missing": 404.
    """

    def __init__(self):
        self.files = {}
        self.requests = []
        self.asked = threading.Event()
        self.released = threading.Event()
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                server.requests.append(self.path)
                server.asked.set()
                _, how, name = self.path.split("/")
                server.answer(self, how, server.files[name])

            def log_message(self, *args):
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.thread = threading.Thread(
            target=self.http.serve_forever, args=(0.01,)
        )
        self.thread.start()

    def url(self, how, name):
        port = closed_port() if how == "refused" else self.http.server_port
        return f"http://127.0.0.1:{port}/{how}/{name}"

    def answer(self, handler, how, content):
        length = len(content)
        if how == "altered":
            middle = length // 2
            content = content[:middle] + b"\0\1\2\3" + content[middle + 4 :]
        if how == "empty":
            content, length = b"", 0
        if how == "page":
            content = b"<!DOCTYPE html><html><body>Log in</body></html>"
            length = len(content)
        if how in ("truncated", "cut", "stalled"):
            content = content[: length // 2]
        if how == "silent":
            self.released.wait(60)
            return
        handler.send_response(404 if how == "missing" else 200)
        if how != "cut":
            handler.send_header("Content-Length", str(length))
        handler.end_headers()
        handler.wfile.write(content)
        handler.wfile.flush()
        if how == "stalled":
            self.released.wait(60)

    def close(self):
        self.released.set()
        self.http.shutdown()
        self.thread.join()
        self.http.server_close()


@pytest.fixture
def server():
    """A file server on loopback; see `Server`."""
    one = Server()
    yield one
    one.close()
