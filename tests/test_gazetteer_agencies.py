"""Which outlets are agencies."""

import pytest

from retold.gazetteer import agencies

KNOWN = ("AP", "The Associated Press", "the associated  press", "https://www.reuters.com/x")


@pytest.mark.parametrize("name", KNOWN)
def test_an_agency_is_known_by_name_code_and_host(name: str) -> None:
    assert agencies.is_agency(name)


@pytest.mark.parametrize("name", ["Harbour Post", "", None, "apnews", "Reutersville Courier"])
def test_a_paper_is_none(name: str | None) -> None:
    assert not agencies.is_agency(name)
