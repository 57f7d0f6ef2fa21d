"""Words of datelines: day and agency before a dash at the head of a text.

They say when and by whom a report was filed, not what it tells: two reports of one agency are no likelier
for that to tell one event. The place stays, since others name it in their text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from retold import parameters
from retold.tables import ManyWords

_P = parameters.of("story", "datelines")
_HEAD = _P.integer("head")

_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]{1,30}(?: [A-ZÀ-Þ][A-ZÀ-Þ'’.-]{0,30}){0,4}"
_NAME = r"[A-ZÀ-Þ][\w'’. -]{2,40}"
_REST = r"(?:, ?[^\n,()/–—]{2,24}){0,3}"  # region, day, year
_AGENCY = r"(?: ?\([^()\n]{2,40}\)| ?/[^/\n]{2,24}/)"
_DASH = r"\s?[-–—]{1,2}\s"
_DATELINE = re.compile(
    rf"^[^\S\n]{{0,9}}(?:{_CAPITALS}(?P<filed>{_REST}{_AGENCY}?)|{_NAME}(?P<signed>{_REST}{_AGENCY})){_DASH}",
    re.M,
)


def without(words: ManyWords, texts: Sequence[str]) -> ManyWords:
    """The words of many texts but for those of a dateline near the head of each."""
    each = ((number, filed(text)) for number, text in enumerate(texts))
    return words.without((number, *found) for number, found in each if found)


def filed(text: str) -> tuple[int, int] | None:
    """Where the dateline near the head of a text names its day and agency, None without one.

    >>> filed("OSTMARK, 3 May (Quay Wire) - A crane fell.")
    (7, 26)
    """
    found = _DATELINE.search(text[:_HEAD])
    return found.span(found.lastgroup or 0) if found else None
