"""Answers of a single word."""

from __future__ import annotations

import pytest

from retold.steps.statements.replies import reply
from tests.steps.statements.reading import tree_of


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Asked if it would sail, Orla Vann said no.", "no"),
        ("Orla Vann answered yes, and the bell rang.", "yes"),
        ("Orla Vann said no ferry would sail.", None),
        ("Orla Vann said it would.", None),
    ],
)
def test_a_yes_or_no_behind_a_verb_of_speech_is_what_was_said(text: str, word: str | None) -> None:
    tree = tree_of(text)
    cue = next(t for t in range(len(tree)) if tree.lower[t] in ("said", "answered"))
    found = reply(tree, cue, tree.speech.verbs[tree.lower[cue]])
    assert (None if found is None else tree.lower[found[0]]) == word
