"""Outlets at hand by the other names they go by."""

from __future__ import annotations

import pytest

from retold.gazetteer import agencies
from retold.steps.lineage import houses
from tests.steps.witnesses import witness


def at_hand(*outlets: str) -> houses.Houses:
    return houses.at_hand([witness("The pier is shut.", f"v{n}", outlet=o) for n, o in enumerate(outlets)])


@pytest.mark.parametrize(
    ("outlet", "credit"),
    [
        ("The Quay Lantern", "Quay Lantern"),
        ("Quay Lantern Online", "Quay Lantern"),
        ("www.quaylantern.co.uk", "Quay Lantern"),
        ("quay-lantern.example", "the Quay Lantern"),
        ("Quay Lantern", "quaylantern.example"),
        ("Quay Lantern", "Quay Lantern Digital"),
        ("QLA", "Quay Lantern Agency"),
    ],
)
def test_a_house_goes_by_its_host_its_initials_and_its_name_on_the_web(outlet: str, credit: str) -> None:
    (key,) = at_hand(outlet).versions
    assert at_hand(outlet, "Tarn Herald").key(credit) == key


def test_printed_initials_are_those_of_a_name_at_hand() -> None:
    assert at_hand("Quay Lantern").key("Quick Loan", "QL") == agencies.name_key("Quay Lantern")


@pytest.mark.parametrize(
    "credit", ["Quay Lantern Weekly", "Quay", "Old Quay Lantern", "Lantern", "Quay LanternWeb Digital"]
)
def test_a_name_that_only_resembles_an_outlet_s_is_another_s(credit: str) -> None:
    assert at_hand("Quay Lantern").key(credit) == agencies.name_key(credit)


def test_initials_that_two_outlets_share_name_neither() -> None:
    assert at_hand("Quay Lantern", "Quiet Lake").key("QL", "QL") == agencies.name_key("QL")


def test_initials_that_the_gazetteer_knows_are_not_read_as_another_name() -> None:
    assert houses.is_initials("QLA") and not houses.is_initials("AP") and not houses.is_initials("Quay")


def test_the_plain_name_is_the_one_texts_have() -> None:
    assert houses.plain_name("The Quay Lantern Online") == "Quay Lantern"
    assert houses.plain_name("Quay Online") == "Quay Online"


def test_initials_leave_small_words_and_the_article_out() -> None:
    assert houses.initials_of("The Bureau of Tides") == "BT"
    assert houses.initials_of("Tides") == ""


def test_the_initials_of_a_known_agency_are_no_paper_s() -> None:
    assert at_hand("Ardmore Post").key("Associated Press", "AP") == agencies.name_key("Associated Press")
    assert at_hand("Ardmore Press Agency").key("APA", "APA") == agencies.name_key("Ardmore Press Agency")


def test_initials_that_several_outlets_have_are_those_of_the_only_agency() -> None:
    hand = at_hand("Transfer Press Agency", "Tides Paper Anew", "Quay Mail")
    assert hand.key("TPA", "TPA") == agencies.name_key("Transfer Press Agency")
    signed = witness("VELM (Tidal Papers Abroad) - The pier is shut.", "s", outlet="Tidal Papers Abroad")
    others = [witness("The pier is shut.", "p", outlet="Tides Paper Anew"), signed]
    assert houses.at_hand(others).key("TPA", "TPA") == "tidal papers abroad"
    papers = at_hand("Tarn Post Anew", "Tides Paper Anew")
    assert papers.key("TPA", "TPA") == "tpa"


@pytest.mark.parametrize(
    ("outlet", "told"),
    [
        ("Quay Mail", ("Quay Mail",)),
        ("QBC News", ("QBC News", "QBC")),
        ("AP News", ("AP News",)),
        ("KQRT 13", ("KQRT 13", "KQRT")),
        ("WQRT Lantern", ("WQRT Lantern",)),
    ],
)
def test_texts_tell_of_a_station_by_its_sign(outlet: str, told: tuple[str, ...]) -> None:
    assert houses.spoken_names(outlet) == told
