"""Participles of verbs of speech that are read as nouns."""

from __future__ import annotations

import pytest

import retold
from retold.steps.statements.misread_verbs import with_participles
from tests.steps.statements.reading import tree_of
from tests.steps.statements.test_false_mouths import speaker


def test_a_participle_before_a_quotation_is_a_verb() -> None:
    tree = with_participles(tree_of("Hald fired back late on Sunday, writing, “They keep me from it.”"))
    assert tree.tags[tree.words.index("writing")] == "VBG"


@pytest.mark.parametrize(
    "text", ["The guard gave a warning, “Keep off the pier.”", "They met in the building, he said."]
)
def test_other_nouns_stay_as_they_were_read(text: str) -> None:
    one = tree_of(text)
    assert with_participles(one) is one


def test_who_writes_back_goes_on_and_nobody_before_him() -> None:
    text = (
        "“We hope that both will follow our lead,” the warden's clerk Jeff Rowe said in a note.\n\n"
        "Hald fired back late on Sunday on the net, writing, “They want to keep me from the vote.”\n\n"
        "He added, for good measure: “The warden is as good as beaten.”"
    )
    assert speaker(text, "from the vote") == "Hald"
    last = list(retold.statements(retold.Article("a", text)))[-1]
    assert last.speaker_name in ("Hald", None) or last.speakers[0].support < 0.8
