"""What is told not to have been said is in nobody's mouth."""

from __future__ import annotations

import pytest

import retold
from retold import Article
from retold.steps.statements.denials import is_denied
from tests.steps.statements.reading import tree_of


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("It is not the case that the harbour master told crews the lock was mined.", "told"),
        (
            "The keeper dismissed as “dock gossip” a report that the captain had called crews idle.",
            "called",
        ),
        ("The keeper denied reports that the captain had said so.", "said"),
        ("The keeper did not say so.", "say"),
    ],
)
def test_a_saying_that_is_told_as_none_is_denied(text: str, cue: str) -> None:
    one = tree_of(text)
    assert is_denied(one, one.lower.index(cue))


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("It is a sad case that the harbour master told crews about.", "told"),
        ("The keeper published as a leaflet a story that the captain had called fine.", "called"),
    ],
)
def test_a_saying_that_somebody_tells_is_not(text: str, cue: str) -> None:
    one = tree_of(text)
    assert not is_denied(one, one.lower.index(cue))


def test_nobody_is_given_what_it_is_not_the_case_that_he_said() -> None:
    text = "It is not the case that the harbour master told crews the lock was mined, the port office said."
    (said,) = retold.statements(Article("a", text))
    assert said.speaker is not None
    assert said.speaker.of(text) == "the port office"
