"""From words and ties to stories."""

from __future__ import annotations

import numpy as np

from retold import kernels
from retold.settings import StoryGroups
from retold.steps.story import grouping
from retold.steps.story.likeness import Vectors
from retold.tables import Bars, Edges, ManyWords, Pairs, Ties, Weights
from tests.steps.witnesses import witness

SETTINGS = StoryGroups()
KERNELS = kernels.choose("reference")
# three brief texts of one word each, all the same: half of their likeness counts
HALF = Vectors(np.zeros(3, np.int32), np.full(3, 0.5**0.5, np.float32), np.arange(4), np.ones(1, np.bool_))
NO_TIES = Ties(np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros((0, 2, 4)), np.zeros(0, np.bool_))


def test_a_pair_is_inside_the_group_that_holds_both() -> None:
    groups = [([0, 2], 0.5), ([1, 3], 0.4)]
    found = grouping.inside(5, groups, np.array([0, 0, 1, 4]), np.array([2, 1, 3, 0]))
    assert found.tolist() == [0, -1, 1, -1]


def test_every_article_is_in_one_story_in_order_of_first_members() -> None:
    found = grouping.stories(dict.fromkeys("dacb"), [([0, 1], 0.5)], NO_TIES, SETTINGS)
    assert [one.articles for one in found] == [("a", "d"), ("b",), ("c",)]
    assert [one.cohesion for one in found] == [0.5, 1.0, 1.0]


def printed(pairs: Pairs, prints: list[int]) -> grouping.Printed:
    """What is known of three articles of one day beside their words."""
    return grouping.Printed(pairs, np.array(prints, np.int8), np.ones(3))


def rows(edges: Edges) -> list[tuple[int, int, float]]:
    one, other = edges.ends
    return list(zip(one.tolist(), other.tolist(), edges.cosines.tolist(), strict=True))


def test_ties_inside_a_story_make_families() -> None:
    tie = [[0.6, 0.4, 0.9, 1.0], [0.6, 0.4, 0.9, 1.0]]
    ties = Ties(np.array([0], np.int32), np.array([1], np.int32), np.array([tie]), np.array([True]))
    (one, _) = grouping.stories(dict.fromkeys("abc"), [([0, 1], 0.5)], ties, SETTINGS)
    assert one.families == (("a", "b"),)


def test_what_much_the_same_is_printed_by_counts_as_one_report() -> None:
    pairs = Pairs(np.array([1, 1]), np.array([2, 3]), np.ones(2), np.arange(4, dtype=np.int32))
    assert grouping.reports_of(4, pairs, np.array([0, 1], np.int8)).tolist() == [0, 1, 2, 1]


def test_a_small_corpus_is_shown_more_before_two_articles_are_one_story() -> None:
    assert grouping.bar(8, 0.1, 0.1) > grouping.bar(400, 0.1, 0.1) > grouping.bar(400, 0.9, 0.1) > 0.1


def test_a_pair_that_fills_one_template_is_no_edge() -> None:
    pairs = Pairs(np.array([0, 1]), np.array([1, 2]), np.ones(2), np.arange(3, dtype=np.int32))
    edges = Edges.of([(0, 1, 0.9), (0, 2, 0.3), (1, 2, 0.8)])
    found = grouping.with_prints(edges, HALF, printed(pairs, [-1, 0]), 0.1, KERNELS)
    assert rows(found) == [(0, 2, 0.3), (1, 2, 0.8)]


def test_the_likeness_of_two_that_print_one_report_is_not_lessened_by_brevity() -> None:
    pairs = Pairs(np.array([0]), np.array([1]), np.ones(1), np.arange(3, dtype=np.int32))
    found = grouping.with_prints(Edges.of([(1, 2, 0.25)]), HALF, printed(pairs, [1]), 0.1, KERNELS)
    assert rows(found) == [(0, 1, 1.0), (1, 2, 0.25)]


def test_a_third_print_of_a_report_joins_the_two_that_are_together_already() -> None:
    every = [(0, 1), (0, 2), (1, 2)]
    a, b = (np.array(side) for side in zip(*every, strict=True))
    pairs = Pairs(a, b, np.ones(3), np.arange(3, dtype=np.int32))
    edges = grouping.with_prints(Edges.of([]), HALF, printed(pairs, [1, 1, 1]), 0.1, KERNELS)
    weights = Weights(np.zeros(0, np.int64), np.zeros(0, np.float32), np.zeros(0, np.bool_), 0)
    for reports, joined in (([0, 0, 0], [0, 1, 2]), ([0, 0, 2], [0, 1])):
        alike = grouping.Near(HALF, edges, weights, Bars(0.6, 1.0), np.array(reports))
        ((members, _),) = grouping.together({"a": 0.0, "b": 0.0, "c": 0.0}, alike, SETTINGS)
        assert sorted(members) == joined


def test_what_was_frozen_is_what_stories_are_told_by() -> None:
    texts = ["crane fell in Ostmark on Monday", "crane fell in Ostmark today", "eels sang in Lindau"]
    held = [witness(text, str(n)) for n, text in enumerate(texts)]
    bags = KERNELS.bags(ManyWords.of([w.words for w in held], texts))
    none = Pairs(*(np.zeros(0, np.int32),) * 2, np.zeros(0), np.arange(3, dtype=np.int32))
    near = grouping.near(bags, printed(none, []), SETTINGS, KERNELS)
    priors = np.zeros(len(bags.words), np.float32)
    frozen = grouping.Frozen(near.weights, Bars(2.0, 0.5), priors)
    strict = grouping.near(bags, printed(none, []), SETTINGS, KERNELS, frozen)
    assert rows(strict.edges) == rows(near.edges) and strict.bars == Bars(2.0, 0.5)
    days = dict.fromkeys("abc", 1.0)
    assert [members for members, _ in grouping.together(days, near, SETTINGS)] == [[0, 1]]
    assert grouping.together(days, strict, SETTINGS) == []
