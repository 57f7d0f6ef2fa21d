"""Memory that was freed, given back to the system.

The C library keeps what small arrays leave behind, in one heap for each thread that made any: behind a step
that made many in threads that is often as much as what is still in use.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable


def trim() -> None:
    """Give back what is free, where the C library can (glibc, `malloc_trim(3)`); else nothing happens.

    Takes milliseconds for each gigabyte: for the ends of long steps, not for loops.
    """
    if _TRIM is not None:
        _TRIM(0)


def _found() -> Callable[[int], int] | None:
    found: Callable[[int], int] | None = None
    if sys.platform == "linux":
        found = getattr(ctypes.CDLL(None), "malloc_trim", None)
    return found


_TRIM = _found()
