"""Where the names of columns stand in a table: in its first row, or below what an export writes above them.

The same for a table of text and for a workbook.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import TypeVar

from retold import parameters
from retold.readers import fields

_P = parameters.of("readers", "table")
_COLUMNS = _P.integer("columns")
_ABOVE = _P.integer("above")
Row = TypeVar("Row")


def first_of(rows: Iterable[Row], names_of: Callable[[Row], list[str]]) -> Row | None:
    """The row with the names of the columns: the first, or one below it that names the text and what we know.

    Takes rows up to that one; None for no row. What stands above may hold commas and the name of a part: a
    row below the first counts if it names as many parts as a table has at least, or nothing else.

    >>> first_of([["Export of 3 March"], ["Headline", "Text", "Source"], ["Ferry late", "It ran."]], list)
    ['Headline', 'Text', 'Source']
    >>> first_of([["The search", "x"], ["Text", "of it", "is long"], ["Ferry late", "It ran.", "Echo"]], list)
    ['The search', 'x']
    """
    first: Row | None = None
    for row in islice(rows, _ABOVE + 1):
        told = [name for name in names_of(row) if name]
        known = fields.roles(told)
        if "text" in known and (first is None or len(known) >= min(_COLUMNS, len(told))):
            return row
        first = row if first is None else first
    return first
