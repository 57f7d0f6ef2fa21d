"""Which statements may be none, and which nouns mean somebody."""

from __future__ import annotations

import pytest

import retold
from retold import Article
from retold.steps.statements.doubtful import is_doubtful, is_role
from retold.steps.statements.frames import frames
from tests.steps.statements.reading import tree_of


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("The drift of the sand shows the pier was moved.", True),
        ("If Orla Vann says the pier is shut, we stay.", True),
        ("The harbour pilot said the pier was shut.", False),
    ],
)
def test_what_a_thing_says_or_nobody_said_yet_is_doubtful(text: str, doubtful: bool) -> None:
    tree = tree_of(text)
    (frame, *_) = [one for one in frames(tree) if one.content is not None]
    assert is_doubtful(tree, frame, "indirect", None) is doubtful


def test_a_doubtful_statement_has_less_support() -> None:
    sure, unsure = (
        retold.statements(Article("a", text))[0].support
        for text in ("The pilot said the pier was shut.", "The sand suggests the pier was moved.")
    )
    assert unsure < sure


def test_a_noun_means_somebody_by_what_he_is_or_does() -> None:
    tree = tree_of("The builder, a widow and the harbour saw the sand.")
    told = [is_role(tree, tree.words.index(word)) for word in ("builder", "widow", "harbour", "sand")]
    assert told == [True, True, False, False]
