"""Groups of articles on one event: each connected part of the graph of near pairs by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from retold.flow import columns
from retold.flow.context import Context
from retold.flow.likeness import NEAR
from retold.steps import fingerprint, story
from retold.steps.story import nearness
from retold.tables import Bars, Edges, Weights

if TYPE_CHECKING:
    import pyarrow as pa

GROUPS = "home bigint, name bigint, cohesion double"


def edges(context: Context, bars: Bars, given: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The near pairs that are alike enough for the days between them: all that linkage looks at."""
    for rows in given:
        one, other = (nearness.known(columns.values(rows, side)) for side in ("day_a", "day_b"))
        likeness = columns.reals(rows, "cosine")
        keep = nearness.counted(likeness, one, other, context.settings.story.days, bars.undated) >= bars.least
        each = [rows.column(name).to_numpy(zero_copy_only=False)[keep] for name in ("a", "b", "cosine")]
        yield columns.batch(NEAR, each)


def numbered(groups: Iterable[tuple[str, int, float]], number: Mapping[str, int]) -> list[story.Group]:
    """Groups by the numbers of their articles, from rows (id, home, cohesion); by their first ids."""
    members: dict[int, list[int]] = {}
    cohesion: dict[int, float] = {}
    for name, home, tie in sorted(groups):
        members.setdefault(home, []).append(number[name])
        cohesion[home] = tie
    return [(held, cohesion[home]) for home, held in members.items()]


def rows(groups: Iterable[story.Group], ids: Sequence[str]) -> Iterator[pa.RecordBatch]:
    """Groups as rows of `GROUPS`."""
    each = (
        (fingerprint.id_hash(ids[members[0]]), fingerprint.id_hash(ids[one]), cohesion)
        for members, cohesion in groups
        for one in members
    )
    return columns.batches(GROUPS, each)


def groups(context: Context, bars: Bars, parts: Iterable[pa.Table]) -> Iterator[pa.RecordBatch]:
    """The groups of each connected part.

    Rows have `kind` 0 for an article with its vector and 1 for a near pair.
    """
    return columns.batches(GROUPS, (row for table in parts for row in _groups(context, bars, table)))


def _groups(context: Context, bars: Bars, table: pa.Table) -> Iterator[tuple[int, int, float]]:
    mine, pairs = columns.where(table, "kind", 0), columns.where(table, "kind", 1)
    names, ids = columns.values(mine, "name"), columns.values(mine, "id")
    number = {name: place for place, name in enumerate(names)}
    reports = np.unique(columns.numbers(mine, "report"), return_inverse=True)[1]
    alike = story.Near(_vectors(mine), _edges(pairs, number), _NOTHING, bars, reports)
    days = dict(zip(ids, columns.values(mine, "day"), strict=True))
    for members, cohesion in story.together(days, alike, context.settings.story):
        home = names[min(members, key=ids.__getitem__)]
        yield from ((home, names[one], cohesion) for one in members)


def _vectors(mine: pa.Table) -> story.likeness.Vectors:
    flat, bounds = columns.arrays(mine, "forms", np.int64)
    forms, places = np.unique(flat, return_inverse=True)
    weights, _ = columns.arrays(mine, "weights", np.float32)
    none = np.zeros(len(forms), np.bool_)
    return story.likeness.Vectors(places.astype(np.int32), weights, bounds, none)


def _edges(pairs: pa.Table, number: dict[int, int]) -> Edges:
    each = (columns.values(pairs, name) for name in ("a", "b", "cosine"))
    ends = ((number[a], number[b], cosine) for a, b, cosine in zip(*each, strict=True))
    return Edges.of([(min(a, b), max(a, b), cosine) for a, b, cosine in ends])


_NOTHING = Weights(np.zeros(0, np.int64), np.zeros(0, np.float32), np.zeros(0, np.bool_), 0)
