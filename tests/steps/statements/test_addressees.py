"""Who is spoken to, by the verb and the preposition that leads to them."""

from __future__ import annotations

import pytest

import retold
from retold import Article
from retold.steps.statements.addressees import addressees, can_hear, conjuncts, is_addressee, is_group
from retold.steps.statements.tree import Tree
from tests.steps.statements.reading import phrase, tree_of


def spoken_to(text: str, cue: str, passive: bool = False) -> list[str]:
    one = tree_of(text)
    token = one.lower.index(cue)
    return [phrase(one, head) for head in addressees(one, token, one.speech.verbs[cue], passive)]


def at(one: Tree, word: str) -> int:
    return one.words.index(word)


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("Orla Vann told the crews that the pier was shut.", "told", ["the crews"]),
        ("Orla Vann wrote to Ida Brock about the ice.", "wrote", ["Ida Brock"]),
        ("Orla Vann pleaded with the crews.", "pleaded", ["the crews"]),
        ("Orla Vann shouted at the crews.", "shouted", ["the crews"]),
        ("Orla Vann said at the pier that the ice was thin.", "said", []),
        ("Orla Vann referred to Ida Brock as a friend.", "referred", []),
        ("Orla Vann urged the crews to leave the ice.", "urged", ["the crews"]),
        ("Orla Vann ordered the crews to leave the ice.", "ordered", ["the crews"]),
        ("Orla Vann ordered the weir opened at noon.", "ordered", []),
        ("Orla Vann ordered the pier to be opened.", "ordered", []),
        ("Orla Vann, the mayor, ordered the weir closed to all but rescue craft.", "ordered", []),
        ("Orla Vann urged residents to be prepared.", "urged", ["residents"]),
    ],
)
def test_the_verb_says_which_phrase_is_spoken_to(text: str, cue: str, expected: list[str]) -> None:
    assert spoken_to(text, cue) == expected


def test_the_subject_of_a_passive_is_spoken_to() -> None:
    assert spoken_to("The crews were told to leave the ice.", "told", passive=True) == ["The crews"]


def test_an_audience_can_hear_and_a_platform_cannot() -> None:
    one = tree_of("Reporters read the letters of Ida Brock on Telegram.")
    assert can_hear(one, at(one, "Reporters")) and can_hear(one, at(one, "Brock"))
    assert not can_hear(one, at(one, "letters")) and not can_hear(one, at(one, "Telegram"))


def test_a_group_goes_by_its_words_unless_it_was_named_before() -> None:
    one = tree_of("Orla Vann told a court and the committee that the pier was shut.")
    assert is_group(one, at(one, "court"))
    assert not is_group(one, at(one, "committee"))


def test_a_truth_that_is_told_is_no_addressee() -> None:
    one = tree_of("Orla Vann told the truth to the crews.")
    assert not is_addressee(one, at(one, "truth"))
    assert is_addressee(one, at(one, "crews"))


def test_those_joined_to_an_addressee_are_spoken_to_as_well() -> None:
    one = tree_of("Orla Vann wrote to Brock, Holm and Kray about the ice.")
    assert [one.words[head] for head in conjuncts(one, [at(one, "Brock")])] == ["Brock", "Holm", "Kray"]


def test_whose_aide_is_told_does_not_hear_it() -> None:
    text = "Mara Lind told an aide to Jan Orme that the pier was shut."
    (one,) = retold.statements(Article("a", text))
    assert [None if p.mention is None else p.mention.of(text) for p in one.addressees] == ["an aide"]
