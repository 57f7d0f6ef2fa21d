"""What the alignment of two articles says of copying."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from retold.corpus import witnesses
from retold.corpus.articles import unpacked
from retold.flow import columns
from retold.flow.context import Context, spans_of
from retold.steps import align, story, words
from retold.tables import Ties, Witness

if TYPE_CHECKING:
    import pyarrow as pa

TIES = "a bigint, b bigint, ways binary, same bigint, prints bigint"
_REMEMBERED = 1_000  # witnesses
_FEW = 200  # rows that are given at a time


def ties(context: Context, tables: Iterable[pa.Table]) -> Iterator[pa.RecordBatch]:
    """The tie of each pair, from the rows of one article and of all that it is paired with.

    Rows have `kind` 0 for the article itself and 1 for the others, `a` for its name and `b` for theirs.
    """
    kept: OrderedDict[int, Witness] = OrderedDict()
    return columns.batches(TIES, (row for table in tables for row in _ties(context, table, kept)), _FEW)


def _ties(context: Context, table: pa.Table, kept: OrderedDict[int, Witness]) -> Iterator[tuple[object, ...]]:
    itself: Witness | None = None
    for row in table.to_pylist():
        one = _witness(context, row, kept)
        if row["kind"] == 0:
            itself = one
        elif itself is not None:
            a, b = sorted((itself, one), key=lambda witness: witness.id)
            tie = story.tie(align.partners(a, b, context.settings.align, context.kernels()))
            held = story.ties([(0, 1, *tie)])
            yield row["a"], row["b"], held.ways.tobytes(), int(tie[2]), int(story.prints(held)[0])


def _witness(context: Context, row: dict[str, Any], kept: OrderedDict[int, Witness]) -> Witness:
    name = row["a"] if row["kind"] == 0 else row["b"]
    if name not in kept:
        article = unpacked(row["id"], row["text"], row["rest"])
        split = words.many([article.text], context.kernels()).text(0)
        default = context.settings.language.default
        kept[name] = witnesses.bare(article, spans_of(row["id"], row["spans"]), split, default)
        if len(kept) > _REMEMBERED:
            kept.popitem(last=False)
    return kept[name]


def ties_of(table: columns.Rows, number: dict[int, int]) -> Ties:
    """The ties of a table, their articles by number."""
    a, b = (np.array([number[name] for name in columns.values(table, side)], np.int32) for side in ("a", "b"))
    ways, _ = columns.arrays(table, "ways", np.float64)
    same = columns.numbers(table, "same").astype(np.bool_)
    return Ties(a, b, ways.reshape(len(a), 2, len(story.Borrowing._fields)), same)
