"""Two figures that stand in one place and count two things are no figure that became another."""

from __future__ import annotations

import pytest

from tests.steps.changes.test_changes import within


def kinds(old: str, new: str) -> set[tuple[str, str | None, str | None]]:
    return {(one.kind, one.before, one.after) for one in within(old, new)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The board set aside 3 million crowns for dykes.", "The board set aside 8 million crowns for pumps."),
        ("The lugger Selka, with 9 hands aboard, ran aground.", "The barge Mavis, with 4 hands aboard, ran aground."),
        ("Two stokers were killed at the quay on Friday.", "Nine stokers were injured at the quay on Friday."),
        ("Police arrested two men over the fire at the quay.", "Police look for nine men over the fire at the quay."),
    ],
)  # fmt: skip
def test_two_purposes_two_parties_and_two_fates_have_figures_of_their_own(old: str, new: str) -> None:
    assert {kind for kind, *_ in kinds(old, new)} == {"wording"}


@pytest.mark.parametrize(
    ("old", "new", "reading"),
    [
        (
            "The board set aside 3 million crowns for dykes and sluices.",
            "The board set aside 8 million crowns for sluices and dykes.",
            ("3 million crowns", "8 million crowns"),
        ),
        (
            "The lugger Selka, with 9 hands aboard, ran aground.",
            "The lugger Selka, with 4 hands aboard, ran aground.",
            ("9", "4"),
        ),
        (
            "Two stokers were killed at the quay on Friday.",
            "Nine stokers died at the quay on Friday.",
            ("Two", "Nine"),
        ),
    ],
)
def test_one_purpose_one_party_and_one_fate_have_one(old: str, new: str, reading: tuple[str, str]) -> None:
    assert ("figure", *reading) in kinds(old, new)


def test_a_share_told_as_so_many_of_so_many_is_told_whole() -> None:
    old = "One in six boats at the quay leaks, the board says."
    assert ("figure", "One in six", "One in three") in kinds(old, old.replace("six", "three"))


def test_a_place_and_a_figure_behind_it_may_both_have_changed() -> None:
    old = "At the port of Selka 40 barrels of oil were lost on Friday."
    assert ("figure", "40", "400") in kinds(old, old.replace("Selka 40", "Mavis 400"))
