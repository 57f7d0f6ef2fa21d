"""Statements in the making, and as they are printed."""

from __future__ import annotations

from retold.settings import Statements
from retold.steps.statements.entities import Entity
from retold.steps.statements.meant import Meant
from retold.steps.statements.names import Name
from retold.steps.statements.utterance import Situation, Utterance, Who, printed, same, sound

VANN = Entity(0, Name(0, 4, ("Vann",), ("vann",), (), False, False))


def who(link: float) -> Who:
    return Who((0, 4), Meant("Vann", 0.8, VANN), link)


def utterance(link: float) -> Utterance:
    return Utterance(0, [(10, 20)], who(link), [], (5, 9), "direct", "said", 0.9)


def test_a_party_is_as_sure_as_its_part_and_its_name_together() -> None:
    (one,) = printed("a", [utterance(0.9)], Statements())
    assert one.speakers[0].support == 0.9 * 0.8 and one.speaker_name == "Vann"


def test_a_name_below_the_threshold_is_left_out_and_its_words_stay() -> None:
    (one,) = printed("a", [utterance(0.9)], Statements(support=0.8))
    assert one.speaker_name is None and one.speaker is not None


def test_the_words_of_its_situation_are_the_occasion() -> None:
    said = utterance(0.9)
    said.situation = Situation((30, 40), 0, [], None, False, "2031-03-10", 0)
    (one,) = printed("a", [said], Statements())
    assert one.occasion is not None and (one.occasion.start, one.occasion.end) == (30, 40)


def test_an_utterance_begins_with_its_cue_or_its_words() -> None:
    assert utterance(0.9).place == (5, 9)


def test_a_party_carried_along_is_less_sure_and_leaves_its_words_behind() -> None:
    carried = who(0.9).carried(0.5, here=False)
    assert (carried.mention, carried.link) == (None, 0.45)


def test_two_who_mean_nobody_are_not_the_same() -> None:
    nobody = Who(None, Meant(None, 0.0), 0.5)
    assert same(who(0.9), who(0.1))
    assert not same(nobody, nobody) and not same(None, None)


def test_a_place_that_is_blank_or_ends_before_it_begins_is_left_out() -> None:
    text = "Vann  said    “   ” and left."
    blank = utterance(0.9)
    blank.content = [(11, 13)]
    turned = utterance(0.9)
    turned.content, turned.speaker, turned.cue = (
        [(20, 28)],
        Who((9, 4), Meant("Vann", 0.8, VANN), 0.9),
        (12, 12),
    )
    (one,) = sound([blank, turned], text)
    assert one.content == [(20, 28)] and one.cue is None and one.speaker is not None
    assert one.speaker.mention is None
