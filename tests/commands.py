"""The program as a user runs it, in this process: starting one for each command costs seconds."""

from __future__ import annotations

import contextlib
import io
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from retold import cli


class Done(NamedTuple):
    """How a command ended, and what it printed."""

    returncode: int
    stdout: str
    stderr: str


def run(*words: str | Path) -> Done:
    """`retold` with these words, its streams going to files as in a pipe."""
    outs = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2)]
    with _streams(*outs), mock.patch.object(sys, "argv", ["retold", *map(str, words)]):
        code = _code()
    return Done(code, *map(_printed, outs))


def _code() -> int:
    try:
        cli.main()
    except SystemExit as ended:
        return int(ended.code or 0)
    raise AssertionError("the program ends by an exit")


@contextlib.contextmanager
def _streams(out: io.TextIOWrapper, err: io.TextIOWrapper) -> Iterator[None]:
    """The streams of the program; what it does on a signal ends with it."""
    before = signal.getsignal(signal.SIGTERM)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _printed(stream: io.TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()
