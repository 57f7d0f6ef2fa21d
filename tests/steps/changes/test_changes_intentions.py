"""What was planned, weighed or believed in one version and is done, decided or a fact in the other."""

from __future__ import annotations

import pytest

import retold
from retold import Article
from tests.steps.changes.test_changes import within

REST = (
    "\n\nThe slip at Velm was built by a firm from Ost that no longer exists, and the tide has undermined it since.\n\n"
    "Divers will look at the piles when the fog has gone, and boats must use the fish quay until then."
)


def read(old: str, new: str) -> list[tuple[str, str | None]]:
    """The same of two reports that are read whole, with who says what in them."""
    one, other = (Article(name, text + REST, language="en") for name, text in (("a", old), ("b", new)))
    return [(c.kind, c.detail) for c in retold.compare(one, other).changes if c.weight == "substance"]


def turned(old: str, new: str) -> list[tuple[str, str | None]]:
    """The kind and detail of what is told of substance between two tellings of one sentence."""
    return [(one.kind, one.detail) for one in within(old, new) if one.weight == "substance"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The board plans to sell the tug.", "The board has sold the tug."),
        ("The board closed the slip.", "The board is expected to close the slip."),
        ("The yard hopes to hire forty welders.", "The yard hired forty welders."),
        ("The yard has offered to pay for the slip.", "The yard has paid for the slip."),
    ],
)
def test_a_plan_that_became_a_deed_turns_the_sentence(old: str, new: str) -> None:
    assert turned(old, new) == [("sense", "modality")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The board plans to sell the tug.", "The board intends to sell the tug."),
        ("The board plans to sell the tug.", "The board did not buy the tug."),
        ("The board wants to sell the tug.", "The board will sell the tug."),
    ],
)
def test_two_words_for_a_plan_and_another_deed_are_told_otherwise(old: str, new: str) -> None:
    assert ("sense", "modality") not in turned(old, new)


def test_an_offer_that_is_weighed_and_one_that_is_turned_down_are_two_states() -> None:
    assert turned("The crews will consider the offer.", "The crews will reject the offer.") == [
        ("sense", "state")
    ]


@pytest.mark.parametrize(
    ("verb", "told"), [("believe that", [("hedge", "hearsay")]), ("suspect", [("hedge", "hearsay")])]
)
def test_who_only_believes_it_is_not_left_out_unsaid(verb: str, told: list[tuple[str, str]]) -> None:
    assert (
        read(
            f"Police {verb} the tug was sunk by its mate on Monday.",
            "The tug was sunk by its mate on Monday.",
        )
        == told
    )


def test_who_knows_it_may_be_left_out() -> None:
    old = "Police know that the tug was sunk by its mate on Monday."
    assert read(old, "The tug was sunk by its mate on Monday.") == []


def test_a_short_denial_that_is_left_out_is_a_reply() -> None:
    old = "Mate Ivo Tarrant is held over the theft of the lamp. He denies it. He has kept the lamp for years, he said."
    new = "Mate Ivo Tarrant is held over the theft of the lamp. He has kept the lamp for years, he said."
    assert read(old, new) == [("cut", "the other side's reply")]


def test_where_a_price_goes_up_to_is_no_bound() -> None:
    old = "The toll goes up by 20 marks to 280 marks in May."
    assert turned(old, "The toll goes up to 280 marks in May.") == [("cut", "a number")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("About 60 of the 400 boats were lost in it.", "About 400 boats were lost in it."),
        ("Two of the tugs were lost in it.", "The tugs were lost in it."),
        ("It was the second worst storm on the coast.", "It was the worst storm on the coast."),
    ],
)
def test_a_part_or_a_rank_that_is_left_out_is_of_substance(old: str, new: str) -> None:
    assert turned(old, new) == [("cut", "a number")]


def test_a_word_of_a_quotation_of_two_words_is_altered() -> None:
    old = "The mayor called the plan “deeply unwise” at the quay."
    assert turned(old, "The mayor called the plan “unwise” at the quay.") == [("quotation", None)]


def test_a_man_in_his_thirties_is_another_age() -> None:
    old = "A man in his forties was held at the quay."
    assert turned(old, "A man in his thirties was held at the quay.") == [("sense", "state")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The cook was shot dead by guards at the quay.", "The cook died at the quay."),
        ("Guards burned down the kiosk at the quay.", "The kiosk burned down at the quay."),
        ("Police closed the kiosk at the quay.", "The kiosk closed at the quay."),
    ],
)
def test_who_did_what_happens_of_itself_elsewhere_is_left_out(old: str, new: str) -> None:
    assert ("sense", "agent") in turned(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Guards burned down the kiosk at the quay.",
            "The kiosk burned down at the quay while guards slept.",
        ),
        ("The cook was hurt by a falling crane at the quay.", "The cook died at the quay."),
        ("The owner opened the kiosk.", "The kiosk opened with a song by the owner."),
    ],
)
def test_a_doer_who_is_told_elsewhere_or_is_a_thing_is_not_left_out(old: str, new: str) -> None:
    assert ("sense", "agent") not in turned(old, new)


def test_what_was_due_and_is_done_later_turns_nothing() -> None:
    assert turned("The cook is due to leave the quay.", "The cook has left the quay.") == []
