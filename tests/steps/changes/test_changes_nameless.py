"""Somebody without a name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from retold.steps.changes import nameless

QUOTED = "The quay was rotten to the piles and everybody knew it"


@pytest.mark.parametrize(
    ("mention", "nobody"),
    [
        ("an official", True),
        ("sources close to the port", True),
        ("the same official", False),
        ("the mayor", False),
    ],
)
def test_who_is_told_by_an_indefinite_or_by_a_noun_of_sources_has_no_name(
    laid: Callable, statement: Callable, mention: str, nobody: bool
) -> None:
    text = f"The council met for three hours. “{QUOTED}”, {mention} said."
    material, _ = laid(text, text)
    assert nameless.is_nobody(material.pair.old, statement("a", text, QUOTED, mention, None)) is nobody


def test_who_has_a_name_is_somebody(laid: Callable, statement: Callable) -> None:
    text = f"The council met for three hours. “{QUOTED}”, an official said."
    material, _ = laid(text, text)
    one = statement("a", text, QUOTED, "an official", "Orla Quarn")
    assert not nameless.is_nobody(material.pair.old, one)
