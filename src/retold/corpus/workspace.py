"""The folder that a job keeps on disk while it runs, and what killed jobs left of theirs."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from retold.errors import StoreError
from retold.messages import N_

_PREFIX = "retold-"
_LOCK = "in-use"
_WORK = "work"


@contextmanager
def workspace(place: Path | None = None) -> Iterator[Path]:
    """A folder of one's own in `place`, by default that of temporary files, taken away at the end.

    Raises `StoreError` where none can be made.

    A job that is killed cannot take its folder away. It held a lock, which went with it, so that the next job
    can tell what nobody uses any more, whichever machine or container it runs in. The lock is the first thing
    in the folder and the last to go: a kill at any moment leaves a folder with its lock, or an empty one.
    """
    try:
        where = place or Path(tempfile.gettempdir())
        sweep(where)
        lock = _locked(where)
    except OSError as error:
        cause = N_("no temporary folder can be written ({reason})").format(reason=error.strerror or error)
        raise StoreError(cause, N_("set TMPDIR to a folder that can be written, with some space")) from error
    folder = Path(lock.name).parent
    with lock:
        try:
            yield folder / _WORK
        finally:
            _remove(folder)


def _locked(where: Path) -> IO[str]:
    """The lock of a new folder with its place for work; made anew where another job swept it, empty."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=where))
        with contextlib.suppress(FileNotFoundError):
            lock = (folder / _LOCK).open("w")
            _is_locked(lock)
            (folder / _WORK).mkdir()
            return lock


def sweep(place: Path) -> None:
    """Take away the folders of jobs that are gone."""
    for folder in place.glob(_PREFIX + "?" * 8):
        with contextlib.suppress(OSError):
            folder.rmdir()  # of a job killed before it had a lock, or behind it: an empty one only
    for held in place.glob(f"{_PREFIX}*/{_LOCK}"):
        with contextlib.suppress(OSError), held.open("r+") as file:
            if _is_locked(file):
                _remove(held.parent)


def _remove(folder: Path) -> None:
    """Take a folder away, its lock behind all else."""
    shutil.rmtree(folder / _WORK, ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)


def _is_locked(file: IO[str]) -> bool:
    """Whether the file is now locked by this job; never where a system or its disk knows no locks."""
    try:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (ImportError, OSError):
        return False
    return True
