"""Families: the articles that copying ties together."""

from __future__ import annotations

from retold.steps.story import families
from retold.steps.story.families import Borrowing, Known

NEAR, FAR = Borrowing(0.6, 0.3, 0.9, False), Borrowing(0.2, 0.1, 0.8, False)


def test_an_article_is_tied_to_the_one_it_has_most_from() -> None:
    ties = {
        ("a", "b"): NEAR,
        ("b", "a"): NEAR,
        ("c", "b"): FAR,
        ("c", "d"): NEAR,
        ("d", "c"): NEAR,
        ("b", "c"): FAR,
    }
    assert families.tied("abcd", Known(ties), 0.5) == [("a", "b"), ("c", "d")]


def test_among_equals_the_source_whose_id_comes_first_counts() -> None:
    assert families._nearest({("c", "b"): NEAR, ("c", "a"): NEAR}) == [("c", "a")]


def test_nobody_is_tied_by_what_is_unlikely() -> None:
    assert families.tied("ab", Known({("a", "b"): NEAR}), 0.95) == [("a",), ("b",)]


def test_two_groups_are_joined_by_a_sure_tie_that_is_the_nearest_of_both() -> None:
    sure = Borrowing(0.3, 0.3, 0.9, True)
    ties = {("a", "b"): NEAR, ("b", "a"): NEAR, ("c", "d"): NEAR, ("d", "c"): NEAR, ("b", "c"): sure}
    assert families.tied("abcd", Known(ties), 0.5) == [("a", "b", "c", "d")]
