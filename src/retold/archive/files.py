"""The folder of a stored trace: a manifest, and one Parquet file per table.

The manifest is replaced last and in one step, so a run that is killed leaves the old trace whole.
"""

from __future__ import annotations

import json
import re
import shutil
import uuid
from collections.abc import Callable, Iterable
from contextlib import ExitStack, suppress
from hashlib import blake2b
from os import SEEK_END
from pathlib import Path
from typing import TYPE_CHECKING, Any

from retold.archive import addresses, codec, locks
from retold.archive.tables import TABLES, Rows
from retold.errors import StoreError
from retold.messages import N_

if TYPE_CHECKING:
    from pyarrow import parquet

Beside = Callable[[Path], None]  # writes into the folder of the tables
_TABLES = re.compile(r"tables-[0-9a-f]+")
FORMAT = 2  # 1 had no alignments, and running numbers in its ids
CHANGED = N_("it was changed after it was written: make it again with `retold trace -o`")
GROUP = 2_000  # rows that are written at a time


def replaced(
    path: str | Path,
    parts: Iterable[Rows],
    manifest: Callable[[], dict[str, Any]],
    beside: Beside | None = None,
) -> None:
    """Write the parts of a trace as they come, and put it in the place of an older one at `path`.

    `manifest` is asked for once all is written; `beside` writes what lies beside the tables into their
    folder. Raises `StoreError` where something else stands, nothing can be written, or somebody else writes.
    """

    def fill(folder: Path) -> None:
        written(parts, folder)
        if beside is not None:
            beside(folder)

    filled(path, fill, manifest)


def filled(path: str | Path, fill: Beside, manifest: Callable[[], dict[str, Any]]) -> None:
    """The same where `fill` writes the tables into a folder that is there."""
    check_place(path)
    if addresses.is_one(path):
        with addresses.sending(path) as here:
            _filled(here, fill, manifest)
    else:
        _filled(Path(path), fill, manifest)


def _filled(path: Path, fill: Beside, manifest: Callable[[], dict[str, Any]]) -> None:
    fresh = path / f"tables-{uuid.uuid4().hex[:12]}"
    try:
        path.mkdir(parents=True, exist_ok=True)
        with locks.writing(path):
            fresh.mkdir()
            fill(fresh)
            commit(path, fresh.name, manifest())
            sweep(path, fresh)
    except OSError as error:
        shutil.rmtree(fresh, ignore_errors=True)
        if isinstance(error, StoreError):
            raise
        raise StoreError(
            f"{path}: {error.strerror or error}", N_("choose a folder that can be written")
        ) from error


def sweep(path: Path, fresh: Path) -> None:
    """Take away tables other than the `fresh` ones, and what a kill left, under the lock of the trace."""
    for old in path.glob("tables-*"):
        if old != fresh:
            shutil.rmtree(old, ignore_errors=True)
    for half in path.glob("manifest.*.tmp"):
        with suppress(OSError):
            half.unlink()


def written(parts: Iterable[Rows], folder: Path) -> None:
    """Write the rows of each part to the tables of a folder, as they come."""
    with ExitStack() as files:
        tables = {name: files.enter_context(_Table(folder, name, kind)) for name, kind in TABLES.items()}
        for part in parts:
            for name, rows in part.items():
                tables[name].add(rows)


def writer(folder: Path, name: str) -> parquet.ParquetWriter:
    """What writes a table of a trace into a folder, with what a reader needs to see that it was changed."""
    from pyarrow import parquet

    schema = codec.schema(TABLES[name])
    return parquet.ParquetWriter(
        folder / f"{name}.parquet", schema, compression="zstd", write_page_checksum=True
    )


class _Table:
    """One table as it is written: rows are held until they are worth a group."""

    def __init__(self, folder: Path, name: str, kind: type) -> None:
        self._kind, self._rows = kind, list[Any]()
        self._file = writer(folder, name)

    def __enter__(self) -> _Table:
        return self

    def __exit__(self, *_: object) -> None:
        self._flush()
        self._file.close()

    def add(self, rows: Iterable[Any]) -> None:
        for row in rows:
            self._rows.append(row)
            if len(self._rows) >= GROUP:
                self._flush()

    def _flush(self) -> None:
        if self._rows:
            self._file.write_table(codec.table(self._kind, self._rows))
            self._rows = []


def commit(path: Path, tables: str, manifest: dict[str, Any]) -> None:
    """Put the new manifest in place of the old one; the single step that counts."""
    text = json.dumps(
        {"format": FORMAT, "tables": tables, "feet": _feet(path / tables), "manifest": manifest},
        ensure_ascii=False,
        indent=1,
    )
    fresh = path / f"manifest.{tables}.tmp"
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path / addresses.MANIFEST)


