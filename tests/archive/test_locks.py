"""One writer at a time."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

import pytest

from retold.archive import locks, store
from retold.errors import StoreError


def test_a_trace_that_somebody_else_writes_is_refused_in_one_line(tmp_path: Path) -> None:
    place = tmp_path / "t"
    store.Trace().save(place)
    other = os.open(place, os.O_RDONLY)
    fcntl.flock(other, fcntl.LOCK_EX)
    with pytest.raises(StoreError, match="another retold is writing this trace: wait until it has ended"):
        store.Trace().save(place)
    os.close(other)
    store.Trace().save(place)
    assert sorted(one.name.split("-")[0] for one in place.iterdir()) == ["manifest.json", "tables"]


def test_whoever_writes_may_ask_again(tmp_path: Path) -> None:
    with locks.writing(tmp_path), locks.writing(tmp_path):
        pass
    with locks.writing(tmp_path):
        pass


def test_a_writer_that_fails_lets_go(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), locks.writing(tmp_path):
        raise ZeroDivisionError
    with locks.writing(tmp_path):
        pass
