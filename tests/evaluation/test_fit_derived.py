"""The weights of the judgements, fitted where the corpora are there; the model on invented numbers."""

from __future__ import annotations

import tomllib
from pathlib import Path

import numpy as np
import pytest

from evaluation.fit import derived, lines, logistic, own_reports
from evaluation.fit.logistic import Rows
from retold.steps.story import features, reused


def rows(count: int = 200) -> Rows:
    """One telling number and one of noise; the truth follows the first."""
    rng = np.random.default_rng(3)
    truth = np.arange(count) % 2 == 0
    values = np.stack([truth + rng.normal(0, 0.4, count), rng.normal(0, 1, count)], axis=1)[:, None]
    story = [str(k // 4) for k in range(count)]
    return Rows(values, truth, np.ones(count), story, [str(k % 3) for k in range(count)])


def test_the_telling_number_gets_the_weight() -> None:
    _, telling, noise = logistic.fitted(rows()).tolist()
    assert telling > 3 * abs(noise)


def test_a_fold_is_judged_by_weights_that_have_not_seen_it() -> None:
    """Where the truth is the story's own whim, unseen stories are judged by chance."""
    rng = np.random.default_rng(5)
    whims = rng.random(50) < 0.5
    story = [str(k // 4) for k in range(200)]
    truth = np.array([whims[k // 4] for k in range(200)])
    one_hot = np.eye(50)[np.arange(200) // 4][:, None]
    made = Rows(one_hot, truth, np.ones(200), story, story)
    seen = logistic.stated(logistic.logistic(one_hot[:, 0], truth.astype(float), np.ones(200), 0.1), one_hot)
    unseen = logistic.cross_validated(made, story)
    assert ((seen > 0.5) == truth).mean() == 1.0
    assert ((unseen > 0.5) == truth).mean() < 0.8


def test_rows_of_one_group_fall_into_one_fold() -> None:
    fold = logistic.folds(["b", "a", "b", "c"])
    assert fold[0] == fold[2]


def test_a_model_is_written_into_its_table_and_nowhere_else() -> None:
    text = (
        '[taken]\nruns = { value = 1.0, unit = "log-odds", what = "x", fitted_on = "y", n = 2 }\n'
        '[other]\nruns = { value = 1.0, unit = "log-odds", what = "x" }\n'
    )
    made = derived.Model("taken", {"runs": -0.25}, "METER", 472)
    tables = tomllib.loads(derived.rewritten(text, [made], "2026-11"))
    assert tables["taken"]["runs"]["value"] == -0.25
    assert (tables["taken"]["runs"]["fitted_on"], tables["taken"]["runs"]["n"]) == ("METER", 472)
    assert tables["other"]["runs"]["value"] == 1.0


def test_every_fitted_name_has_a_line_in_the_step_s_file() -> None:
    known = lines.lines("story")
    tables = {"taken": features.TAKEN, "same_story": features.NAMES, "reuse_wholly": reused.NAMES}
    assert all(f"{table}.{name}" in known for table, names in tables.items() for name in names)


@pytest.mark.long
def test_own_reports_share_no_long_runs(shared: Path) -> None:
    assert shared.exists()
    pair = own_reports.pairs.unread()[0]
    assert own_reports._long(own_reports._aligned(pair)) >= 0
