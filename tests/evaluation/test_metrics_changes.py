"""Scores for changes against cases worked out by hand."""

from __future__ import annotations

import pytest

from evaluation.metrics import changes as scores
from evaluation.metrics.changes import Altered


def altered(
    kind: str, a: tuple[int, int] | None, b: tuple[int, int] | None, pair: tuple[str, str] = ("a", "b")
) -> Altered:
    places = {pair[0]: (a,) if a else (), pair[1]: (b,) if b else ()}
    return Altered(kind, pair, places, {})


def test_a_change_needs_half_of_the_smaller_span_on_both_sides() -> None:
    truth = altered("figure", (10, 20), (10, 20))
    assert scores.same_change(truth, altered("figure", (15, 60), (5, 30)))
    assert not scores.same_change(truth, altered("figure", (16, 60), (5, 30)))
    assert not scores.same_change(truth, altered("figure", (10, 20), (40, 50)))
    assert not scores.same_change(truth, altered("date", (10, 20), (10, 20)))


def test_a_change_told_the_other_way_round_is_right_when_cut_reads_added() -> None:
    truth = altered("cut", (10, 90), None)
    turned = Altered("added", ("b", "a"), {"a": ((20, 90),), "b": ()}, {})
    assert scores.same_change(truth, turned)
    assert not scores.same_change(truth, altered("cut", None, (20, 90), ("b", "a")))


def test_changes_without_shared_text_match_by_near_anchors() -> None:
    one = Altered("cut", ("a", "b"), {"a": ((5, 9),)}, {"b": (100,)})
    near = Altered("cut", ("a", "b"), {}, {"b": (120,)})
    far = Altered("cut", ("a", "b"), {}, {"b": (121,)})
    assert scores.same_change(one, near)
    assert not scores.same_change(one, far)


def test_changes_by_kind_counts_each_kind_and_all() -> None:
    """Two slips and a figure wanted; a slip found, a slip invented, the figure called a date."""
    truth = [
        altered("slip", (0, 5), (0, 5)),
        altered("slip", (50, 55), (50, 55)),
        altered("figure", (70, 72), (70, 72)),
    ]
    said = [
        altered("slip", (0, 5), (0, 5)),
        altered("slip", (20, 25), (20, 25)),
        altered("date", (70, 72), (70, 72)),
    ]
    table = scores.changes_by_kind(truth, said)
    assert table["slip"] == (0.5, 0.5, 0.5)
    assert table["figure"].recall == 0.0 and table["date"].precision == 0.0
    assert table["all"] == (pytest.approx(1 / 3), pytest.approx(1 / 3), pytest.approx(1 / 3))


def test_pieces_of_one_cut_are_all_right_and_find_it_once() -> None:
    table = scores.changes_by_kind(
        [altered("cut", (0, 100), None)], [altered("cut", (0, 40), None), altered("cut", (41, 100), None)]
    )
    assert table["cut"] == (1.0, 1.0, 1.0)


def test_an_optional_change_may_be_reported_but_need_not() -> None:
    shared = [altered("slip", (0, 5), (0, 5))]
    assert scores.changes_by_kind([], shared, shared)["slip"].precision == 1.0
    assert scores.changes_by_kind([], [], shared).get("slip") is None


def test_a_change_of_another_pair_is_wrong() -> None:
    table = scores.changes_by_kind(
        [altered("slip", (0, 5), (0, 5))], [altered("slip", (0, 5), (0, 5), ("a", "c"))]
    )
    assert table["all"].f1 == 0.0
