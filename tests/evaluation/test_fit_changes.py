"""The fit of supports: rates by row, calibration of one half by the other, and the file it writes."""

from __future__ import annotations

import pytest

from evaluation.fit.changes import Case, calibration, halves, table, written


def test_a_row_has_its_rate_drawn_towards_that_of_all() -> None:
    held = [Case("cut", 0.9, True)] * 40 + [Case("figure", 0.9, False)] * 2
    rows = table(held)
    assert rows["cut"].n == 20 and rows["figure"].n == 1
    assert 0.5 < rows["figure"].value < rows["any"].value < rows["cut"].value < 1


def test_what_only_the_copy_has_shares_the_cases_of_what_only_the_source_has() -> None:
    rows = table([Case("cut", 0.9, True)] * 4)
    assert rows["added"] == rows["cut"]


def test_supports_that_state_the_rate_have_no_gap() -> None:
    held = [Case("cut", 0.75, True)] * 3 + [Case("cut", 0.75, False)]
    assert calibration(held).gap == pytest.approx(0)
    assert calibration([one._replace(stated=0.95) for one in held]).gap == pytest.approx(0.2)


def test_one_half_states_the_other_better_than_a_number_made_up() -> None:
    found = {str(k): [Case("cut", 0.95, k % 10 < 6)] * 2 for k in range(200)}
    stated, fitted = halves(found)
    assert fitted.brier < stated.brier and fitted.gap < stated.gap


def test_only_the_lines_of_supports_are_written() -> None:
    text = '[pair]\ncut = { value = 3, unit = "words", what = "x" }\n\n[supports]\ncut = { value = 0.9, unit = "share", what = "y" }\n'
    fresh = written(text, table([Case("cut", 0.9, True)] * 4), "2026-11")
    assert fresh.startswith('[pair]\ncut = { value = 3, unit = "words", what = "x" }\n')
    assert "n = 2, fitted_on =" in fresh and 'when = "2026-11", unit = "share", what = "y" }' in fresh
    assert written(fresh, table([Case("cut", 0.9, True)] * 4), "2026-11") == fresh