def _feet(folder: Path) -> dict[str, str]:
    """A digest of the foot of each table: where its rows lie, how many there are, from what to what they go.

    A table that is put in another's place or written anew has another foot; what is damaged between is found
    by the check sums of its pages when it is read.
    """
    return {file.stem: _foot(file) for file in sorted(folder.glob("*.parquet"))}


def _foot(file: Path) -> str:
    """The digest of a file's size and its last part, as long as the file says (length, then PAR1)."""
    with file.open("rb") as held:
        size = held.seek(0, SEEK_END)
        held.seek(max(0, size - 8))
        length = int.from_bytes(held.read(4), "little")
        held.seek(max(0, size - 8 - min(length, size)))
        return blake2b(size.to_bytes(8, "little") + held.read(), digest_size=16).hexdigest()


def check_place(path: str | Path) -> None:
    """Raise `StoreError` where no trace can be kept: something else stands there, or it cannot be reached."""
    if _is_taken(path):
        raise StoreError(
            N_("{path}: something that is no trace stands there").format(path=path),
            N_("choose another place"),
        )


def _is_taken(path: str | Path) -> bool:
    if addresses.is_one(path):
        return not _ours(addresses.names(path))
    place = Path(path)
    return place.is_file() or (place.is_dir() and not _ours(one.name for one in place.iterdir()))


def _ours(names: Iterable[str]) -> bool:
    """Whether a folder holds a trace, whole or begun, with the decisions on it, and nothing else."""
    return all(one.startswith(("tables-", "manifest.")) or one == "decisions.jsonl" for one in names)


def opened(path: str | Path) -> tuple[Path, dict[str, Any]]:
    """The folder of the current tables and the manifest; raises `StoreError` for what is no trace.

    Of a trace at an address it is the folder of a copy (see `addresses.here`).
    """
    path = addresses.here(path)
    head = _head(path)
    _check(path, head.get("format"))
    tables, manifest = head.get("tables"), head.get("manifest")
    if not isinstance(tables, str) or not isinstance(manifest, dict) or not _TABLES.fullmatch(tables):
        raise StoreError(N_("{path}: its manifest is none of ours").format(path=path), CHANGED)
    folder = path / tables
    if not folder.is_dir():
        raise StoreError(
            N_("{path}: its tables are not there").format(path=path),
            N_("make the trace again with `retold trace -o`"),
        )
    _check_feet(folder, head.get("feet"))
    return folder, manifest


def is_sealed(path: Path) -> bool:
    """Whether the trace at `path` says what its tables were when written; `opened` then compares."""
    return _head(path).get("feet") is not None


def _head(path: Path) -> dict[str, Any]:
    """What the manifest says."""
    file = path / addresses.MANIFEST
    try:
        if file.stat().st_size > 1 << 26 or not file.is_file():
            raise StoreError(N_("{path}: its manifest is none of ours").format(path=path), CHANGED)
        head = json.loads(file.read_text(encoding="utf-8"))
    except StoreError:
        raise
    except OSError as error:
        raise addresses.nothing_at(path) from error
    except (ValueError, RecursionError) as error:
        raise StoreError(
            N_("{path}: its manifest cannot be read").format(path=path), N_("make the trace again")
        ) from error
    if not isinstance(head, dict) or "format" not in head:
        raise StoreError(
            N_("{path}: its manifest cannot be read").format(path=path), N_("make the trace again")
        )
    return head


def _check_feet(folder: Path, feet: object) -> None:
    """Raise `StoreError` for a table that is not the one that was written; an older trace has no feet."""
    if feet is None:
        return
    try:
        found = _feet(folder)
    except OSError as error:
        cure = N_("see that it can be read, or make the trace again")
        raise StoreError(f"{folder}: {error.strerror or error}", cure) from error
    known = feet if isinstance(feet, dict) else {}
    for name in sorted({*known, *found}):
        if name not in found:
            raise StoreError(N_("{file}.parquet: the table is missing").format(file=folder / name), CHANGED)
        if known.get(name) != found[name]:
            raise StoreError(
                N_("{file}.parquet: not the table that this trace was written with").format(
                    file=folder / name
                ),
                CHANGED,
            )


def _check(path: Path, version: object) -> None:
    """Raise `StoreError` for a trace of another format."""
    if version == FORMAT and isinstance(version, int):
        return
    older = isinstance(version, int) and version < FORMAT
    whose = N_("an older retold") if older else N_("a newer retold")
    cure = N_("trace its articles again with `retold trace -o`") if older else N_("read it with that one")
    raise StoreError(
        N_("{path}: written by {our_whose} (format {version!r:.20}, this one reads {format})").format(
            path=path, our_whose=whose, version=version, format=FORMAT
        ),
        cure,
    )
