"""Witnesses as programs of collation exchange them: JSON with a list of witnesses, or with an aligned table.

A witness has an `id` and its `content`, or `tokens`, each with its text `t`. An aligned table has a row of
segments for each witness named, each segment a list of tokens or null where the witness has none.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any

from retold.errors import InputError
from retold.messages import N_
from retold.readers.content import Content, Head
from retold.readers.registry import LIKELY, NO, Format
from retold.readers.witnesses.tables import Columns, Witnesses, WitnessFormat, check_size, text_of

_LOST = object()  # the cell of a row that ends before the others
_CURE = N_('give {"witnesses": [{"id": "A", "content": "…"}, …]}')


def witnesses(name: str, text: str) -> Witnesses:
    """The text of each witness by its id, or its tokens in columns where the file has an aligned table.

    Raises `InputError` for what is no such file, and where two witnesses have one id.
    """
    try:
        given = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(N_("{name}: no JSON ({error})").format(name=name, error=error), _CURE) from error
    listed = given.get("witnesses") if isinstance(given, dict) else None
    if not isinstance(listed, list) or not listed:
        raise InputError(N_("{name}: lists no witnesses").format(name=name), _CURE)
    check_size(name, len(listed))
    if "table" in given:
        return _columns(name, _ids(name, listed), given["table"])
    texts = [_text(name, one) for one in listed]
    return dict(zip(_ids(name, [one["id"] for one in listed]), texts, strict=True))


def _ids(name: str, listed: Sequence[Any]) -> list[str]:
    ids = [str(one) for one in listed]
    twice = next((one for one in ids if ids.count(one) > 1), None)
    if twice is not None:
        raise InputError(
            N_("{name}: two witnesses are called {twice}").format(name=name, twice=twice),
            N_("give every witness an id of its own"),
        )
    return ids


def _text(name: str, one: Any) -> str:
    """What a witness reads."""
    if not isinstance(one, Mapping) or "id" not in one:
        raise InputError(N_("{name}: a witness without an id").format(name=name), _CURE)
    content = one.get("content")
    text = content if isinstance(content, str) else " ".join(_tokens(one.get("tokens")))
    if not text.strip():
        raise InputError(
            N_("{name}: witness {id} is empty").format(name=name, id=one["id"]),
            N_("give its content or its tokens"),
        )
    return text


def _tokens(given: Any) -> list[str]:
    """The tokens of a segment or witness as words, none for null."""
    words = [one.get("t", "") if isinstance(one, Mapping) else one for one in given or ()]
    return [str(word).strip() for word in words if str(word).strip()]


def _columns(name: str, ids: Sequence[str], table: Any) -> Columns:
    """The tokens of each witness, segment by segment, each filled up to the longest reading.

    What a row lacks at its end is lost.
    """
    found: Columns = {one: [] for one in ids}
    for segment in _segments(name, table, len(ids)):
        read = [None if cell is _LOST else _tokens(cell) for cell in segment]
        width = max(len(tokens or ()) for tokens in read)
        for one, tokens in zip(ids, read, strict=True):
            found[one] += [None] * width if tokens is None else [*tokens, *[""] * (width - len(tokens))]
    return found


def _segments(name: str, table: Any, count: int) -> list[Sequence[Any]]:
    """The segments of a table, each with a cell for each of `count` witnesses.

    CollateX for Python writes a row for each witness, CollateX for Java a row for each segment. A table
    with as many of both is read as rows of witnesses.
    """
    rows = table if isinstance(table, list) and all(isinstance(row, list) for row in table) else []
    if len(rows) == count:
        return list(zip_longest(*rows, fillvalue=_LOST))
    if not rows or any(len(row) != count for row in rows):
        raise InputError(
            N_("{name}: its table has a row neither for each witness nor for each segment").format(name=name),
            _CURE,
        )
    return list(rows)


def _probe(head: Head) -> float:
    return LIKELY if head.start.startswith("{") else NO


def _read(content: Content) -> Witnesses:
    return witnesses(content.where, text_of(content))


FORMAT: WitnessFormat = Format(
    "witnesses as JSON", (".json",), _probe, _read, "the content or tokens of each of `witnesses`"
)
