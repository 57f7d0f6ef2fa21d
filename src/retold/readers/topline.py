"""The line at the top of a text that holds its writer, its outlet and its day, parted by bars or bullets."""

from __future__ import annotations

import re

from retold import parameters
from retold.readers import stamps

_P = parameters.of("readers", "topline")
_LONGEST, _NAME, _WITHIN = (_P.integer(name) for name in ("longest", "name", "within"))
_PARTED = re.compile(r"(?<!\s)\s{1,4}[|•·]\s{1,4}")
_BY = re.compile(r"(?:by|von|par|por|di|door)\s+(?=\S)", re.IGNORECASE)


def fields_of(line: str) -> dict[str, str]:
    """The fields of such a line by our names; none where any piece of it is something else.

    >>> fields_of("By Ida Corrie | Harbour Post | 3 March 2031, 14:12 GMT")
    {'byline': 'Ida Corrie', 'outlet': 'Harbour Post', 'published': '2031-03-03T14:12+00:00'}
    >>> fields_of("Ferry sinks | Harbour Post")
    {}
    """
    pieces = [one.strip() for one in _PARTED.split(line.strip())] if len(line) <= _LONGEST else []
    found: dict[str, str] = {}
    for piece in pieces:
        stamp = stamps.visible(piece)
        by = _BY.match(piece)
        part = "published" if stamp else "byline" if by else "outlet"
        if part in found or not (stamp or _is_name(piece)):
            return {}
        found[part] = stamp or piece[by.end() if by else 0 :]
    return found if "published" in found and "byline" in found else {}


def _is_name(piece: str) -> bool:
    return 0 < len(piece.split()) <= _NAME and not piece.endswith((".", "?", "!", ":"))


def above(text: str) -> tuple[dict[str, str], str]:
    r"""The fields of the line above a text, or below its headline, and the text without that line.

    >>> above("Ferry sinks\n\nBy Ida Corrie | 3 March 2031\n\nA ferry sank.")
    ({'byline': 'Ida Corrie', 'published': '2031-03-03'}, 'Ferry sinks\n\nA ferry sank.')
    """
    lines = text.split("\n", _WITHIN)
    for number, line in enumerate(lines[:_WITHIN]):
        found = fields_of(line)
        if found:
            rest = lines[number + 1 :]
            return found, "\n".join([*lines[:number], *(rest[1:] if rest and not rest[0].strip() else rest)])
    return {}, text
