"""Columns of record batches as numpy arrays and back; arrays of an article travel as binary.

Columns are named as in SQL: "name bigint, words binary".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import pyarrow as pa

Rows = Any  # a record batch or a table
Numbers = NDArray[np.int64]
_CHUNK = 1_000  # rows that are given at a time


def numbers(rows: Rows, name: str) -> Numbers:
    """A column of whole numbers; 0 where nothing stands."""
    found: Numbers = _plain(rows, name).fill_null(0).to_numpy(zero_copy_only=False).astype(np.int64)
    return found


def reals(rows: Rows, name: str) -> NDArray[np.float64]:
    """A column of numbers; NaN where nothing stands."""
    found: NDArray[np.float64] = _plain(rows, name).to_numpy(zero_copy_only=False).astype(np.float64)
    return found


def values(rows: Rows, name: str) -> list[Any]:
    """A column as Python has it."""
    found: list[Any] = rows.column(name).to_pylist()
    return found


def arrays(rows: Rows, name: str, kind: type[np.generic]) -> tuple[NDArray[Any], Numbers]:
    """The arrays of a binary column, one after the other: row i has [bounds[i]:bounds[i + 1]] of them."""
    each = rows.column(name).to_pylist()
    size = np.dtype(kind).itemsize
    bounds = np.cumsum([0, *(len(one or b"") // size for one in each)])
    return np.frombuffer(b"".join(one or b"" for one in each), kind), bounds


def cut(flat: NDArray[Any], bounds: Numbers) -> pa.Array:
    """A binary column of the pieces of an array."""
    import pyarrow as pa

    width = flat.dtype.itemsize
    offsets = ((bounds - bounds[0]) * width).astype(np.int32)
    whole = np.ascontiguousarray(flat[bounds[0] : bounds[-1]])
    buffers = [None, pa.py_buffer(offsets), pa.py_buffer(whole)]
    return pa.Array.from_buffers(pa.binary(), len(bounds) - 1, buffers)


def batch(columns: str, each: Sequence[Any]) -> pa.RecordBatch:
    """A record batch of such columns, from arrays or lists."""
    import pyarrow as pa

    held = schema(columns)
    made = [
        one if isinstance(one, pa.Array) else pa.array(one, type=field.type)
        for one, field in zip(each, held, strict=True)
    ]
    return pa.RecordBatch.from_arrays(made, schema=held)


def batches(columns: str, rows: Iterable[Sequence[Any]], size: int = _CHUNK) -> Iterator[pa.RecordBatch]:
    """Rows as record batches of such columns."""
    stream = iter(rows)
    while held := list(islice(stream, size)):
        yield batch(columns, list(zip(*held, strict=True)))


@cache
def schema(columns: str) -> pa.Schema:
    """The schema of columns that are named as in SQL."""
    import pyarrow as pa

    kinds = {"bigint": pa.int64(), "double": pa.float64(), "string": pa.string(), "binary": pa.binary()}
    pairs = (one.split() for one in columns.split(","))
    return pa.schema([(name, kinds[kind]) for name, kind in pairs])


def where(table: pa.Table, name: str, value: int) -> pa.Table:
    """The rows of a table whose column has this number."""
    import pyarrow as pa

    return table.filter(pa.array(numbers(table, name) == value))


def _plain(rows: Rows, name: str) -> pa.Array:
    column = rows.column(name)
    return column.combine_chunks() if hasattr(column, "combine_chunks") else column
