"""Whom a pronoun or a role noun may mean."""

from __future__ import annotations

import pytest

from retold.steps.statements import antecedents
from retold.steps.statements.entities import Entity
from tests.steps.statements.reading import entities_of
from tests.steps.statements.test_first_looks import said


def named(text: str, name: str) -> Entity:
    return next(one for one in entities_of(text).every if one.printed == name)


def test_a_man_is_meant_by_he_and_one_of_unknown_sex_by_either() -> None:
    man = named("Mr Orm Dell left. Dell is old.", "Orm Dell")
    assert antecedents.may_be(man, True)
    assert not antecedents.may_be(man, False)
    unknown = named("Zefo Vann left. Vann is old.", "Zefo Vann")
    assert antecedents.may_be(unknown, True)
    assert antecedents.may_be(unknown, False)


def test_a_body_is_nobody_whom_a_pronoun_means() -> None:
    body = named("The Bank of Tarnland closed. The Bank is old.", "Bank of Tarnland")
    assert antecedents.is_body(body)
    assert not antecedents.may_be(body, True)


def test_a_single_capital_met_once_is_odd() -> None:
    assert antecedents.is_odd(named("The crews met Vann there.", "Vann"))
    assert not antecedents.is_odd(named("The crews met Orla Vann there.", "Orla Vann"))


@pytest.mark.parametrize(("wanted", "fit"), [(set(), 1), ({"harbour"}, 2), ({"school"}, 0)])
def test_a_role_fits_whom_it_was_said_of(wanted: set[str], fit: int) -> None:
    text = "Harbour manager Orla Vann left."
    one = named(text, "Orla Vann")
    kin = one.roles[0].kin
    assert antecedents.role_fit(one, kin, "manager", wanted, len(text)) == fit


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ida Orm likes the Quorl. The Quorl is old.", "Quorl"),  # an article
        ("A fair was held in Vosk. Vosk is old.", "Vosk"),  # a place
        ("LOW TARN is a town. Gulls like LOW TARN.", "LOW TARN"),  # capitals throughout
    ],
)
def test_no_pronoun_of_a_person_means_a_thing_or_a_place(text: str, name: str) -> None:
    assert antecedents.is_thing(named(text, name))
    assert not antecedents.may_be(named(text, name), True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Vosk plan is old. Vosk made it, and Vosk likes it.", "Vosk"),  # an article of what follows
        ("The mayor, Zefo Vosk, left. Gulls flew in Vosk.", "Zefo Vosk"),  # a role
        ("A letter came from Zefo Vosk. Vosk is old.", "Zefo Vosk"),  # once behind a preposition, in full
    ],
)
def test_who_may_be_a_person_is_no_thing(text: str, name: str) -> None:
    assert not antecedents.is_thing(named(text, name))


def test_a_firm_before_a_name_and_the_town_of_a_firm_are_nobody() -> None:
    found = [one.printed for one in entities_of("A Vosk-based firm paid. Another is Vosk-based.").every]
    assert found == []


def test_a_first_name_behind_a_word_with_a_capital_tells_the_sex() -> None:
    assert named("The list has Quorlist Anna Vosk on it.", "Quorlist Anna Vosk").man is False


def test_an_owner_in_s_leads_no_sentence() -> None:
    text = "Rob Dells, a smith, ran. “I like him,” said one critic. He added that Dells’ plan was dear. “No,” he said."
    assert [one.speaker_name for one in said(text)] == [None, None, None]
