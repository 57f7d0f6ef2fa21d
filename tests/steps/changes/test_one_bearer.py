"""Two names of one bearer: what is plainly so, and what is not."""

from __future__ import annotations

import pytest

from retold.steps.changes.one_bearer import of_one_bearer
from tests.steps.changes.conftest import Laid
from tests.steps.changes.test_changes_one_thing import found


def _are_one(laid: Laid, one: str, other: str) -> bool:
    material, _ = laid(f"They heard {one} on it.", f"They heard {other} on it.")
    ours, theirs = (range(2, len(side.words) - 2) for side in (material.pair.old, material.pair.new))
    ways = of_one_bearer(material.pair, ours, theirs, material.values.names)
    turned, _ = laid(f"They heard {other} on it.", f"They heard {one} on it.")
    assert of_one_bearer(turned.pair, theirs, ours, turned.values.names) == ways
    return ways


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tarn Water", "Tarn"),
        ("MWA", "the Marrow Water Authority"),
        ("MWA Director Ida Selk", "Marrow Water Authority Director Ida Selk"),
        ("the WSA's Office", "the U.S. Water Safety Agency's Office"),
        ("the WSC", "the U.S. Water and Sewers Commission"),
        ("GM", "General Mills Corp"),
        ("G9", "the Group of Nine"),
        ("Britain's Ida Selk", "British Prime Minister Ida Selk"),
        ("the U.S. Federal Reserve's", "the Fed's"),
        ("Treasury Department", "the U.S. Treasury"),
        ("Quaymart", "Quay-Mart Stores Inc"),
        ("MarGen", "Marrow Generale"),
        ("Tarn Im-Ex Bank", "Tarn Import-Export Bank"),
        ("Greece", "Athens"),
    ],
)
def test_one_bearer_of_two_names(laid: Laid, one: str, other: str) -> None:
    assert _are_one(laid, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tarn", "Elm Bay"),
        ("the House Water Committee", "the Senate Water Committee"),
        ("Governor Ida Selk", "Governor Rut Selk"),
        ("MWA", "MWB"),
        ("Tarn Bank", "Tarn Club"),
        ("Elm Bay Bank", "the Bank of Tarn"),
        ("Chairman Per Hald", "Per Aske"),
    ],
)
def test_two_bearers_of_two_names(laid: Laid, one: str, other: str) -> None:
    assert not _are_one(laid, one, other)


def test_initials_stand_for_a_name_that_the_text_has_elsewhere() -> None:
    rest = " Rates were kept by the Bank of Marrow in May."
    old = f"The BoM expects the rate of those without work to fall.{rest}"
    new = f"The Bank expects the rate of those without work to fall.{rest}"
    assert found("name", old, new) == []


def test_a_word_that_is_made_of_a_name_is_none() -> None:
    old = "The raid was meant for the Tolm Nahar militia at the weir."
    assert found("name", old, old.replace("Tolm Nahar", "Marrow-backed")) == []


def test_who_contributed_to_the_report_is_no_name_of_it() -> None:
    old = "The weir was shut.\n\nIda Selk, Per Hald and Rut Orr in Tarn contributed to this report."
    assert found("name", old, old.replace("Rut Orr", "Ana Mavis")) == []
