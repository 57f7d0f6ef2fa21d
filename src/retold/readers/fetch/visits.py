"""Fetching pages as a polite guest: robots.txt, a pause for each host, redirects checked, all bounded."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Self
from urllib.parse import urljoin

from retold import parameters
from retold.errors import InputError
from retold.messages import N_
from retold.readers.fetch import reach, robots
from retold.readers.fetch.reach import IP, Unreachable
from retold.readers.fetch.records import Answer
from retold.readers.fetch.robots import Robots
from retold.version import __version__

_P = parameters.of("readers", "fetch")
_ROBOTS = _P.integer("robots_bytes")  # of a robots.txt that are taken (RFC 9309 asks for 500 KiB)
_MOVED = (301, 302, 303, 307, 308)
_PAGES = ("text/html", "application/xhtml")
AGENT = "retold"


@dataclass(frozen=True, slots=True)
class Manner:
    """How pages are fetched.

    `may_ask` says which machines may be asked, by their numbers: those of the public net alone, and a test
    may say otherwise; `ports` likewise.
    """

    pause: float = _P.number("pause")  # seconds between two requests to one host
    longest_pause: float = _P.number(
        "longest_pause"
    )  # seconds that a site may ask for; above, it is not fetched
    seconds: float = _P.number("seconds")  # that one page may take
    largest: int = _P.integer("largest")  # bytes of one page, as they are sent
    redirects: int = _P.integer("redirects")
    may_ask: Callable[[IP], bool] = reach.is_public
    ports: frozenset[int] | None = None
    sleep: Callable[[float], None] = time.sleep


@dataclass(slots=True)
class Visitor:
    """One round of fetching: remembers what sites allow and when each host was last asked."""

    manner: Manner = field(default_factory=Manner)
    _robots: dict[tuple[str, str, int], Robots] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)
    _pool: Any = None

    def __enter__(self) -> Self:
        """Open the pool of connections; raises `InputError` where the library for it is missing."""
        try:
            from retold.readers.fetch import transport
        except ImportError as error:
            cure = N_('install it with `pip install "retold[web]"`')
            raise InputError(N_("addresses are fetched with httpcore, which is missing"), cure) from error
        self._pool = transport.pool(self.manner.may_ask)
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._pool.close()

    def visit(self, address: str) -> Iterator[Answer]:
        """The answers for an address, each redirect and last the page; raises `Unreachable`."""
        for _ in range(self.manner.redirects + 1):
            answer = self._page(address)
            yield answer
            if answer.status not in _MOVED or not answer.header("location"):
                _refuse_other(answer)
                return
            address = urljoin(address, answer.header("location"))
        raise Unreachable(N_("redirects too often"))

    def _page(self, address: str) -> Answer:
        scheme, host, port, target = reach.checked(address, self.manner.ports)
        rules = self._rules(scheme, host, port)
        if not rules.allows(target):
            raise Unreachable(N_("is closed to programs by its site (robots.txt)"))
        if (rules.delay or 0) > self.manner.longest_pause:
            raise Unreachable(
                N_("is on a site that asks for {delay:.0f} seconds between requests").format(
                    delay=rules.delay
                )
            )
        return self._asked_for(address, self.manner.largest, rules.delay)

    def _rules(self, scheme: str, host: str, port: int) -> Robots:
        """What a site allows; nothing where its server fails, everything where it has no rules (RFC 9309)."""
        site = (scheme, host, port)
        if site not in self._robots:
            self._robots[site] = self._read_rules(f"{scheme}://{_authority(scheme, host, port)}/robots.txt")
        return self._robots[site]

    def _read_rules(self, address: str) -> Robots:
        for _ in range(self.manner.redirects + 1):
            answer = self._asked_for(address, _ROBOTS, None, cut=True)
            if answer.status in _MOVED and answer.header("location"):
                address = urljoin(address, answer.header("location"))
                continue
            if answer.status >= 500 or answer.status == 429:
                return robots.NOTHING
            text = answer.body.decode("utf-8", "replace") if answer.status == 200 else ""
            return robots.read(text, AGENT)
        return Robots()

    def _asked_for(self, address: str, largest: int, delay: float | None, cut: bool = False) -> Answer:
        """The answer of one request, after the pause of its host; `cut`: of a longer one the beginning."""
        import httpcore

        scheme, host, port, target = reach.checked(address, self.manner.ports)
        self._wait(host, delay)
        url = httpcore.URL(scheme=scheme.encode(), host=host.encode(), port=port, target=target.encode())
        headers = {
            "Host": _authority(scheme, host, port), "User-Agent": f"{AGENT}/{__version__}",
            "Accept-Encoding": "gzip",
            "Accept": "text/html,application/xhtml+xml;q=0.9,text/plain;q=0.1",
        }  # fmt: skip
        seconds = self.manner.seconds
        timeout = dict.fromkeys(("connect", "read", "write", "pool"), seconds / 3)
        try:
            with self._pool.stream("GET", url, headers=headers, extensions={"timeout": timeout}) as response:
                body = _taken(response, largest, time.monotonic() + seconds, cut)
                return _answer(address, response, body)
        except httpcore.TimeoutException as error:
            raise Unreachable(N_("takes too long to answer")) from error
        except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
            raise Unreachable(N_("cannot be had ({name})").format(name=type(error).__name__)) from error

    def _wait(self, host: str, delay: float | None) -> None:
        due = self._asked.get(host, -1e9) + max(self.manner.pause, delay or 0)
        left = due - time.monotonic()
        if left > 0:
            self.manner.sleep(left)
        self._asked[host] = time.monotonic()


def _taken(response: Any, largest: int, until: float, cut: bool) -> bytes:
    """The body, at most so many bytes and until that time."""
    found = bytearray()
    with closing(response.iter_stream()) as chunks:
        for chunk in chunks:
            found += chunk
            if time.monotonic() > until:
                raise Unreachable(N_("takes too long to answer"))
            if len(found) > largest:
                if cut:
                    return bytes(found[:largest])
                raise Unreachable(N_("is larger than {largest:,} bytes").format(largest=largest))
    return bytes(found)


def _answer(address: str, response: Any, body: bytes) -> Answer:
    headers = tuple((k.decode("latin-1"), v.decode("latin-1")) for k, v in response.headers)
    reason = response.extensions.get("reason_phrase", b"").decode("latin-1")
    stream = response.extensions.get("network_stream")
    peer = stream.get_extra_info("server_addr") if stream is not None else None
    number = str(peer[0]) if peer else None
    return Answer(address, datetime.now(UTC), response.status, reason, headers, body, number)


def _refuse_other(answer: Answer) -> None:
    """Raise `Unreachable` for an answer that is no page."""
    if answer.status != 200:
        raise Unreachable(
            N_("answers {status} {reason}").format(status=answer.status, reason=answer.reason).rstrip()
        )
    kind = answer.header("content-type").partition(";")[0].strip().lower()
    if not kind.startswith(_PAGES):
        raise Unreachable(N_("is no page ({kind})").format(kind=kind or "without a type"))


def _authority(scheme: str, host: str, port: int) -> str:
    shown = f"[{host}]" if ":" in host else host
    return shown if port == reach.PORTS[scheme] else f"{shown}:{port}"
