"""What is stated of an edge: how often edges of its sort proved right."""

from __future__ import annotations

import pytest

from retold.model import Evidence
from retold.steps.lineage import calibration
from retold.steps.lineage.graph import Edge

CREDIT = (Evidence("credit", (), 2.0, "credits Gull Wire"),)
SORTS = [(evidence, seen) for evidence in ((), CREDIT) for seen in (True, False)]


@pytest.mark.parametrize(("evidence", "seen"), SORTS)
def test_what_is_stated_rises_with_the_support_and_is_never_certain(evidence: tuple, seen: bool) -> None:
    told = [calibration.stated(Edge(one / 10, False, evidence), seen, 0.5) for one in range(11)]
    assert told == sorted(told)
    assert 0 <= told[0] < told[-1] < 0.95


def test_a_credit_makes_its_source_more_likely() -> None:
    for seen in (True, False):
        plain, credited = (calibration.stated(Edge(0.9, True, e), seen, 0.5) for e in ((), CREDIT))
        assert credited > plain


def test_an_arrow_between_versions_has_at_least_its_threshold_and_a_tie_has_not() -> None:
    assert calibration.stated(Edge(0.1, True), True, 0.5) == 0.5
    assert calibration.stated(Edge(0.1, False), True, 0.5) < 0.5
    assert calibration.stated(Edge(0.1, True), False, 0.5) < 0.5


def test_rivals_that_are_seen_proved_right_more_often() -> None:
    assert calibration.of_rival(0.8, seen=True) > calibration.of_rival(0.8, seen=False)
