"""One person, one name."""

from __future__ import annotations

from retold.archive.store import Trace
from retold.views import people


def test_speakers_and_addressees_are_known(trace: Trace) -> None:
    known = people.of_statements(trace.statements)
    assert {"Ivo Tarrant", "Signe Aldous", "the council"} <= known.keys()
    assert people.under(None, known) == ""
