"""Intervals by bootstrap: seeded, by groups, and as wide as the data are few."""

from __future__ import annotations

from evaluation.metrics import bootstrap


def share(counts: dict[str, float]) -> dict[str, float]:
    return {"share": counts["right"] / counts["all"]}


def units(count: int) -> list[dict[str, float]]:
    return [{"right": k % 2, "all": 1} for k in range(count)]


def test_the_same_draws_come_in_every_run() -> None:
    assert bootstrap.intervals(units(30), share) == bootstrap.intervals(units(30), share)


def test_more_units_give_a_narrower_interval() -> None:
    few, many = (bootstrap.intervals(units(n), share)["share"] for n in (20, 2000))
    assert many[1] - many[0] < (few[1] - few[0]) / 3
    assert few[0] < 0.5 < few[1]


def test_units_of_one_group_are_drawn_together() -> None:
    """Pairs of a right and a wrong unit: however they are drawn, one half is right."""
    groups = [str(k // 2) for k in range(30)]
    assert bootstrap.intervals(units(30), share, groups)["share"] == (0.5, 0.5)


def test_one_group_gives_no_interval() -> None:
    assert bootstrap.intervals(units(10), share, ["a"] * 10) == {}


def test_a_figure_that_no_sums_give_is_asked_for_each_draw() -> None:
    group_of = {str(k): str(k % 7) for k in range(70)}
    low, high = bootstrap.drawn(group_of, lambda names: len(set(names)) / 7, rounds=50)
    assert 0.3 < low < high <= 1
