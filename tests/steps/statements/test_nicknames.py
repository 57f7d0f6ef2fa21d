"""Nicknames inside a name."""

from __future__ import annotations

from retold.steps.statements.names import tokens
from retold.steps.statements.nicknames import with_nicknames
from tests.steps.statements.reading import english


def test_a_nickname_between_two_parts_of_a_name_is_one_word_of_it() -> None:
    words = [
        word for word, _, _ in with_nicknames(tokens("Ana “Hooks” Kael"), frozenset({0}), english().names)
    ]
    assert words == ["Ana", "“Hooks”", "Kael"]


def test_marks_behind_a_name_and_before_a_small_word_are_no_nickname() -> None:
    found = with_nicknames(tokens("Kael “Stop” and so on"), frozenset({0}), english().names)
    assert "“Stop”" not in [word for word, _, _ in found]
