"""Who is meant: when a name given agrees with the names of a chain."""

from __future__ import annotations

from evaluation.suites import parties


def test_a_surname_agrees_with_the_full_name_and_a_stranger_does_not() -> None:
    known = frozenset({"mara", "quill"})
    assert parties.agrees("Quill", known)
    assert parties.agrees("Dr. Mara Quill", known)
    assert not parties.agrees("Mara Ostrand", known)
    assert not parties.agrees("", known)
