"""Which cue of its sentence a quotation belongs to, and how sure that is."""

from __future__ import annotations

import pytest

import retold
from retold import Article, parameters
from retold.steps.statements.attach import attach, beside
from retold.steps.statements.frames import frames
from tests.steps.statements.reading import tree_of
from tests.steps.statements.test_first_looks import told

P = parameters.of("statements", "attach")


def links(text: str) -> list[tuple[str, float]]:
    one = tree_of(text)
    return [(one.words[link.frame.cue], link.support) for link in attach(one, frames(one))]


@pytest.mark.parametrize(
    ("text", "cue", "way"),
    [
        ("“The pier is safe for all,” Orla Vann said.", "said", "governed"),
        ("Orla Vann said: “The pier is safe for all.”", "said", "led"),
        ("Orla Vann said the pier was “safe and dry as a bone” for all.", "said", "covered"),
        ("“The pier is safe for all,” froze Orla Vann.", "froze", "guessed"),
        ("“The pier is safe for all,” beamed Orla Vann.", "beamed", "unknown"),
    ],
)
def test_the_support_of_a_link_is_that_of_the_way_it_was_found(text: str, cue: str, way: str) -> None:
    assert links(text) == [(cue, P.number(way))]


def test_of_two_cues_each_has_its_own_quotation() -> None:
    text = "“The pier is safe,” Orla Vann said, but Ida Brock replied: “It is not safe at all.”"
    assert [cue for cue, _ in links(text)] == ["said", "replied"]


def test_the_title_of_a_work_belongs_to_no_cue() -> None:
    assert links("Orla Vann said she had read “The Light Behind the Harbour” twice.") == []


def test_two_quoted_words_outside_of_what_is_said_belong_to_no_cue() -> None:
    assert links("The “old gull” was shut, and nobody went there.") == []


def test_the_noun_behind_a_quotation_is_beside_it() -> None:
    one = tree_of("“The pier is safe for all,” Ida Brock, a pilot of the port, said.")
    found = beside(one, one.words.index("said"), 0)
    assert found is not None and one.words[found] == "Brock"


def test_who_touts_or_defends_a_thing_as_something_says_the_words() -> None:
    text = "It was a step that her deputy, Jan Orme, defended as “the only fair thing to do.”"
    (said,) = retold.statements(Article("a", text))
    assert said.speaker_name == "Jan Orme"
    assert not retold.statements(Article("a", "The ferry, pitched to crews as a gift, was late."))
    assert not retold.statements(Article("a", "Champion Ida Vann defended her belt in Tarn."))


def test_two_quoted_words_that_somebody_hails_are_his() -> None:
    assert told("The miller hailed a “perfect harvest” after the rain.") == [
        ("The miller", "a “perfect harvest”")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Asked by Ida Kael if the pier “will ever open,” Odo Marsh responded “never.”",
        "When asked again by Ida Kael whether the board “sleeps at night,” Odo Marsh replied that it did.",
    ],
)
def test_what_somebody_is_asked_is_in_the_mouth_of_who_asks(text: str) -> None:
    asked = [who for who, words in told(text) if "open" in words or "sleeps" in words]
    assert asked == ["Ida Kael"]


def test_an_account_on_the_net_speaks_and_an_address_does_not() -> None:
    assert [who for who, _ in told("The boat “will be late,” @quaydesk says (https://quay.example/a).")] == [
        "@quaydesk"
    ]
    assert told("The boat is late, https://quay.example says.") == []
