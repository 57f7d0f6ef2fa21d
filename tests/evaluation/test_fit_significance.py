"""The model of what a reader wants told, fitted on readings."""

from __future__ import annotations

from evaluation.fit.lines import lines
from evaluation.fit.significance import STEP, Case, Left, left_by, values_of


def case(number: int, words: float, right: bool, kind: str = "wording") -> Case:
    return Case(f"pair {number}", True, right, kind, False, [words, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0])


EVERY = [case(n, 3.0 if n % 2 else 0.5, bool(n % 2)) for n in range(200)]


def test_what_is_likely_not_wanted_is_taken_and_the_rest_left() -> None:
    found = {one.least: one for one in left_by(EVERY)}
    assert found[0.0] == Left(0.0, 200, 0.5, 0, 0)
    assert found[0.5] == Left(0.5, 100, 1.0, 0, 100)


def test_other_kinds_and_exempt_ones_are_always_left() -> None:
    some = [*EVERY, case(1, 0.0, False, "figure"), case(2, 0.0, False)._replace(exempt=True)]
    found = {one.least: one for one in left_by(some)}
    assert found[0.5].left == 102


def test_the_weights_are_those_of_the_table() -> None:
    values = values_of(EVERY)
    assert set(values) == {key for key in lines(STEP) if key.startswith("significance.")} - {
        "significance.least"
    }
    assert values["significance.words"] > 0
