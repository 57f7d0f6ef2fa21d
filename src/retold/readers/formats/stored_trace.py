"""A folder that holds a trace of retold: its tables are results, not articles."""

from __future__ import annotations

import json
from pathlib import Path

from retold.messages import N_
from retold.readers.content import Content, Head
from retold.readers.registry import CERTAIN, NEVER, ArticleFormat, Format, Found
from retold.readers.skipped import result

_MANIFEST = "manifest.json"
_KEYS = {"format", "tables", "manifest"}
_LARGEST = 4 << 20  # bytes of a manifest


def _probe(head: Head) -> float:
    return CERTAIN if head.folder is not None and _is_trace(head.folder) else NEVER


def _read(content: Content) -> Found:
    return result(content.source, N_("a stored trace"), N_("read it with `retold show`"))


def _is_trace(folder: Path) -> bool:
    """Whether the folder has a manifest of the keys that a trace's manifest has."""
    try:
        with (folder / _MANIFEST).open("rb") as stream:
            found = json.loads(stream.read(_LARGEST))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(found, dict) and found.keys() >= _KEYS


FORMAT: ArticleFormat = Format(
    "trace of retold", (), _probe, _read, "nothing: it is skipped with one line for all results"
)
