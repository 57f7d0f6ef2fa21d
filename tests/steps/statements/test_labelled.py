"""Speech that a label or a signature gives to somebody."""

from __future__ import annotations

from retold.steps.statements.labelled import Labelled
from tests.steps.statements.reading import day, english, resolver_of, witness

INTRODUCED = "Orla Vann, 40, leads the pilots.\n\n"


def told(text: str) -> list[tuple[str | None, str | None]]:
    found = Labelled(witness(text), english(), resolver_of(text)).turns()
    return [
        (
            None if one.meant is None else one.meant.name,
            None if one.words is None else text[slice(*one.words)],
        )
        for one in found
    ]


def test_answers_go_to_the_one_person_introduced_and_questions_to_nobody() -> None:
    text = INTRODUCED + "Q: Is it cold?\n\nA: Very.\n\nQ: And wet?\n\nA: That too."
    assert told(text) == [(None, None), ("Orla Vann", "Very."), (None, None), ("Orla Vann", "That too.")]


def test_answers_of_nobody_introduced_are_given_to_nobody() -> None:
    text = "Q: Is it cold?\n\nA: Very.\n\nQ: And wet?\n\nA: That too."
    assert {name for name, _ in told(text)} == {None} and {words for _, words in told(text)} == {None}


def test_a_post_has_its_day() -> None:
    text = "Late again.\n— Orla Vann (@orla) May 4, 2024"
    read = witness(text, [day(text, "May 4, 2024", "2024-05-04")])
    (one,) = Labelled(read, english(), resolver_of(text)).turns()
    assert one.when == "2024-05-04"
