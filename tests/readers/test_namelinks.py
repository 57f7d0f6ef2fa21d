"""Boxes of links glued behind a person's name."""

from __future__ import annotations

import pytest

from retold.readers import body, namelinks

HEADLINES = "Ferry late for the third time Goats ashore at Quenby Harbour master: 'nobody asked me'"


@pytest.mark.parametrize("full", ["Ida Ann Corrie", "Ida Corrie", "Idalia (Ida) Ann Corrie", "Corrie"])
def test_a_box_behind_a_name_goes_with_the_full_name_and_the_headlines(full: str) -> None:
    found = namelinks.without(f"Mayor Ida Corrie {full}{HEADLINES} MORE (L-Quenby) said so.")
    assert found.text == "Mayor Ida Corrie (L-Quenby) said so."
    assert found.furniture == (f"{full}{HEADLINES} MORE",)


def test_two_boxes_in_a_sentence_go_each_by_itself() -> None:
    box = f"Corrie Ida Ann Corrie{HEADLINES} MORE"
    other = "Hale Orla Hale2031 in pictures: boats MORE"
    assert (
        namelinks.without(f"Ida {box} met Orla {other}'s keeper.").text
        == "Ida Corrie met Orla Hale's keeper."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ida Corrie, Orla Corrie and McCorrie asked for MORE goats.",
        "THE TOWN OF CORRIE NEEDS CORRIEBANK AND WANTS MORE BOATS.",
        "Mr Corrie, whose wife Ida Corrie keeps goats, has MORE of them.",
        f"{HEADLINES} MORE",
    ],
)
def test_a_sentence_without_a_glued_name_stays(text: str) -> None:
    assert namelinks.without(text) == (text, ())


def test_the_boxes_of_a_page_are_furniture() -> None:
    found = body.make(
        f"Mayor Corrie Ida Corrie{HEADLINES} MORE said that the boat is late.\n\nNobody drowned."
    )
    assert found.text == "Mayor Corrie said that the boat is late.\n\nNobody drowned."
    assert found.furniture == (f"Ida Corrie{HEADLINES} MORE",)
