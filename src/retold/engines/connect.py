"""Tables on an engine that speaks Spark Connect: Spark and Sail run the same verbs.

A stage is a table that is written to Parquet under its name, in one folder that all workers reach. One that
stands there from an earlier run of the same work is not made again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from retold.errors import StoreError
from retold.messages import N_

if TYPE_CHECKING:
    import pyarrow as pa

Batches = Iterator["pa.RecordBatch"]
Map = Callable[[Batches], Batches]
Tables = Iterator["pa.Table"]
ByKey = Callable[[Tables], Batches]  # is given all rows of one key at a time, in their order

_BATCH = 2_000  # rows
_STATE = "stages.json"


class Stages:
    """Tables by name, and the verbs that make them; columns are given as in SQL: "name bigint, text string".

    `sorts` says whether the engine keeps the order of rows up to a function (Sail does not). `work` names
    all that the tables depend on: stages of another work are refused.
    """

    def __init__(self, session: Any, place: str, work: str, partitions: int, sorts: bool) -> None:
        """Raises `StoreError` where `place` holds stages of another work, or cannot be written."""
        self._session, self._partitions, self._sorts = session, partitions, sorts
        session.conf.set("spark.sql.shuffle.partitions", str(partitions))
        session.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", str(_BATCH))
        self._place = place.rstrip("/")
        self._files, self._root = opened(place)
        self._work, self._standing = work, self._left(place, work)

    def path(self, name: str) -> str:
        """Where a table lies; `opened` takes it, for whoever reads it without the engine."""
        return f"{self._place}/{name}"

    def view(self, name: str, query: str) -> None:
        """A table that is made whenever it is asked for."""
        self._session.sql(query).createOrReplaceTempView(name)

    def mapped(self, name: str, query: str, function: Map, columns: str) -> None:
        """The same, as a function makes it from the rows of a query."""
        self._session.sql(query).mapInArrow(function, columns).createOrReplaceTempView(name)

    def given(self, name: str, columns: str, batches: Callable[[], Batches]) -> None:
        """A table that is written from here, a file for each batch."""
        import pyarrow as pa
        from pyarrow import parquet

        if name not in self._standing:
            self._files.create_dir(f"{self._root}/{name}", recursive=True)
            for number, batch in enumerate(batches()):
                path = f"{self._root}/{name}/part-{number:05}.parquet"
                table = pa.Table.from_batches([batch])
                parquet.write_table(table, path, compression="zstd", filesystem=self._files)
        self._done(name, columns)

    def sql(self, name: str, query: str, columns: str) -> None:
        """The rows of a query."""
        if name not in self._standing:
            self._write(self._session.sql(query), name)
        self._done(name, columns)

    def map(self, name: str, query: str, function: Map, columns: str) -> None:
        """What a function makes of the rows of a query, batch by batch, in any order."""
        if name not in self._standing:
            self._write(self._session.sql(query).mapInArrow(function, columns), name)
        self._done(name, columns)

    def by_key(self, name: str, query: str, function: ByKey, columns: str, order: Sequence[str]) -> None:
        """What a function makes of all rows of one key at a time, sorted by `order`, the key first."""
        if name not in self._standing:
            rows = self._session.sql(query).repartition(self._partitions, order[0])
            if self._sorts:
                rows = rows.sortWithinPartitions(*order)
            work = partial(_keyed, function, tuple(order), self._sorts)
            self._write(rows.mapInArrow(work, columns), name)
        self._done(name, columns)

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """The rows of a query, all at once."""
        return [tuple(row) for row in self._session.sql(query).collect()]

    def number(self, query: str) -> int:
        """The one number that a query gives; 0 for none."""
        ((found,),) = self.rows(query)
        return int(found or 0)

    def stream(self, query: str) -> Iterator[tuple[Any, ...]]:
        """The rows of a query as they come, in its order."""
        return (tuple(row) for row in self._session.sql(query).toLocalIterator())

    def _write(self, rows: Any, name: str) -> None:
        rows.write.mode("overwrite").parquet(self.path(name))

    def _done(self, name: str, columns: str) -> None:
        """Let the table be known by its name. Sail leaves no file of an empty one to read columns from."""
        if name not in self._standing:
            self._standing.append(name)
            state = {"work": self._work, "stages": self._standing}
            with self._files.open_output_stream(f"{self._root}/{_STATE}") as sink:
                sink.write(json.dumps(state).encode())
        self._session.read.schema(columns).parquet(self.path(name)).createOrReplaceTempView(name)

    def _left(self, place: str, work: str) -> list[str]:
        """The stages that an earlier run of the same work has left."""
        try:
            self._files.create_dir(self._root, recursive=True)
            with self._files.open_input_stream(f"{self._root}/{_STATE}") as source:
                held = json.loads(source.readall())
        except FileNotFoundError:
            return []
        except (OSError, ValueError) as error:
            raise StoreError(
                N_("{place} cannot be used: {error}").format(place=place, error=error),
                N_("give another folder for --work"),
            ) from error
        if held.get("work") != work:
            cause = N_("{place} holds stages of other articles, settings or another version").format(
                place=place
            )
            raise StoreError(cause, N_("give another folder for --work, or empty this one"))
        return list(held["stages"])


def opened(place: str) -> tuple[Any, str]:
    """The file system of a folder or address, and the path there; Hadoop's "s3a://" is "s3://" to it.

    Raises `StoreError` for what is neither.
    """
    from pyarrow import fs

    try:
        if "://" in place:
            files, root = fs.FileSystem.from_uri(re.sub("^s3[an]://", "s3://", place))
            return files, str(root).rstrip("/")
        return fs.LocalFileSystem(), place.rstrip("/")
    except (OSError, ValueError) as error:
        raise StoreError(
            N_("{place} cannot be opened: {error}").format(place=place, error=error),
            N_("give another folder for --work"),
        ) from error


def _keyed(function: ByKey, order: tuple[str, ...], sorted_before: bool, batches: Batches) -> Batches:
    """What a worker does with a partition: the rows of each key to the function."""
    return function(runs(batches if sorted_before else _in_order(batches, order), order[0]))


def _in_order(batches: Batches, order: tuple[str, ...]) -> Batches:
    """The rows of a partition sorted here."""
    import pyarrow as pa

    held = [batch for batch in batches if batch.num_rows]
    if held:
        table = pa.Table.from_batches(held).sort_by([(name, "ascending") for name in order])
        yield from table.to_batches(_BATCH)


def runs(batches: Batches, key: str) -> Tables:
    """The rows of each key as one table, where equal keys stand together."""
    import pyarrow as pa

    held: list[pa.RecordBatch] = []
    for batch in batches:
        for piece in _pieces(batch, key):
            if held and held[-1][key][-1].as_py() != piece[key][0].as_py():
                yield pa.Table.from_batches(held)
                held = []
            held.append(piece)
    if held:
        yield pa.Table.from_batches(held)


def _pieces(batch: pa.RecordBatch, key: str) -> Iterator[pa.RecordBatch]:
    """A batch cut where its key changes."""
    values = batch[key].to_pylist()
    cuts = [place for place, (one, other) in enumerate(pairwise(values), 1) if one != other]
    for low, high in pairwise([0, *cuts, len(values)] if values else [0]):
        yield batch.slice(low, high - low)
