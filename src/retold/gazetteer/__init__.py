"""Names that belong to no language, as data: agencies, outlets and their hosts, names of fields and files.

What is known of a language is in `retold.language`. Nothing here knows a step.
"""

from __future__ import annotations

import csv as _csv
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def toml(name: str) -> dict[str, Any]:
    """The tables of `NAME.toml`, such as `toml("fields")`; read once.

    Treat the result as frozen: it is shared.
    """
    return tomllib.loads(_read(f"{name}.toml"))


@cache
def csv(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `NAME.csv`, each a mapping from the head of its column; read once."""
    lines = (line for line in _read(f"{name}.csv").splitlines() if line and not line.startswith("#"))
    return tuple(_csv.DictReader(lines))


def spellings(row: Mapping[str, str]) -> tuple[str, ...]:
    """The names of an agency or outlet by its row: the full one, then its short forms and codes.

    >>> spellings({"name": "Gull Wire", "short": "GW|The Gull Wire"})
    ('Gull Wire', 'GW', 'The Gull Wire')
    """
    return (row["name"], *filter(None, (row["short"] or "").split("|")))


def _read(path: str) -> str:
    return files("retold.gazetteer").joinpath(path).read_text(encoding="utf-8")
