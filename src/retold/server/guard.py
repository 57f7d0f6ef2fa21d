"""Who may ask what: the gate before every answer.

A page elsewhere can make a browser ask a server on this machine. So the name that was asked for must be one
of ours (against DNS rebinding), what changes something must come from a page of ours (Origin), and a server
that others can reach wants its token.
"""

from __future__ import annotations

import hmac
import ipaddress
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs

from retold.messages import _
from retold.report import engine

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

COOKIE = "retold"
LARGEST = 64_000_000  # bytes of what may be sent to us
OURS = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True)
class Access:
    """Under which names the server may be asked, and with which token; '' asks for none."""

    hosts: tuple[str, ...] = OURS
    any_address: bool = False  # whether every numeric address is one of ours: the server listens on all
    token: str = ""

    def takes(self, host: str) -> bool:
        """Whether a Host header names this server. A number cannot be rebound, a name can."""
        name = _name(host)
        return name in self.hosts or (self.any_address and _is_address(name))


def _name(host: str) -> str:
    """The name in a Host header, without its port."""
    plain = host.strip().lower()
    name, colon, port = plain.rpartition(":")
    return (
        name if colon and port.isdecimal() and not (plain.startswith("[") and plain.endswith("]")) else plain
    )


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name.removeprefix("[").removesuffix("]"))
    except ValueError:
        return False
    return True


class Guard:
    """An ASGI application before another: what it refuses never reaches that."""

    def __init__(self, app: App, access: Access, largest: int = LARGEST) -> None:
        self._app, self._access, self._largest = app, access, largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or have it answered with the headers that every answer bears."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = _headers(scope)
        status, why = self._refusal(scope, headers)
        sent = _Sending(send, self._cookie(scope, headers))
        if status:
            await _refuse(sent, status, why)
            return
        await self._app(scope, _Limited(receive, self._largest), sent)

    def _refusal(self, scope: Scope, headers: Mapping[str, str]) -> tuple[int, str]:
        """Status and reason for what is not answered; 0 for what is."""
        if not self._access.takes(headers.get("host", "")):
            return 421, _("this server has another name")
        if not self._knows(scope, headers):
            return 401, _("open the address with ?token=… that the server was started with")
        if scope["method"] not in ("GET", "HEAD") and not _from_here(headers):
            return 403, _("what changes something must come from a page of this server")
        if headers.get("sec-fetch-site") == "cross-site" and headers.get("sec-fetch-mode") != "navigate":
            return 403, _("a page elsewhere may link here, and ask nothing")
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self._largest:
            return 413, _("more than {size} MB at a time").format(size=self._largest // 1_000_000)
        return 0, ""

    def _knows(self, scope: Scope, headers: Mapping[str, str]) -> bool:
        token = self._access.token
        if not token:
            return True
        shown = (_asked(scope), _kept(headers), headers.get("authorization", "").removeprefix("Bearer "))
        return any(hmac.compare_digest(one.encode(), token.encode()) for one in shown)

    def _cookie(self, scope: Scope, headers: Mapping[str, str]) -> str:
        """The cookie to set: who has shown the token in an address need not again."""
        token = self._access.token
        if not token or _asked(scope) != token or _kept(headers) == token:
            return ""
        made = SimpleCookie({COOKIE: token})
        kept: str = made[COOKIE].OutputString()
        return f"{kept}; HttpOnly; SameSite=Strict; Path=/"


def _headers(scope: Scope) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in scope["headers"]:
        key = name.decode("latin-1").lower()
        if key == "host" and key in found:  # two names: whoever stands between might believe the other
            return found | {"host": ""}
        found[key] = value.decode("latin-1")
    return found


def _asked(scope: Scope) -> str:
    query: bytes = scope.get("query_string", b"")
    return parse_qs(query.decode("latin-1")).get("token", [""])[0]


def _kept(headers: Mapping[str, str]) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    value: str = "" if found is None else found.value
    return value


def _from_here(headers: Mapping[str, str]) -> bool:
    """Whether a page of this very server sent it."""
    origin = headers.get("origin")
    if origin is None:
        return headers.get("sec-fetch-site") == "same-origin"
    return origin.lower() in (f"{scheme}://{headers.get('host', '').lower()}" for scheme in ("http", "https"))


async def _refuse(send: Send, status: int, why: str) -> None:
    body = f"retold: {why}\n".encode()
    kind = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": kind})
    await send({"type": "http.response.body", "body": body})


class _Sending:
    """Sends on, with our headers."""

    def __init__(self, send: Send, cookie: str) -> None:
        self._send, self._cookie = send, cookie

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            given = {name.lower() for name, _ in message["headers"]}
            more = [(name, value) for name, value in _safety().items() if name not in given]
            more += [(b"set-cookie", self._cookie.encode())] if self._cookie else []
            message = {**message, "headers": [*message["headers"], *more]}
        await self._send(message)


def _safety() -> dict[bytes, bytes]:
    return {
        b"content-security-policy": f"{engine.policy(served=True)}; frame-ancestors 'none'".encode(),
        b"x-content-type-options": b"nosniff",
        b"x-frame-options": b"DENY",
        b"referrer-policy": b"same-origin",
        b"cross-origin-opener-policy": b"same-origin",
        b"cross-origin-resource-policy": b"same-origin",
        b"cache-control": b"no-cache, private",
    }


class TooLarge(Exception):
    """More was sent than may be."""


class _Limited:
    """What is sent to us, as far as we take it."""

    def __init__(self, receive: Receive, largest: int) -> None:
        self._receive, self._left = receive, largest

    async def __call__(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise TooLarge
        return message
