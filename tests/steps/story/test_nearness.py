"""How far the days of publication let two groups tell one event."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.steps.story import nearness
from retold.steps.story.nearness import Calendar
from retold.tables import Edges


def test_likeness_of_groups_without_a_day_counts_as_the_corpus_says() -> None:
    assert Calendar([1.0, None], 10.0, 0.4).nearness(0, 1) == 0.4


def test_a_merged_group_has_the_mean_of_its_days() -> None:
    calendar = Calendar([0.0, 20.0, 11.0], 10.0, 0.4)
    calendar.merge(0, 1)
    assert calendar.nearness(0, 2) == 1.0


def test_the_more_days_the_less_likeness_counts() -> None:
    values = [nearness.by_days(gap, 10.0) for gap in (0, 5, 11, 30, 1000)]
    assert values == sorted(values, reverse=True)
    assert values[2] == 0.5
    assert values[-1] > 0


def test_a_corpus_of_companions_is_believed_and_one_of_strangers_is_not() -> None:
    companions = Edges.of([(n, n + 1, 0.9) for n in range(0, 200, 2)])
    assert nearness.undated(companions, 200) > nearness.undated(Edges.of([]), 200)


@given(st.floats(0, 1), st.none() | st.floats(0, 900), st.none() | st.floats(0, 900))
def test_many_pairs_count_for_what_each_does(cosine: float, one: float | None, other: float | None) -> None:
    count = cosine * Calendar([one, other], 10.0, 0.4).nearness(0, 1)
    (found,) = nearness.counted(np.array([cosine]), *nearness.known([[one], [other]]), 10.0, 0.4).tolist()
    assert found == pytest.approx(count, abs=2e-9)


def test_pairs_that_days_part_are_looked_at_only_as_sure_companions() -> None:
    edges = Edges.of([(0, 1, 0.2), (0, 2, 0.2), (0, 3, 0.2), (0, 4, 0.9), (1, 2, 0.05)])
    days = nearness.known([0.0, 1.0, 400.0, None, 400.0])
    assert nearness.may_count(edges, days, 10.0, 0.1).tolist() == [True, False, True, True, False]
