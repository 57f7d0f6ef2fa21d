"""How fields are to be taken, where a person says so, and what became of them, where a person asks.

The guide of a reading holds while one of its contents is read, and is seen by whatever takes fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from retold.errors import InputError
from retold.messages import N_

PARTS = ("id", "text", "outlet", "url", "title", "published", "updated", "byline", "language")


class Taken(NamedTuple):
    """One part of an article: from which field it was taken, its value, and why that one."""

    part: str
    name: str
    value: str
    why: str


@dataclass(slots=True)
class Guide:
    """`chosen` names for some of our parts the field that a person chose; `trail` collects what was taken."""

    chosen: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    trail: list[Taken] | None = None
    met: set[str] = field(default_factory=set)  # folded names of chosen fields that some record has

    def unmet(self) -> list[tuple[str, str]]:
        """The choices, each a part and a folded name, of which no record has had the field."""
        return [(part, name) for part, name in self.chosen.items() if name not in self.met]

    def note(self, part: str, name: str, value: object, why: str) -> None:
        """Remember where a part was taken from, if anybody asked."""
        if self.trail is not None:
            self.trail.append(Taken(part, name, str(value), why))


_PLAIN = Guide()
_CURRENT: ContextVar[Guide] = ContextVar("guide", default=_PLAIN)


def current() -> Guide:
    """The guide of the content that is being read."""
    return _CURRENT.get()


@contextmanager
def following(guide: Guide) -> Iterator[None]:
    """Let this guide hold for what is read within."""
    token = _CURRENT.set(guide)
    try:
        yield
    finally:
        _CURRENT.reset(token)


@lru_cache(maxsize=4096)  # the fields of a table recur in every row
def folded(name: str) -> str:
    """The name of a field as it is compared: without case, spaces and marks.

    >>> folded("Pub_Date"), folded("pub date")
    ('pubdate', 'pubdate')
    """
    return re.sub(r"[\W_]+", "", name).lower()


def chosen(pairs: Mapping[str, str]) -> dict[str, str]:
    """Our parts with the fields that a person chose for them; raises `InputError` for a part that is none."""
    for part in pairs:
        if part not in PARTS:
            raise InputError(
                N_("an article has no part '{part}'").format(part=part),
                N_("choose one of {names}").format(names=", ".join(PARTS)),
            )
    return {part: folded(name) for part, name in pairs.items()}
