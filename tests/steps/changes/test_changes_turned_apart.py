"""What turns a sentence although its words changed places, and what only seems to."""

from __future__ import annotations

import pytest

import retold
from retold.steps.changes.finders import last_figures
from tests.steps.changes.test_changes import BODY, told, within


def turned(old: str, new: str) -> list[tuple[str | None, str | None, str | None]]:
    return [(c.before, c.after, c.detail) for c in within(old, new) if c.kind == "sense"]


@pytest.mark.parametrize(
    ("old", "new", "reading"),
    [
        (
            "The tannery sold a tenth more hides in the spring despite dearer salt, its owner wrote.",
            "Because of dearer salt, the tannery sold a tenth more hides in the spring, its owner wrote.",
            ("despite", "Because", "direction"),
        ),
        (
            "A mule train from Tolland to Quarn lost its way in the fog on the moor.",
            "A mule train from Quarn to Tolland lost its way in the fog on the moor.",
            ("from Tolland to Quarn", "from Quarn to Tolland", "direction"),
        ),
        (
            "The pilots' guild sued the Bank of Tolland over a loan that nobody could find.",
            "The Bank of Tolland sued the pilots' guild over a loan that nobody could find.",
            ("pilots' guild sued the Bank of Tolland", "Bank of Tolland sued the pilots' guild", "agent"),
        ),
        (
            "The ferry owner Tarnline blamed sail maker Corrie for the rents in nine of its sails.",
            "Sail maker Corrie blamed the ferry owner Tarnline for the rents in nine of its sails.",
            ("Tarnline blamed sail maker Corrie", "Corrie blamed the ferry owner Tarnline", "agent"),
        ),
        (
            "Quarn hopes to raise the wreck of the old lightship before the winter.",
            "Quarn will raise the wreck of the old lightship before the winter.",
            ("hopes to", "will", "modality"),
        ),
        (
            "Quarn has agreed to lend the bell to the islanders for a year, its council wrote.",
            "Quarn is considering lending the bell to the islanders for a year, its council wrote.",
            ("agreed", "considering", "state"),
        ),
    ],
)
def test_a_sentence_is_turned_wherever_its_words_went(
    old: str, new: str, reading: tuple[str, str, str]
) -> None:
    assert reading in turned(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "The tannery sold a tenth more hides in the spring despite dearer salt, its owner wrote.",
            "Despite dearer salt, the tannery sold a tenth more hides in the spring, its owner wrote.",
        ),
        (
            "A mule train from Tolland to Quarn lost its way in the fog on the moor.",
            "On the moor a mule train to Quarn from Tolland lost its way in the fog.",
        ),
        (
            "Quarn plans to raise the wreck of the old lightship before the winter.",
            "Quarn will raise the wreck of the old lightship before the winter.",
        ),
        (
            "A clerk was arrested in May and convicted on Friday of selling the harbour's seals.",
            "A clerk was convicted on Friday of selling the harbour's seals.",
        ),
    ],
)
def test_what_says_the_same_turns_nothing(old: str, new: str) -> None:
    assert turned(old, new) == []


def test_a_charge_that_became_a_conviction_in_a_new_opening_is_told() -> None:
    rest = BODY.format(middle="Nine boats lay idle.")
    old = f"A clerk was charged on Friday with selling the harbour's copper bells to a chandler.\n\n{rest}"
    new = (
        "Ida Corrie, 39, a clerk who had kept the town's books for a decade, was convicted on Friday of "
        f"selling the harbour's copper bells to a chandler.\n\n{rest}"
    )
    assert ("charged", "convicted") in [(c.before, c.after) for c in told(old, new) if c.kind == "sense"]


# ---- figures ----


def figures(old: str, new: str) -> list[tuple[str | None, str | None]]:
    found = within(old, new)
    return [(c.before, c.after) for c in found if c.kind == "figure" and c.weight == "substance"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "The guild wants between 40 and 60 rowers for the regatta.",
            "The guild wants 40-60 rowers for the regatta.",
        ),
        (
            "The frost left 6,870 cottages without water for a night.",
            "The frost left nearly 7,000 cottages without water for a night.",
        ),
        (
            "Twenty-six barges have sunk in the canals of Tolland so far this year, the guild wrote.",
            "Fifty-one barges sank in the canals of Tolland last year, the guild wrote.",
        ),
    ],
)
def test_ranges_round_counts_and_counts_of_two_years_are_no_changes(old: str, new: str) -> None:
    assert figures(old, new) == []


def test_a_small_count_and_a_round_one_are_two() -> None:
    assert figures("The sweep counted 96 seals on the bar.", "The sweep counted nearly 100 seals on the bar.")


