"""Who speaks behind a verb that mostly has a hearer behind it."""

from __future__ import annotations

import pytest

from retold.steps.statements.inversions import inverted
from tests.steps.statements.reading import tree_of
from tests.steps.test_statements_mouths import told


@pytest.mark.parametrize(
    ("text", "who", "words"),
    [
        ("Tolls will double by May, warned the guild.", "the guild", "Tolls will double by May"),
        ("The weir is cracked, warned surveyor Tilda Crane on Friday.", "Tilda Crane", "The weir is cracked"),
        ("Rents would climb, cautioned the head of the Mole Bank, Ivo Marsh, on Friday.", "Ivo Marsh", "Rents would climb"),
        ("Bathers should keep away, urged Mayor Tilda Crane.", "Tilda Crane", "Bathers should keep away"),
        ("The guild, warned the bailiffs, would shut the weir.", "the bailiffs", "would shut the weir"),
    ],
)  # fmt: skip
def test_who_stands_behind_a_clause_and_its_verb_says_it(text: str, who: str, words: str) -> None:
    assert [(name or mention, said) for name, mention, said in told(text)] == [(who, words)]


@pytest.mark.parametrize(
    "text",
    [
        "The weir was cracked, the report warned the council.",
        "Crane was cross, told the crew and left.",
        "As tolls rose, warned by the guild, people swam.",
        "She stood up, thanked the crew.",
        "The guild, warned by the bailiffs, shut the weir.",
    ],
)
def test_who_is_warned_says_nothing(text: str) -> None:
    tree = tree_of(text)
    verbs = ((t, tree.speech.verbs.get(word)) for t, word in enumerate(tree.lower))
    found = [inverted(tree, t, verb) for t, verb in verbs if verb is not None]
    assert not any(found)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The weir was shut, explained her lawyer, Ivo Marsh.", "Ivo Marsh"),
        ("Nobody was asked, noted Tilda Crane, who called the poll a farce.", "Tilda Crane"),
        ("The crew flew home, confirmed the coach.", "the coach"),
    ],
)
def test_who_stands_behind_a_clause_and_a_plain_verb_says_it(text: str, who: str) -> None:
    assert who in {name or mention for name, mention, _ in told(text)}


def test_a_series_of_deeds_is_nobody_s_word() -> None:
    assert told("He rose early, noted the time and left the weir.") == []
