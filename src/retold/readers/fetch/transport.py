"""Connections to numbers that were checked: the backend under the pool of connections.

Imported only where something is fetched. Httpx lets nobody choose who resolves its names; its own core does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import httpcore

from retold.messages import N_
from retold.readers.fetch import reach
from retold.readers.fetch.reach import IP


class Guarded(httpcore.NetworkBackend):
    """Resolves a name, has every number of it checked, and connects to the first that answers."""

    def __init__(self, may_ask: Callable[[IP], bool]) -> None:
        self._may_ask = may_ask
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A stream to the machine; raises `reach.Unreachable`, or an error of httpcore if none answers."""
        error: Exception | None = None
        for number in reach.numbers_of(host, port, self._may_ask):
            try:
                return self._inner.connect_tcp(number, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as met:
                error = met
        raise error if error is not None else reach.Unreachable(N_("stands for no machine"))

    def connect_unix_socket(self, path: str, *_: Any, **__: Any) -> httpcore.NetworkStream:
        """Refused: no page is behind a socket of this machine."""
        raise reach.Unreachable(N_("is a socket of this machine ({path})").format(path=path))


def pool(may_ask: Callable[[IP], bool]) -> httpcore.ConnectionPool:
    """A pool of connections, each to a number that was checked when it was made; no proxy, no cookies."""
    return httpcore.ConnectionPool(network_backend=Guarded(may_ask), max_connections=4, keepalive_expiry=5.0)
