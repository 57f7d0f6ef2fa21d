"""Tables of a stored trace, read when asked for.

A `StoredRows` is a sequence whose length is known at once; running through it holds one group of rows at
a time. `where` reads what concerns a few articles or stories only.
"""

from __future__ import annotations

from collections.abc import Collection, ItemsView, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from retold.archive import codec, files, tables
from retold.errors import StoreError
from retold.messages import N_
from retold.model import Lineage, Span

if TYPE_CHECKING:
    import pyarrow as pa
    from pyarrow import parquet

T = TypeVar("T")


class StoredRows(Sequence[T], Generic[T]):
    """The rows of one table, in the order they were written in.

    Equal to every sequence of equal things. Raises `StoreError` where the table cannot be read.
    """

    def __init__(self, file: Path, kind: type[T]) -> None:
        self._file, self._kind = file, kind
        with _opened(file) as table:
            _check_columns(file, kind, table.schema_arrow)
            self._sizes = [table.metadata.row_group(k).num_rows for k in range(table.num_row_groups)]

    def __len__(self) -> int:
        return sum(self._sizes)

    def __iter__(self) -> Iterator[T]:
        for group in range(len(self._sizes)):
            yield from self._group(group)

    @property
    def file(self) -> Path:
        """Where they lie."""
        return self._file

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[T, ...]: ...
    def __getitem__(self, place: int | slice) -> T | tuple[T, ...]:
        if isinstance(place, slice):
            return tuple(self)[place]
        row = place + len(self) if place < 0 else place
        for group, size in enumerate(self._sizes):
            if 0 <= row < size:
                return self._group(group, [row])[0]
            row -= size
        raise IndexError(place)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or len(self) != len(other):
            return NotImplemented if not isinstance(other, Sequence) else False
        return all(a == b for a, b in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]  # as a list's

    def __repr__(self) -> str:
        return f"<{len(self):,} stored {self._file.stem}>"

    def where(self, column: str, values: Collection[str]) -> Iterator[T]:
        """The rows whose column, or one item of it where it is a list, is one of the values."""
        for group in range(len(self._sizes)):
            with _opened(self._file) as table:
                rows = _places(table.read_row_group(group, columns=[column]).column(0), values)
            if rows:
                yield from self._group(group, rows)

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many rows each group has."""
        return tuple(self._sizes)

    def things(self, rows: pa.Table) -> list[T]:
        """The objects of some rows of a group; raises `StoreError` for what is none."""
        try:
            return codec.things(self._kind, rows)
        except codec.Unfit as error:
            raise StoreError(f"{self._file}: {error}", files.CHANGED) from error

    def column(self, name: str) -> list[Any]:
        """One column of all rows."""
        with _opened(self._file) as table:
            found: list[Any] = table.read(columns=[name]).column(0).to_pylist()
        return found

    def lengths(self, name: str) -> list[int]:
        """How many letters each value of a column of strings has."""
        from pyarrow import compute

        found: list[int] = []
        for group in range(len(self._sizes)):
            with _opened(self._file) as table:
                letters = compute.utf8_length(table.read_row_group(group, columns=[name]).column(0))
            found += letters.to_pylist()
        return found

    def group(self, number: int) -> pa.Table:
        """One group of rows as it is stored; `things` makes objects of any part of it."""
        with _opened(self._file) as table:
            return table.read_row_group(number)

    def _group(self, number: int, rows: list[int] | None = None) -> list[T]:
        group = self.group(number)
        return self.things(group if rows is None else group.take(rows))


def _check_columns(file: Path, kind: type, found: pa.Schema) -> None:
    """Raise `StoreError` for a table of other columns: one that was put in another's place."""
    wanted = codec.schema(kind)
    for field in wanted:
        place = found.get_field_index(field.name)
        if place < 0 or found.field(place).type != field.type:
            raise StoreError(
                N_("{file}: it is no table of {table} (column {column})").format(
                    file=file, table=file.stem, column=field.name
                ),
                files.CHANGED,
            )


@contextmanager
def _opened(file: Path) -> Iterator[parquet.ParquetFile]:
    from pyarrow import lib
    from pyarrow import parquet as reader

    try:
        with reader.ParquetFile(file, page_checksum_verification=True) as table:
            yield table
    except (OSError, lib.ArrowException) as error:
        cure = N_("load the trace again, or make it again with `retold trace -o` if that fails too")
        raise StoreError(N_("{file}: the table cannot be read").format(file=file), cure) from error


def _places(column: pa.ChunkedArray, values: Collection[str]) -> list[int]:
    """The numbers of the rows that hold one of the values, rising."""
    wanted = set(values)
    rows = enumerate(column.to_pylist())
    return [n for n, held in rows if (held in wanted if isinstance(held, str) else wanted & set(held or ()))]


class StoredFurniture(Sequence[tuple[Span, str]]):
    """The furniture of a stored trace."""

    def __init__(self, rows: StoredRows[tables.FurnitureRow]) -> None:
        self.rows = rows

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[tuple[Span, str]]:
        return ((row.span, row.reason) for row in self.rows)

    @overload
    def __getitem__(self, place: int) -> tuple[Span, str]: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[tuple[Span, str], ...]: ...
    def __getitem__(self, place: int | slice) -> tuple[Span, str] | tuple[tuple[Span, str], ...]:
        if isinstance(place, slice):
            return tuple(self)[place]
        row = self.rows[place]
        return row.span, row.reason

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, Sequence) else NotImplemented

    __hash__ = None  # type: ignore[assignment]  # as a list's

    def __repr__(self) -> str:
        return repr(self.rows)


class StoredLineages(Mapping[str, Lineage]):
    """The lineages of a stored trace by story; one is read when asked for, `items` reads all in turn."""

    def __init__(
        self,
        tops: StoredRows[tables.LineageRow],
        nodes: StoredRows[tables.NodeRow],
        edges: StoredRows[tables.DerivationRow],
    ) -> None:
        self.parts = (tops, nodes, edges)

    def __len__(self) -> int:
        return len(dict.fromkeys(self))

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(self.parts[0].column("story")))

    def __getitem__(self, story: str) -> Lineage:
        for _, found in self.where([story]):
            return found
        raise KeyError(story)

    def where(self, stories: Collection[str]) -> Iterator[tuple[str, Lineage]]:
        """Some stories with their lineages, in the order they were written in."""
        tops, nodes, edges = self.parts
        return tables.lineages(
            tops.where("story", stories), nodes.where("story", stories), edges.where("story", stories)
        )

    def items(self) -> ItemsView[str, Lineage]:
        """Every story with its lineage; running through them reads the tables once, in turn."""
        return _InTurn(self)

    def __eq__(self, other: object) -> bool:
        return dict(self.items()) == other if isinstance(other, Mapping) else NotImplemented

    __hash__ = None  # type: ignore[assignment]  # as a dict's

    def __repr__(self) -> str:
        return f"<{len(self):,} stored lineages>"


class _InTurn(ItemsView[str, Lineage]):
    """Pairs of a stored trace: a mapping's own view would look for each lineage by itself."""

    def __init__(self, held: StoredLineages) -> None:
        super().__init__(held)
        self._held = held

    def __iter__(self) -> Iterator[tuple[str, Lineage]]:
        return tables.lineages(*self._held.parts)
