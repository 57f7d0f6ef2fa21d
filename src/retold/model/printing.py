"""Things on one short line, for whoever looks at them in a shell or a log."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields, is_dataclass
from typing import Any

_TEXT = 32  # characters of a text that are shown
_LINE = 200  # characters of a line


def one_line(thing: Any) -> str:
    """A dataclass on one line: short texts, how many where there are several, nothing that is empty.

    >>> from retold.model import Article
    >>> Article("a1", "The ferry sank. " * 99, outlet="Harbour Post")
    Article(id='a1', text='The ferry sank. The ferry sank. …', outlet='Harbour Post')
    """
    shown = ((one.name, getattr(thing, one.name)) for one in fields(thing))
    words = ", ".join(f"{name}={_value(value)}" for name, value in shown if not _is_empty(value))
    line = f"{type(thing).__name__}({words})"
    return line if len(line) <= _LINE else f"{line[: _LINE - 2]}…)"


def _is_empty(value: object) -> bool:
    return value is None or (isinstance(value, Collection) and len(value) == 0)


def _value(value: object) -> str:
    if isinstance(value, str):
        shown = repr(value[:_TEXT])
        return shown if len(value) <= _TEXT else f"{shown[:-1]}…{shown[-1]}"
    if is_dataclass(value) and hasattr(value, "start") and hasattr(value, "end"):
        return f"{value.start}…{value.end}"
    if is_dataclass(value):
        return f"<{getattr(value, 'id', type(value).__name__)}>"
    if isinstance(value, Collection):
        return f"<{len(value)}>" if not _is_short(value) else repr(value)
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def _is_short(value: Collection[object]) -> bool:
    """Whether a pair of numbers, or a few short names."""
    return isinstance(value, tuple) and len(value) <= 3 and len(repr(value)) <= _TEXT
