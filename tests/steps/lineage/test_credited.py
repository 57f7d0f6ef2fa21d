"""Whom each version credits, in the light of the whole family."""

from __future__ import annotations

from dataclasses import replace

import pytest

from retold.model import Credit, CreditRole, Span
from retold.steps.lineage import credited, names
from retold.tables import Witness
from tests.steps.witnesses import witness

ORIGIN: CreditRole = "origin of the report"


def stating(text: str, name: str, credit: str, *, outlet: str = "", role: CreditRole = ORIGIN) -> Witness:
    """A version with a credit for an outlet that its text names."""
    start = text.index(credit)
    found = witness(text, name, outlet=outlet or None)
    return replace(found, credits=(Credit(Span(name, start, start + len(credit)), credit, role, 0.9),))


def test_a_credit_for_the_origin_counts_and_one_for_a_contributor_does_not() -> None:
    text = "The pier is shut, Gull Wire reported."
    (stated,) = credited.by_version([stating(text, "a", "Gull Wire")])
    (contributor,) = credited.by_version([stating(text, "a", "Gull Wire", role="contributor")])
    assert list(stated) == ["gull"]
    assert not contributor


@pytest.mark.parametrize(
    ("houses", "role", "named"),
    [
        (("Quay Mail", "Harbour Post"), "contributor", ["reuters", "reuters"]),
        (("Quay Mail", "Harbour Post"), "licence", ["reuters", "reuters"]),
        (("Quay Mail", "Quay Mail"), "contributor", []),
        (("Quay Mail", "Reuters"), "contributor", ["reuters"]),
    ],
)
def test_an_agency_that_two_houses_have_a_part_from_may_be_whose_report_it_is(
    houses: tuple[str, str], role: CreditRole, named: list[str]
) -> None:
    text = "The pier is shut. Reuters contributed to this report."
    pair = [stating(text, name, "Reuters", outlet=o, role=role) for name, o in zip("ab", houses, strict=True)]
    assert [key for found in credited.by_version(pair) for key in found] == named


def test_a_paper_that_two_houses_have_a_part_from_is_no_agency() -> None:
    text = "The pier is shut. Gull Gazette contributed to this report."
    pair = [
        stating(text, "a", "Gull Gazette", outlet="Quay Mail", role="contributor"),
        stating(text, "b", "Gull Gazette", outlet="Harbour Post", role="contributor"),
    ]
    assert credited.by_version(pair) == ({}, {})


def test_nobody_credits_an_outlet_for_itself() -> None:
    text = "The pier is shut, Gull Wire reported."
    assert credited.by_version([stating(text, "a", "Gull Wire", outlet="Gull Wire")]) == ({},)
    assert credited.by_version([stating(text, "a", "Gull Wire", outlet="Gull Wire Online")]) == ({},)


def test_a_strange_name_that_another_version_credits_is_a_credit_too_but_a_weaker_one() -> None:
    plain = stating("The pier is shut, Gull Wire reported.", "a", "Gull Wire")
    naming = witness("It was shut at noon. The harbour board told Gull Wire so.", "b")
    sure, weak = credited.by_version([plain, naming])
    assert sure["gull"].support == 0.9
    assert weak["gull"].support == credited.MENTIONED
    assert weak["gull"].span.of(naming.text) == "Gull Wire"


def test_the_name_of_another_versions_outlet_is_a_credit() -> None:
    one = witness("The pier is shut.", "a", outlet="Harbour Post")
    other = witness("The pier is shut, as the Harbour Post first wrote.", "b", outlet="Quay Mail")
    assert [list(found) for found in credited.by_version([one, other])] == [[], ["harbour post"]]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("The pier is shut. Crews stood on Lantern Hill and said nothing.", False),
        ("The pier is shut. Crews walked up the Hill at noon in the rain.", False),
        ("The pier is shut at noon (Orla Vann/Hill). He said it was old.", False),
        ("The pier is shut, Orla Vann told the Hill.", True),
        ("The pier is shut. According to the Hill, crews left at noon.", True),
        ("The pier is shut, the Hill has written.", True),
    ],
)
def test_an_outlet_is_cited_where_it_stands_alone_beside_a_word_of_saying(text: str, cited: bool) -> None:
    one = witness("The pier is shut.", "a", outlet="The Hill")
    other = witness(text, "b", outlet="Quay Mail")
    assert bool(credited.by_version([one, other])[1]) is cited


