"""Names and words as data: agencies, outlets, cues, titles, house style.

A language is a folder (`en/`); what no language owns stands beside it.
Steps read what they need through `toml` and `csv`; nothing here knows a step.
"""

from __future__ import annotations

import csv as _csv
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def toml(name: str) -> dict[str, Any]:
    """The tables of `NAME.toml`, such as `toml("en/cues")`; read once.

    Treat the result as frozen: it is shared.
    """
    if name.startswith("en/"):
        from retold import language

        return dict(language.of("en").lists(name[3:]))
    return tomllib.loads(_read(f"{name}.toml"))


@cache
def csv(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `NAME.csv`, each a mapping from the head of its column; read once."""
    if name.startswith("en/"):
        from retold import language

        return tuple(dict(row) for row in language.of("en").rows(name[3:]))
    lines = (line for line in _read(f"{name}.csv").splitlines() if line and not line.startswith("#"))
    return tuple(_csv.DictReader(lines))


def _read(path: str) -> str:
    return files("retold.gazetteer").joinpath(path).read_text(encoding="utf-8")
