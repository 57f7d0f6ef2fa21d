"""A trace: all that was found in a corpus, in memory and on disk.

On disk a trace is a folder of Parquet tables and a manifest (`files`). `load` opens it and reads a table
when asked; DuckDB reads the tables in place (`connect`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from retold import extras
from retold.archive import addresses, consistency, extending, files, flat, graph, tables
from retold.archive.contents import Contents
from retold.archive.lazy import StoredFurniture, StoredLineages, StoredRows
from retold.errors import InputError
from retold.messages import N_
from retold.model import (
    Lineage,
    SetAside,
    StoryRecord,
    display,
)

if TYPE_CHECKING:
    import duckdb
    import networkx
    import pandas as pd
    import pyarrow as pa

T = TypeVar("T")
_COUNTED = {
    "articles": "article",
    "stories": "story",
    "statements": "statement",
    "changes": "change",
    "claims": "claim",
}
_NOTHING = Lineage((), (), (), (0, 0))


@dataclass(frozen=True, slots=True)
class Trace(Contents):
    """What `retold.trace` found, with ways to ask, store and extend it.

    `lineages` is keyed by story id; `alignments` has every pair of versions that was compared; `manifest`
    says with which version, settings, numbers and seed it was made. Of a loaded trace every field is read
    when it is looked at; `story` and `part` read what concerns some stories only.
    """

    def __repr__(self) -> str:
        """One line, however much was found."""
        counts = {name: len(getattr(self, name)) for name in _COUNTED}
        words = (f"{count:,} {_COUNTED[name] if count == 1 else name}" for name, count in counts.items())
        return f"<Trace: {', '.join(words)}>"

    def _repr_html_(self) -> str:
        """As a notebook shows it: the stories, those of most articles first."""
        names = {one.id: one.outlet or one.title or one.id for one in self.articles}
        stories = sorted(self.stories, key=lambda one: -len(one.articles))
        rows = (
            [
                one.id,
                len(one.articles),
                len(one.families),
                ", ".join(names.get(i, i) for i in one.articles[:8]),
            ]
            for one in stories
        )
        return display.table(repr(self)[1:-1], ["story", "articles", "reports", "told by"], rows)

    def story(self, story: str) -> StoryRecord:
        """One story with all that was found in it; raises `InputError` for an unknown id."""
        part = self.part([story])
        if not part.stories:
            known = ", ".join(one.id for one in self.stories[:3]) or "none"
            raise InputError(
                N_("no story {story!r} in this trace").format(story=story),
                N_("use an id of one of its stories: {known}").format(known=known),
            )
        return StoryRecord(
            story=part.stories[0],
            lineage=part.lineages.get(story, _NOTHING),
            statements=tuple(part.statements),
            changes=tuple(part.changes),
            claims=tuple(part.claims),
            alignments=tuple(part.alignments),
        )

    def part(self, stories: Collection[str]) -> Trace:
        """What concerns some stories, in memory: the articles, and all that was found in them.

        So are the articles of other stories that a digest among them takes from.
        """
        held = rows_where(self.stories, "id", stories)
        names = {name for one in held for name in one.articles}
        return Trace(
            articles=rows_where(self.articles, "id", names.union(*(one.sources for one in held))),
            stories=held,
            lineages=lineages_where(self.lineages, {one.id for one in held}),
            statements=rows_where(self.statements, "article", names),
            changes=rows_where(self.changes, "story", stories),
            claims=rows_where(self.claims, "stories", stories),
            furniture=tuple(one for one in self.furniture if one[0].article in names),
            set_aside=tuple(one for one in self.set_aside if one.where in names),
            manifest=self.manifest,
            alignments=rows_where(self.alignments, "story", stories),
        )

    def to_arrow(self, table: str) -> pa.Table:
        """One flat table (see `retold.archive.columns`); raises `InputError` for an unknown one."""
        import pyarrow as pa

        return pa.Table.from_batches(flat.batches(self, table), flat.schema(table))

    def to_pandas(self, table: str) -> pd.DataFrame:
        """The same as a data frame; raises `ExtraError` where pandas is not installed."""
        extras.module("pandas")
        return self.to_arrow(table).to_pandas()

    def to_networkx(self, story: str | None = None) -> networkx.MultiDiGraph[Any]:
        """The lineages, or that of one story, as a graph: see `retold.archive.graph.to_networkx`."""
        return graph.to_networkx(self, story)

    def add(self, articles: object, remove: Sequence[str] = ()) -> Trace:
        """The trace with more articles, or paths of some; those under a known id take the old one's place.

        `remove` are ids of articles that go. A trace that was loaded is changed where it lies; only what may
        change is done again. Raises as `retold.adding.add` does.
        """
        return extending.extended(self, articles, remove)

    def save(self, path: str | Path) -> None:
        """Write the trace to the folder `path`, replacing an older trace there.

        Raises `StoreError` where something else stands or nothing can be written.
        """
        write(self, (), path)


def gathered(head: Trace, records: Iterable[StoryRecord]) -> Trace:
    """A trace in memory: `head` has what concerns the whole corpus, `records` are its stories in order."""
    every = list(records)
    return Trace(
        articles=tuple(head.articles),
        stories=tuple(one.story for one in every),
        lineages={one.story.id: one.lineage for one in every},
        statements=tuple(chain.from_iterable(one.statements for one in every)),
        changes=tuple(chain.from_iterable(one.changes for one in every)),
        claims=tuple(chain.from_iterable(one.claims for one in every)),
        furniture=tuple(head.furniture),
        set_aside=tuple(head.set_aside),
        manifest=head.manifest,
        alignments=tuple(chain.from_iterable(one.alignments for one in every)),
    )


def write(
    head: Trace,
    records: Iterable[StoryRecord],
    path: str | Path,
    closing: Callable[[], Iterable[SetAside]] = tuple,
    beside: files.Beside | None = None,
) -> None:
    """Write a trace as its stories come, replacing an older one at `path`.

    `closing` gives the notes that are known once all stories are; `beside` writes more into the folder of the
    tables. A thousand rows or so of each kind are held at a time. Raises `StoreError` as `Trace.save` does.
    """

    def last() -> Iterator[tables.Rows]:
        yield {"set_aside": closing()}

    parts = chain([_rows(head)], map(tables.of_record, records), last())
    files.replaced(path, parts, lambda: dict(head.manifest), beside)


def load(path: str | Path) -> Trace:
    """Open a stored trace; its tables are read when asked for. Raises `StoreError` for what is none.

    One at an address ("s3://…") is fetched first.
    """
    here = addresses.here(path)
    folder, manifest = files.opened(here)
    folder = folder.resolve()  # the caller may go elsewhere before a table is read
    rows: dict[str, Any] = {
        name: StoredRows(folder / f"{name}.parquet", kind) for name, kind in tables.TABLES.items()
    }
    rows["lineages"] = StoredLineages(rows["lineages"], rows.pop("nodes"), rows.pop("derivations"))
    rows["furniture"] = StoredFurniture(rows["furniture"])
    found = Trace(manifest=manifest, **rows)
    if not files.is_sealed(here):
        consistency.check(found, str(path))
    return found


def connect(path: str | Path) -> duckdb.DuckDBPyConnection:
    """A DuckDB connection with a view for each flat table of the stored trace (see `columns`).

    The tables as they are stored, with their structs, are views of the schema `stored`. Raises `StoreError`
    for what is no trace, and `ExtraError` where DuckDB is not installed.

    >>> connect("harbour.trace").sql("SELECT kind, count(*) FROM changes GROUP BY kind")  # doctest: +SKIP
    """
    duckdb = extras.module("duckdb")
    folder, _ = files.opened(path)
    connection = duckdb.connect()
    connection.execute("CREATE SCHEMA stored")
    for name in tables.TABLES:
        file = str((folder / f"{name}.parquet").resolve()).replace("'", "''")
        connection.execute(f"CREATE VIEW stored.{name} AS SELECT * FROM read_parquet('{file}')")
    connection.execute((Path(__file__).parent / "views.sql").read_text(encoding="utf-8"))
    return connection  # type: ignore[no-any-return]


def _rows(trace: Trace) -> tables.Rows:
    """What a trace brings to each table; nothing is read before its turn."""
    return {
        "articles": trace.articles,
        "stories": trace.stories,
        **tables.of_lineages(trace.lineages.items()),
        "statements": trace.statements,
        "changes": trace.changes,
        "claims": trace.claims,
        "alignments": trace.alignments,
        "furniture": (tables.FurnitureRow(span, reason) for span, reason in trace.furniture),
        "set_aside": trace.set_aside,
    }


def place(trace: Trace) -> Path | None:
    """The folder of a trace that was loaded; None of one in memory, or fetched from an address."""
    if not isinstance(trace.articles, StoredRows):
        return None
    folder = trace.articles.file.parent.parent
    return None if addresses.is_copy(folder) else folder


# ---- parts of a trace ----


def rows_where(rows: Sequence[T], column: str, values: Collection[str]) -> tuple[T, ...]:
    """The rows whose column, or an item of it where it is a tuple, is one of the values."""
    if isinstance(rows, StoredRows):
        return tuple(rows.where(column, values))
    wanted = set(values)
    return tuple(row for row in rows if _holds(getattr(row, column), wanted))


def columns(rows: Sequence[Any], names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """Some columns of all rows, row by row; of a stored table nothing else is read."""
    if isinstance(rows, StoredRows):
        yield from zip(*(rows.column(name) for name in names), strict=True)
    else:
        yield from (tuple(getattr(row, name) for name in names) for row in rows)


def _holds(held: object, wanted: set[str]) -> bool:
    return not wanted.isdisjoint(held) if isinstance(held, tuple) else held in wanted


def lineages_where(lineages: Mapping[str, Lineage], stories: Collection[str]) -> dict[str, Lineage]:
    """The lineages of some stories, in the order of the trace; a stored table is read once for all."""
    if isinstance(lineages, StoredLineages):
        return dict(lineages.where(stories))
    return {story: lineage for story, lineage in lineages.items() if story in stories}