def test_one_word_that_opens_a_sentence_names_nobody() -> None:
    """What opens a sentence has a capital for that alone."""
    one = witness("The pier is shut.", "a", outlet="Metro")
    opening = witness("It is shut. Metro trains ran late.", "b")
    inside = witness("It is shut, so Metro wrote.", "c")
    writes = witness("It is shut. Metro writes that it will stay so.", "d")
    found = credited.by_version([one, opening, inside, writes])
    assert list(map(list, found)) == [[], [], ["metro"], ["metro"]]


def test_a_name_that_some_version_writes_small_is_a_plain_word() -> None:
    one = witness("The pier is shut.", "a", outlet="Today")
    small = witness("The pier was shut today.", "b")
    inside = witness("It is shut, so Today wrote.", "c")
    assert not any(credited.by_version([one, small, inside]))


@pytest.mark.parametrize(
    "address", ["https://img.quayo.example/a.png", "editor@quayo.example", "@quayo", "wharf.example/quayo"]
)
def test_an_address_is_written_small_whatever_the_name(address: str) -> None:
    one = witness(f"The pier is shut. {address}", "a", outlet="Quayo")
    inside = witness("It is shut, so Quayo wrote.", "b")
    assert [list(found) for found in credited.by_version([one, inside])] == [[], ["quayo"]]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ada Marlowe runs the yard. “We shut it,” said Marlowe. She told reporters more.", []),
        ("Mr. Marlowe runs the yard. It is shut, as Marlowe told the council.", []),
        ("Yard owner Q. Marlowe was there. It is shut, so Marlowe wrote.", []),
        ("Ada Marlowe runs the yard. It is shut, the Marlowe reported.", ["marlowe"]),
        ("Nobody runs the yard. It is shut, so Marlowe wrote.", ["marlowe"]),
    ],
)
def test_a_name_that_a_person_of_the_text_has_is_an_outlet_s_behind_an_article_alone(
    text: str, named: list[str]
) -> None:
    one = witness("The pier is shut.", "a", outlet="The Marlowe")
    found = credited.by_version([one, witness(text, "b")])
    assert [list(credits) for credits in found] == [[], named]


def test_a_name_inside_a_longer_word_or_in_furniture_is_no_credit() -> None:
    one = witness("The pier is shut.", "a", outlet="Gull Wire")
    longer = witness("It is shut by a Gull Wireless mast.", "b")
    hidden = witness("It is shut.\n\nMore from Gull Wire", "c", hidden="More from Gull Wire")
    assert not any(credited.by_version([one, longer, hidden]))


def test_a_short_name_is_not_looked_for() -> None:
    one = witness("The pier is shut.", "a", outlet="Sun")
    other = witness("It is shut, wrote the Sun.", "b")
    assert not any(credited.by_version([one, other]))


def test_initials_are_those_of_an_outlet_at_hand_before_they_are_anybody_else_s() -> None:
    paper = stating("The pier is shut. (TP)", "a", "(TP)", outlet="Harbour Post")
    wire = witness("The pier is shut.", "b", outlet="Transfer Press")
    other = witness("The pier is shut.", "c", outlet="Tidal Pilot")
    assert list(credited.by_version([paper, wire])[0]) == [names.outlet_key(wire)]
    assert names.outlet_key(wire) not in credited.by_version([paper, wire, other])[0]


def test_a_dateline_that_names_its_own_outlet_is_an_agency_s() -> None:
    text = "OSTMARK, May 4 (Transfer Press) - The pier is shut."
    assert credited.signs_itself(witness(text, outlet="Transfer Press"))
    assert not credited.signs_itself(witness(text, outlet="Harbour Post"))
    assert not credited.signs_itself(witness(text))


@pytest.mark.parametrize("sign", ["LPA", "L.P.A."])
def test_an_agency_signs_with_its_initials_too(sign: str) -> None:
    text = f"OSTMARK, 3 May ({sign}) - The dock closed."
    assert credited.signs_itself(witness(text, outlet="Lowland Press Agency"))
    assert not credited.signs_itself(witness(text, outlet="Harbour Post"))


def test_an_agency_filed_under_its_initials_signs_with_its_full_name() -> None:
    text = "OSTMARK, 3 May (Lowland Press Agency) - The dock closed."
    assert credited.signs_itself(witness(text, outlet="LPA"))
    assert not credited.signs_itself(witness(text, outlet="LPX"))


