"""Sail: a server that begins and ends with the session."""

from __future__ import annotations

import pytest

from retold.engines import sail


@pytest.mark.engines
def test_a_server_comes_up_and_answers() -> None:
    pytest.importorskip("pysail", reason="Sail is not installed (make test-engines)")
    with sail.session() as session:
        assert [tuple(row) for row in session.sql("SELECT 20 + 1").collect()] == [(21,)]


def test_a_session_is_stopped_whatever_happens() -> None:
    class Stopped:
        stopped = False

        def stop(self) -> None:
            self.stopped = True

    one = Stopped()
    with pytest.raises(KeyError), sail.closing(one):
        raise KeyError
    assert one.stopped
