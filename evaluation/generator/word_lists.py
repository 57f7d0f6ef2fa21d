"""The word lists and sentence templates, read once from the TOML files beside this one.

Files: mishap, power and order hold kinds of events; sentences what fits any
event and what people say; vocabulary, names and words the lists.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("texts")


@cache
def read(name: str) -> dict[str, Any]:
    """One file as a table."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def strings(name: str, key: str) -> list[str]:
    """A list of a file; where it is written as one text, its words."""
    found = read(name)[key]
    return found.split() if isinstance(found, str) else list(found)


def rows(name: str, key: str) -> list[list[str]]:
    """A text of a file as lines of words."""
    return [line.split() for line in read(name)[key].strip().splitlines()]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event: its templates, and the facts that every such event has.

    `figures` has name, form (n a count, pc a share, usd millions), least and most.
    """

    name: str
    topic: str
    bodies: tuple[str, ...]
    roles: tuple[str, ...]
    figures: tuple[tuple[str, str, int, int], ...]
    headlines: tuple[str, ...]
    ledes: tuple[str, ...]
    body: tuple[str, ...]


def _kind(name: str, table: dict[str, Any]) -> Kind:
    parts = [entry.split() for entry in table["figures"]]
    figures = tuple((name, form, int(low), int(high)) for name, form, low, high in parts)
    lists = {part: tuple(table[part]) for part in ("bodies", "roles", "headlines", "ledes", "body")}
    return Kind(name=name, topic=table["topic"], figures=figures, **lists)


KINDS = tuple(
    _kind(name, table) for file in ("mishap", "power", "order") for name, table in read(file).items()
)
VOCABULARY = {name: strings("vocabulary", name) for name in read("vocabulary")}
