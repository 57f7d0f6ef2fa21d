"""Who speaks by a cue without a subject of its own."""

from __future__ import annotations

import pytest

import retold
from retold import Article
from retold.steps.statements.inherited import agent, antecedent, carried_on, inherited, is_that_clause
from tests.steps.statements.reading import phrase, tree_of
from tests.steps.test_statements_mouths import told


@pytest.mark.parametrize(
    ("text", "cue", "who"),
    [
        ("Orla Vann said the dean should resign, adding that the roof leaks.", "adding", "Orla Vann"),
        (
            "Constable Vann told the jury that Crole wrote to his aunt from the cells, begging her for money.",
            "begging",
            "Crole",
        ),
        ("A diver left, saying that the weir was safe.", "saying", "A diver"),
    ],
)
def test_a_participle_goes_on_with_the_subject_of_what_it_hangs_on(text: str, cue: str, who: str) -> None:
    one = tree_of(text)
    head = inherited(one, one.lower.index(cue))
    assert head is not None
    assert phrase(one, head) == who


def test_a_passive_has_an_agent_and_a_relative_a_noun() -> None:
    told = tree_of("The crews were told by Orla Vann to leave.")
    by = agent(told, told.lower.index("told"))
    assert by is not None
    assert told.words[by] == "Vann"
    who = tree_of("Orla Vann, who said the weir was shut, left.")
    assert who.words[antecedent(who, who.lower.index("said"), who.lower.index("who")) or 0] == "Vann"


def test_a_finite_cue_with_a_subject_goes_on_from_nothing() -> None:
    one = tree_of("Orla Vann said the weir was shut.")
    assert carried_on(one, one.lower.index("said")) is None
    assert not is_that_clause(one, one.lower.index("shut"))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Governor Orla Vann sued the yard on Monday, after Judge Crole had refused a delay, saying: "
            "“The crews were cheated for years.”",
            "Governor Orla Vann",
        ),
        (
            "Orla Vann resigned on Monday, hours after Governor Kael vetoed the bill, saying: “I cannot go on.”",
            "Orla Vann",
        ),
    ],
)
def test_a_participle_of_saying_is_of_the_main_clause_and_not_of_a_clause_of_time_in_it(
    text: str, who: str
) -> None:
    one = tree_of(text)
    head = inherited(one, one.lower.index("saying"))
    assert head is not None
    assert phrase(one, head) == who


@pytest.mark.parametrize(
    "text",
    [
        "Vann, of Quay Road, who admitted that he had cut the ropes, wept.",
        "Orla Vann, from Ravel, who denied that she had cut the ropes, wept.",
        "Vann, 68, of Mole End, who told the council that the ropes were rotten, was right.",
    ],
)
def test_where_somebody_is_from_says_nothing(text: str) -> None:
    assert {name for name, _, _ in told(text)} <= {"Vann", "Orla Vann"}


def test_who_is_fond_of_a_saying_says_it_and_not_who_spoke_before() -> None:
    text = "Ferris Hale said it rained. Miss Nora Vann was fond of saying that the sea “has no Sundays.”"
    assert told(text)[-1][0] == "Nora Vann"


def test_who_tells_somebody_to_do_a_thing_may_close_the_sentence() -> None:
    text = "Crews were told on Friday to bail out their boats by the river authority."
    (said,) = retold.statements(Article("a", text))
    assert said.speaker is not None
    assert said.speaker.of(text) == "the river authority"
    assert [one.of(text) for one in said.content] == ["to bail out their boats"]


def test_where_a_thing_is_to_be_done_nobody_speaks() -> None:
    text = "Crews were told on Friday to wait for the pilot by the river."
    (said,) = retold.statements(Article("a", text))
    assert said.speaker is None
