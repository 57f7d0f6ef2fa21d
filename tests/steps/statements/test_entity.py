"""One person or body: what its namings say of it."""

from __future__ import annotations

from dataclasses import replace

from retold.steps.statements.entity import Entity
from retold.steps.statements.names import names, tokens
from tests.steps.statements.reading import ENGLISH


def _entity(text: str) -> Entity:
    (name,) = names(tokens(text), frozenset({0}), ENGLISH.names, ENGLISH.grammar)
    return Entity(0, name, [name])


def test_a_person_is_no_body_and_seldom_where_something_is() -> None:
    one = _entity("They met Orla Vann.")
    assert one.person
    assert one.printed == "Orla Vann"
    assert not replace(one, placed=1).person
    assert not replace(one, called_body=True).person
    assert replace(one, called_body=True, age="29").person


def test_a_mark_of_a_body_behind_a_first_name_alone_may_be_a_surname() -> None:
    assert _entity("They met Samantha Power.").person
    assert not _entity("They met Tarn Power.").person
    assert not _entity("They met the 25th Infantry Division.").person
