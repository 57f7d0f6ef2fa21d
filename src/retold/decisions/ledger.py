"""The file of decisions: one line each, only ever appended to, by several writers.

A decision is taken back by a further line that names it. A line that is none of ours is passed over with a
note that says which and why.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from retold.decisions import kinds
from retold.decisions.kinds import Decision
from retold.errors import InputError, StoreError
from retold.messages import N_
from retold.model import SetAside

NAME = "decisions.jsonl"
_LARGEST = 1 << 26  # bytes of the file that is read
_CURE = N_("mend or remove that line by hand; the other lines count")


@dataclass(frozen=True, slots=True)
class Undone:
    """A decision that was taken back, by whom and when."""

    decision: Decision
    who: str
    when: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a file of decisions says: those that hold, those taken back, and a note for each bad line."""

    holding: tuple[Decision, ...] = ()
    undone: tuple[Undone, ...] = ()
    notes: tuple[SetAside, ...] = ()


def beside(trace: Path) -> Path:
    """Where the decisions on a stored trace are kept: in its folder, so that they go where it goes."""
    return trace / NAME


def read(path: str | Path) -> Ledger:
    """The decisions of a file, in their order; an absent file has none.

    Raises `StoreError` for one that cannot be read.
    """
    place = Path(path)
    holding: dict[str, Decision] = {}
    undone: list[Undone] = []
    notes: list[SetAside] = []
    for number, line in enumerate(_lines(place), 1):
        try:
            _take(line, holding, undone)
        except ValueError as error:
            notes.append(
                SetAside(
                    N_("{place}, line {number}").format(place=place, number=number),
                    N_("it is no decision: {our_error}").format(our_error=error),
                    _CURE,
                )
            )
    return Ledger(tuple(holding.values()), tuple(undone), tuple(notes))


def _lines(place: Path) -> Iterator[bytes]:
    """The lines of the file, empty ones too."""
    try:
        if not place.exists():
            return
        if place.stat().st_size > _LARGEST:
            raise StoreError(
                N_("{place}: larger than any file of decisions").format(place=place),
                N_("see what was written into it"),
            )
        lines = place.read_bytes().split(b"\n")
    except OSError as error:
        if isinstance(error, StoreError):
            raise
        raise StoreError(f"{place}: {error.strerror or error}", N_("see that it can be read")) from error
    yield from lines


def _take(line: bytes, holding: dict[str, Decision], undone: list[Undone]) -> None:
    """Take one line in; raises `ValueError` for one that is none of ours."""
    if not line.strip():
        return
    try:
        row = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise ValueError(N_("it is no JSON in UTF-8")) from error
    if isinstance(row, dict) and "undo" in row:
        _undo(row, holding, undone)
        return
    found = kinds.decision_of(row)
    holding[found.id] = found


def _undo(row: dict[str, object], holding: dict[str, Decision], undone: list[Undone]) -> None:
    name = row["undo"]
    if not isinstance(name, str) or name not in holding:
        if isinstance(name, str) and any(one.decision.id == name for one in undone):
            return  # two people took it back
        raise ValueError(N_("it takes back a decision that is not there"))
    undone.append(Undone(holding.pop(name), str(row.get("who", "")), str(row.get("when", ""))))


# ---- writing ----


def add(path: Path, decision: Decision, who: str) -> Decision:
    """Write a decision down; gives it with its id. Raises `InputError` and `StoreError`."""
    signed = kinds.made(decision, who)
    _append(path, kinds.line_of(signed))
    return signed


def keep(path: Path, decision: Decision) -> None:
    """Write down a decision that was made elsewhere, as it is."""
    _append(path, kinds.line_of(decision))


def undo(path: Path, name: str, who: str) -> None:
    """Take a decision back; raises `InputError` where none of that id holds."""
    if all(one.id != name for one in read(path).holding):
        raise InputError(
            N_("no decision {name!r:.60} holds").format(name=name),
            N_("it was taken back already; look at the page again"),
        )
    _append(path, json.dumps({"undo": name, "who": who, "when": kinds.stamp(datetime.now(UTC))}))


def _append(path: Path, line: str) -> None:
    """Append one line, whole, whoever else writes; a line that was left half written is ended first."""
    try:
        number = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(number, "r+b", buffering=0), _alone(number):
            size = os.fstat(number).st_size
            ended = not size or os.pread(number, 1, size - 1) == b"\n"
            os.write(number, (b"" if ended else b"\n") + line.encode() + b"\n")
            os.fsync(number)
    except OSError as error:
        why = f"{path}: {error.strerror or error}"
        raise StoreError(why, N_("choose a place that can be written with --decisions")) from error


@contextlib.contextmanager
def _alone(number: int) -> Iterator[None]:
    """Hold the file alone; where the system has no such locks, an append is one write all the same."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    fcntl.flock(number, fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.flock(number, fcntl.LOCK_UN)
