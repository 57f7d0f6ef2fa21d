"""Paragraphs that a report of its own has from another, and what is no copying."""

from __future__ import annotations

import pytest

from retold.settings import Align
from retold.steps import align
from retold.steps.story import pieces
from tests.digests import DISPATCHES, opening
from tests.steps.witnesses import witness

OWN = "Nobody in Halvik had slept much. The baker gave out rolls on the bridge, and the teacher counted heads twice.\n\n"
MORE = (
    "\n\nBy evening the road was wet with syrup, and the priest had found a swarm in the pulpit. He let it be for the "
    "night and preached from the step."
)
TOLD = opening("bees", 2)
STATEMENT = (
    "A 34-year-old driver was treated for shock at the scene and taken home. The road was closed for five hours "
    "while the hives were counted. Anyone who finds a swarm should leave it where it is and ring the station."
)


def taken(own: str, other: str) -> str:
    """The words of a report that are told to be another's."""
    found = align.align(witness(own, "a"), witness(other, "b"), Align())
    found = found if found.a.id == "a" else found.turned()
    mask = pieces.taken(found)
    if mask is None:
        return ""
    return " ".join(
        own[s:e] for s, e in zip(found.a.words.starts[mask], found.a.words.ends[mask], strict=True)
    )


def test_a_paragraph_word_for_word_is_taken_over() -> None:
    found = taken(f"{OWN}{TOLD}{MORE}", DISPATCHES["bees"])
    assert found.startswith("A lorry with forty hives")
    assert found.endswith("windows shut and sing")


def test_a_paragraph_in_other_words_is_not() -> None:
    told = "Forty beehives fell off a truck on the pass, and the swarms took a liking to the school bus behind it."
    assert not taken(f"{OWN}{told}{MORE}", DISPATCHES["bees"])


def test_a_quotation_in_common_is_no_copying() -> None:
    assert not taken(
        f"{OWN}“{STATEMENT}” said Runa Stokke.{MORE}", f"{DISPATCHES['bees']} “{STATEMENT}” said Runa."
    )


@pytest.mark.parametrize(
    "lead",
    [
        "The police in Halvik said:",
        "The police in Halvik gave out this statement on Friday.",
        "A statement from the police in Halvik reads as follows:\n\n",
    ],
)
def test_a_statement_that_both_print_is_no_copying(lead: str) -> None:
    assert not taken(f"{OWN}{lead} {STATEMENT}{MORE}", f"{DISPATCHES['bees']}\n\n{lead} {STATEMENT}")


def test_a_list_in_common_is_no_copying() -> None:
    names = (
        "hives that were lost",
        "swarms still at large in the upper town",
        "keepers who came over the pass",
    )
    listed = "".join(
        f"\n- the {k}{name} and who is to be asked about them" for k, name in enumerate(names * 3)
    )
    assert not taken(f"{OWN}{listed}{MORE}", f"{DISPATCHES['bees']}\n{listed}")


def test_lines_that_are_set_off_are_no_copying() -> None:
    song = "\n".join(f"and home the bees of Halvik fly in row {k}" for k in "abcdefgh")
    assert not taken(f"{OWN}{song}{MORE}", f"{DISPATCHES['bees']}\n\n{song}")


def test_a_quotation_inside_a_block_of_narration_goes_with_it() -> None:
    said = " “They were only looking for somewhere dark,” said Runa Stokke, who lost a queen of nine years."
    found = taken(f"{OWN}{TOLD}{said}{MORE}", f"{TOLD}{said} Bees do.")
    assert "somewhere dark" in found