def test_an_age_before_a_name_and_one_behind_it_are_one_persons() -> None:
    found = within(
        "A pilot was cleared on Friday of losing the mail. The 63-year-old, Pim Aske, had told the court of the fog.",
        "Pim Aske, 36, a pilot, has been cleared of losing the mail. He had told the court of the fog.",
    )
    assert ("63", "36") in [(c.before, c.after) for c in found if c.kind == "figure"]


def test_ages_of_two_of_one_surname_are_two() -> None:
    found = within(
        "A pilot was cleared on Friday of losing the mail. The 63-year-old, Pim Aske, had told the court of the fog.",
        "Jan Aske, 36, a pilot, has been cleared of losing the mail. He had told the court of the fog.",
    )
    assert ("63", "36") not in [(c.before, c.after) for c in found if c.kind == "figure"]


def test_a_toll_that_the_other_version_tells_beside_another_one_did_not_change() -> None:
    rest = BODY.format(middle="Nine boats lay idle.")
    old = f"Four people were hurt when a cart ran into a coach on the Quarn road early on Friday, police said.\n\n{rest}"
    new = (
        "Seven people were hurt in a second crash in fog on the Quarn road on Friday, hours after a cart ran into "
        "a coach there, police said. In the first crash, early in the morning, four people were hurt."
        f"\n\n{rest}"
    )
    assert not any(c.kind == "figure" for c in told(old, new))


@pytest.mark.parametrize(
    ("old", "new", "reading"),
    [
        (
            "The Reeds would win 34 percent of the seats, the Rushes 27 and the Sedges 11, a poll of 1,310 rowers found.",
            "A poll of 1,310 rowers found that the Rushes would win 27 percent of the seats, the Sedges 11 and the Reeds 43.",
            ("34 percent", "43"),
        ),
        (
            "A seat on the Quarn ferry will cost £3.20 from May, up from £2.90, the owners wrote.",
            "From May the price of a seat on the Quarn ferry will rise from £2.90 to £4.20, the owners wrote.",
            ("£3.20", "£4.20"),
        ),
        (
            "Two pilots were killed and five injured when a mast fell 30 metres at the Skarn yard.",
            "Five pilots were injured and three killed when a mast fell 30 metres at the Skarn yard.",
            ("Two", "three"),
        ),
    ],
)
def test_the_last_figure_of_a_sentence_is_told_where_the_others_agree(
    old: str, new: str, reading: tuple[str, str]
) -> None:
    assert reading in figures(old, new)
    assert last_figures.__doc__


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Two of 30 pilots were killed when 6 masts fell at the Skarn yard on Sunday.",
            "Nine of 30 pilots were injured when 6 masts fell at the Skarn yard on Sunday.",
        ),
        (
            "The 30 rowers of 6 clubs went 60 miles up the Skarn to the old weir of Quarn.",
            "Up the Skarn to the old weir of Quarn the 30 rowers of 6 clubs went 97 kilometres.",
        ),
    ],
)
def test_two_fates_and_two_measures_are_no_last_figures(old: str, new: str) -> None:
    assert figures(old, new) == []


def test_an_equal_figure_of_something_else_says_nothing_of_the_last_one() -> None:
    found = figures(
        "Shares in Tolland Ferries rose 1.5 percent against a wider Tolland 100 which was up 1 percent.",
        "Shares in Tolland Ferries rose 3.2 percent against a 1.5 percent rise in the wider Tolland 100.",
    )
    assert not any(before and before.startswith("1 ") for before, _ in found)


def test_up_and_down_behind_two_verbs_turn_nothing() -> None:
    old = "A boathouse near the weir of Quarn burned down on Sunday night, and nobody was hurt."
    new = "A boathouse near the weir of Quarn went up in flames on Sunday night, but nobody was hurt."
    assert turned(old, new) == []
    higher = "The level of the weir of Quarn went up on Sunday night, the keeper wrote."
    assert turned(higher, higher.replace("went up", "went down")) == [("up", "down", "direction")]


def test_the_evening_and_last_night_are_one_time() -> None:
    roof = BODY.format(middle="The roof of the slip fell in {} after the crews had gone.")
    old = retold.Article("a", roof.format("on Monday evening"), published="2031-03-03T22:00:00Z")
    new = retold.Article("b", roof.format("last night"), published="2031-03-04T05:00:00Z")
    assert not any(c.kind == "date" for c in retold.compare(old, new).changes)


# ---- names ----


def test_an_initial_is_no_slip_of_a_first_name() -> None:
    found = within(
        "Mr. Josiah Corrie was early upon the mole and led the search in person.",
        "Mr. J. Corrie was early upon the mole and led the search in person.",
    )
    assert {c.kind for c in found} <= {"style"}
