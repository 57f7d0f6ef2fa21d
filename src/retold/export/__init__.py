"""A trace in the formats of other people's tools: one small file a format, found by itself.

>>> sorted(registry())[:4]
['collatex', 'csv', 'dot', 'gexf']

`write` puts a trace where it is wanted, `pieces` gives the files without writing them.
"""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from retold.errors import InputError, StoreError
from retold.export import formats
from retold.export.formats.base import ExportFormat, Piece
from retold.messages import N_

if TYPE_CHECKING:
    from retold.archive.store import Trace


@cache
def registry() -> dict[str, ExportFormat]:
    """Every format by its name."""
    modules = (import_module(f"{formats.__name__}.{one.name}") for one in iter_modules(formats.__path__))
    found = (getattr(one, "FORMAT", None) for one in modules)
    return {one.name: one for one in found if one is not None}


def pieces(trace: Trace, form: str, table: str | None = None) -> Iterator[Piece]:
    """The files that a trace becomes in a format, one after the other.

    `table` asks for one table only, in formats that are made of tables. Raises `InputError` for an unknown
    format or table, and `ExtraError` where a package is missing.
    """
    every = registry()
    if form not in every:
        raise InputError(
            N_("no format {form!r}").format(form=form),
            N_("use one of {names}").format(names=", ".join(sorted(every))),
        )
    found = every[form].pieces(trace)
    if table is None:
        return found
    if not every[form].tables:
        raise InputError(
            N_("{form} is not made of tables").format(form=form),
            N_("leave out the table, or export to csv or parquet"),
        )
    return _one_table(found, table, form)


def _one_table(found: Iterable[Piece], table: str, form: str) -> Iterator[Piece]:
    names = []
    for piece in found:
        if piece.name == table:
            yield piece
            return
        names.append(piece.name)
    raise InputError(
        N_("no table {table!r} in {form}").format(table=table, form=form),
        N_("use one of {names}").format(names=", ".join(names)),
    )


def write(trace: Trace, path: str | Path, form: str, table: str | None = None) -> list[Path]:
    """Write a trace in a format; gives the files that were written.

    A format that is one file is written to `path`. One that is several is written to the folder `path`, or
    to the file `path` where there is one piece only and `path` ends as its files do. Each file is put in
    its place whole, so that one that is killed leaves what stood there. Raises `StoreError` for what cannot
    be written, and `InputError` where the trace holds nothing of the kind.
    """
    place, kind = Path(path), registry().get(form)
    found = pieces(trace, form, table)
    if kind is not None and kind.single:
        return [_put(place, piece) for piece in found]
    first = next(found, None)
    if first is None:
        raise InputError(*nothing(form))
    second = next(found, None)
    if second is None and place.suffix == first.suffix and not place.is_dir():
        return [_put(place, first)]
    _folder(place)
    written = [_put(place / f"{one.name}{one.suffix}", one) for one in (first, second) if one is not None]
    return written + [_put(place / f"{one.name}{one.suffix}", one) for one in found]


def nothing(form: str) -> tuple[str, str]:
    """Cause and cure where a trace has nothing for a format."""
    return N_("nothing in this trace can be written as {form}").format(form=form), N_(
        "it needs a story that several articles tell"
    )


def _folder(place: Path) -> None:
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"{place}: {error.strerror or error}", N_("choose a folder that can be written")
        ) from error


def _put(place: Path, piece: Piece) -> Path:
    """Write one file beside its place and move it there; what an earlier run left half done goes."""
    fresh = place.with_name(f".{place.name}.{uuid.uuid4().hex[:8]}.part")
    try:
        for old in place.parent.glob(f".{_literal(place.name)}.????????.part"):
            old.unlink(missing_ok=True)
        if place.exists() and not place.is_file():  # a device or a pipe is written to as it is
            fresh = place
        with fresh.open("wb") as file:
            for block in piece.content:
                file.write(block)
        if fresh != place:
            fresh.replace(place)
    except OSError as error:
        _gone(fresh, place)
        raise StoreError(
            f"{place}: {error.strerror or error}", N_("choose a place that can be written")
        ) from error
    except BaseException:
        _gone(fresh, place)
        raise
    return place


def _literal(name: str) -> str:
    """The name with nothing in it that a pattern of file names would take as more than itself."""
    return "".join(f"[{c}]" if c in "*?[" else c for c in name)


def _gone(fresh: Path, place: Path) -> None:
    if fresh != place:
        with contextlib.suppress(OSError):
            fresh.unlink()
