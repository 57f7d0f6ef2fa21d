"""Who knows how a trace is extended: that takes all steps, which stand above an archive.

The package says so when it is imported.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from retold.errors import InputError

if TYPE_CHECKING:
    from retold.archive.store import Trace

Extend = Callable[["Trace", Any, Sequence[str]], "Trace"]
_KNOWN: list[Extend] = []


def by(how: Extend) -> None:
    """Extend traces in this way from now on."""
    _KNOWN[:] = [how]


def extended(trace: Trace, articles: object, remove: Sequence[str]) -> Trace:
    """The trace with more articles, and without those whose ids are to be removed."""
    if not _KNOWN:
        raise InputError("nobody has said how traces are extended", "import retold first")
    return _KNOWN[0](trace, articles, remove)
