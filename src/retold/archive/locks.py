"""One writer at a time: a trace that is being written belongs to who writes it.

The folder itself is locked, so that nothing is left by a writer that was killed: its lock goes with it.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from retold.errors import StoreError
from retold.messages import N_

_HELD = threading.local()


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Nobody else writes the trace at `path`, a folder that is there, until the end.

    Raises `StoreError` at once if somebody does. May be asked for again by who has it. A system or a disk
    that knows no locks gives none.
    """
    held: set[Path] = _HELD.__dict__.setdefault("paths", set())
    place = path.resolve()
    if place in held:
        yield
        return
    with _locked(place):
        held.add(place)
        try:
            yield
        finally:
            held.discard(place)


@contextmanager
def _locked(place: Path) -> Iterator[None]:
    try:
        import fcntl

        folder = os.open(place, os.O_RDONLY)
    except (ImportError, OSError):
        yield
        return
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(folder)
        raise StoreError(
            N_("{place}: another retold is writing this trace").format(place=place),
            N_("wait until it has ended"),
        ) from error
    except OSError:
        pass  # a disk without locks
    try:
        yield
    finally:
        os.close(folder)
