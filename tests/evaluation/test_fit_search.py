"""The search over a few numbers: every fold chooses without its own stories."""

from __future__ import annotations

from collections.abc import Mapping

from evaluation.fit.search import fitted
from evaluation.metrics.bootstrap import Counts

WISHES = {"a": 1.0, "b": 1.0, "c": 1.0, "d": 1.0, "e": 3.0}  # the value that each story likes


def liked(values: Mapping[str, float]) -> dict[str, dict[str, float]]:
    return {story: {"right": float(values["x"] == wish)} for story, wish in WISHES.items()}


def right(counts: Counts) -> float:
    return counts["right"]


def test_the_choice_of_most_stories_wins_and_fails_on_the_odd_one() -> None:
    found = fitted(liked, right, {"x": 0.0}, {"x": [1.0, 3.0]})
    assert found.values == {"x": 1.0}
    assert (found.before, found.after, found.held_out) == (0.0, 4.0, 4.0)


def test_a_fluke_of_one_story_does_not_count_on_stories_not_seen() -> None:
    """Each story likes a value of its own: on all of them one is found right, on unseen ones none."""

    def flukes(values: Mapping[str, float]) -> dict[str, dict[str, float]]:
        return {str(k): {"right": float(values["x"] == k)} for k in range(5)}

    found = fitted(flukes, right, {"x": -1.0}, {"x": [0.0, 1.0, 2.0, 3.0, 4.0]})
    assert found.after == 1.0
    assert found.held_out == 0.0


def test_two_numbers_are_moved_one_at_a_time_until_nothing_gains() -> None:
    def pair(values: Mapping[str, float]) -> dict[str, dict[str, float]]:
        return {"s": {"right": -abs(values["x"] - 2) - abs(values["y"] - 1)}, "t": {"right": 0.0}}

    found = fitted(pair, right, {"x": 0.0, "y": 0.0}, {"x": [1.0, 2.0], "y": [1.0, 2.0]})
    assert found.values == {"x": 2.0, "y": 1.0}
