"""What a measure may be: shares between 0 and 1, floors where there is a better and a worse."""

from __future__ import annotations

import pytest

from evaluation import measures
from evaluation.measures import Measure


def test_a_percentage_is_no_share() -> None:
    with pytest.raises(ValueError, match="no share"):
        Measure("f1", 94.1)


@pytest.mark.parametrize(
    "one",
    [
        {"unit": "count"},
        {"unit": "seconds"},
        {"direction": "neither"},
        {"guarded": False},
    ],
)
def test_counts_times_and_plain_information_have_no_floor(one: dict[str, str]) -> None:
    assert not Measure("it", 1.0, **one).can_have_a_floor
    with pytest.raises(ValueError, match="cannot have a floor"):
        Measure("it", 1.0, floor=0.5, **one)


def test_an_error_must_not_rise_over_its_floor() -> None:
    assert not Measure("error", 0.21, direction="lower", floor=0.2).holds
    assert Measure("error", 0.2, direction="lower", floor=0.2).holds


def test_measured_gives_every_figure_its_interval_and_its_baseline() -> None:
    units = [{"right": k % 2, "all": 1} for k in range(40)]
    (one,) = measures.measured(
        units, lambda c: {"share": c["right"] / c["all"]}, baselines={"share": {"coin": 0.4}}
    )
    assert one.value == 0.5
    assert one.interval is not None and one.interval[0] < 0.5 < one.interval[1]
    assert one.baselines == {"coin": 0.4} and one.by_outlet is None


def test_outlets_are_drawn_apart_from_stories() -> None:
    """Two outlets, one all right and one all wrong: drawn by outlet anything may come."""
    units = [{"right": k < 20, "all": 1} for k in range(40)]
    outlets = ["a" if k < 20 else "b" for k in range(40)]
    (one,) = measures.measured(units, lambda c: {"share": c["right"] / c["all"]}, outlets=outlets)
    assert one.by_outlet == (0.0, 1.0)
    assert one.interval is not None and one.interval[0] > 0.3


def test_names_without_a_floor_are_marked() -> None:
    held = measures.unguarded([Measure("a", 0.5), Measure("b", 0.5)], ["b"])
    assert [one.can_have_a_floor for one in held] == [True, False]
    assert not measures.information("n", 3).can_have_a_floor
