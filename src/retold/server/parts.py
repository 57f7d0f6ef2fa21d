"""One story of a trace with all that was found in it, read by the numbers of its rows."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from retold.archive import tables
from retold.archive.store import Trace
from retold.archive.tables import FurnitureRow
from retold.model import Article, Lineage, Story
from retold.server import row_ranges

if TYPE_CHECKING:
    from retold.server.catalogue import Catalogue


class Parts:
    """The stories of a trace by their numbers, which are their places in the trace."""

    def __init__(self, trace: Trace, catalogue: Catalogue) -> None:
        self._trace, self._catalogue = trace, catalogue
        self._tables = row_ranges.tables(trace)

    def of(self, number: int, without: Collection[str] = ()) -> Trace:
        """What concerns one story, in memory; as `Trace.part` gives it, but for some tables."""
        story, runs = self._catalogue.thing(number), self._catalogue.runs(number)
        read = {
            name: () if name in without else tuple(rows.at(runs.get(name, ())))
            for name, rows in self._tables.items()
        }
        return Trace(
            articles=self._articles(number, story),
            stories=(story,),
            lineages=self._lineages(story, read),
            statements=read["statements"],
            changes=read["changes"],
            claims=read["claims"],
            furniture=tuple(map(_furniture, read["furniture"])),
            set_aside=read["set_aside"],
            manifest=self._trace.manifest,
            alignments=read["alignments"],
        )

    def _articles(self, number: int, story: Story) -> tuple[Article, ...]:
        outside = map(self._catalogue.article, story.sources)
        return (*self._catalogue.articles(number), *(one for one in outside if one is not None))

    def _lineages(self, story: Story, read: dict[str, tuple[Any, ...]]) -> dict[str, Lineage]:
        if "nodes" in read:
            return dict(tables.lineages(*(read[name] for name in row_ranges.LINEAGE)))
        found = self._trace.lineages.get(story.id)
        return {} if found is None else {story.id: found}


def _furniture(row: Any) -> Any:
    return (row.span, row.reason) if isinstance(row, FurnitureRow) else row
