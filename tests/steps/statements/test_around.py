"""What is known of a text around its names."""

from __future__ import annotations

import pytest

from retold.steps.statements.around import NO_PERSONS, Text
from retold.steps.statements.names import tokens
from tests.steps.statements.reading import ENGLISH


def _text(proper: str = "", common: str = "", once: str = "", surnames: str = "") -> Text:
    words = (frozenset(one.split()) for one in (common, proper, once, surnames))
    return Text(frozenset({0}), *words, NO_PERSONS)


@pytest.mark.parametrize(
    ("run", "text", "rest"),
    [
        ("RISING WATERS Vann", _text(), "Vann"),
        ("OUT OF THE WOODS YET Vann", _text(), "Vann"),
        ("TARNLAND NEXT Vann", _text(), "Vann"),
        ("WATERS Vann", _text(common="waters"), "Vann"),
        ("FOCUS Vann", _text(proper="Vann", once="FOCUS", surnames="vann"), "Vann"),
        ("ASEAN Tarn", _text(proper="Tarn", once="ASEAN"), "ASEAN Tarn"),
        ("UN Vann", _text(), "UN Vann"),
        ("MERLE & TRUST", _text(), "MERLE & TRUST"),
        ("RIVER RISES AGAIN NORTH", _text(), ""),
    ],
)
def test_a_headline_in_capitals_is_no_part_of_a_name(run: str, text: Text, rest: str) -> None:
    assert " ".join(word for word, _, _ in text.without_headline(tokens(run), ENGLISH.names)) == rest
