"""Each scorer against a case worked out by hand."""

from __future__ import annotations

import pytest

from evaluation import scorers
from evaluation.scorers import Altered

SEEN = {"a", "b", "c", "d"}


def altered(
    kind: str, a: tuple[int, int] | None, b: tuple[int, int] | None, pair: tuple[str, str] = ("a", "b")
) -> Altered:
    places = {pair[0]: (a,) if a else (), pair[1]: (b,) if b else ()}
    return Altered(kind, pair, places, {})


def test_score_with_nothing_wanted_and_nothing_reported_is_perfect() -> None:
    assert scorers.score(0, 0, 0) == (1.0, 1.0, 1.0)
    assert scorers.score(0, 3, 0) == (0.0, 0.0, 0.0)
    assert scorers.score(0, 0, 3) == (0.0, 0.0, 0.0)


def test_directed_edges_count_direction() -> None:
    """Three true edges, three reported, one right, one reversed: P = R = 1/3."""
    truth = [("a", "b"), ("b", "c"), ("a", "d")]
    found = scorers.directed_edges(truth, [("a", "b"), ("c", "b"), ("c", "d")], SEEN)
    assert found.f1 == pytest.approx(1 / 3)


def test_undirected_edges_forgive_direction() -> None:
    truth = [("a", "b"), ("b", "c"), ("a", "d")]
    found = scorers.undirected_edges(truth, [("a", "b"), ("c", "b"), ("c", "d")], SEEN)
    assert found.f1 == pytest.approx(2 / 3)


def test_unseen_nodes_match_by_the_articles_copied_from_them() -> None:
    """Names of unseen nodes do not matter; half of the copies must be the same."""
    truth = [("u", "a"), ("u", "b"), ("b", "c")]
    assert scorers.directed_edges(truth, [("x9", "a"), ("x9", "b"), ("b", "c")], SEEN).f1 == 1.0
    wrong = scorers.directed_edges(truth, [("x9", "a"), ("x9", "b"), ("a", "c")], SEEN)
    assert wrong.f1 == pytest.approx(2 / 3)
    assert scorers.directed_edges(truth, [("x9", "a"), ("x9", "d")], SEEN).f1 == 0.0


def test_an_unseen_node_is_not_taken_for_its_only_copy() -> None:
    truth = [("u", "a"), ("a", "b")]
    assert scorers.directed_edges(truth, [("a", "b")], SEEN).recall == 0.5


def test_common_source_pairs_reach_through_unseen_nodes() -> None:
    """The unseen u gave a and v; v gave b and c; d stands below a seen article and is no one's sibling."""
    edges = [("u", "a"), ("u", "v"), ("v", "b"), ("v", "c"), ("a", "d")]
    assert scorers.common_source_pairs(edges, SEEN) == {("a", "b"), ("a", "c"), ("b", "c")}
    found = scorers.common_sources(edges, [("x", "b"), ("x", "c"), ("x", "d")], SEEN)
    assert (found.precision, found.recall) == (pytest.approx(1 / 3), pytest.approx(1 / 3))


def test_origins_are_exact_only_as_a_set() -> None:
    name = scorers.match_unseen([("u", "a"), ("u", "b")], [("x", "a"), ("x", "b")], SEEN)
    assert scorers.origins_exact(["u", "c"], ["c", "x"], name)
    assert not scorers.origins_exact(["u"], ["a"], name)
    assert not scorers.origins_exact(["u", "c"], ["x"], name)


def test_each_unseen_node_is_matched_once_and_the_most_alike_first() -> None:
    """Node x has two of u's three copies, y all of them: y it is, and x stands for nothing."""
    truth = [("u", "a"), ("u", "b"), ("u", "c")]
    said = [("x", "a"), ("x", "b"), ("y", "a"), ("y", "b"), ("y", "c")]
    assert scorers.match_unseen(truth, said, SEEN) == {"y": "u"}
    assert scorers.directed_edges(truth, said, SEEN) == (0.6, 1.0, pytest.approx(0.75))


def test_a_change_needs_half_of_the_smaller_span_on_both_sides() -> None:
    truth = altered("figure", (10, 20), (10, 20))
    assert scorers.same_change(truth, altered("figure", (15, 60), (5, 30)))
    assert not scorers.same_change(truth, altered("figure", (16, 60), (5, 30)))
    assert not scorers.same_change(truth, altered("figure", (10, 20), (40, 50)))
    assert not scorers.same_change(truth, altered("date", (10, 20), (10, 20)))


def test_a_change_told_the_other_way_round_is_right_when_cut_reads_added() -> None:
    truth = altered("cut", (10, 90), None)
    turned = Altered("added", ("b", "a"), {"a": ((20, 90),), "b": ()}, {})
    assert scorers.same_change(truth, turned)
    assert not scorers.same_change(truth, altered("cut", None, (20, 90), ("b", "a")))