@pytest.mark.parametrize("outlet", ["LPA", "Lowland Press Agency Online", "lowlandpressagency.example"])
def test_a_credit_by_another_name_of_an_outlet_at_hand_is_for_that_outlet(outlet: str) -> None:
    wire = witness("The dock closed.", "wire", outlet=outlet)
    paper = stating("The dock closed, Lowland Press Agency reported.", "a", "Lowland Press Agency")
    assert names.outlet_key(wire) in credited.by_version([wire, paper])[1]


def test_a_credit_for_a_part_counts_weakly_where_the_outlet_is_at_hand() -> None:
    paper = stating("The pier is shut, Gull Wire reported.", "a", "Gull Wire", role="contributor")
    held = witness("The pier is shut.", "b", outlet="gullwire.example")
    (found, _) = credited.by_version([paper, held])
    assert [one.support for one in found.values()] == [credited.MENTIONED]


def test_a_last_line_that_is_nothing_but_outlets_at_hand_credits_each() -> None:
    pile = [
        witness("The pier is shut.", "a", outlet="Gull Wire"),
        witness("The pier was shut by noon.", "b", outlet="Quay Press"),
    ]
    *_, found = credited.by_version(
        [*pile, witness("The pier is shut.\n\nGull Wire/Quay Press", "c", outlet="Echo")]
    )
    assert {credit.name for credit in found.values()} == {"Gull Wire", "Quay Press"}
    *_, other = credited.by_version(
        [*pile, witness("The pier is shut.\n\nGull Wire/Tern Press", "c", outlet="Echo")]
    )
    assert all(credit.support <= credited.MENTIONED for credit in other.values())


def test_a_name_that_another_version_credits_counts_where_it_stands_alone() -> None:
    plain = stating("The pier is shut, Gull Wire reported.", "a", "Gull Wire")
    for text in (
        "The pier is shut. (Gull Wire)\n\nIt was noon.",
        "The pier is shut.\n\nGull Wire",
        "It is shut.\n— Gull Wire",
    ):
        assert list(credited.by_version([plain, witness(text, "b")])[1]) == ["gull"]
    aside = witness("The pier (Gull Wire) is shut.\n\nIt was noon.", "b")
    assert credited.by_version([plain, aside])[1] == {}


@pytest.mark.parametrize(
    "tail",
    [
        "\n\nSource: Gull",
        "\n\n(Source: Gull)",
        " (Source: Gull)",
        "\n\nQuelle: Gull",
        "\n\nText: Gull/Quay Post",
    ],
)
def test_a_label_may_stand_before_the_outlets_at_hand_that_sign(tail: str) -> None:
    text = "The bridge at Tarn was shut at noon, and nobody had the key to it."
    wire, quay = witness(text, "w", outlet="Gull News Agency"), witness(text, "q", outlet="Quay Post")
    copy = witness(text + tail, "c", outlet="Tarn Mail")
    assert "gull" in credited.by_version([wire, quay, copy])[2]


@pytest.mark.parametrize("tail", ["\n\nPhoto: Gull", "\n\nRead more: Gull", " (see: Gull)"])
def test_another_label_makes_no_source(tail: str) -> None:
    text = "The bridge at Tarn was shut at noon, and nobody had the key to it."
    wire = witness(text, "w", outlet="Gull News Agency")
    assert "gull" not in credited.by_version([wire, witness(text + tail, "c", outlet="Tarn Mail")])[1]


@pytest.mark.parametrize(
    ("outlet", "said"),
    [
        ("WQRT Channel 6", "The pier is shut, Channel 6 found out and reported on Monday."),
        ("WQRT-TV", "The pier is shut, the keeper told WQRT."),
        ("QBC News", "The keeper told the QBC that the pier is shut."),
    ],
)
def test_a_station_is_credited_by_its_sign_or_its_channel(outlet: str, said: str) -> None:
    station = witness("The pier is shut for a week.", "a", outlet=outlet)
    _, by_paper = credited.by_version([station, witness(said, "b", outlet="Quay Mail")])
    assert list(by_paper) == [names.outlet_key(station)]
    (of_itself,) = credited.by_version([witness(said, "c", outlet=outlet)])
    assert not of_itself


def test_a_channel_that_two_stations_have_credits_neither() -> None:
    said = witness("The pier is shut, Channel 6 said on Monday.", "c", outlet="Quay Mail")
    stations = [witness("The pier is shut.", v, outlet=f"{v}QRT Channel 6") for v in ("W", "K")]
    assert not credited.by_version([*stations, said])[-1]
