"""The open occasion: whom it gives for addressee, on which day, and when it is over."""

from __future__ import annotations

from retold.model import DateMention
from retold.steps.statements.context import Context
from retold.steps.statements.entities import Entity
from retold.steps.statements.meant import Meant
from retold.steps.statements.names import Name
from retold.steps.statements.occasions import occasions
from retold.steps.statements.tree import Tree
from retold.steps.statements.utterance import Utterance, Who
from tests.steps.statements.reading import day, tree_of


def somebody(name: str, number: int) -> Who:
    one = Name(0, len(name), (name,), (name.lower(),), (), False, False)
    return Who((0, len(name)), Meant(name, 0.9, Entity(number, one)), 0.9)


VANN, BROCK = somebody("Vann", 0), somebody("Brock", 1)


def who_of(one: Tree) -> dict[int, Who]:
    known = {"Vann": VANN, "Brock": BROCK}
    return {token: known[word] for token, word in enumerate(one.words) if word in known}


def utterance(segment: int, speaker: Who) -> Utterance:
    return Utterance(segment, [(0, 1)], speaker, [], (0, 1), "direct", "said", 0.9)


def opened(text: str, dates: tuple[DateMention, ...] = (), segment: int = 0) -> Context:
    """A context in which the sentence has opened its occasion."""
    one, context = tree_of(text), Context(dates)
    names = who_of(one)
    for occasion in occasions(one):
        context.enter(segment, one, occasion, lambda head: names[head], [])
    return context


CALL = "In a phone call with Brock, Vann said the pier was safe."


def test_the_host_of_an_occasion_speaks_to_those_who_take_part() -> None:
    context, said = opened(CALL), utterance(0, VANN)
    context.place(said)
    assert [one.meant.name for one in said.addressees] == ["Brock"]


def test_in_a_call_a_guest_answers_the_host() -> None:
    context, said = opened(CALL), utterance(1, BROCK)
    context.place(utterance(0, VANN))
    context.place(said)
    assert [one.meant.name for one in said.addressees] == ["Vann"]


def test_an_addressee_whom_the_occasion_gives_is_less_sure() -> None:
    context, said = opened(CALL), utterance(0, VANN)
    context.place(said)
    assert said.addressees[0].link < BROCK.link


def test_an_occasion_without_a_word_for_some_sentences_is_over() -> None:
    context, late = opened(CALL), utterance(9, VANN)
    context.place(utterance(0, VANN))
    context.place(late)
    assert late.situation is None and late.addressees == []


def test_an_occasion_gives_its_day() -> None:
    text = "In a phone call with Brock on Monday, Vann said the pier was safe."
    context, said = opened(text, (day(text, "Monday", "2031-03-10"),)), utterance(0, VANN)
    context.place(said)
    assert said.when == "2031-03-10"


def test_thoughts_are_spoken_to_nobody() -> None:
    context, thought = opened(CALL), utterance(0, VANN)
    thought.manner = "thought"
    context.place(thought)
    assert thought.addressees == []


def test_without_an_occasion_nothing_is_given() -> None:
    said = utterance(0, VANN)
    Context(()).place(said)
    assert said.situation is None and said.when is None
