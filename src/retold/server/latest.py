"""The trace that is served, as it was written last: read again when another program wrote it anew."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from threading import Lock, Thread

from retold import streams
from retold.archive import store
from retold.errors import RetoldError
from retold.messages import _
from retold.server.served_traces import ServedTrace

_EVERY = 0.5  # seconds between two looks at the manifest
_PATIENCE = 1.5  # seconds a request waits for the new trace; then it is answered from the old one
Stamp = tuple[int, int, int]


class Latest:
    """Gives the trace as it is now; one in memory stays what it is."""

    def __init__(
        self, served_trace: ServedTrace, opened: Callable[[ServedTrace], ServedTrace] | None = None
    ) -> None:
        self._now, self._opened = served_trace, opened or reopened
        self._stamp = stamp_of(served_trace.stored)
        self._looked = 0.0
        self._before: ServedTrace | None = None  # requests may still be answered from it
        self._opening: Thread | None = None
        self._lock = Lock()

    def current(self) -> ServedTrace:
        """The trace, opened again where its manifest changed; a large one is opened beside the old one."""
        opening = self._begun()
        if opening is not None:
            opening.join(_PATIENCE)
        return self._now

    def _begun(self) -> Thread | None:
        """What opens the new trace, if there is one."""
        with self._lock:
            if self._now.stored is None or self._opening is not None:
                return self._opening
            if time.monotonic() - self._looked < _EVERY:
                return None
            self._looked = time.monotonic()
            found = stamp_of(self._now.stored)
            if found in (self._stamp, None):  # as it was, or just being written
                return None
            self._opening = Thread(target=self._open, args=(found,), daemon=True, name="reopening")
            self._opening.start()
            return self._opening

    def _open(self, stamp: Stamp) -> None:
        try:
            fresh = self._opened(self._now)
        except (RetoldError, OSError) as error:  # written again meanwhile, or broken: the next look tells
            message = _("retold: {place}: changed, and cannot be read: {error}")
            streams.say(message.format(place=self._now.stored, error=error))
            fresh = None
        with self._lock:
            self._stamp, self._opening = stamp, None
            if fresh is not None:
                gone, self._before, self._now = self._before, self._now, fresh
                if gone is not None:
                    gone.close()


def reopened(old: ServedTrace) -> ServedTrace:
    """The trace of the same place, read again with a catalogue of its own."""
    assert old.stored is not None
    return ServedTrace(store.load(old.stored), old.settings, _silent, old.stored, old.decisions)


def stamp_of(stored: Path | None) -> Stamp | None:
    """Stands for a stored trace as it was written; None where there is none."""
    try:
        found = None if stored is None else (stored / "manifest.json").stat()
    except OSError:
        return None
    return None if found is None else (found.st_ino, found.st_mtime_ns, found.st_size)


def _silent(step: str, done: int, total: int) -> None:
    """Progress that nobody watches."""
