"""The tables of the page about quality are those that the command writes."""

from __future__ import annotations

import pytest

from evaluation import report
from evaluation.measures import Measure
from evaluation.report import Table
from evaluation.results import Result

RECORD = {
    ("toy", "quick"): Result(
        "toy",
        "quick",
        "2026-11-28",
        (
            Measure("f1", 0.8046, interval=(0.75, 0.85), baselines={"difflib": 0.5}),
            Measure("error", 0.06, direction="lower"),
        ),
    )
}


def table(value: str, reach: str) -> str:
    made = Table(("measure", "now", "reach"), (("it", value, reach),))
    return report.markdown(made, RECORD).splitlines()[-1]


def test_the_page_says_what_the_command_would_write() -> None:
    assert report.current() == report.PAGE.read_text(encoding="utf-8")


def test_every_table_has_its_place_on_the_page() -> None:
    text = report.PAGE.read_text(encoding="utf-8")
    assert all(text.count(f"<!-- figures: {name} -->") == 1 for name in report.tables())


def test_a_value_stands_with_its_interval_and_a_simple_method_beside() -> None:
    assert table("{toy.quick: f1} ({toy.quick: f1!}), {toy.quick: f1 | difflib}", ".80") == (
        "| it | .805 [.750, .850] (.805), .500 | .80 |"
    )


def test_a_row_that_misses_its_aim_is_bold() -> None:
    assert table("{toy.quick: f1!}", ".81").startswith("| **it** |")
    assert table("{toy.quick: error!}", ".05").startswith("| **it** |")
    assert table("{toy.quick: error!}", ".07").startswith("| it |")


def test_a_figure_that_was_not_measured_is_an_error() -> None:
    with pytest.raises(KeyError, match="recall"):
        table("{toy.quick: recall}", "")


def test_days_are_those_of_the_record() -> None:
    assert report.days(RECORD) == "2026-11-28"
