"""A trace: all that was found in a pile, in memory and on disk.

On disk a trace is a folder: `manifest.json`, which names the folder of the
current tables, and in that one Parquet file per kind of thing. The manifest is
replaced last and in one step, so a run that is killed leaves the old trace whole.
DuckDB reads the tables in place (`connect`).
"""

from __future__ import annotations

import json
import shutil
import uuid
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from retold.archive import codec
from retold.errors import StoreError
from retold.model import (
    Article,
    Change,
    Claim,
    Derivation,
    Lineage,
    Node,
    SetAside,
    Span,
    Statement,
    Story,
)

if TYPE_CHECKING:
    import duckdb

FORMAT = 1
_GROUP = 2_000  # rows that are written at a time


@dataclass(frozen=True, slots=True)
class Trace:
    """What `retold.trace` found.

    `lineages` is keyed by story id; `manifest` says with which version, settings
    and seed it was made and what it holds.
    """

    articles: tuple[Article, ...] = ()
    stories: tuple[Story, ...] = ()
    lineages: Mapping[str, Lineage] = field(default_factory=dict)
    statements: tuple[Statement, ...] = ()
    changes: tuple[Change, ...] = ()
    claims: tuple[Claim, ...] = ()
    furniture: tuple[tuple[Span, str], ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    manifest: Mapping[str, Any] = field(default_factory=dict)

    def save(self, path: str | Path) -> None:
        """Write the trace to the folder `path`, replacing an older trace there.

        Raises `StoreError` where something else stands or nothing can be written.
        """
        _save([self], Path(path))


def joined(parts: Iterable[Trace]) -> Trace:
    """The parts of a trace as one; the first has the manifest."""
    every = list(parts)
    columns = {
        f.name: tuple(row for part in every for row in getattr(part, f.name))
        for f in fields(Trace)
        if f.name not in ("lineages", "manifest")
    }
    lineages = {story: way for part in every for story, way in part.lineages.items()}
    return Trace(lineages=lineages, manifest=every[0].manifest, **columns)


def write(parts: Iterable[Trace], path: str | Path) -> None:
    """Write a trace as its parts come, replacing an older one at `path`; the first has the manifest.

    A thousand rows or so of each kind are held at a time. Raises `StoreError` as `Trace.save` does.
    """
    _save(parts, Path(path))


def load(path: str | Path) -> Trace:
    """Read a stored trace back; raises `StoreError` for what is none."""
    folder, manifest = _open(Path(path))
    kept: dict[str, list[Any]] = {
        name: codec.things(kind, _read(folder / f"{name}.parquet")) for name, kind in _TABLES.items()
    }
    lineages = _joined(kept.pop("lineages"), kept.pop("nodes"), kept.pop("derivations"))
    kept["furniture"] = [(row.span, row.reason) for row in kept["furniture"]]
    return Trace(lineages=lineages, manifest=manifest, **{name: tuple(rows) for name, rows in kept.items()})


def connect(path: str | Path) -> duckdb.DuckDBPyConnection:
    """A DuckDB connection with one view per table of the stored trace.

    >>> connect("harbour.trace").sql("SELECT kind, count(*) FROM changes GROUP BY kind")  # doctest: +SKIP
    """
    import duckdb

    folder, _ = _open(Path(path))
    connection = duckdb.connect()
    for name in _TABLES:
        file = str(folder / f"{name}.parquet").replace("'", "''")
        connection.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet('{file}')")
    return connection


# ---- tables that the model has no type for ----


@dataclass(frozen=True, slots=True)
class _Furniture:
    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class _LineageRow:
    story: str
    number: int  # 0 is the lineage, 1 and up its alternatives
    origins: tuple[str, ...]
    origins_range: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _NodeRow:
    story: str
    number: int
    node: Node


@dataclass(frozen=True, slots=True)
class _DerivationRow:
    story: str
    number: int
    derivation: Derivation


_TABLES: dict[str, type] = {
    "articles": Article,
    "stories": Story,
    "lineages": _LineageRow,
    "nodes": _NodeRow,
    "derivations": _DerivationRow,
    "statements": Statement,
    "changes": Change,
    "claims": Claim,
    "furniture": _Furniture,
    "set_aside": SetAside,
}


def _rows(trace: Trace) -> dict[str, list[Any]]:
    """What goes into each table."""
    every = [(s, n, x) for s, top in trace.lineages.items() for n, x in enumerate((top, *top.alternatives))]
    return {
        **{f.name: list(getattr(trace, f.name)) for f in fields(trace) if f.name in _TABLES},
        "lineages": [_LineageRow(s, n, x.origins, x.origins_range) for s, n, x in every],
        "nodes": [_NodeRow(s, n, node) for s, n, x in every for node in x.nodes],
        "derivations": [_DerivationRow(s, n, edge) for s, n, x in every for edge in x.derivations],
        "furniture": [_Furniture(span, reason) for span, reason in trace.furniture],
    }


def _joined(tops: list[Any], nodes: list[Any], edges: list[Any]) -> dict[str, Lineage]:
    """Lineages with their alternatives, from the rows of three tables."""
    of_nodes: dict[tuple[str, int], list[Node]] = {}
    of_edges: dict[tuple[str, int], list[Derivation]] = {}
    for row in nodes:
        of_nodes.setdefault((row.story, row.number), []).append(row.node)
    for row in edges:
        of_edges.setdefault((row.story, row.number), []).append(row.derivation)
    found: dict[str, Lineage] = {}
    for top in tops:
        key = (top.story, top.number)
        parts = tuple(of_nodes.get(key, ())), tuple(of_edges.get(key, ()))
        one = Lineage(*parts, origins=top.origins, origins_range=top.origins_range)
        first = found.get(top.story)
        found[top.story] = one if first is None else replace(first, alternatives=(*first.alternatives, one))
    return found


# ---- the disk ----


def _save(parts: Iterable[Trace], path: Path) -> None:
    _refuse_stranger(path)
    fresh = path / f"tables-{uuid.uuid4().hex[:12]}"
    try:
        fresh.mkdir(parents=True)
        _commit(path, fresh.name, _written(parts, fresh))
    except OSError as error:
        shutil.rmtree(fresh, ignore_errors=True)
        raise StoreError(
            f"{path}: {error.strerror or error}", "choose a folder that can be written"
        ) from error
    for old in path.glob("tables-*"):
        if old != fresh:
            shutil.rmtree(old, ignore_errors=True)


def _written(parts: Iterable[Trace], folder: Path) -> dict[str, Any]:
    """Write the tables part by part; the manifest that the first part has."""
    manifest: dict[str, Any] | None = None
    with ExitStack() as files:
        tables = {name: files.enter_context(_Table(folder, name, kind)) for name, kind in _TABLES.items()}
        for part in parts:
            manifest = dict(part.manifest) if manifest is None else manifest
            for name, rows in _rows(part).items():
                tables[name].add(rows)
    return manifest or {}


class _Table:
    """One table as it is written: rows are held until they are worth a group."""

    def __init__(self, folder: Path, name: str, kind: type) -> None:
        from pyarrow import parquet

        self._kind, self._rows = kind, list[Any]()
        self._file = parquet.ParquetWriter(folder / f"{name}.parquet", codec.schema(kind), compression="zstd")

    def __enter__(self) -> _Table:
        return self

    def __exit__(self, *_: object) -> None:
        self._flush()
        self._file.close()

    def add(self, rows: Iterable[Any]) -> None:
        self._rows += rows
        if len(self._rows) >= _GROUP:
            self._flush()

    def _flush(self) -> None:
        if self._rows:
            self._file.write_table(codec.table(self._kind, self._rows))
            self._rows = []


def _commit(path: Path, tables: str, manifest: dict[str, Any]) -> None:
    """Put the new manifest in place of the old one; the single step that counts."""
    text = json.dumps(
        {"format": FORMAT, "tables": tables, "manifest": manifest}, ensure_ascii=False, indent=1
    )
    draft = path / f"manifest.{tables}.tmp"
    draft.write_text(text, encoding="utf-8")
    draft.replace(path / "manifest.json")


def _refuse_stranger(path: Path) -> None:
    if path.is_file() or (path.is_dir() and any(path.iterdir()) and not _ours(path)):
        raise StoreError(f"{path}: something that is no trace stands there", "choose another place")


def _ours(path: Path) -> bool:
    """Whether the folder holds a trace, whole or begun, and nothing else."""
    return all(p.name.startswith(("tables-", "manifest.")) for p in path.iterdir())


def _open(path: Path) -> tuple[Path, dict[str, Any]]:
    """The folder of the current tables and the manifest."""
    try:
        head = json.loads((path / "manifest.json").read_text(encoding="utf-8"))
        version, tables, manifest = head["format"], head["tables"], head["manifest"]
    except OSError as error:
        raise StoreError(f"{path}: no trace there", "name a folder that `retold trace -o` wrote") from error
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{path}: its manifest cannot be read", "make the trace again") from error
    if version != FORMAT:
        raise StoreError(f"{path}: written in format {version}, this retold reads {FORMAT}", "make it again")
    return path / Path(tables).name, manifest


def _read(file: Path) -> Any:
    from pyarrow import lib, parquet

    try:
        return parquet.read_table(file)
    except (OSError, lib.ArrowException) as error:
        raise StoreError(f"{file}: the table cannot be read", "make the trace again") from error
