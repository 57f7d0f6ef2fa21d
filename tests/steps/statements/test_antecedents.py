"""Whom a pronoun or a role noun may mean."""

from __future__ import annotations

import pytest

from retold.steps.statements import antecedents
from retold.steps.statements.entities import Entity
from tests.steps.statements.reading import entities_of


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
