"""Articles as they come in, and notes on what was not used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from retold.model.printing import one_line

When = str | date | datetime


class SetAside(NamedTuple):
    """Something that was not used, or not used as given, and why.

    `where` is a file, a line of a file or an article's id.
    """

    where: str
    why: str
    cure: str

    def __str__(self) -> str:
        return f"{self.where}: {self.why}; {self.cure}"


@dataclass(frozen=True, slots=True)
class Article:
    """One published text with what is known about its publication.

    `text` never changes once the article exists: every span counts in it.
    `published` and `updated` take an ISO 8601 string, a `date` or a `datetime`.
    `language` is an ISO 639-1 code. `extra` holds whatever else the source said.

    >>> Article("a1", "The ferry sank.", outlet="Harbour Post").outlet
    'Harbour Post'
    """

    id: str
    text: str
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    published: When | None = None
    updated: When | None = None
    byline: str | None = None
    language: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)

    __repr__ = one_line
