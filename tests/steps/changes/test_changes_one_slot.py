"""Values, names and loaded words are set against each other only where they fill one slot of one matter."""

from __future__ import annotations

import pytest

from retold.steps.changes.finders import figure_slots
from retold.steps.changes.kinds import KINDS, Stage
from tests.steps.changes.test_changes import within
from tests.steps.changes.test_changes_one_thing import found

_SAME = (
    " The harbour office keeps a list of all the boats that lie at the pier."
    " Ansel has had a ferry since the year of the great storm, and nobody wants another."
    " The keeper of the light has lived on the rock with two dogs and a goat for most of his life."
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # fined and lost
        (
            "The mole affair, which the owner called a storm in a cup, resulted in $6.2 billion in losses at the yard.",
            "The mole affair, which the owner called a storm in a cup, costs the yard $920 million in penalties.",
        ),
        # of two months
        (
            "Vann's index of the mood of sailors rose to 52.5 in May from a low level.",
            "Vann's index of the mood of sailors rose to 46.8 in June from a low level.",
        ),
    ],
)
def test_figures_of_two_uses_or_two_times_are_no_change(old: str, new: str) -> None:
    assert found("figure", old + _SAME, new + _SAME) == []


def test_two_sums_in_the_slot_of_a_price_are_one_figure() -> None:
    old = "Quay Lines is nearing a deal to sell its ferry repair division to Orme Docks for $3.5 billion, people said."
    new = "Orme Docks has agreed to buy the ferry repair division of Quay Lines for over $3 billion to grow in Ansel."
    (change,) = found("figure", old + _SAME, new + _SAME)
    assert change == ("$3.5 billion", "$3 billion")


def test_at_least_and_about_are_two_figures_and_nearly_and_about_are_one() -> None:
    old, new = "At least 20 sailors drowned off the mole.", "About 20 sailors drowned off the mole."
    assert len(found("figure", old + _SAME, new + _SAME)) == 1
    old, new = "Nearly 20 sailors drowned off the mole.", "About 20 sailors drowned off the mole."
    assert found("figure", old + _SAME, new + _SAME) == []


def test_the_days_of_two_acts_are_no_change_of_a_date() -> None:
    old = "In November 2016, Orla Vann asked sailors in an open letter to leave their knives at home."
    new = "The Ansel ferry line announced on Tuesday the launch of a drive against knives by Orla Vann."
    assert found("date", old + _SAME, new + _SAME) == []


def test_next_may_and_a_month_with_its_year_may_be_one_month() -> None:
    old = "The keepers will vote in the May 2030 election of the pier."
    new = "The keepers will vote in the next May election of the pier."
    assert found("date", old + _SAME, new + _SAME) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("Dems", "Democrats"), ("Mideast", "Middle East"), ("GOP", "Republican"), ("U.S.", "American")],
)
def test_a_name_made_short_is_no_other_name(one: str, other: str) -> None:
    old, new = (
        f"The keeper took down the {one} flag from the mole.",
        f"The keeper took down the {other} flag from the mole.",
    )
    assert found("name", old + _SAME, new + _SAME) == []


def test_a_pact_and_its_initials_are_one_name() -> None:
    old, new = (
        "The proposed Transquarnian Partnership pact has nine members.",
        "The proposed TQP pact has nine members.",
    )
    assert found("name", old + _SAME, new + _SAME) == []


def test_names_in_a_heading_and_in_the_head_of_a_take_are_nobody() -> None:
    old, new = (
        "LEGAL CHALLENGES Experts say that the mole is safe.",
        "LEGAL HURDLES Experts say that the mole is safe.",
    )
    assert found("name", old + _SAME, new + _SAME) == []
    old, new = (
        "11:34 16/07/99: Page 5 (HHH) PIER Keeper Lead\nThe mole is safe.",
        "12:10 16/07/99: Page 1 (HHH) PIER Keeper Late\nThe mole is safe.",
    )
    assert [one.kind for one in within(old + _SAME, new + _SAME) if one.kind != "style"] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The rate fell by a modest quarter on Friday.", "The rate fell modestly by a quarter on Friday."),
        (
            "The affair of the ferry debacle is over.",
            "The affair of the ferry is over. Nobody speaks of the debacle.",
        ),
    ],
)
def test_a_loaded_word_that_both_versions_have_is_neither_put_in_nor_left_out(old: str, new: str) -> None:
    assert found("loaded", old + _SAME, new + _SAME) == []


