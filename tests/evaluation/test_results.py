"""Results as they are kept: everything under build, a record without times in the house."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation import results
from evaluation.measures import Measure
from evaluation.results import Result

RESULT = Result(
    "toy",
    "quick",
    "2026-11-28",
    (
        Measure(
            "a: f1", 0.51239, interval=(0.4, 0.6), by_outlet=(0.1, 0.9), baselines={"difflib, all": 0.25}
        ),
        Measure("error", 0.1, direction="lower"),
        Measure("articles", 40, "count", "neither"),
        Measure("took", 3.5, "seconds", "neither"),
    ),
)


def test_json_keeps_everything(tmp_path: Path) -> None:
    assert results.read_json(results.write_json(RESULT, tmp_path)) == RESULT


def test_the_record_leaves_times_out_and_rounds(tmp_path: Path) -> None:
    file = tmp_path / "results.toml"
    results.write({("toy", "quick"): RESULT}, file)
    found = results.read(file)["toy", "quick"]
    assert [one.name for one in found.measures] == ["a: f1", "error", "articles"]
    assert found.measure("a: f1").value == 0.5124
    assert found.measure("a: f1").baselines == {"difflib, all": 0.25}
    assert found.measure("error").direction == "lower"
    assert found.day == "2026-11-28"


def test_a_strange_figure_is_refused_by_name() -> None:
    with pytest.raises(KeyError, match="no figure 'f2'"):
        RESULT.measure("f2")


def test_the_committed_record_can_be_read() -> None:
    assert ("seeds", "quick") in results.read()
