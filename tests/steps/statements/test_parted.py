"""Runs of capitals that hold a house or a country and its officer."""

from __future__ import annotations

import pytest

from retold.steps.statements.names import tokens
from retold.steps.statements.parted import is_led, parted
from tests.steps.statements.reading import ENGLISH


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the envoy to Lindisle Thomas Vann", ["Lindisle", "Thomas Vann"]),
        ("the ambassador to France Thomas Vann", ["France", "Thomas Vann"]),
        ("the president of Harbour Trust Orla Vann", ["Harbour Trust", "Orla Vann"]),
        ("the spokesman for Governor Thomas Vann", ["Governor Thomas Vann"]),
        ("the head of Thomas Vann College", ["Thomas Vann College"]),
        ("the ferry to Lindisle Thomas Vann", ["Lindisle Thomas Vann"]),
    ],
)
def test_where_an_officer_serves_is_no_part_of_his_name(text: str, names: list[str]) -> None:
    stream = tokens(text)
    at = next(n for n, (word, _, _) in enumerate(stream) if word[0].isupper())
    led = is_led(stream, at, ENGLISH.names, ENGLISH.grammar)
    assert [
        " ".join(word for word, _, _ in part) for part in parted(stream[at:], led, ENGLISH.names)
    ] == names
