"""Names of outlets and agencies: a credit, not a speaker."""

from __future__ import annotations

import pytest

from retold import language
from retold.steps.statements.outlets import is_outlet, shares

NAMES = language.of("en").names


@pytest.mark.parametrize(
    "phrase", ["the Harbour Post", "Tolmark News Agency", "Reuters", "The Associated Press"]
)
def test_a_listed_name_and_the_last_word_show_an_outlet(phrase: str) -> None:
    assert is_outlet(phrase, NAMES)


@pytest.mark.parametrize("phrase", ["the ministry", "people", "the daily press", "Orla Vann"])
def test_a_common_noun_and_a_person_are_none(phrase: str) -> None:
    assert not is_outlet(phrase, NAMES)


def test_in_a_language_without_lists_only_listed_names_are_outlets() -> None:
    names = language.UNIVERSAL.names
    assert is_outlet("Reuters", names)
    assert not is_outlet("Harbour Post", names)


def test_a_credit_is_of_a_subject_that_shares_a_word_with_it() -> None:
    assert shares("Radio Taven", "radio taven")
    assert not shares("Radio Taven", "Murat Orel")
