"""The versions of each report of a trace, side by side, for the formats of textual scholars."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any

from retold import ids
from retold.archive import graph
from retold.errors import SettingsError
from retold.model import Article, Collation, Lineage

if TYPE_CHECKING:
    from retold.archive.store import Trace
    from retold.settings import Settings


@dataclass(frozen=True, slots=True)
class Report:
    """The versions of one report, in the order of their ids, and their collation.

    `names` has what to call each version, by its id.
    """

    story: str
    number: int
    articles: tuple[Article, ...]
    names: dict[str, str]
    collation: Collation

    @property
    def title(self) -> str:
        """The headline of the version published first that has one, else the first one's id."""
        held, days = {a.id: a for a in self.articles}, ids.days(self.articles)
        titled = [name for name, one in held.items() if one.title]
        return str(held[ids.founder(titled, days)].title) if titled else ids.founder(held, days)


def reports(trace: Trace) -> Iterator[Report]:
    """Every report that two or more articles give, collated; one after the other, for they may be large."""
    from retold.questions import collation

    settings = settings_of(trace.manifest)
    for story in trace.stories:
        told = [(n, members) for n, members in enumerate(story.families, 1) if len(members) > 1]
        part = trace.part([story.id]) if told else trace
        articles = {a.id: a for a in part.articles} if told else {}
        called = (
            graph.labels(part.lineages.get(story.id, Lineage((), (), (), (0, 0))), articles) if told else {}
        )
        for number, members in told:
            held = tuple(articles[i] for i in sorted(members) if i in articles)
            if len(held) > 1:
                names = {a.id: called.get(a.id) or a.outlet or a.id for a in held}
                yield Report(story.id, number, held, names, collation(held, settings))


def settings_of(manifest: Any) -> Settings:
    """The settings a trace was made with; the defaults where they are not known to this version."""
    from retold.settings import Settings, from_mapping

    try:
        return from_mapping(dict(manifest.get("settings") or {}))
    except (SettingsError, TypeError, ValueError):
        return Settings()


def sigla() -> Iterator[str]:
    """A, B … Z, A1, B1 …: one for each version.

    >>> names = sigla()
    >>> [next(names) for _ in range(28)][-3:]
    ['Z', 'A1', 'B1']
    """
    yield from ascii_uppercase
    for number in count(1):
        yield from (f"{letter}{number}" for letter in ascii_uppercase)
