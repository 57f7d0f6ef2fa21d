"""A new trace from an older one: rows of stories that stayed are copied as they are, the others come anew.

Rows are copied as Arrow, table by table and a group at a time; nothing of them is read. Both sides are in the
order of the stories, and so is what comes out.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from retold.archive import files
from retold.archive.tables import TABLES, Rows

if TYPE_CHECKING:
    import pyarrow as pa

Ranks = Mapping[str, int]
Numbers = NDArray[np.int64]
RankOf = Callable[["pa.Table"], Numbers]  # the place of each row's story or article, -1 for a row that goes

_KEYS = {"articles": "id", "stories": "id", "statements": "article", "claims": "stories"}  # others: story
_WHOLE = ("furniture", "set_aside")  # tables that come anew each time


@dataclass(frozen=True, slots=True)
class Kept:
    """What of an older trace, whose tables are in `folder`, goes into a new one.

    `stories` and `articles` give the place of each in the new trace, `home` the place of each article's
    story. Rows of the stories that `stayed` are copied, those of the stories themselves that are `unchanged`,
    and the articles but for those that are `renewed`.
    """

    folder: Path
    stories: Ranks
    articles: Ranks
    home: Ranks
    stayed: frozenset[str]
    unchanged: frozenset[str]
    renewed: frozenset[str]


def merge(kept: Kept, parts: Iterable[Rows], into: Path) -> None:
    """Write all tables to the folder `into`, from the older trace and from the parts as they come."""
    fresh = into / "fresh"
    fresh.mkdir()
    files.written(parts, fresh)
    for name in TABLES:
        if name in _WHOLE:
            (fresh / f"{name}.parquet").rename(into / f"{name}.parquet")
        else:
            _merged(name, kept, fresh, into)
    shutil.rmtree(fresh)


def _merged(name: str, kept: Kept, fresh: Path, into: Path) -> None:
    """One table: the rows that stayed with the new ones between them."""
    from pyarrow import parquet

    copied, new = _ranks(name, kept)
    coming = parquet.read_table(fresh / f"{name}.parquet")
    with files.writer(into, name) as file:
        for table in _between(_staying(kept.folder / f"{name}.parquet", copied), coming, new(coming)):
            file.write_table(table, row_group_size=files.GROUP)


def _between(
    staying: Iterable[tuple[pa.Table, Numbers]], coming: pa.Table, places: Numbers
) -> Iterator[pa.Table]:
    """The rows of both sides by their places; each side is in order already."""
    import pyarrow as pa

    done = 0
    for table, ranks in staying:
        until = int(np.searchsorted(places, ranks[-1], side="right"))
        if until == done:
            yield table
            continue
        both = pa.concat_tables([table, coming.slice(done, until - done)])
        yield both.take(np.argsort(np.r_[ranks, places[done:until]], kind="stable"))
        done = until
    if done < len(coming):
        yield coming.slice(done)


def _staying(file: Path, rank_of: RankOf) -> Iterator[tuple[pa.Table, Numbers]]:
    """The rows that stay, with their places, group by group."""
    from pyarrow import parquet

    with parquet.ParquetFile(file, page_checksum_verification=True) as table:
        for group in range(table.num_row_groups):
            rows = table.read_row_group(group)
            ranks = rank_of(rows)
            stay = np.flatnonzero(ranks >= 0)
            if len(stay):
                yield rows if len(stay) == len(ranks) else rows.take(stay), ranks[stay]


def _ranks(name: str, kept: Kept) -> tuple[RankOf, RankOf]:
    """How the rows of the older and of the new side of a table are placed."""
    key = _KEYS.get(name, "story")
    if name == "articles":
        same = {one: rank for one, rank in kept.articles.items() if one not in kept.renewed}
        return _by(key, same), _by(key, kept.articles)
    if name == "stories":
        return _by(key, {one: kept.stories[one] for one in kept.unchanged}), _by(key, kept.stories)
    places = {kept.stories[one] for one in kept.stayed}
    every = kept.home if name == "statements" else kept.stories
    return _by(key, {one: rank for one, rank in every.items() if rank in places}), _by(key, every)


def _by(column: str, places: Ranks) -> RankOf:
    """The place by a column; of a list the first item counts."""

    def ranks(table: pa.Table) -> Numbers:
        held = table.column(column).to_pylist()
        names = (one if isinstance(one, str) else next(iter(one or ()), "") for one in held)
        return np.fromiter((places.get(name, -1) for name in names), np.int64, len(held))

    return ranks
