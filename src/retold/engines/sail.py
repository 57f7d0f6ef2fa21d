"""Sail, an engine that speaks Spark Connect and needs no Java: in this process, or where a server stands."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

from retold import extras


@contextmanager
def session(master: str | None = None) -> Iterator[Any]:
    """A session on the server at `master` ("sc://host:port"), or on one that is started on loopback.

    That one ends with the session. Raises `ExtraError` where the packages are missing.
    """
    sql = extras.module("pyspark.sql.connect.session", "sail")
    with (
        _server() if master is None else nullcontext(master) as address,
        closing(sql.SparkSession.builder.remote(address).create()) as found,
    ):
        yield found


@contextmanager
def _server() -> Iterator[str]:
    """The address of a server in this process, on loopback."""
    os.environ.setdefault("RUST_LOG", "error")  # it tells of every start and stop on stderr
    server = extras.module("pysail.spark", "sail").SparkConnectServer("127.0.0.1", 0)
    server.start()
    try:
        _, port = server.listening_address
        yield f"sc://127.0.0.1:{port}"
    finally:
        server.stop()


@contextmanager
def closing(found: Any) -> Iterator[Any]:
    """The session, which is stopped at the end, once and in this thread.

    A session of pyspark closes itself again when it is collected, which a thread of another session's
    channel may do. That thread then waits, with a lock that all sessions share, for calls that only it
    can end. So there is nothing left to close in a session that has been stopped.
    """
    try:
        yield found
    finally:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of a server that has gone before
            found.stop()
        found.client.close = _nothing


def _nothing() -> None:
    """What is left to do."""