def test_words_behind_a_colon_are_quoted_without_marks() -> None:
    old = "Vann said in her letter: the mole will be open to all keepers by the end of the summer." + _SAME
    new = "Vann said in her letter: “the mole will be open to all keepers by the end of the summer.”" + _SAME
    assert found("quotation", old, new) == []


def test_a_quotation_and_a_sentence_about_something_else_are_not_one_told_in_plain_words() -> None:
    old = (
        "“Only after we have the notice will we be able to say what it means for the rules of the pier,” Vann said."
        + _SAME
    )
    new = (
        "Vann said that the harbour office had been told of the loan and of the new boats on Friday." + _SAME
    )
    assert found("quotation", old, new) == []


def test_a_dateline_behind_a_caption_names_its_agency() -> None:
    caption = "Orla Vann speaks at the pier in Ansel, where the keepers of the old ferry met on a wet morning to hear what the office would do about the mole and the boats, Friday, May 3, 2030. (Tam Brel/Quay Herald via AP)"
    old = "The harbour office closed the mole on Friday and sent the keepers home for good." + _SAME
    new = f"{caption}\n\nANSEL (AP) — {old}"
    assert any("AP" in (after or "") for _, after in found("credit", old, new))


def test_a_list_of_those_who_worked_on_a_report_is_one_credit() -> None:
    old = f"The mole is safe.{_SAME}\n\nQuay News' Ana Brel, Jan Orme and The Associated Press contributed to this report."
    new = f"The mole is safe.{_SAME}\n\nQuay News' Pim Aske, Ana Brel, Tam Kell and The Associated Press contributed to this report."
    assert {one.kind for one in within(old, new)} <= {"credit", "style"}


@pytest.mark.parametrize(
    ("one", "other"), [("Brandeck", "Brandmoor"), ("Kallmann", "Kallweit"), ("Sorrelin", "Sorrestad")]
)
def test_a_surname_that_but_begins_like_another_is_another_name(one: str, other: str) -> None:
    told = "The keeper Helga {} showed the boat to all who came on the day of the feast."
    (change,) = found("name", told.format(one) + _SAME, told.format(other) + _SAME)
    assert one in change[0] and other in change[1]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Brandeck", "Brandek"), ("Verrinsky", "Verrinskaya"), ("Brandeck", "Brand"), ("Kallmann", "Kalmann")],
)
def test_a_form_of_a_surname_is_no_other_name(one: str, other: str) -> None:
    told = "The keeper Helga {} showed the boat to all who came on the day of the feast."
    assert found("name", told.format(one) + _SAME, told.format(other) + _SAME) == []


def test_figures_between_the_same_words_of_unlinked_sentences_are_one_figure() -> None:
    old = "Nobody was on the mole when the boat burned on 2 April.{} He said the firm had bought 26 new rafts for it."
    new = "Engineer Osk Tolbert said Quay Lines had bought 62 new rafts since the boat burned on 2 April.{}"
    assert ("26", "62") in found("figure", old.format(_SAME), new.format(_SAME))


def test_figures_between_the_same_words_of_two_months_are_two_figures() -> None:
    old = "Nobody was on the mole when the boat burned.{} He said the firm had bought 26 new rafts in March 2021."
    new = "Engineer Osk Tolbert said Quay Lines had bought 62 new rafts in May 2022, since the boat burned.{}"
    assert ("26", "62") not in found("figure", old.format(_SAME), new.format(_SAME))


def test_figures_of_one_slot_are_asked_for_among_figures_of_whole_texts() -> None:
    finders = [one for one in KINDS.of("figure").finders if one.find is figure_slots.figures_of_one_slot]
    assert [one.stage for one in finders] == [Stage.TEXTS]
