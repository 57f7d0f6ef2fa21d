"""A site on this machine for the tests of fetching: paths with what they answer."""

from __future__ import annotations

import ipaddress
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from retold.readers.fetch import Manner

REPORT = " ".join(
    f"The harbour office counted {n} crates that nobody had come to collect on the quay." for n in range(9)
)
PAGE = f"<html lang='en'><head><title>Crates | Quenby Echo</title></head><body><article><h1>Crates</h1><p>{REPORT}</p></article></body></html>"
Answer = tuple[int, dict[str, str], bytes]


def page(
    body: str = PAGE, kind: str = "text/html; charset=utf-8", status: int = 200, **fields: str
) -> Answer:
    return (
        status,
        {"Content-Type": kind, **{k.replace("_", "-"): v for k, v in fields.items()}},
        body.encode(),
    )


class Site:
    """A running site; `asked` are the paths in the order in which they were asked for, with the headers."""

    def __init__(self, answers: dict[str, Answer], port: int) -> None:
        self.answers, self.asked, self.heads, self.port = answers, [], [], port

    def at(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def manner(self, **changed: object) -> Manner:
        """The manner of a test: this machine may be asked, and nobody waits."""
        usual = {
            "may_ask": lambda number: number == ipaddress.ip_address("127.0.0.1"),
            "ports": frozenset({self.port}),
            "sleep": lambda _: None,
            "seconds": 5.0,
        }
        return Manner(**{**usual, **changed})


@contextmanager
def running(answers: dict[str, Answer]) -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.heads.append(dict(self.headers))
            status, fields, body = site.answers.get(self.path, (404, {"Content-Type": "text/html"}, b"no"))
            self.send_response(status)
            for name, value in {**fields, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                self.wfile.write(body)
            except OSError:
                return

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site = Site(answers, server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
