"""The block of fields that a text may open with, between two lines of dashes."""

from __future__ import annotations

import re

from retold import parameters
from retold.readers import fields

_FENCE = "---"
_PAIR = re.compile(r"([A-Za-z][\w .-]{0,40}?)\s*:(?:\s+(.*))?\Z")
_LONGEST_BLOCK = parameters.of("readers", "plain_text").integer("block")  # lines


def front_matter(text: str) -> tuple[dict[str, object], str]:
    """The `key: value` lines between two lines of dashes at the top, and what follows them.

    A block with any other line, or that names nothing we know, is part of the text.
    """
    lines = text.split("\n", _LONGEST_BLOCK + 1)
    if lines[0].rstrip() != _FENCE:
        return {}, text
    end = next((i for i, line in enumerate(lines[1:_LONGEST_BLOCK], 1) if line.rstrip() == _FENCE), None)
    if end is None:
        return {}, text
    pairs = [_PAIR.match(line.strip()) for line in lines[1:end] if line.strip()]
    if None in pairs:
        return {}, text
    head: dict[str, object] = {pair[1]: _unquoted(pair[2] or "") for pair in pairs if pair is not None}
    return (head, "\n".join(lines[end + 1 :])) if fields.roles(list(head)) else ({}, text)


def _unquoted(value: str) -> str:
    value = value.strip()
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value
