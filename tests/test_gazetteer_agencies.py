"""Names of outlets: which are one house's, and which are agencies'."""

import pytest

from retold.gazetteer import agencies

KNOWN = ("AP", "The Associated Press", "the associated  press", "https://www.reuters.com/x")
SO_CALLED = ("Tarn Valley Wire", "Gull Coast News Service", "Nordpol Presseagentur", "Agencia Velm")


@pytest.mark.parametrize("name", KNOWN)
def test_an_agency_is_known_by_name_code_and_host(name: str) -> None:
    assert agencies.is_agency(name)


@pytest.mark.parametrize("name", SO_CALLED)
def test_an_agency_in_no_list_is_known_by_what_it_calls_itself(name: str) -> None:
    assert agencies.is_agency(name)


@pytest.mark.parametrize(
    "name",
    [
        "Harbour Post",
        "",
        None,
        "apnews",
        "Reutersville Courier",
        "The Wire",
        "Wire",
        "The Daily Wire",
        "New York Times",
        "City Journal",
    ],
)
def test_a_paper_is_none(name: str | None) -> None:
    assert not agencies.is_agency(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Associated Press", "AP"),
        ("The Harbour Post", "harbour post"),
        ("Gull Wire Service", "Gull"),
        ("U.P.I.", "UPI"),
        ("La Dépêche de Velm", "Dépêche de Velm"),
        ("Der Tarnbote", "Tarnbote"),
    ],
)
def test_names_of_one_house_have_one_key(one: str, other: str) -> None:
    assert agencies.name_key(one) == agencies.name_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"), [("La Marea", "El Marea"), ("L’Écho", "Les Echo"), ("The News", "The Daily")]
)
def test_names_of_two_houses_have_two(one: str, other: str) -> None:
    assert agencies.name_key(one) != agencies.name_key(other)


def test_a_name_of_filling_words_alone_keeps_them() -> None:
    assert agencies.name_key("The News") == "the news"
