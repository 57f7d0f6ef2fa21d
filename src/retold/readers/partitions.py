"""What the folders of a partitioned data set tell: `published=2031-05-06/outlet=Tarn%20Post/part.parquet`.

Whoever writes tables in parts (Hive, Spark, Arrow, DuckDB) takes the columns that part them out of the rows
and puts them into the names of folders. Readers of such a set give them back.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

from retold import gazetteer
from retold.readers import fields, guide

_COLUMN = re.compile(r"([A-Za-z_]\w{0,63})=(.{1,500})", re.DOTALL)
_PARTS = ("outlet", "url", "title", "published", "updated", "byline", "language")


def columns(where: str) -> dict[str, str]:
    """The columns that the folders above a file name, outermost first; none of an address.

    >>> columns("set/year=2031/outlet=Tarn%20Post/part-0.parquet")
    {'year': '2031', 'outlet': 'Tarn Post'}
    """
    if "=" not in where or "://" in where:
        return {}
    matches = map(_COLUMN.fullmatch, re.split(r"[/\\]", where)[:-1])
    given = {match[1]: unquote(match[2]) for match in matches if match is not None}
    return {name: value for name, value in given.items() if value not in _listed("unknown")}


def told(where: str) -> tuple[dict[str, Any], dict[str, object]]:
    """The parts of an article that the folders above it give, and their other columns."""
    folder = where.replace("\\", "/").rpartition("/")[0]
    if "=" not in folder:
        return {}, {}
    if guide.current().chosen:
        guide.current().met.update(map(guide.folded, columns(f"{folder}/.")))
    return _told(folder, tuple(guide.current().chosen.items()))


@lru_cache(maxsize=256)  # the files of a folder follow one on another, and so do the rows of a file
def _told(folder: str, chosen: tuple[tuple[str, str], ...]) -> tuple[dict[str, Any], dict[str, object]]:
    renamed = {_listed("names").get(name, name): value for name, value in columns(f"{folder}/.").items()}
    with guide.following(guide.Guide(dict(chosen))):
        found = fields.article(renamed, ".") if renamed else None
    if found is None:
        return {}, {}
    parts = {part: getattr(found, part) for part in _PARTS}
    return {part: value for part, value in parts.items() if value is not None}, dict(found.extra)


def _listed(kind: str) -> Any:
    return gazetteer.toml("fields")["partitions"][kind]
