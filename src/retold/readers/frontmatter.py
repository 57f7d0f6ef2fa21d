"""The block of fields that a text may open with: between two fences, or above an empty line."""

from __future__ import annotations

import re
import tomllib

from retold import parameters
from retold.readers import fields

_FENCE = "---"
_TOML_FENCE = "+++"
_TELLING = frozenset({"outlet", "published", "url"})  # what a text itself seldom opens with
_FEWEST = parameters.of("readers", "plain_text").integer("fewest")
_PAIR = re.compile(r"([A-Za-z][\w .-]{0,40}?)\s*:(?:\s+(.*))?\Z")
_ITEM = re.compile(r"\s*-\s+(.+)\Z")  # of a list below the name of its field
_LONGEST_BLOCK = parameters.of("readers", "plain_text").integer("block")  # lines


def front_matter(text: str) -> tuple[dict[str, object], str]:
    """The `key: value` lines at the top, and what follows them.

    They stand between two lines of dashes (of plus signs: TOML), or without these above the first empty line.
    A block with any other line, or that names nothing we know, is part of the text. Without
    dashes it must name two parts of an article, one of them its outlet, day or address.
    """
    lines = text.split("\n", _LONGEST_BLOCK + 1)
    fence = lines[0].rstrip()
    if fence not in (_FENCE, _TOML_FENCE):
        return _bare(lines, text)
    end = next((i for i, line in enumerate(lines[1:_LONGEST_BLOCK], 1) if line.rstrip() == fence), None)
    if end is None:
        return {}, text
    head = (_fields if fence == _FENCE else _toml)(lines[1:end])
    return (head, "\n".join(lines[end + 1 :])) if fields.roles(list(head)) else ({}, text)


def bare_block(text: str) -> dict[str, object]:
    """The `key: value` lines above the first empty line of a text; {} where they are no block of fields."""
    return _bare(text.split("\n", _LONGEST_BLOCK + 1), text)[0]


def _bare(lines: list[str], text: str) -> tuple[dict[str, object], str]:
    """A block that no dashes mark off, and what follows the empty line below it."""
    end = next((i for i, line in enumerate(lines[:_LONGEST_BLOCK]) if not line.strip()), 0)
    head = _fields(lines[:end])
    known = fields.roles(list(head))
    sure = len(known) >= _FEWEST and not _TELLING.isdisjoint(known) and "text" not in known
    return (head, "\n".join(lines[end + 1 :])) if sure else ({}, text)


def _fields(lines: list[str]) -> dict[str, object]:
    """The fields of a block; none if any line of it is neither a field nor an item of one."""
    found: dict[str, object] = {}
    items: list[str] | None = None  # of the field above, where nothing stands beside its name
    for line in filter(str.strip, lines):
        item = _ITEM.match(line)
        pair = None if item else _PAIR.match(line.strip())
        if item is not None and items is not None:
            items.append(_unquoted(item[1]))
        elif pair is not None:
            items = None if pair[2] else []
            found[pair[1]] = _unquoted(pair[2]) if pair[2] else items
        else:
            return {}
    return {name: "" if value == [] else value for name, value in found.items()}


def _toml(lines: list[str]) -> dict[str, object]:
    """The fields of a block in TOML; none if it cannot be read."""
    try:
        return tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError:
        return {}


def _unquoted(value: str) -> str:
    value = value.strip()
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value
