"""A saying within a question for its own words."""

from __future__ import annotations

import pytest

from retold.steps.statements.asked_for import is_asked_for
from tests.steps.statements.reading import tree_of


@pytest.mark.parametrize(
    ("text", "verb", "wanted"),
    [
        ("I wonder what Vann thinks a pier is for.", "thinks", True),
        ("She asked how he felt the ropes would hold.", "felt", True),
        ("She apologised for what she said was a slip.", "said", False),
        ("He told them why he believed the ropes would hold.", "believed", False),
        ("Vann asked whether the ropes would hold.", "asked", False),
    ],
)
def test_nobody_says_what_a_question_asks_for(text: str, verb: str, wanted: bool) -> None:
    one = tree_of(text)
    assert is_asked_for(one, one.lower.index(verb)) is wanted
