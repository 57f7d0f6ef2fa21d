"""A thing, the reader and what nobody said yet are told with less support than a person's words."""

from __future__ import annotations

import pytest

import retold
from retold import Article
from retold.steps.statements import doubtful
from retold.steps.statements.frames import frames
from tests.steps.statements.reading import tree_of

_SURE = 0.8
_TOWN = "The town of Ansel lies on the coast. "


def support(sentence: str) -> float:
    """The highest support of a statement in a sentence behind another, 0 for none."""
    return max((one.support for one in retold.statements(Article("a", _TOWN + sentence))), default=0.0)


@pytest.mark.parametrize(
    "sentence",
    [
        "The mooring of boats along the pier shows that the keepers fear the storm.",
        "Orla Vann talked about the weather with the keepers.",
        "If another guest says, “He was asleep on the ferry all night,” the keeper will go free.",
    ],
)
def test_what_is_mostly_a_misreading_is_not_sure(sentence: str) -> None:
    assert support(sentence) < _SURE


@pytest.mark.parametrize(
    "sentence",
    [
        "Orla Vann said that the ferry was late.",
        "Critics said that the ferry was late.",
        "The mayor said, “The ferry was late all winter long.”",
        "Orla Vann urged the council to close the pier.",
        "The court’s ruling said that the ferry was late.",
    ],
)
def test_persons_groups_and_papers_speak(sentence: str) -> None:
    assert support(sentence) >= _SURE


def test_a_clause_is_no_thing() -> None:
    tree = tree_of("Orla Vann said that the ferry was late.")
    (frame,) = frames(tree)
    assert not doubtful.is_doubtful(tree, frame, "indirect", None)
