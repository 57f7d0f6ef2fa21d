"""Sail: a server that begins and ends with the session."""

from __future__ import annotations

import importlib
import threading
from types import SimpleNamespace

import pytest

from retold.engines import sail


@pytest.mark.engines
def test_a_server_comes_up_and_answers() -> None:
    pytest.importorskip("pysail", reason="Sail is not installed (make test-engines)")
    with sail.session() as session:
        assert [tuple(row) for row in session.sql("SELECT 20 + 1").collect()] == [(21,)]


class _Session:
    """As a session of pyspark: it closes its client when it is stopped, and again when it is collected."""

    def __init__(self) -> None:
        self.closed = 0
        self.client = SimpleNamespace(close=self._close)

    def _close(self) -> None:
        self.closed += 1

    def stop(self) -> None:
        self.client.close()


def test_a_session_is_stopped_whatever_happens() -> None:
    one = _Session()
    with pytest.raises(KeyError), sail.closing(one):
        raise KeyError
    assert one.closed == 1


def test_a_session_that_was_stopped_closes_nothing_when_it_is_collected() -> None:
    one = _Session()
    with sail.closing(one):
        assert one.closed == 0
    one.client.close()
    assert one.closed == 1


@pytest.mark.engines
def test_a_session_that_has_ended_holds_up_none_that_runs() -> None:
    pytest.importorskip("pysail", reason="Sail is not installed (make test-engines)")
    calls = importlib.import_module(
        "pyspark.sql.connect.client.reattach"
    ).ExecutePlanResponseReattachableIterator
    with sail.session() as ended:
        ended.sql("SELECT 1").collect()
    collector = threading.Thread(target=ended.__del__, daemon=True)
    with calls._lock:  # as a call of another session holds it
        collector.start()
        collector.join(30)
        assert not collector.is_alive()
