"""Names of outlets: which are one house's, and which are agencies'."""

from __future__ import annotations

import pytest

from retold.steps.lineage import names
from tests.steps.witnesses import witness


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Associated Press", "AP"),
        ("The Harbour Post", "harbour post"),
        ("Gull Wire Service", "Gull"),
        ("U.P.I.", "UPI"),
    ],
)
def test_names_of_one_house_have_one_key(one: str, other: str) -> None:
    assert names.name_key(one) == names.name_key(other) != ""


def test_a_name_of_filling_words_alone_keeps_them() -> None:
    assert names.name_key("The News") == "the news"
    assert names.name_key("The News") != names.name_key("The Daily")


def test_agencies_are_known_by_the_key_of_their_names() -> None:
    assert names.is_agency(names.name_key("Reuters"))
    assert not names.is_agency(names.name_key("Harbour Post"))


def test_a_version_without_an_outlet_has_no_key() -> None:
    assert names.outlet_key(witness("The pier is shut.")) == ""


def test_words_of_credits_are_those_of_all_languages() -> None:
    assert {"Newswire", "Nachrichtenagentur"} <= set(names.credit_words("agency_forms"))
    assert names.credit_words("no such list") == ()
