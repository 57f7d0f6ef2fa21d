"""Asks an ASGI application without a socket."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Coroutine, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import urlencode

from retold.server.guard import App, Message

HOST = "127.0.0.1:8741"
T = TypeVar("T")


def run(asked: Coroutine[Any, Any, T]) -> T:
    """What a coroutine gives, in a thread of its own: a browser under test keeps a loop running in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, asked).result()


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def rows(self) -> Any:
        return json.loads(self.body)


class Asker:
    """GET and POST, as a browser on this machine asks unless `headers` say otherwise."""

    def __init__(self, app: App) -> None:
        self.app = app

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> Answer:
        return self.ask("GET", path, headers or {}, b"")

    def post(
        self, path: str, form: list[tuple[str, str]], headers: Mapping[str, str] | None = None
    ) -> Answer:
        given = {"content-type": "application/x-www-form-urlencoded", "origin": f"http://{HOST}"}
        return self.ask("POST", path, {**given, **(headers or {})}, urlencode(form).encode())

    def ask(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Answer:
        return run(self._ask(method, path, {"host": HOST, **headers}, body))

    async def _ask(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Answer:
        place, _, query = path.partition("?")
        sent: list[Message] = []
        waiting = [{"type": "http.request", "body": body, "more_body": False}]

        async def receive() -> Message:
            if waiting:
                return waiting.pop()
            await asyncio.sleep(30)
            return {"type": "http.disconnect"}

        async def send(message: Message) -> None:
            sent.append(message)

        lines = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
        if body:
            lines.append((b"content-length", str(len(body)).encode()))
        scope = {
            "type": "http", "method": method, "path": place, "raw_path": place.encode(), "query_string": query.encode(),
            "headers": lines, "scheme": "http", "server": ("127.0.0.1", 8741), "client": ("127.0.0.1", 5), "root_path": "",
            "http_version": "1.1", "asgi": {"version": "3.0"}, "extensions": {},
        }  # fmt: skip
        await self.app(scope, receive, send)
        head = {name.decode().lower(): value.decode() for name, value in sent[0]["headers"]}
        return Answer(sent[0]["status"], head, b"".join(one.get("body", b"") for one in sent[1:]))
