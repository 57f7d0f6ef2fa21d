"""Words before a cue that closes its sentence, where the parser joins the two."""

from __future__ import annotations

import pytest

import retold
from retold import Article
from retold.steps.statements.misread import misread_clause
from tests.steps.statements.reading import tree_of


def _said(text: str) -> list[tuple[str | None, str]]:
    found = retold.statements(Article("a", text, outlet="Quay Courant"))
    return [(one.speaker_name, " ".join(span.of(text) for span in one.content)) for one in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Goalkeeper Jan Orme has joined Tarn Wanderers, club secretary Ida Vann told the Quay Gazette.",
            ("Ida Vann", "Goalkeeper Jan Orme has joined Tarn Wanderers"),
        ),
        (
            "If the vote fails, the Reed Party will quit the council, its chairwoman, Ida Vann, has warned.",
            ("Ida Vann", "If the vote fails, the Reed Party will quit the council"),
        ),
    ],
)
def test_what_stands_before_a_cue_at_the_end_was_told(text: str, told: tuple[str, str]) -> None:
    assert told in _said(text)


def test_who_warns_somebody_of_a_thing_has_not_said_the_clause_before() -> None:
    one = tree_of("The gate was shut, and the keeper warned him.")
    verb = one.speech.verbs["warned"]
    assert misread_clause(one, one.lower.index("warned"), verb) is None
