"""Who speaks, told by the sentence behind a quotation."""

from __future__ import annotations

import pytest

from retold.steps.statements.pointed_back import pointed_back
from tests.steps.statements.reading import english, resolver_of


def speaker(text: str) -> tuple[str, str | None] | None:
    who = pointed_back(text, 0, text.index("”") + 1, resolver_of(text), english())
    return None if who is None or who.mention is None else (text[slice(*who.mention)], who.meant.name)


@pytest.mark.parametrize(
    ("behind", "told"),
    [
        ("Those were the words of skipper Orla Vann as she left.", ("skipper Orla Vann", "Orla Vann")),
        ("That’s the blunt verdict of Orla Vann, who saw it.", ("Orla Vann", "Orla Vann")),
        (
            "Those were the words of the mill's owner, Orla Vann, as she left.",
            ("the mill's owner", "Orla Vann"),
        ),
        ("That is how Orla Vann described the weir.", ("Orla Vann", "Orla Vann")),
        ("– this was the message from the ministry on Monday.", ("the ministry", None)),
    ],
)
def test_a_sentence_that_points_back_says_whose_words_they_are(behind: str, told: tuple[str, str]) -> None:
    assert speaker(f"“It is over.” {behind}") == told


@pytest.mark.parametrize(
    "behind",
    [
        "That was on Friday.",
        "That was the end of the weir.",
        "Orla Vann left with the words of the union.",
        "That is how she described it.",
        "Such a view of Orla Vann is rare.",
        "That was the verdict.",
    ],
)
def test_a_sentence_that_tells_of_something_else_says_nobodys_name(behind: str) -> None:
    assert speaker(f"“It is over.” {behind}") is None
