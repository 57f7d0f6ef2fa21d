"""The outlets of versions."""

from __future__ import annotations

from dataclasses import replace

from retold.model import Article
from retold.steps.lineage import names
from tests.steps.witnesses import witness


def test_a_version_without_an_outlet_has_no_key_and_is_of_no_agency() -> None:
    one = witness("The pier is shut.")
    assert names.outlet_key(one) == "" and not names.is_of_agency(one)


def test_a_version_goes_by_the_owner_of_its_host() -> None:
    one = replace(witness("The pier is shut."), article=Article("a", "", outlet="feeds.reuters.com"))
    assert names.outlet_key(one) == "reuters" and names.is_of_agency(one)
