"""Who knows how a trace is extended: that takes all steps, which stand above an archive.

The package says so when it is imported.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from retold.archive.contents import Contents
from retold.errors import InputError
from retold.messages import N_

T = TypeVar("T", bound=Contents)
Extend = Callable[[Any, Any, Sequence[str]], Any]
_KNOWN: list[Extend] = []


def by(how: Extend) -> None:
    """Extend traces in this way from now on: `how` takes a trace, articles and ids, and gives a trace."""
    _KNOWN[:] = [how]


def extended(trace: T, articles: object, remove: Sequence[str]) -> T:
    """The trace with more articles, and without those whose ids are to be removed."""
    if not _KNOWN:
        raise InputError(N_("nobody has said how traces are extended"), N_("import retold first"))
    found: T = _KNOWN[0](trace, articles, remove)
    return found
