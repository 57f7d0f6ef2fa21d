"""The folder of a stored trace: a manifest, and one Parquet file per table.

The manifest is replaced last and in one step, so a run that is killed leaves the old trace whole.
"""

from __future__ import annotations

import json
import shutil
import uuid
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from retold.archive import codec
from retold.archive.tables import TABLES, Rows
from retold.errors import StoreError

FORMAT = 2  # 1 had no alignments, and running numbers in its ids
_GROUP = 2_000  # rows that are written at a time


def replaced(path: Path, parts: Iterable[Rows], manifest: Callable[[], dict[str, Any]]) -> None:
    """Write the parts of a trace as they come, and put it in the place of an older one at `path`.

    `manifest` is asked for once all is written. Raises `StoreError` where something else stands or
    nothing can be written.
    """
    _refuse_stranger(path)
    fresh = path / f"tables-{uuid.uuid4().hex[:12]}"
    try:
        fresh.mkdir(parents=True)
        _write(parts, fresh)
        commit(path, fresh.name, manifest())
    except OSError as error:
        shutil.rmtree(fresh, ignore_errors=True)
        if isinstance(error, StoreError):
            raise
        raise StoreError(
            f"{path}: {error.strerror or error}", "choose a folder that can be written"
        ) from error
    for old in path.glob("tables-*"):
        if old != fresh:
            shutil.rmtree(old, ignore_errors=True)


def _write(parts: Iterable[Rows], folder: Path) -> None:
    with ExitStack() as files:
        tables = {name: files.enter_context(_Table(folder, name, kind)) for name, kind in TABLES.items()}
        for part in parts:
            for name, rows in part.items():
                tables[name].add(rows)


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
        for row in rows:
            self._rows.append(row)
            if len(self._rows) >= _GROUP:
                self._flush()

    def _flush(self) -> None:
        if self._rows:
            self._file.write_table(codec.table(self._kind, self._rows))
            self._rows = []


def commit(path: Path, tables: str, manifest: dict[str, Any]) -> None:
    """Put the new manifest in place of the old one; the single step that counts."""
    text = json.dumps(
        {"format": FORMAT, "tables": tables, "manifest": manifest}, ensure_ascii=False, indent=1
    )
    fresh = path / f"manifest.{tables}.tmp"
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path / "manifest.json")


def _refuse_stranger(path: Path) -> None:
    if path.is_file() or (path.is_dir() and any(path.iterdir()) and not _ours(path)):
        raise StoreError(f"{path}: something that is no trace stands there", "choose another place")


def _ours(path: Path) -> bool:
    """Whether the folder holds a trace, whole or begun, and nothing else."""
    return all(p.name.startswith(("tables-", "manifest.")) for p in path.iterdir())


def opened(path: Path) -> tuple[Path, dict[str, Any]]:
    """The folder of the current tables and the manifest; raises `StoreError` for what is no trace."""
    try:
        head = json.loads((path / "manifest.json").read_text(encoding="utf-8"))
        version, tables, manifest = head["format"], head["tables"], head["manifest"]
    except OSError as error:
        raise StoreError(f"{path}: no trace there", "name a folder that `retold trace -o` wrote") from error
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{path}: its manifest cannot be read", "make the trace again") from error
    _check(path, version)
    return path / Path(tables).name, manifest


def _check(path: Path, version: object) -> None:
    """Raise `StoreError` for a trace of another format."""
    if version == FORMAT:
        return
    older = isinstance(version, int) and version < FORMAT
    whose = "an older retold" if older else "a newer retold"
    cure = "trace its articles again with `retold trace -o`" if older else "read it with that one"
    raise StoreError(f"{path}: written by {whose} (format {version}, this one reads {FORMAT})", cure)
