"""Of what kind a statement is, and which frames are worth one."""

from __future__ import annotations

import pytest

from retold.steps.statements.attach import attach
from retold.steps.statements.content import content_of, tells
from retold.steps.statements.frames import frames
from tests.steps.statements.reading import tree_of, witness


def contents(text: str) -> list[tuple[str, list[str]]]:
    one = tree_of(text)
    every = frames(one)
    links = attach(one, every)
    found = []
    for frame in every:
        pieces, kind = content_of(
            one, frame, [link for link in links if link.frame is frame], witness(text).quotes
        )
        found.append((kind, [text[start:end] for start, end in pieces]))
    return found


@pytest.mark.parametrize(
    ("text", "kind", "pieces"),
    [
        ("“The pier is safe,” Orla Vann said.", "direct", ["The pier is safe,"]),
        ("Orla Vann said the pier was safe.", "indirect", ["the pier was safe"]),
        ("Orla Vann said the pier was “as safe as a house”.", "mixed", ["the pier was “as safe as a house”"]),
        ("Orla Vann thanked the crews.", "act", []),
    ],
)
def test_marks_and_clauses_make_the_kind(text: str, kind: str, pieces: list[str]) -> None:
    assert contents(text) == [(kind, pieces)]


def test_what_was_not_said_is_worth_no_statement() -> None:
    one = tree_of("Orla Vann would not say that the pier was shut.")
    assert [tells(one, frame, ()) for frame in frames(one)] == [False]


def test_a_cue_that_only_says_where_is_worth_one() -> None:
    one = tree_of("Orla Vann spoke on Telegram.")
    (frame,) = frames(one)
    assert tells(one, frame, (), placed=True)
    assert not tells(one, frame, (), placed=False)
