"""Floors: missed, tightened, written and read again."""

from __future__ import annotations

from pathlib import Path

from evaluation import floors, suites
from evaluation.floors import Floors
from evaluation.measures import Measure


def error(value: float) -> Measure:
    return Measure("error", value, direction="lower")


def test_a_figure_that_is_gone_misses_its_floor() -> None:
    assert floors.misses([Measure("f1", 0.9)], {"recall": 0.5}) == [
        "recall was not measured, its floor is 0.5"
    ]


def test_a_count_with_a_floor_is_called_out() -> None:
    lines = floors.misses([Measure("articles", 7, "count", "neither")], {"articles": 6})
    assert lines == ["articles can have no floor: take 6 out of floors.toml"]


def test_an_error_over_its_floor_is_missed() -> None:
    assert floors.misses([error(0.3)], {"error": 0.2}) == ["error is 0.3000, its floor 0.2"]
    assert floors.misses([error(0.1)], {"error": 0.2}) == []


def test_floors_are_tightened_in_their_own_direction_and_never_loosened() -> None:
    held = {"f1": 0.7, "error": 0.2}
    assert floors.tightened([Measure("f1", 0.9), error(0.1)], held) == {"f1": 0.895, "error": 0.105}
    assert floors.tightened([Measure("f1", 0.5), error(0.9)], held) == held


def test_a_floor_that_would_forbid_nothing_is_not_set() -> None:
    assert floors.tightened([Measure("f1", 0.0), error(1.0), Measure("n", 5, "count")], {}) == {}


def test_what_a_simple_method_beats_is_called_out_unless_it_is_excused() -> None:
    worse = Measure("f1", 0.7, baselines={"longest run": 0.8, "chance": 0.1})
    assert floors.beaten([worse]) == ["f1 is 0.7000, longest run reaches 0.8000"]
    assert floors.beaten([Measure("error", 0.3, direction="lower", baselines={"chance": 0.2})])
    assert floors.beaten([Measure("n", 5, "count", "neither", baselines={"chance": 9})]) == []
    excused = Floors(below={"meter.quick.f1": "why", "meter.whole.f2": "why"}).excused("meter", "quick")
    assert excused == {"f1"} and floors.beaten([worse], excused) == []


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    held = Floors(
        {("meter", "quick"): {'a "b", c': 0.5}},
        {"meter.quick": "why"},
        ["meter-quick.x: 1 to 0: why"],
        {'meter.quick.a "b", c': "for a reason"},
    )
    floors.write(held, tmp_path / "floors.toml")
    assert floors.read(tmp_path / "floors.toml") == held


def test_every_table_is_of_a_suite_and_every_floor_forbids_something() -> None:
    held = floors.read()
    assert {name for name, _ in held.tables} <= set(suites.NAMES)
    for key, table in held.tables.items():
        assert all(0 < value < 1 for value in table.values()), key


def test_every_excuse_is_of_a_figure_of_a_suite_and_has_a_reason() -> None:
    for name, reason in floors.read().below.items():
        suite, part, figure = name.split(".", 2)
        assert suite in suites.NAMES and part in ("quick", "whole") and figure and reason, name


def test_every_suite_has_floors_for_its_whole_run_and_its_quick_one() -> None:
    held = floors.read()
    for name in suites.NAMES:
        assert held.of(name, "whole"), name
        assert held.of(name, "quick") or name in suites.WHOLE_ONLY, name
