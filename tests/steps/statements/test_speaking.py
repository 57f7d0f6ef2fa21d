"""Words that mean somebody who can speak."""

from __future__ import annotations

import pytest

from retold.steps.statements import speaking
from tests.steps.statements.reading import tree_of


def test_a_noun_means_somebody_by_what_he_is_or_does() -> None:
    tree = tree_of("The builder, a widow and the harbour saw the sand.")
    told = [
        speaking.is_role(tree, tree.words.index(word)) for word in ("builder", "widow", "harbour", "sand")
    ]
    assert told == [True, True, False, False]


@pytest.mark.parametrize(
    ("word", "speaks"), [("keeper", True), ("Vann", True), ("study", True), ("fog", False), ("you", False)]
)
def test_a_thing_and_the_reader_do_not_speak(word: str, speaks: bool) -> None:
    tree = tree_of("The keeper, Orla Vann, a study, the fog and you were there.")
    assert speaking.can_speak(tree, tree.words.index(word)) is speaks
