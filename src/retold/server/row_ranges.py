"""Which rows of a trace belong to which story, and how a few of them are read.

A trace is written story by story, so the rows of a story in one table are a run or few.
"""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from threading import Lock
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from retold.archive.lazy import StoredFurniture, StoredLineages, StoredRows
from retold.errors import StoreError
from retold.messages import N_

if TYPE_CHECKING:
    import pyarrow as pa
    from pyarrow import parquet

    from retold.archive.store import Trace

T = TypeVar("T")
Run = tuple[int, int]  # numbers of rows, the second is the one after the last
_KEPT = 3  # groups of rows of a table that are held

# The tables read by story, and the column that says which; of an article's rows that is its id.
BY_STORY = {"changes": "story", "claims": "stories", "alignments": "story"}
BY_ARTICLE = {"statements": "article", "set_aside": "where"}
LINEAGE = ("lineages", "nodes", "derivations")


class Rows(Generic[T]):
    """Rows of one table by their numbers; of a stored table the groups read last are held.

    The file stays open: its foot, which says where each group lies, is as long as the table has groups and
    columns, and reading it anew for each group took longer than the group. Nor does it matter then that a
    new trace takes the old one's place.
    """

    def __init__(self, rows: Sequence[T]) -> None:
        self._rows = rows
        self._file: parquet.ParquetFile | None = None
        self._groups: OrderedDict[int, pa.Table] = OrderedDict()
        self._lock = Lock()

    def at(self, runs: Iterable[Run]) -> list[T]:
        """The rows of these runs, in their order."""
        rows = self._rows
        if not isinstance(rows, StoredRows):
            return [row for low, high in runs for row in rows[low:high]]
        return [
            row for low, high in runs for part in self._parts(rows, low, high) for row in rows.things(part)
        ]

    def _parts(self, rows: StoredRows[T], low: int, high: int) -> Iterator[pa.Table]:
        """The pieces of groups that hold the rows of one run."""
        begin = 0
        for number, size in enumerate(rows.sizes):
            if low < begin + size and begin < high:
                first = max(low, begin)
                yield self._group(rows, number).slice(first - begin, min(high, begin + size) - first)
            begin += size

    def _group(self, rows: StoredRows[T], number: int) -> pa.Table:
        with self._lock:
            if number not in self._groups:
                self._groups[number] = self._read(rows, number)
                while len(self._groups) > _KEPT:
                    self._groups.popitem(last=False)
            self._groups.move_to_end(number)
            return self._groups[number]

    def _read(self, rows: StoredRows[T], number: int) -> pa.Table:
        from pyarrow import lib
        from pyarrow import parquet as reader

        try:
            if self._file is None:
                self._file = reader.ParquetFile(rows.file, page_checksum_verification=True)
            return self._file.read_row_group(number)
        except (OSError, lib.ArrowException) as error:
            raise StoreError(
                N_("{file}: the table cannot be read").format(file=rows.file), N_("serve the trace again")
            ) from error


def tables(trace: Trace) -> dict[str, Rows[Any]]:
    """The tables of a trace that are read by story; those of lineages only where it is a stored one."""
    found: dict[str, Any] = {name: getattr(trace, name) for name in (*BY_STORY, *BY_ARTICLE)}
    if isinstance(trace.lineages, StoredLineages):
        found |= dict(zip(LINEAGE, trace.lineages.parts, strict=True))
    furniture = trace.furniture
    found["furniture"] = furniture.rows if isinstance(furniture, StoredFurniture) else furniture
    return {name: Rows(rows) for name, rows in found.items()}


def runs(trace: Trace, homes: Mapping[str, Sequence[int]]) -> Iterator[tuple[str, int, Run]]:
    """Table, number of the story and run, for each run of rows; `homes` has the stories of each article."""
    numbers = {one: number for number, one in enumerate(_column(trace.stories, "id"))}
    own: Mapping[str, Sequence[int]] = {name: (number,) for name, number in numbers.items()}
    for table, column in BY_STORY.items():
        yield from _runs(table, _column(getattr(trace, table), column), own)
    for table, column in BY_ARTICLE.items():
        yield from _runs(table, _column(getattr(trace, table), column), homes)
    yield from _runs("furniture", (span.article for span, _ in trace.furniture), homes)
    if isinstance(trace.lineages, StoredLineages):
        parts: tuple[Any, ...] = trace.lineages.parts
        for table, rows in zip(LINEAGE, parts, strict=True):
            yield from _runs(table, _column(rows, "story"), own)


def _column(rows: Sequence[Any], name: str) -> Iterable[Any]:
    return rows.column(name) if isinstance(rows, StoredRows) else (getattr(row, name) for row in rows)


def _runs(
    table: str, keys: Iterable[Any], homes: Mapping[str, Sequence[int]]
) -> Iterator[tuple[str, int, Run]]:
    """The runs of one table, from what each of its rows belongs to."""
    begun: dict[int, Run] = {}
    done: defaultdict[int, list[Run]] = defaultdict(list)
    for row, key in enumerate(keys):
        held = (key,) if isinstance(key, str) else key or ()
        for story in dict.fromkeys(n for name in held for n in homes.get(name, ())):
            low, high = begun.get(story, (row, row))
            if high != row:
                done[story].append((low, high))
                low = row
            begun[story] = (low, row + 1)
    for story, last in begun.items():
        yield from ((table, story, run) for run in (*done.get(story, ()), last))