def test_changes_without_shared_text_match_by_near_anchors() -> None:
    one = Altered("cut", ("a", "b"), {"a": ((5, 9),)}, {"b": (100,)})
    near = Altered("cut", ("a", "b"), {}, {"b": (120,)})
    far = Altered("cut", ("a", "b"), {}, {"b": (121,)})
    assert scorers.same_change(one, near)
    assert not scorers.same_change(one, far)


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
    table = scorers.changes_by_kind(truth, said)
    assert table["slip"] == (0.5, 0.5, 0.5)
    assert table["figure"].recall == 0.0 and table["date"].precision == 0.0
    assert table["all"] == (pytest.approx(1 / 3), pytest.approx(1 / 3), pytest.approx(1 / 3))


def test_pieces_of_one_cut_are_all_right_and_find_it_once() -> None:
    table = scorers.changes_by_kind(
        [altered("cut", (0, 100), None)], [altered("cut", (0, 40), None), altered("cut", (41, 100), None)]
    )
    assert table["cut"] == (1.0, 1.0, 1.0)


def test_an_optional_change_may_be_reported_but_need_not() -> None:
    shared = [altered("slip", (0, 5), (0, 5))]
    assert scorers.changes_by_kind([], shared, shared)["slip"].precision == 1.0
    assert scorers.changes_by_kind([], [], shared).get("slip") is None


def test_a_change_of_another_pair_is_wrong() -> None:
    table = scorers.changes_by_kind(
        [altered("slip", (0, 5), (0, 5))], [altered("slip", (0, 5), (0, 5), ("a", "c"))]
    )
    assert table["all"].f1 == 0.0


def test_adjusted_rand_of_a_known_case() -> None:
    """Items 1-3 | 4-6 against 1-2 | 3-4 | 5-6: index 2, expected 1.2, most 4.5, so .8 / 3.3."""
    truth = {1: "x", 2: "x", 3: "x", 4: "y", 5: "y", 6: "y"}
    found = {1: "p", 2: "p", 3: "q", 4: "q", 5: "r", 6: "r"}
    value = scorers.adjusted_rand(
        {str(k): v for k, v in truth.items()}, {str(k): v for k, v in found.items()}
    )
    assert value == pytest.approx(0.8 / 3.3)


def test_adjusted_rand_of_equal_groupings_is_one() -> None:
    assert scorers.adjusted_rand({"a": 1, "b": 2}, {"a": 5, "b": 6}) == 1.0
    assert scorers.adjusted_rand({"a": 1, "b": 1}, {"a": 5, "b": 5}) == 1.0


def test_pair_f1_of_groupings() -> None:
    """Three true pairs, one of two reported is right."""
    found = scorers.pair_f1([["a", "b", "c"]], [["b", "a"], ["c", "d"]])
    assert (found.precision, found.recall) == (0.5, pytest.approx(1 / 3))


def test_calibration_error_of_a_known_case() -> None:
    """Bin .9: three of mean .95, two true: gap .2833…; bin .0: one of .05, true: gap .95."""
    stated = [(0.95, True), (0.95, True), (0.95, False), (0.05, True)]
    assert scorers.calibration_error(stated) == pytest.approx((3 * (0.95 - 2 / 3) + 0.95) / 4)
    assert scorers.calibration_error([(1.0, True), (0.99, True)]) == pytest.approx(0.005)
    assert scorers.calibration_error([]) == 0.0


def test_speakers_are_judged_by_overlap_of_what_was_said() -> None:
    """Four statements: right, wrong, unnamed, and one whose place nobody found."""
    truth = [
        ([(0, 10)], "Ada Roe"),
        ([(20, 30)], "Ada Roe"),
        ([(40, 50)], "Ada Roe"),
        ([(60, 70)], "Ada Roe"),
    ]
    said = [([(0, 8)], "Roe"), ([(20, 30)], "Eve Poe"), ([(40, 50)], None), ([(68, 90)], "Ada Roe")]
    found = scorers.speakers(truth, said)
    assert found == {"accuracy": 0.25, "coverage": 0.5, "precision": 0.5}


def test_characters_count_letters_alone_when_given_the_text() -> None:
    """In "ab 12 cd" truth covers all, prediction the first five marks: two of four letters."""
    found = scorers.characters([(0, 8)], [(0, 5)], "ab 12 cd")
    assert (found.precision, found.recall) == (1.0, 0.5)
    assert scorers.characters([(0, 8)], [(0, 4)]).f1 == pytest.approx(2 / 3)
