"""What a page says beside its content when a server gives it; a page in a file has none of this."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from retold.views.decided import Choice


@dataclass(frozen=True, slots=True)
class Paging:
    """A page of many: which lines, of how many, and the addresses of the pages beside; '' for none."""

    first: int
    last: int
    total: int
    before: str = ""
    behind: str = ""


@dataclass(frozen=True, slots=True)
class Served:
    """A page of a server. Addresses are relative to the page."""

    root: str  # of the page of the pile
    home: str  # of the server's first page
    formats: tuple[tuple[str, str], ...] = ()  # name and address of the page's content for machines
    words: str = ""  # that are looked for
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # facets, by letter
    paging: Paging | None = None
    versions: tuple[Choice, ...] = ()  # of the story, to be collated
    may_trace: bool = True  # whether articles may be dropped here
    may_fetch: bool = False  # whether addresses may be pasted
    token: str = ""  # of the forms to decide; '' where nothing may be decided
    may_count: bool = False  # whether the trace can be made anew here
    waiting: int = 0  # decisions that the trace was not made with, or without which it would be
    marks: Mapping[str, str] = field(default_factory=dict)  # by the place of a line, what is not yet in it

    def has(self, letter: str, key: str) -> bool:
        """Whether a facet is chosen."""
        return key in self.chosen.get(letter, ())
