"""Memory that is not needed any more, given back to the system.

The C library keeps what small arrays leave behind, in one heap for each thread that made any: behind a step
that made many in threads that is often as much as what is still in use.
"""

from __future__ import annotations

import ctypes
import mmap
import sys
from collections.abc import Callable
from typing import Any

from numpy.typing import NDArray


def trim() -> None:
    """Give back what is free, where the C library can (glibc, `malloc_trim(3)`); else nothing happens.

    Takes milliseconds for each gigabyte: for the ends of long steps, not for loops.
    """
    if _TRIM is not None:
        _TRIM(0)


def let_go(*arrays: NDArray[Any]) -> None:
    """Give back what was read of arrays that are mapped from files, where the system can.

    They stay as they are: what is asked of them later is read again. Other arrays are left alone.
    """
    for array in arrays:
        held: Any = array.base
        fixed = isinstance(held, mmap.mmap) and not array.flags.writeable  # what was changed would be lost
        if fixed and hasattr(mmap, "MADV_DONTNEED"):
            held.madvise(mmap.MADV_DONTNEED)


def _found() -> Callable[[int], int] | None:
    found: Callable[[int], int] | None = None
    if sys.platform == "linux":
        found = getattr(ctypes.CDLL(None), "malloc_trim", None)
    return found


_TRIM = _found()
