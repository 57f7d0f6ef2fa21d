"""The words that tell what was said."""

from __future__ import annotations

import pytest

import retold
from retold import Article
from retold.steps.statements.clauses import content_clause, quote_follows
from tests.steps.statements.reading import tree_of


def clause(text: str, cue: str) -> str | None:
    one = tree_of(text)
    token = one.lower.index(cue)
    found = content_clause(one, token, one.speech.verbs[cue])
    return None if found is None else " ".join(one.words[found[0] : found[1] + 1])


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("Orla Vann said that the pier was shut.", "said", "the pier was shut"),
        ("Orla Vann called the pier a ruin.", "called", "the pier a ruin"),
        ("Orla Vann vowed to open the pier.", "vowed", "to open the pier"),
        ("Orla Vann warned of thin ice.", "warned", "of thin ice"),
        ("The pier, she said, was shut for good.", "said", "The pier , she said , was shut for good"),
        ("Orla Vann thanked the crews.", "thanked", None),
        (
            "Roads surveyor Orla Vann said about 300 tons of mud had slid down.",
            "said",
            "about 300 tons of mud had slid down",
        ),
        ("The bargee told the inquest he had shouted twice.", "told", "he had shouted twice"),
        ("The warden said to Orla Vann as she left that there was no key.", "said", "there was no key"),
        ("Orla Vann insisted on Friday.", "insisted", None),
        ("Orla Vann advised those in the next valley to pack.", "advised", "to pack"),
        (
            "In a note liked 4,000 times, Orla Vann asked whether eels were next.",
            "asked",
            "whether eels were next",
        ),
        ("Orla Vann ordered the weir opened at noon.", "ordered", "the weir opened at noon"),
        ("Orla Vann ordered the pier to be opened.", "ordered", "the pier to be opened"),
        (
            "The warden demanded that the weir be opened and called for calm.",
            "demanded",
            "the weir be opened",
        ),
    ],
)
def test_a_clause_a_complement_or_a_preposition_tells_it(text: str, cue: str, expected: str | None) -> None:
    assert clause(text, cue) == expected


def test_what_stands_before_a_quotation_was_not_said() -> None:
    one = tree_of("In a talk with Ida Brock, Orla Vann said, “The pier is safe for all.”")
    assert quote_follows(one, one.lower.index("said"))
    assert not quote_follows(one, one.lower.index("talk"))


def test_what_another_says_behind_although_is_not_of_who_spoke() -> None:
    text = "Keeper Ida Vann said she had paid the fee, although a clerk of the port said none had come."
    first = retold.statements(Article("a", text))[0]
    assert [span.of(text) for span in first.content] == ["she had paid the fee"]


def test_what_another_says_behind_a_semicolon_is_his() -> None:
    text = "Keeper Ida Vann told crews the lock would open; pilot Jan Orme said it would not."
    said = {one.speaker_name: one.content[0].of(text) for one in retold.statements(Article("a", text))}
    assert said == {"Ida Vann": "the lock would open", "Jan Orme": "it would not"}
