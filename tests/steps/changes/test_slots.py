"""Ages and names of one slot are compared in clauses put in other words."""

from __future__ import annotations

import pytest

from tests.steps.changes.test_changes import told, within

REST = (
    "Divers from the harbour office will go down again when the tide allows it, and the pier stays shut.\n\n"
    "The owners bought the ship from a Tolland yard and had it painted green before the summer."
)


def read(kind: str, old: str, new: str) -> list[tuple[str | None, str | None]]:
    return [(one.before, one.after) for one in within(old, new) if one.kind == kind]


@pytest.mark.parametrize(
    ("old", "new", "ages"),
    [
        (
            "A 38-year-old woman and an 8-year-old boy were taken off the wreck by a launch.",
            "A woman of 83 and a boy aged eight were taken off the wreck by a launch.",
            [("38", "83")],
        ),
        (
            "A launch took Ida Selk, 38, off the wreck at noon, the pilot said.",
            "A launch took Ida Selk off the wreck at noon, said the pilot of the woman, Selk, 83, who was cold.",
            [("38", "83")],
        ),
        (
            "A 38-year-old stoker was taken off the wreck by a launch.",
            "A stoker of 83 was taken off the wreck by a launch.",
            [("38", "83")],
        ),
        (
            "A 38-year-old woman and a boy were taken off the wreck by a launch.",
            "A woman and a boy of 38 kilos were taken off the wreck by a launch.",
            [],
        ),
        (
            "A 38-year-old woman and a 41-year-old woman were taken off the wreck by a launch.",
            "A woman of 40 and a woman of 39 were taken off the wreck by a launch.",
            [],
        ),
    ],
)
def test_the_age_of_one_noun_or_name_is_compared_however_it_is_told(
    old: str, new: str, ages: list[tuple[str, str]]
) -> None:
    assert read("figure", old, new) == ages


def test_a_role_in_two_openings_has_two_bearers_where_neither_knows_the_other() -> None:
    old = (
        "Judge Ida Selk sent the stoker Jan Mavis to prison for two years on Friday for scuttling six barges."
    )
    new = "Jan Mavis, once a stoker, must go to prison for two years for scuttling six barges, {} said on Friday."
    changes = told(f"{old}\n\n{REST}", f"{new.format('Judge Per Hald')}\n\n{REST}")
    assert [(one.before, one.after) for one in changes if one.kind == "name"] == [("Ida Selk", "Per Hald")]
    changes = told(f"{old}\n\n{REST}", f"{new.format('Per Hald, the presiding judge,')}\n\n{REST}")
    assert [(one.before, one.after) for one in changes if one.kind == "name"] == [("Ida Selk", "Per Hald")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (  # the same name otherwise
            "The stokers were sent home by Judge Ida Selk on Friday after a night in the cells at Quarn.",
            "On Friday, after a night in the cells at Quarn, the stokers went home at the word of Judge I. Selk.",
        ),
        (  # both versions know both
            "Judge Ida Selk sent the stokers home on Friday after Judge Per Hald had held them at Quarn.",
            "On Friday Judge Per Hald, who had held the stokers at Quarn, saw them sent home by Judge Ida Selk.",
        ),
        (  # two roles
            "Judge Ida Selk sent the stokers home on Friday after a night in the cells at Quarn.",
            "On Friday, after a night in the cells at Quarn, the stokers went home with lawyer Per Hald.",
        ),
        (  # a deputy is another office
            "Mayor Ida Selk sent the stokers home on Friday after a night in the cells at Quarn.",
            "On Friday, after a night in the cells at Quarn, deputy mayor Per Hald saw the stokers go home.",
        ),
        (  # one of several bearers
            "Lawyer Ida Selk took the stokers home on Friday after a night in the cells at Quarn.",
            "On Friday, after a night at Quarn, lawyer Per Hald and another lawyer took the stokers home.",
        ),
    ],
)
def test_a_name_of_no_slot_or_of_one_bearer_is_no_other_name(old: str, new: str) -> None:
    assert read("name", old, new) == []


def test_kin_of_one_surname_are_two_by_their_given_names() -> None:
    old = "Jan Mavis ran the yard at Quarn with his wife Ida Mavis for fifty years, until it was sold in May."
    new = "For fifty years, until its sale in May, Jan Mavis had run the Quarn yard with his wife, Rut Mavis."
    assert read("name", old, new) == [("Ida Mavis", "Rut Mavis")]


def test_the_age_in_two_openings_is_told_once() -> None:
    old = "A 38-year-old stoker was pulled from the harbour basin by the crew of a launch on Friday night."
    new = "The crew of a launch on Friday night pulled from the harbour basin a stoker aged 83."
    changes = told(f"{old}\n\n{REST}", f"{new}\n\n{REST}")
    assert [(one.before, one.after) for one in changes if one.kind == "figure"] == [("38", "83")]


def test_names_that_stand_for_each_other_word_by_word_are_told_once() -> None:
    old = "The stokers were sent home by Judge Ida Selk on Friday after a night in the cells at Quarn."
    assert len(read("name", old, old.replace("Ida Selk", "Per Hald"))) == 1


def test_a_name_of_which_one_version_joins_two_words_is_one_name() -> None:
    old = "The watch was ordered by the Tides and Currents Policy Desk of the weather office in Quarn."
    new = "The watch was ordered by the Sluices Policy Desk of the weather office in Quarn."
    assert read("name", old, new) == [("Tides and Currents Policy Desk", "Sluices Policy Desk")]


def test_who_worked_on_a_report_is_no_name_of_it() -> None:
    old = "The watch holds until Sunday night. (Reporting by Ida Selk; editing by Jan Mavis)"
    new = "The watch holds until Sunday night. (Reporting by Ida Selk; editing by Rut Harn and Per Hald)"
    assert read("name", old, new) == []


def test_two_economists_who_are_quoted_are_two() -> None:
    old = (
        "Landings are at a low, the board said. “Ugly,” said Ida Selk, chief economist at Quay Bank in Quarn."
    )
    new = "Landings are at a low, the board said. “No week was as bad,” was how economist Rut Harn put it in Quarn."
    assert read("name", old, new) == []
