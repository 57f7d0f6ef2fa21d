"""Results of retold among the articles: passed over, with one line for all of them."""

from __future__ import annotations

from collections.abc import Sequence

from retold.model import SetAside
from retold.readers.registry import Found
from retold.readers.sources import Source

_SHOWN = 3  # names in the line


class Skipped(SetAside):
    """A line on results of retold that lie among the articles.

    No article was lost by it, so it is told, but belongs in no trace.
    """

    __slots__ = ()


def result(source: Source, kind: str, cure: str) -> Found:
    """The line for a result: only one that was named is refused, one in a folder is skipped."""
    made = SetAside if source.named else Skipped
    yield made(source.where, f"is {kind}, not an article", cure)


def skipped_line(skipped: Sequence[Skipped]) -> Skipped:
    """One line for all of them.

    >>> print(skipped_line([Skipped("p/out.html", "is a page of results, not an article", "")]))
    p/out.html: made by retold, not read; keep results in a folder of their own
    """
    names = ", ".join(one.where for one in skipped[:_SHOWN])
    more = len(skipped) - _SHOWN
    where = f"{names} and {more} more" if more > 0 else names
    return Skipped(where, "made by retold, not read", "keep results in a folder of their own")
