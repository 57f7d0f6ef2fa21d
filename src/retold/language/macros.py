"""Parts that several patterns of a pack share: `<name>` in a pattern stands for the part of that name."""

from __future__ import annotations

import re
from collections.abc import Mapping

_MACRO = re.compile(r"<(\w+)>")


def expanded(pattern: str, macros: Mapping[str, str]) -> str:
    """The pattern with its parts written out; a part may have parts itself.

    Raises `KeyError` for a name that `macros` does not have.

    >>> expanded("<qty> days", {"qty": "( <num> | few )", "num": "N"})
    '( N | few ) days'
    >>> expanded("(?<=[.!?])<mark>", {"mark": "[“”]?"})
    '(?<=[.!?])[“”]?'
    """
    while _MACRO.search(pattern):
        pattern = _MACRO.sub(lambda match: macros[match[1]], pattern)
    return pattern
