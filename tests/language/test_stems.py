"""A word sheds the first ending of a list that it has."""

from __future__ import annotations

import pytest

from retold.language import stems

ENDINGS = ("ings", "ing", "s")


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("moorings", "moor"),
        ("mooring", "moor"),
        ("moors", "moor"),
        ("tide", "tide"),
        ("ing", "ing"),
        ("as", "as"),
    ],
)
def test_a_word_sheds_the_first_ending_that_leaves_enough_of_it(word: str, stem: str) -> None:
    assert stems.without_ending(word, ENDINGS) == stem
